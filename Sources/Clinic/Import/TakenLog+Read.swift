import Crypto
import Exchange
import Vault

extension TakenLog {
  /// Of a log that was read and checked; nil where a line names a form that is not described.
  init?(_ log: ReadLog, of participant: Int64, by signer: SSHPublicKey, digest: [UInt8], sealed: [UInt8]) {
    guard let (head, forms) = try? LogParts.head(of: log.manifest) else { return nil }
    var places: [String: Int] = [:]
    for (place, form) in log.forms.enumerated() { places["\(form.form.id) \(form.form.version)"] = place }
    var lines: [Line] = []
    lines.reserveCapacity(log.lines.count)
    for line in log.lines {
      guard let place = places["\(line.form) \(line.version)"] else { return nil }
      lines.append(
        Line(
          name: line.name, revision: line.revision, digest: Array(SHA256.hash(line.bytes).prefix(16)), form: line.form,
          place: place, day: line.day, body: String(decoding: line.bytes, as: UTF8.self)))
    }
    self.init(
      participant: participant, signing: signer.point, logID: log.participant.id, digest: digest, sealedDigest: sealed,
      exportID: log.exportId, sequence: log.sequence, created: log.created.milliseconds, days: log.range, head: head,
      signature: log.signature, note: log.manifest["note"]?.string,
      forms: forms.map { Description(digest: SHA256.hash($0), body: String(decoding: $0, as: UTF8.self)) }, lines: lines
    )
  }
}
