import Testing

@testable import Exchange

/// The letters that keys and bodies are written in, against published examples.
@Suite struct Bech32Tests {
  /// From BIP 173: right ones by their checksum, whatever they hold.
  @Test(arguments: [
    "A12UEL5L", "a12uel5l", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
    "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
    "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
  ])
  func `A right checksum is accepted`(text: String) {
    do throws(Bech32.Trouble) {
      _ = try Bech32.parse(text)
    } catch {
      #expect(error == .length, "\(text)")
    }
  }

  static let wrong: [(String, Bech32.Trouble)] = [
    ("A1G7SGD8", .checksum), ("de1lg7wt\u{FF}", .letter("\u{FF}", at: 8)), ("x1b4n0q5v", .letter("b", at: 2)),
    ("pzry9x0s0muk", .noSeparator), ("1pzry9x0s0muk", .noSeparator), ("li1dgmt3", .checksum), ("a12uEL5L", .mixedCase),
    ("split1checkupstagehandshakeupstreamerranterredcaperred2y9e2w", .checksum),
  ]

  @Test(arguments: wrong)
  func `A wrong one is told`(text: String, trouble: Bech32.Trouble) {
    #expect(throws: trouble) { try Bech32.parse(text) }
  }

  @Test func `Bytes come back from letters, however many`() throws {
    for count in 0...70 {
      let text = Bech32.text(label: "some-thing", pattern(count))
      let parsed = try Bech32.parse(text)
      #expect(parsed.label == "some-thing" && parsed.bytes == pattern(count))
      #expect(Base64.bytes(Base64.text(pattern(count)).utf8) == pattern(count))
      #expect(Base64.bytes(Base64.text(pattern(count), padded: true).utf8, padded: true) == pattern(count))
    }
  }

  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
  ])
  func `Base64 is the standard one`(text: String, letters: String) {
    #expect(Base64.text(Array(text.utf8), padded: true) == letters)
    #expect(Base64.text(Array(text.utf8)) == letters.replacing("=", with: ""))
  }

  @Test(arguments: ["Zg", "Zg=", "Zh==", "Zg==Zg==", "=", "====", "Z===", "Zm9v=", "Zm 9", "Zm9-", "Zm9v\n"])
  func `Padded base64 has one spelling`(letters: String) {
    #expect(Base64.bytes(letters.utf8, padded: true) == nil)
  }

  @Test(arguments: ["Zg==", "Zh", "Z", "Zm9vY", "Zm9_", "Zm 9"])
  func `Base64 without padding has one spelling`(letters: String) {
    #expect(Base64.bytes(letters.utf8) == nil)
  }
}
