import Forms
import JSON
import Journal

/// One entry of a log that was read.
package struct LogLine: Equatable, Sendable {
  /// Canonical, without a line feed: what an importer keeps, and hands on byte for byte.
  package var bytes: [UInt8]
  package var name: String
  package var revision: Int
  package var isWithdrawn: Bool
  package var form: String
  package var version: Int
  package var day: Day
  package var part: PartOfDay?
  package var recorded: Moment?
  package var detail: ShareDetail
  package var redacted: [String]
  package var links: [(name: String, entry: String)]
  package var answers: [String: Answer]

  package static func == (a: LogLine, b: LogLine) -> Bool { a.bytes == b.bytes }

  /// From the bytes of a line that was kept.
  package init?(kept text: String) {
    let bytes = Array(text.utf8)
    let limits = JSONLimits(bytes: LogLimits.line, depth: 32)
    guard let json = try? JSON(reading: bytes, limits: limits),
      let line = try? LogLine(json, bytes: bytes, number: 0)
    else { return nil }
    self = line
  }

  /// `number` counts lines of the file from 1.
  init(_ json: JSON, bytes: [UInt8], number: Int) throws(LogRefusal) {
    func bad(_ field: String) -> LogRefusal { .field(field, line: number) }
    func text(_ field: String, most: Int = 64) throws(LogRefusal) -> String {
      guard let text = json[field]?.string, !text.isEmpty, text.utf8.count <= most else { throw bad(field) }
      return text
    }
    self.bytes = bytes
    guard case .object = json else { throw bad("id") }
    name = try text("id")
    guard Self.isName(name) else { throw bad("id") }
    guard let revision = json["revision"]?.integer, (1...1_000_000).contains(revision) else { throw bad("revision") }
    self.revision = revision
    switch json["status"]?.string {
    case "active": isWithdrawn = false
    case "withdrawn": isWithdrawn = true
    default: throw bad("status")
    }
    guard let form = json["form"]?["id"]?.string, !form.isEmpty, form.utf8.count <= 200,
      let version = json["form"]?["version"]?.integer, (0...1_000_000).contains(version)
    else { throw bad("form") }
    (self.form, self.version) = (form, version)
    guard let day = Day(iso: try text("effectiveDate")) else { throw bad("effectiveDate") }
    self.day = day
    part = nil
    if let value = json["part"] {
      guard let part = value.string.flatMap(PartOfDay.init) else { throw bad("part") }
      self.part = part
    }
    recorded = nil
    if json["recordedAt"] != nil || json["zone"] != nil {
      let zone = try text("zone")
      guard let moment = Moment(rfc3339: try text("recordedAt"), zone: zone), abs(moment.offset) <= 14 * 3600 else {
        throw bad("recordedAt")
      }
      recorded = moment
    }
    guard let detail = json["share"]?.string.flatMap(ShareDetail.init), detail != .none else { throw bad("share") }
    self.detail = detail
    guard let redacted = json["redacted"]?.array else { throw bad("redacted") }
    self.redacted = redacted.compactMap(\.string)
    guard self.redacted.count == redacted.count else { throw bad("redacted") }
    guard let links = json["links"]?.array else { throw bad("links") }
    self.links = links.compactMap { link in
      guard let name = link["name"]?.string, let entry = link["entry"]?.string, Self.isName(entry) else { return nil }
      return (name, entry)
    }
    guard self.links.count == links.count else { throw bad("links") }
    guard (json["answers"] == nil) == isWithdrawn, let answers = json["answers"].map(Answer.answers) ?? [:],
      answers.values.allSatisfy(Self.fits)
    else { throw bad("answers") }
    self.answers = answers
  }

  /// 26 letters and digits of Crockford's base32.
  static func isName(_ text: String) -> Bool { ULID(text) != nil }

  private static func fits(_ answer: Answer) -> Bool {
    switch answer {
    case .text(let text): text.utf8.count <= LogLimits.answer
    case .number, .yesNo: true
    case .items(let items): items.reduce(0) { $0 + $1.utf8.count } <= LogLimits.answer
    case .group(let answers): answers.values.allSatisfy(fits)
    case .each(let rows): rows.allSatisfy { $0.of.utf8.count <= LogLimits.answer && $0.answers.values.allSatisfy(fits) }
    }
  }
}
