/// Why typed words are not recovery words.
package enum RecoveryWordsError: Error, Equatable {
  /// Not twelve words, but this many.
  case count(Int)
  /// The word at this place (from 1) is not in the list.
  case unknownWord(position: Int)
  /// All words are known, but they do not belong together: one is wrong, or two changed places.
  case doNotBelongTogether
  case crypto(CryptoError)
}

extension RecoveryWords {
  /// Reads words as a person types them: capitals, numbers, commas and line breaks do not matter, and the first four
  /// letters of a word are enough.
  package init(parsing typed: SecretBytes) throws(RecoveryWordsError) {
    self = try typed.withBytes { (bytes) throws(RecoveryWordsError) in try RecoveryWords(parsing: bytes) }
  }

  /// Reads words as a person types them, from plain text.
  package init(parsing typed: String) throws(RecoveryWordsError) {
    self = try [UInt8](typed.utf8).withBufferBytes { (bytes) throws(RecoveryWordsError) in
      try RecoveryWords(parsing: bytes)
    }
  }

  private init(parsing typed: UnsafeRawBufferPointer) throws(RecoveryWordsError) {
    let tokens = WordList.tokens(in: typed)
    guard tokens.count == Self.count else { throw .count(tokens.count) }
    let secret: SecretBytes
    do { secret = try SecretBytes(count: 16) } catch { throw .crypto(error) }
    var check: UInt8 = 0
    for (place, token) in tokens.enumerated() {
      guard let index = WordList.index(of: token) else { throw .unknownWord(position: place + 1) }
      secret.withMutableBytes { secret in
        for bit in 0..<11 where index >> (10 - bit) & 1 == 1 {
          let target = place * 11 + bit
          if target < 128 { secret[target / 8] |= 0x80 >> UInt8(target % 8) } else { check |= 8 >> UInt8(target - 128) }
        }
      }
    }
    do {
      guard try Self.check(of: secret) == check else { throw RecoveryWordsError.doNotBelongTogether }
    } catch let error as CryptoError {
      throw .crypto(error)
    } catch {
      throw .doNotBelongTogether
    }
    self.init(secret: secret)
  }
}
