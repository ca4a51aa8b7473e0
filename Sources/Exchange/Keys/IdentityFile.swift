import Forms

/// Why a file is not one with secret keys of age.
package enum IdentityFileError: Error, Equatable {
  case empty
  /// It is sealed itself.
  case sealed
  /// It holds the public half, in this line (from 1).
  case publicKey(line: Int)
  /// A key of an add-on of age.
  case addOn(line: Int)
  /// A secret key of which a character is missing or was changed.
  case damaged(line: Int)
  case notAKey(line: Int)
}

/// A file of `AGE-SECRET-KEY-1…` lines, as `age-keygen` writes it.
package enum IdentityFile {
  package static let limit = 1 << 16

  package static func parse(_ bytes: [UInt8]) throws(IdentityFileError) -> [AgeIdentity] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard !text.hasPrefix(AgeHeader.versionStart), !text.hasPrefix(Armour.begin) else { throw .sealed }
    var identities: [AgeIdentity] = []
    for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = String(line).trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let identity = AgeIdentity(text: line) else { throw fault(in: line, place + 1) }
      identities.append(identity)
    }
    guard !identities.isEmpty else { throw .empty }
    return identities
  }

  private static func fault(in line: String, _ number: Int) -> IdentityFileError {
    let upper = line.uppercased()
    if upper.hasPrefix("AGE-PLUGIN-") || upper.hasPrefix("AGE-SECRET-KEY-PQ-") { return .addOn(line: number) }
    if upper.hasPrefix("AGE-SECRET-KEY-") { return .damaged(line: number) }
    if upper.hasPrefix("AGE1") || SSHPublicKey.isLikeSSH(line) { return .publicKey(line: number) }
    return .notAKey(line: number)
  }
}
