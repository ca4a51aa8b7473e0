import Crypto

/// An Ed25519 key as OpenSSH writes it: `ssh-ed25519 AAAA…`.
package struct SSHPublicKey: Hashable, Sendable {
  package let point: [UInt8]
  static let kind = "ssh-ed25519"
  /// Letters after the kind.
  static let letterCount = 68

  package init(point: [UInt8]) { self.point = point }

  /// Without a comment.
  package var text: String { Self.kind + " " + Base64.text(blob) }

  /// The key as it stands inside other SSH formats.
  var blob: [UInt8] {
    var writer = SSHWriter()
    writer.add(Array(Self.kind.utf8))
    writer.add(point)
    return writer.bytes
  }

  /// Nil for anything but an Ed25519 key.
  init?(blob: [UInt8]) {
    var reader = SSHReader(blob)
    guard reader.string() == Array(Self.kind.utf8), let point = reader.string(), point.count == 32, reader.isAtEnd
    else { return nil }
    self.point = point
  }

  static func isLikeSSH(_ text: String) -> Bool {
    let lower = text.lowercased()
    return ["ssh-", "ecdsa-", "sk-ssh-", "sk-ecdsa-"].contains { lower.hasPrefix($0) }
  }

  /// From a line; what follows the key is a comment.
  package init(parsing line: String) throws(KeyMistake) {
    guard !KeyMistake.holdsSecret(line) else { throw .secret }
    if line.lowercased().hasPrefix("age1") { throw .ageInsteadOfSSH }
    let words = line.split(separator: " ")
    guard Self.isLikeSSH(line), let kind = words.first else { throw .notAKey }
    guard kind == Self.kind else { throw .otherSSHKind(String(kind)) }
    let letters = words.count > 1 ? words[1] : ""
    for (place, letter) in letters.enumerated() {
      guard let byte = letter.asciiValue, Base64.isLetter(byte) else {
        throw .character(letter, at: Self.kind.count + 2 + place)
      }
    }
    let missing = Self.letterCount - letters.count
    guard missing == 0 else { throw missing > 0 ? .tooShort(missing) : .tooLong(-missing) }
    guard let blob = Base64.bytes(letters.utf8), let key = SSHPublicKey(blob: blob) else { throw .damaged }
    guard Ed25519.isKey(key.point) else { throw .damaged }
    self = key
  }
}

extension SigningKey {
  /// What others check its signatures with.
  package var publicKey: SSHPublicKey { SSHPublicKey(point: point) }
}
