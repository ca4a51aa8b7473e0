import JSON
import Library
import Terminal

/// How hard the modules are to read, as a table or for other programs.
package struct GradeReport {
  let session: Session
  let grades: [PageGrade]

  package init(session: Session, grades: [PageGrade]) {
    self.session = session
    self.grades = grades
  }

  package func table() {
    let rows = grades.map { [Rich($0.id), Rich(String($0.words)), Rich($0.text)] }
    session.console.show([.table(Table(header: ["Module", "Words", "Grade"], rows: rows))], to: .result)
  }

  /// `{"grades": […], "problems": […]}`
  package func json(_ problems: [Problem]) throws(Departure) {
    let grades = grades.map { page -> JSON in
      [
        "id": .string(page.id), "words": .number(Double(page.words)), "sentences": .number(Double(page.sentences)),
        "grade": .number((page.grade * 10).rounded() / 10),
      ]
    }
    let found = problems.map { problem -> JSON in
      [
        "file": .string(problem.file), "line": .number(Double(problem.line)), "message": .string(problem.message),
      ]
    }
    let json: JSON = ["grades": .array(grades), "problems": .array(found)]
    guard let bytes = try? json.canonical() else { throw .failed(.unexpected) }
    session.console.write(raw: String(decoding: bytes, as: UTF8.self) + "\n")
    if !problems.isEmpty { throw .failed(Failure("\(problems.count) problems found.", code: 65)) }
  }
}
