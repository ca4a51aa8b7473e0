import Crypto
import Forms
import Foundation
import GRDB
import JSON
import Journal

/// How journal values stand in columns, and back.
enum Stored {
  static let limits = JSONLimits(bytes: 32 << 20)

  static func text(_ json: JSON) -> String {
    (try? json.canonical()).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
  static func text(_ answers: [String: Answer]) -> String { text(Answer.json(answers)) }
  static func text(_ walk: Walk) -> String { text(walk.json) }
  static func text(_ links: [Link]) -> String {
    text(.array(links.map { ["name": .string($0.name), "entry": .string($0.entry.text)] }))
  }

  static func json(_ text: String) throws -> JSON {
    do { return try JSON(reading: Array(text.utf8), limits: limits) } catch { throw VaultError.unreadableEntry }
  }

  static func answers(_ text: String) throws -> [String: Answer] {
    guard let answers = Answer.answers(try json(text)) else { throw VaultError.unreadableEntry }
    return answers
  }

  static func links(_ text: String) throws -> [Link] {
    try (json(text).array ?? []).compactMap { item in
      guard let name = item["name"]?.string, let id = item["entry"]?.string.flatMap(ULID.init) else { return nil }
      return Link(name: name, entry: id)
    }
  }

  /// From `revision.*` with `form` and `id` of its entry.
  static func entry(_ row: Row) throws -> Entry {
    guard let status = Entry.Status(rawValue: try row.value("status")) else { throw VaultError.unreadableEntry }
    return Entry(
      id: try row.id("id"), revision: try row.count("revision"), status: status,
      form: FormStamp(
        id: try row.value("form"), version: try row.count("version"), wording: try row.value("wording")),
      day: try row.day("day"), part: try row.optional("part").flatMap(PartOfDay.init),
      recorded: try row.moment("recorded"), answers: try answers(row.value("answers")),
      links: try links(row.value("links")), tags: try tags(row.optional("tags")))
  }

  /// Nil where there are none, so that most entries spend no byte on it.
  static func text(_ tags: [String]) -> String? { tags.isEmpty ? nil : text(.array(tags.map(JSON.string))) }

  static func tags(_ text: String?) throws -> [String] {
    guard let text else { return [] }
    return try (json(text).array ?? []).compactMap(\.string)
  }

  /// The walk is read against any form with its id: it holds no wording.
  static func draft(_ row: Row) throws -> Draft {
    let form = Form(
      id: try row.value("form"), version: 0, title: "", kind: .log, summary: "", questions: [])
    guard let walk = Walk(try json(row.value("walk")), for: form) else { throw VaultError.unreadableEntry }
    return Draft(
      id: try row.id("id"), walk: walk, day: try row.day("day"), started: try row.moment("started"),
      updated: try row.moment("updated"), edits: try row.optional("edits").flatMap { ULID($0 as String) },
      links: try links(row.value("links")))
  }
}

extension JournalStore {
  /// Stores the wording of a form once; returns its hash.
  func keep(_ form: Form, in db: Database) throws -> String {
    let body = try Wordings.body(of: form)
    let hash = Wordings.hash(of: body)
    try db.execute(
      sql: "INSERT INTO wording (hash, form, version, body) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING",
      arguments: [hash, form.id, form.version, body])
    return hash
  }

  /// The same for an entry that carries a stamp: a wording that is there already is not made again.
  func keep(_ form: Form, stamped hash: String, in db: Database) throws -> String {
    let known = try String.fetchOne(
      db.cachedStatement(sql: "SELECT hash FROM wording WHERE hash = ? AND form = ?"), arguments: [hash, form.id])
    return try known ?? keep(form, in: db)
  }

  func wording(_ hash: String, in db: Database) throws -> Form {
    let body = try String.fetchOne(db, sql: "SELECT body FROM wording WHERE hash = ?", arguments: [hash])
    guard let body else { throw VaultError.unreadableEntry }
    return try Wordings.form(from: body)
  }
}

/// The wording of a form as JSON with sorted names, and its hash.
package enum Wordings {
  package static func body(of form: Form) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(form), as: UTF8.self)
  }

  package static func form(from body: String) throws -> Form {
    try JSONDecoder().decode(Form.self, from: Data(body.utf8))
  }

  package static func hash(of body: String) -> String {
    (try? BLAKE2b.hash(Array(body.utf8), count: 16)).map(hex) ?? ""
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// What an entry on this form is stamped with.
  package static func stamp(of form: Form) -> FormStamp {
    FormStamp(id: form.id, version: form.version, wording: (try? body(of: form)).map(hash) ?? "")
  }
}
