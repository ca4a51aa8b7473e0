/// The passphrase of a sealed file: seven random words of the list, 77 bits, told to the other side by another way.
package enum SealingWords {
  package static let count = 7

  package static func random(from random: RandomSource = .system) -> PassphraseSuggestion {
    PassphraseSuggestion(count: count, from: random)
  }

  /// The words as they were written, when `typed` is seven words of the list in any case and with anything between them;
  /// nil when it is something else.
  package static func spelled(_ typed: SecretBytes) throws(CryptoError) -> SecretBytes? {
    let indices = typed.withBytes { bytes -> [Int]? in
      let tokens = WordList.tokens(in: bytes)
      guard tokens.count == count else { return nil }
      let found = tokens.compactMap { WordList.index(of: $0) }
      return found.count == count ? found : nil
    }
    guard let indices else { return nil }
    return try SecretBytes(copying: Array(indices.map { WordList.words[$0] }.joined(separator: " ").utf8))
  }
}
