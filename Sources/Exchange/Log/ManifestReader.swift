import Forms
import JSON
import Journal

/// Reads the fields of a manifest that an importer needs; what else is there is left alone.
struct ManifestReader {
  let json: JSON
  init(_ json: JSON) { self.json = json }

  private func bad(_ field: String) -> LogRefusal { .field(field, line: 1) }

  func text(_ field: String, most: Int) throws(LogRefusal) -> String {
    guard let text = json[field]?.string, !text.isEmpty, text.utf8.count <= most else { throw bad(field) }
    return text
  }

  func count(_ field: String, from least: Int) throws(LogRefusal) -> Int {
    guard let count = json[field]?.integer, count >= least else { throw bad(field) }
    return count
  }

  func created() throws(LogRefusal) -> Moment {
    guard let moment = Moment(rfc3339: try text("createdAt", most: 25), zone: try text("zone", most: 64)),
      abs(moment.offset) <= 14 * 3600
    else { throw bad("createdAt") }
    return moment
  }

  func exportId() throws(LogRefusal) -> String {
    let id = try text("exportId", most: 64)
    guard ULID(id) != nil else { throw bad("exportId") }
    return id
  }

  /// What an importer hands on and does not use is at least what it must be.
  func rest() throws(LogRefusal) {
    _ = (try text("app", most: 200), try text("purpose", most: 500), try text("entriesSha256", most: 64))
    guard json["previousExportId"].map({ $0.string.flatMap { ULID($0) } != nil }) ?? true else {
      throw bad("previousExportId")
    }
    guard json["note"].map({ $0.string != nil }) ?? true else { throw bad("note") }
    if let notice = json["notice"], notice["text"]?.string == nil || notice["basis"]?.string == nil {
      throw bad("notice")
    }
    guard let consent = json["consent"], consent["id"]?.string != nil,
      let categories = consent["categories"]?.object, categories.members.allSatisfy({ $0.value.string != nil }),
      consent["expiresAt"].map({ $0.string.flatMap { Day(iso: $0) } != nil }) ?? true
    else { throw bad("consent") }
  }

  func participant() throws(LogRefusal) -> LogManifest.Participant {
    guard let person = json["participant"], let id = person["id"]?.string, !id.isEmpty, id.utf8.count <= 64,
      let key = person["signingKey"]?.string, key.utf8.count <= 200,
      let recipient = person["recipient"]?.string, recipient.utf8.count <= 100
    else { throw bad("participant") }
    let name = person["displayName"]
    guard name == nil || (name?.string.map { $0.utf8.count <= 200 } ?? false) else { throw bad("displayName") }
    return LogManifest.Participant(id: id, displayName: name?.string, signingKey: key, recipient: recipient)
  }

  func recipients() throws(LogRefusal) -> [String] {
    guard let items = json["recipients"]?.array, items.count <= 100 else { throw bad("recipients") }
    let keys = items.compactMap(\.string)
    guard keys.count == items.count else { throw bad("recipients") }
    return keys
  }

  /// Days as the log names them. A log cannot be about days that had not begun anywhere when it was made.
  func range(created: Moment) throws(LogRefusal) -> ClosedRange<Day> {
    guard let from = json["range"]?["from"]?.string.flatMap({ Day(iso: $0) }),
      let to = json["range"]?["to"]?.string.flatMap({ Day(iso: $0) }), from <= to,
      to <= created.day.adding(days: 1), from.year >= 1900
    else { throw bad("range") }
    return from...to
  }

  func forms() throws(LogRefusal) -> [LogForm] {
    guard let items = json["forms"]?.array, items.count <= 2_000 else { throw bad("forms") }
    let forms = items.compactMap { LogForm($0) }
    guard forms.count == items.count else { throw bad("forms") }
    return forms
  }

  /// All entries, those that stand, those that are withdrawn.
  func counts() throws(LogRefusal) -> [Int] {
    let counts = ["entries", "active", "withdrawn"].compactMap { json["counts"]?[$0]?.integer }
    guard counts.count == 3 else { throw bad("counts") }
    return counts
  }
}
