/// A passphrase that a person can take as it is: four words of the list, 44 random bits, unless more are asked for.
package struct PassphraseSuggestion: Sendable {
  package let words: [String]

  package init(count: Int = 4, from random: RandomSource = .system) {
    words = (0..<count).map { _ in
      let bytes = random.bytes(2)
      // The list has 2,048 words, so eleven bits name each with the same chance.
      return WordList.words[(Int(bytes[0]) << 8 | Int(bytes[1])) & 0x7FF]
    }
  }

  /// The words as they are shown and typed, with single spaces.
  package var text: String { words.joined(separator: " ") }

  /// The suggestion as a passphrase.
  package func passphrase() throws(CryptoError) -> SecretBytes { try SecretBytes(copying: Array(text.utf8)) }
}
