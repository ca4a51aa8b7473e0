import Crypto

extension AgeRecipient {
  /// From `age1…`, without spaces around it.
  package init(parsing text: String) throws(KeyMistake) {
    guard !KeyMistake.holdsSecret(text) else { throw .secret }
    if SSHPublicKey.isLikeSSH(text) { throw .sshInsteadOfAge }
    let lower = text.lowercased()
    guard lower.hasPrefix("age1") else { throw .notAKey }
    guard text == lower else { throw .capitals }
    let parsed: (label: String, bytes: [UInt8])
    do {
      parsed = try Bech32.parse(text)
    } catch {
      throw Self.mistake(in: text, error)
    }
    guard parsed.label == Self.label else { throw .addOn(String(parsed.label.drop { $0 != "1" }.dropFirst())) }
    guard parsed.bytes.count == X25519.count else {
      let missing = Self.textCount - text.count
      throw missing > 0 ? .tooShort(missing) : .tooLong(-missing)
    }
    guard Self.isStrong(parsed.bytes) else { throw .weak }
    self.init(point: parsed.bytes)
  }

  /// The nearest mistake in a text that begins with `age1` and does not read.
  private static func mistake(in text: String, _ trouble: Bech32.Trouble) -> KeyMistake {
    // `1` and `b`, `i`, `o` are in no key, so that they are the likeliest slip of a hand.
    for (place, character) in text.enumerated() where place > 3 {
      guard let byte = character.asciiValue, Bech32.letters.contains(byte) else {
        return .character(character, at: place + 1)
      }
    }
    let missing = textCount - text.count
    return missing > 0 ? .tooShort(missing) : missing < 0 ? .tooLong(-missing) : .damaged
  }

  /// A point of low order gives the same shared secret to everyone.
  private static func isStrong(_ point: [UInt8]) -> Bool {
    guard let probe = try? SecretBytes(copying: [UInt8](repeating: 1, count: X25519.count)) else { return false }
    return (try? X25519.shared(probe, point)) != nil
  }
}
