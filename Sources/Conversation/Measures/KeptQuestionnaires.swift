import Crypto
import Forms
import JSON
import Journal
import Vault

/// A questionnaire that was added from a file.
struct KeptQuestionnaire: Equatable {
  /// The form's id, by which it is opened and its entries are found.
  var id: String
  var title: String
  var url: String
  /// Names the exact bytes of the file.
  var key: String
  var added: Day
  var version: Int
  /// Taken off the list. What was filled in stays, and so does the file.
  var isRemoved = false
  /// The item of an assignment that it came with: what is filled in says so.
  var item: ULID?

  fileprivate var json: JSON {
    let item = item.map { [("item", JSON.string($0.text))] } ?? []
    let members: [(String, JSON)] = [
      ("id", .string(id)), ("title", .string(title)), ("url", .string(url)), ("key", .string(key)),
      ("added", .string(added.iso)), ("version", .number(Double(version))), ("removed", .bool(isRemoved)),
    ]
    return .object(JSON.Object(members + item))
  }

  fileprivate init?(_ json: JSON) {
    guard let id = json["id"]?.string, let title = json["title"]?.string, let url = json["url"]?.string,
      let key = json["key"]?.string, let added = json["added"]?.string.flatMap({ Day(iso: $0) }),
      let version = json["version"]?.integer
    else { return nil }
    self.init(id: id, title: title, url: url, key: key, added: added, version: version)
    isRemoved = json["removed"]?.bool ?? false
    item = json["item"]?.string.flatMap { ULID($0) }
  }

  init(id: String, title: String, url: String, key: String, added: Day, version: Int) {
    self.id = id
    self.title = title
    self.url = url
    self.key = key
    self.added = added
    self.version = version
  }
}

/// Values that are to be kept together with others, in one commit.
final class PendingValues {
  var values: [String: [UInt8]] = [:]
}

/// The questionnaires in the journal: a short list, the form of each, the exact files, and how often each comes up.
struct KeptQuestionnaires {
  let session: Session
  /// Where there are some, nothing is stored here: they are read first, and take what is kept.
  var pending: PendingValues?
  private static let list = "questionnaires"
  private static let rhythms = "measure-rhythms"
  private static let limits = JSONLimits(bytes: 1 << 20)

  /// Names the exact bytes of a file and of those beside it.
  static func key(_ files: [[UInt8]]) -> String {
    var all: [UInt8] = []
    for file in files { all += Array("\(file.count):".utf8) + file }
    let hash = (try? BLAKE2b.hash(all, count: 16)) ?? []
    return hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  func all() throws(Departure) -> [KeptQuestionnaire] {
    (try json(Self.list)?.array ?? []).compactMap(KeptQuestionnaire.init)
  }

  func form(_ kept: KeptQuestionnaire) throws(Departure) -> Form {
    let body = try value("questionnaire-form-\(kept.id)")
    guard let body, let form = try? Wordings.form(from: String(decoding: body, as: UTF8.self)) else {
      throw .failed(
        Failure(
          "\(kept.title) cannot be read any more.", safe: "What you filled in is kept.",
          next: "Add its file again: `measure add FILE`.", code: 65))
    }
    return form
  }

  /// The exact bytes that were given: the questionnaire, then its value sets.
  func files(_ key: String) throws(Departure) -> [[UInt8]] {
    try session.inJournal { (store) throws(VaultError) in
      var files: [[UInt8]] = []
      while let file = try store.memory("questionnaire-file-\(key)-\(files.count)") { files.append(file) }
      return files
    }
  }

  /// One commit: list, form and files together.
  func keep(_ kept: KeptQuestionnaire, form: Form, files: [[UInt8]]) throws(Departure) {
    var all = try self.all().filter { $0.id != kept.id }
    all.append(kept)
    guard let body = try? Wordings.body(of: form) else { throw .failed(.unexpected) }
    var values = [Self.list: try bytes(of: all), "questionnaire-form-\(kept.id)": Array(body.utf8)]
    for (number, file) in files.enumerated() { values["questionnaire-file-\(kept.key)-\(number)"] = file }
    try remember(values)
  }

  func change(_ kept: KeptQuestionnaire) throws(Departure) {
    try remember([Self.list: try bytes(of: try all().map { $0.id == kept.id ? kept : $0 })])
  }

  // MARK: How often

  /// Days between two times; nil is only when it is opened by name.
  func rhythm(_ form: String) throws(Departure) -> Int? {
    let days = try json(Self.rhythms)?[form]?.integer ?? 7
    return days > 0 ? days : nil
  }

  func setRhythm(_ days: Int?, for form: String) throws(Departure) {
    var object = try json(Self.rhythms)?.object ?? JSON.Object()
    object[form] = .number(Double(days ?? 0))
    guard let value = try? JSON.object(object).canonical() else { throw .failed(.unexpected) }
    try remember([Self.rhythms: value])
  }

  private func bytes(of all: [KeptQuestionnaire]) throws(Departure) -> [UInt8] {
    guard let bytes = try? JSON.array(all.map(\.json)).canonical() else { throw .failed(.unexpected) }
    return bytes
  }

  private func json(_ key: String) throws(Departure) -> JSON? {
    try value(key).flatMap { try? JSON(reading: $0, limits: Self.limits) }
  }

  private func value(_ key: String) throws(Departure) -> [UInt8]? {
    if let value = pending?.values[key] { return value }
    return try session.inJournal { (store) throws(VaultError) in try store.memory(key) }
  }

  private func remember(_ values: [String: [UInt8]]) throws(Departure) {
    if let pending { return pending.values.merge(values) { $1 } }
    try session.inJournal { (store) throws(VaultError) in try store.remember(values) }
  }
}
