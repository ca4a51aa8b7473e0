import Crypto
import Glibc
import Terminal

extension Passphrase {
  /// Moves a typed line into locked memory, normalised to NFC, and wipes the line.
  package static func taking(_ line: SecretLine) throws(Departure) -> SecretBytes {
    defer { line.wipe() }
    do {
      let raw = try line.withBytes { bytes throws(CryptoError) in try SecretBytes(copying: bytes) }
      return try normalised(raw)
    } catch {
      throw .failed(Failure("There was not enough protected memory for the passphrase.", code: 1))
    }
  }
}

/// The file that `--passphrase-file` names: its first line is the passphrase.
package enum PassphraseFile {
  package static func read(_ path: String) throws(Departure) -> SecretLine {
    guard access(path, F_OK) == 0 else {
      throw .failed(
        Failure("The passphrase file is not there.", next: "Check the path after --passphrase-file.", code: 66))
    }
    guard !PlainFile.isOpenToOthers(path) else {
      throw .failed(
        Failure(
          "Other people on this computer can read the passphrase file, so it was not used.",
          next: "Run `chmod 600` on it, then try again.", code: 77))
    }
    guard case .success(var bytes) = PlainFile.read(path, limit: 65_536) else {
      throw .failed(Failure("The passphrase file cannot be read.", code: 66))
    }
    defer { for index in bytes.indices { bytes[index] = 0 } }
    let line = bytes.prefix { $0 != 10 }
    let secret = SecretLine(copying: line.last == 13 ? line.dropLast() : line)
    guard secret.count > 0 else {
      throw .failed(Failure("The first line of the passphrase file is empty.", code: 65))
    }
    return secret
  }
}

/// Words with a meaning at the passphrase prompt; none of them can be a passphrase.
enum ReservedWords {
  static let all = ["words", "quit", "hide", "menu", "help"]

  static func isOpener(_ secret: SecretLine) -> Bool { Words.openers.contains { matches(secret, $0) } }

  static func isReserved(_ secret: SecretLine) -> Bool { isOpener(secret) || all.contains { matches(secret, $0) } }

  /// Compares without making a string of the secret; ASCII capitals do not matter.
  static func matches(_ secret: SecretLine, _ word: String) -> Bool {
    secret.withBytes { bytes in
      bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }.elementsEqual(word.utf8)
    }
  }
}
