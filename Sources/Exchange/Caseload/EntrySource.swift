import Crypto
import JSON
import Journal

/// Where an entry came from: it goes along to whoever gets the entry next.
package struct EntrySource: Equatable, Sendable {
  /// The id of the log that brought it, and when that was made.
  package var log: String
  package var made: Moment
  /// Fingerprint of the key that signed the log.
  package var signer: String
  /// What may be done with it further.
  package var notice: LogManifest.Notice?
  /// Another version of the same revision says something else.
  package var isDisputed: Bool

  package init(
    log: String, made: Moment, signer: String, notice: LogManifest.Notice? = nil, isDisputed: Bool = false
  ) {
    self.log = log
    self.made = made
    self.signer = signer
    self.notice = notice
    self.isDisputed = isDisputed
  }

  /// From the manifest of a log, with or without its forms; nil where it is none.
  package init?(manifest: String, signing point: [UInt8]) {
    guard let json = try? JSON(reading: Array(manifest.utf8), limits: JSONLimits(bytes: LogLimits.line)) else {
      return nil
    }
    let read = ManifestReader(json)
    guard let log = try? read.text("exportId", most: 64), let made = try? read.created() else { return nil }
    self.init(log: log, made: made, signer: SSHPublicKey(point: point).fingerprint, notice: Self.notice(json))
  }

  private static func notice(_ manifest: JSON) -> LogManifest.Notice? {
    guard let text = manifest["notice"]?["text"]?.string, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return LogManifest.Notice(text: text, basis: manifest["notice"]?["basis"]?.string ?? "")
  }
}

extension SSHPublicKey {
  /// As `ssh-keygen -l` shows it: `SHA256:…`
  package var fingerprint: String { "SHA256:" + Base64.text(SHA256.hash(blob)) }
}
