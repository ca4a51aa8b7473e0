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
    var split = LineSplit(bytes)
    let manifest = try LogLines.head(&split)
    let read = ManifestReader(manifest)
    exportId = try read.exportId()
    try read.rest()
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
      let json = try LogLines.json(raw, line: split.number)
      if json["signature"] != nil {
        signature = try LogLines.signature(json, line: split.number)
        continue
      }
      guard lines.count < LogLimits.entries else { throw .tooLarge }
      let line = try LogLine(json, bytes: Array(raw), number: split.number)
      if let last, (last.name, last.revision) >= (line.name, line.revision) { throw .outOfOrder(line: split.number) }
      last = (line.name, line.revision)
      guard let place = known["\(line.form) \(line.version)"] else { throw .unknownForm(line: split.number) }
      guard range.contains(line.day) else { throw .outsideRange(line: split.number) }
      if let name = forms[place].misfit(line.answers) { throw .misfit(name, line: split.number) }
      if let name = forms[place].wrongScore(line.answers) { throw .wrongScore(name, line: split.number) }
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
}
