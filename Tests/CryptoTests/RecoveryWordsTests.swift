import Testing

@testable import Crypto

@Suite struct RecoveryWordsTests {
  @Test func `The words of known bits are at known places`() throws {
    // All zeros: eleven times the first word; the last one carries the check.
    let zeros = try RecoveryWords(secret: SecretBytes(count: 16))
    let check = try BLAKE2b.hash([UInt8](repeating: 0, count: 16))[0] >> 4
    #expect(try zeros.words() == Array(repeating: WordList.words[0], count: 11) + [WordList.words[Int(check)]])
    // The first eleven bits name the first word.
    let first = try RecoveryWords(secret: SecretBytes(copying: [0x80, 0x20] + [UInt8](repeating: 0, count: 14)))
    #expect(try first.words()[0] == WordList.words[0x401])
  }

  @Test func `Words are read back however they are typed`() throws {
    for _ in 0..<50 {
      let made = try RecoveryWords.random()
      let words = try made.words()
      let typed = [
        words.joined(separator: " "), words.joined(separator: "\n").uppercased(),
        words.enumerated().map { "\($0 + 1). \($1)," }.joined(separator: "  "),
        words.map { String($0.prefix(4)) }.joined(separator: " "),
      ]
      for text in typed {
        #expect(try RecoveryWords(parsing: text).secret.equals(made.secret))
        #expect(try RecoveryWords(parsing: SecretBytes(copying: Array(text.utf8))).secret.equals(made.secret))
      }
    }
  }

  @Test func `A word that is not in the list is named by its place`() throws {
    var words = try RecoveryWords.random().words()
    words[6] = "zzzz"
    #expect(throws: RecoveryWordsError.unknownWord(position: 7)) {
      try RecoveryWords(parsing: words.joined(separator: " "))
    }
    words[0] = "é"
    #expect(throws: RecoveryWordsError.unknownWord(position: 1)) {
      try RecoveryWords(parsing: words.joined(separator: " "))
    }
  }

  @Test func `Too few or too many words are counted`() throws {
    let words = try RecoveryWords.random().words()
    #expect(throws: RecoveryWordsError.count(11)) {
      try RecoveryWords(parsing: words.dropLast().joined(separator: " "))
    }
    #expect(throws: RecoveryWordsError.count(0)) { try RecoveryWords(parsing: " \n ") }
    #expect(throws: RecoveryWordsError.count(13)) {
      try RecoveryWords(parsing: (words + ["word"]).joined(separator: " "))
    }
  }

  @Test func `A wrong word of the list is found fifteen times in sixteen`() throws {
    let words = try RecoveryWords(secret: SecretBytes(copying: Array(UInt8(1)...16))).words()
    var found = 0
    for replacement in WordList.words.prefix(256) where replacement != words[3] {
      var wrong = words
      wrong[3] = replacement
      do { _ = try RecoveryWords(parsing: wrong.joined(separator: " ")) } catch {
        #expect(error == .doNotBelongTogether)
        found += 1
      }
    }
    #expect(found > 220)
  }
}
