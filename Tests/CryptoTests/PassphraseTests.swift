import Testing

@testable import Crypto

@Suite struct PassphraseTests {
  @Test(arguments: [
    ("plain ascii 123", "plain ascii 123"), ("", ""), ("cafe\u{301}", "caf\u{E9}"), ("caf\u{E9}", "caf\u{E9}"),
    ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("\u{212B}", "\u{C5}"), ("🙂 ok", "🙂 ok"),
    ("q\u{307}\u{323}", "q\u{323}\u{307}"),
  ])
  func `A passphrase is brought into normal form C`(_ typed: String, _ expected: String) throws {
    let normal = try Passphrase.normalised(SecretBytes(copying: Array(typed.utf8)))
    #expect(normal.withBytes { Array($0) } == Array(expected.utf8))
  }

  @Test(arguments: [[0xFF], [0xC3], [0x41, 0xE2, 0x82], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func `Bytes that are not UTF-8 are refused`(_ bytes: [UInt8]) throws {
    #expect(throws: CryptoError.notUTF8) { try Passphrase.normalised(SecretBytes(copying: bytes)) }
  }

  @Test func `A suggestion is four words of the list`() throws {
    let suggestion = PassphraseSuggestion()
    #expect(suggestion.words.count == 4)
    #expect(suggestion.words.allSatisfy(WordList.words.contains))
    #expect(try suggestion.passphrase().withBytes { Array($0) } == Array(suggestion.text.utf8))
  }
}
