import Forms
import Library
import Testing

/// Every form of the project's content, as people get it. Gates are tested apart.
enum EveryForm {
  static let all: [Form] = content.forms().compactMap { summary in
    guard var form = try? content.form(summary.id) else { return nil }
    form.gate = nil
    return form
  }
}

/// The forms of one family. They share a journal in a test: making one takes longer than filling in a form.
struct Family: CustomTestStringConvertible, Sendable {
  var name: String
  var forms: [Form]
  var testDescription: String { name }

  static let all: [Family] = {
    let family = Dictionary(content.forms().map { ($0.id, $0.family) }) { first, _ in first }
    return Dictionary(grouping: EveryForm.all) { family[$0.id] ?? "" }.map { Family(name: $0.key, forms: $0.value) }
      .sorted { $0.name < $1.name }
  }()
}

extension Form: CustomTestStringConvertible {
  package var testDescription: String { id }
}

@Suite struct EveryFormTests {
  @Test func `Every form of the content can be read`() {
    #expect(EveryForm.all.count == content.forms().count)
    #expect(Family.all.flatMap(\.forms).count == EveryForm.all.count)
    #expect(EveryForm.all.count >= 9)
  }

  @Test(arguments: EveryForm.all)
  func `An answer that stands on the line for editing can be entered as it is`(form: Form) throws {
    var random = DemoSeed.random(7)
    for _ in 0..<20 {
      var walk = Walk(form)
      while let step = walk.current(in: form) {
        guard !step.isShown else {
          walk.pass(in: form)
          continue
        }
        let reply = Replies.lines(for: step, random: &random).joined(separator: "\n")
        let answer = try step.read(reply, today: DemoSeed.today)
        let words = form.words(for: answer, to: step.question)
        #expect(try step.read(words, today: DemoSeed.today) == answer, "\(step.question.id): \(words)")
        walk.answer(answer, in: form)
      }
    }
  }

  @Test(arguments: EveryForm.all)
  func `Every option can be chosen by its number, its code and its label`(form: Form) throws {
    for question in form.allQuestions {
      guard let options = question.choices?.options, !options.isEmpty else { continue }
      let step = Step(path: Path(question.id), question: question, options: options)
      for (index, option) in options.enumerated() {
        let expected: Answer = if case .choices = question.kind { .items([option.code]) } else { .text(option.code) }
        for reply in [String(index + 1), option.code, option.label] {
          var one = step
          if case .choices(let choices, _) = question.kind { one.question.kind = .choices(choices, least: 1) }
          #expect(try one.read(reply, today: DemoSeed.today) == expected, "\(question.id): \(reply)")
        }
      }
    }
  }
}
