import Forms
import JSON
import Journal

/// What goes of entries as a long table: a row an answer, with a description of its columns that data tools read
/// (Frictionless Data Package).
package enum LogTable {
  package static let fileName = "entries.csv"
  package static let descriptorName = "datapackage.json"

  typealias Column = (name: String, type: String, words: String)

  static let columns: [Column] = [
    ("entry", "string", "Name of the entry; the same in every export to anyone."),
    ("revision", "integer", "Counts the versions of the entry."),
    ("status", "string", "active, or withdrawn: then there is no answer."),
    ("date", "date", "The day the entry is about."),
    ("part", "string", "morning, afternoon, evening or night; empty for a past day."),
    ("recorded_at", "datetime", "When it was written, where that was shared."),
    ("share", "string", "full, or numbers: words of one's own are left out."),
    ("form", "string", "The form's id."), ("form_version", "integer", "The form's version."),
    ("question", "string", "The question's id; inner questions as group.question."),
    ("item", "string", "What an inner question was asked about."),
    ("place", "integer", "Place in a list, from 1."),
    ("type", "string", "number, yes-no, choice or text."),
    ("value", "string", "The answer; a choice as its code."), ("label", "string", "The choice in words."),
    ("unit", "string", "The unit of a number."),
  ]

  /// Rows by entry name and revision, questions in the order of the form.
  package static func csv(_ entries: [SharedEntry], names: LogNames) throws(LogEntryError) -> String {
    var rows: [(name: String, revision: Int, cells: [[CSVText.Cell]])] = []
    for shared in entries {
      guard let name = names.name(of: shared.entry.id) else { throw .noName }
      rows.append((name, shared.entry.revision, cells(shared, name: name)))
    }
    rows.sort { ($0.name, $0.revision) < ($1.name, $1.revision) }
    return CSVText.lines([columns.map { .text($0.name) }] + rows.flatMap(\.cells))
  }

  package static func descriptor(title: String) throws(LogEntryError) -> [UInt8] {
    try descriptor(title: title, columns: columns)
  }

  /// `about`: what else is said of the whole table.
  static func descriptor(
    title: String, columns: [Column], about: String? = nil
  ) throws(LogEntryError) -> [UInt8] {
    let fields = columns.map { column -> JSON in
      var field: [(String, JSON)] = [
        ("name", .string(column.name)), ("type", .string(column.type)), ("description", .string(column.words)),
      ]
      // The usual pattern knows UTC only.
      if column.type == "datetime" { field.append(("format", "%Y-%m-%dT%H:%M:%S%z")) }
      return .object(JSON.Object(field))
    }
    let resource: JSON = [
      "profile": "tabular-data-resource", "name": "entries", "path": .string(fileName), "format": "csv",
      "mediatype": "text/csv", "encoding": "utf-8", "dialect": ["delimiter": ",", "lineTerminator": "\r\n"],
      "schema": ["fields": .array(fields), "missingValues": [""]],
    ]
    var members: [(String, JSON)] = [
      ("profile", "tabular-data-package"), ("name", "handrail-entries"), ("title", .string(title)),
      ("resources", [resource]),
    ]
    if let about { members.append(("description", .string(about))) }
    return try LogEntry.canonical(.object(JSON.Object(members)))
  }

  static func cells(_ shared: SharedEntry, name: String) -> [[CSVText.Cell]] {
    let entry = shared.entry
    let head: [CSVText.Cell] = [
      .text(name), .number(Double(entry.revision)), .text(entry.status == .final ? "active" : "withdrawn"),
      .text(entry.day.iso), .text(entry.part?.rawValue ?? ""),
      .text(shared.showsTime ? entry.recorded.rfc3339 : ""), .text(shared.detail.rawValue), .text(entry.form.id),
      .number(Double(entry.form.version)),
    ]
    let answers = rows(entry.answers, shared.form.questions, of: shared.form, within: "", item: "")
    // An entry without an answer that goes is still an entry of that day.
    return (answers.isEmpty ? [Array(repeating: "", count: columns.count - head.count)] : answers).map { head + $0 }
  }

  private static func rows(
    _ answers: [String: Answer], _ questions: [Question], of form: Form, within: String, item: String
  ) -> [[CSVText.Cell]] {
    questions.flatMap { question -> [[CSVText.Cell]] in
      guard let answer = answers[question.id] else { return [] }
      let name = within + question.id
      let labels = form.labels(of: question.id)
      func row(
        _ value: CSVText.Cell, _ type: String, place: Int? = nil, label: String = "", unit: String = ""
      ) -> [CSVText.Cell] {
        [
          .text(name), .text(item), place.map { .number(Double($0)) } ?? "", .text(type), value, .text(label),
          .text(unit),
        ]
      }
      switch (question.kind, answer) {
      case (.group(let inner), .group(let nested)):
        return rows(nested, inner, of: form, within: name + ".", item: item)
      case (.each(_, let inner), .each(let list)):
        return list.flatMap { rows($0.answers, inner, of: form, within: name + ".", item: $0.of) }
      case (.duration, .number(let value)): return [row(.number(value), "number", unit: "min")]
      case (_, .number(let value)): return [row(.number(value), "number", unit: question.unit ?? "")]
      case (_, .yesNo(let yes)): return [row(.text(yes ? "yes" : "no"), "yes-no")]
      case (_, .text(let text)):
        let label = labels[text]
        return [row(.text(text), label == nil ? "text" : "choice", label: label ?? "")]
      case (_, .items(let items)):
        return items.enumerated().map { place, text in
          row(.text(text), labels[text] == nil ? "text" : "choice", place: place + 1, label: labels[text] ?? "")
        }
      default: return []
      }
    }
  }
}
