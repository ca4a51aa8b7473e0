import Crypto
import Forms
import JSON
import Journal

/// A log file that keeps every rule of the format. Who signed it, and for whom it is, the importer decides.
package struct ReadLog: Sendable {
  package var manifest: JSON
  package var exportId: String
  package var sequence: Int
  package var created: Moment
  /// The participant's id, and the two keys it names.
  package var participant: LogManifest.Participant
  package var recipients: [String]
  package var range: ClosedRange<Day>
  package var forms: [LogForm]
  package var lines: [LogLine]
  /// What the signature is over: the file up to the line that holds it.
  package var signed: [UInt8]
  package var signature: String

  /// Reads the whole file, or says why not. Newer minor versions are read; what they add is kept in the bytes of each line.
  package init(_ bytes: [UInt8]) throws(LogRefusal) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= LogLimits.file else { throw .tooLarge }
    guard bytes[0] == UInt8(ascii: "{") else { throw .notALog }
    var split = LineSplit(bytes)
    guard let head = try split.next() else { throw .cutOff }
    let manifest = try Self.json(head, line: 1)
    guard manifest["format"]?.string == LogManifest.format else { throw .notALog }
    guard Self.isKnown(manifest["version"]?.string) else { throw .version }
    try Self.check(manifest, is: head, line: 1)
    let read = ManifestReader(manifest)
    exportId = try read.text("exportId", most: 64)
    sequence = try read.count("sequence", from: 1)
    created = try read.created()
    participant = try read.participant()
    recipients = try read.recipients()
    range = try read.range(created: created)
    forms = try read.forms()
    self.manifest = manifest

    var known: [String: Int] = [:]
    for (place, form) in forms.enumerated() { known["\(form.form.id) \(form.form.version)"] = place }
    var lines: [LogLine] = []
    var last: (name: String, revision: Int)?
    let start = split.at
    var end = start
    var signature: String?
    while let raw = try split.next() {
      guard signature == nil else { throw .outOfOrder(line: split.number) }
      let json = try Self.json(raw, line: split.number)
      try Self.check(json, is: raw, line: split.number)
      if let found = json["signature"] {
        guard let text = found.string, json.object?.count == 1, text.utf8.count <= 4_096 else {
          throw .field("signature", line: split.number)
        }
        signature = text
        continue
      }
      guard lines.count < LogLimits.entries else { throw .tooLarge }
      let line = try LogLine(json, bytes: Array(raw), number: split.number)
      if let last, (last.name, last.revision) >= (line.name, line.revision) { throw .outOfOrder(line: split.number) }
      last = (line.name, line.revision)
      guard let place = known["\(line.form) \(line.version)"] else { throw .unknownForm(line: split.number) }
      guard range.contains(line.day) else { throw .outsideRange(line: split.number) }
      if let name = forms[place].offScale(line.answers) { throw .offScale(name, line: split.number) }
      lines.append(line)
      end = split.at
    }
    guard let signature else { throw .cutOff }
    self.lines = lines
    self.signature = signature
    signed = Array(bytes[..<end])
    let withdrawn = lines.count(where: \.isWithdrawn)
    guard try read.counts() == [lines.count, lines.count - withdrawn, withdrawn] else { throw .counts }
    guard manifest["entriesSha256"]?.string == Hex.text(SHA256.hash(Array(bytes[start..<end]))) else { throw .digest }
  }

  static func isKnown(_ version: String?) -> Bool {
    guard let parts = version?.split(separator: ".", omittingEmptySubsequences: false), parts.count == 2 else {
      return false
    }
    return parts[0] == "1" && (1...4).contains(parts[1].count) && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
  }

  static func json(_ raw: ArraySlice<UInt8>, line: Int, string: Int = LogLimits.answer) throws(LogRefusal) -> JSON {
    let limits = JSONLimits(bytes: LogLimits.line, depth: 32, string: string, values: 200_000)
    do {
      return try JSON(reading: Array(raw), limits: limits)
    } catch {
      guard case .refused(let reason, let within, let column) = error else { throw .notCanonical(line: line) }
      throw .json(reason, line: line + within - 1, column: column)
    }
  }

  static func check(_ json: JSON, is raw: ArraySlice<UInt8>, line: Int) throws(LogRefusal) {
    guard let canonical = try? json.canonical(), canonical.elementsEqual(raw) else { throw .notCanonical(line: line) }
  }
}

/// Takes lines off bytes; each must end with a line feed.
struct LineSplit {
  let bytes: [UInt8]
  private(set) var at = 0
  /// Of the line that was taken last, from 1.
  private(set) var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() throws(LogRefusal) -> ArraySlice<UInt8>? {
    guard at < bytes.count else { return nil }
    guard let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) else { throw .cutOff }
    guard end - at <= LogLimits.line else { throw .tooLarge }
    defer { at = end + 1 }
    number += 1
    return bytes[at..<end]
  }
}
