import Crypto
import JSON
import Journal

/// Who says that they wrote a log, for whom, and when: its first line and its last. Of a log by a stranger nothing else is looked at.
package struct LogEnvelope: Sendable {
  package var participant: LogManifest.Participant
  package var recipients: [String]
  package var created: Moment
  /// What the signature is over: the log up to the line that holds it.
  private let signedCount: Int
  private let bytes: [UInt8]
  package var signature: String

  package init(_ bytes: [UInt8]) throws(LogRefusal) {
    var split = LineSplit(bytes)
    let manifest = try LogLines.head(&split)
    let read = ManifestReader(manifest)
    created = try read.created()
    participant = try read.participant()
    recipients = try read.recipients()
    guard bytes.last == UInt8(ascii: "\n"),
      let feed = bytes.dropLast().suffix(Self.limit).lastIndex(of: UInt8(ascii: "\n"))
    else { throw .cutOff }
    let raw = bytes[(feed + 1)..<(bytes.count - 1)]
    guard raw.starts(with: Array("{\"signature\":".utf8)) else { throw .cutOff }
    // Lines are not counted yet: this one is the last.
    signature = try LogLines.signature(try LogLines.json(raw, line: 0), line: 0)
    signedCount = feed + 1
    self.bytes = bytes
  }

  /// Who signed it, once that is proven.
  package func signer() throws(SSHSignatureError) -> SSHPublicKey {
    let signature = try SSHSignature(armoured: signature)
    let digest = bytes.withUnsafeBytes { all in
      var hash = SHA512()
      hash.add(UnsafeRawBufferPointer(rebasing: all[..<signedCount]))
      return hash.finish()
    }
    try signature.check(digest: digest, signer: signature.signer)
    return signature.signer
  }

  /// Bytes that the last line may have.
  private static let limit = 8_192
}
