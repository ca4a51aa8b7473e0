import Forms
import JSON
import Journal

extension FieldReader {
  func entry() throws(JournalRefusal) -> Entry {
    guard let status = Entry.Status(rawValue: try text("status")) else { throw bad("status") }
    guard let answers = json["answers"].flatMap(Answer.answers) else { throw bad("answers") }
    var part: PartOfDay?
    if json["part"] != nil {
      part = PartOfDay(rawValue: try text("part"))
      guard part != nil else { throw bad("part") }
    }
    let form = try inner("form")
    return Entry(
      id: try id("id"), revision: try count("revision"), status: status,
      form: FormStamp(id: try form.text("id"), version: try form.count("version"), wording: try form.text("wording")),
      day: try day("day"), part: part, recorded: try moment("recorded"), answers: answers, links: try links(),
      tags: try texts("tags"))
  }

  func draft(_ form: Form) throws(JournalRefusal) -> Draft {
    guard let walk = json["walk"].flatMap({ Walk($0, for: form) }) else { throw bad("walk") }
    return Draft(
      id: try id("id"), walk: walk, day: try day("day"), started: try moment("started"),
      updated: try moment("updated"), edits: json["edits"] == nil ? nil : try id("edits"), links: try links())
  }

  func change() throws(JournalRefusal) -> WholeJournal.Change {
    guard let kind = ChangeKind(rawValue: try text("change")) else { throw bad("change") }
    return WholeJournal.Change(
      number: try count("number"), at: try instant("at"), kind: kind, subject: try text("subject"),
      before: json["before"] == nil ? nil : try count("before"),
      after: json["after"] == nil ? nil : try count("after"), isUndone: try flag("undone"))
  }

  func share() throws(JournalRefusal) -> ShareReceipt {
    guard let way = ShareReceipt.Way(rawValue: try text("way")) else { throw bad("way") }
    let (from, to) = (try day("from"), try day("to"))
    guard from <= to else { throw bad("to") }
    var details: [String: String] = [:]
    for member in try inner("details").json.object?.members ?? [] {
      guard let detail = member.value.string else { throw bad("details") }
      details[member.name] = detail
    }
    return ShareReceipt(
      id: try id("id"), recipient: try text("recipient"), sequence: try count("sequence"), at: try moment("at"),
      way: way, days: from...to, details: details, note: json["note"] == nil ? nil : try text("note"), sent: [])
  }

  func sent() throws(JournalRefusal) -> ShareReceipt.Sent {
    ShareReceipt.Sent(
      entry: try id("entry"), revision: try count("revision"), isWithdrawn: try flag("withdrawn"),
      form: try text("form"), version: try count("version"), day: try day("day"), digest: try bytes("digest"))
  }

  /// What taking an acceptance back needs; nothing where the line is about an import.
  func accepted() throws(JournalRefusal) -> WholeJournal.Accepted {
    var accepted = WholeJournal.Accepted()
    guard json["accepted"] != nil else { return accepted }
    let inner = try inner("accepted")
    guard let entries = inner.json["entries"]?.array, let values = inner.json["values"]?.array else {
      throw bad("accepted")
    }
    for one in entries.map({ FieldReader($0, line: line) }) {
      let id = try one.id("entry")
      guard accepted.entries[id] == nil else { throw bad("accepted") }
      accepted.entries[id] = (one.json["before"] == nil ? nil : try one.count("before"), try one.count("after"))
    }
    for one in values.map({ FieldReader($0, line: line) }) {
      let key = try one.text("key")
      guard accepted.values[key] == nil else { throw bad("accepted") }
      accepted.values[key] = (
        one.json["before"] == nil ? nil : try one.bytes("before"),
        one.json["after"] == nil ? nil : try one.bytes("after")
      )
    }
    guard !accepted.isEmpty else { throw bad("accepted") }
    return accepted
  }
}
