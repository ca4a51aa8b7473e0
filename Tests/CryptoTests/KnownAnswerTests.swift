import Testing

@testable import Crypto

/// The primitives against published vectors, so that a file written here opens elsewhere.
@Suite struct KnownAnswerTests {
  @Test func `BLAKE2b of abc is the one of RFC 7693`() throws {
    let expected =
      "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
    #expect(try hex(BLAKE2b.hash(Array("abc".utf8), count: 64)) == expected)
  }

  @Test func `BLAKE2b-256 of nothing is the published one`() throws {
    let expected = "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"
    #expect(try hex(BLAKE2b.hash([UInt8](), count: 32)) == expected)
  }

  @Test func `Keyed BLAKE2b agrees with the reference vectors`() throws {
    let key = try SecretBytes(copying: Array(UInt8(0)..<64))
    let expected =
      "10ebb67700b1868efb4417987acf4690ae9d972fb7a590c2f02871799aaa4786b5e996e8f0f4eb981fc214b005f42d2ff4233499391653df7aefcbc13fc51568"
    #expect(hex(BLAKE2b.code([], key: key, count: 64)) == expected)
  }

  @Test func `XChaCha20-Poly1305 agrees with the draft's example`() throws {
    let text =
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."
    let sealed = try XChaCha20Poly1305.sealed(
      SecretBytes(copying: Array(text.utf8)), nonce: Array(UInt8(0x40)..<0x58),
      additional: [0x50, 0x51, 0x52, 0x53, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7],
      key: SecretBytes(copying: Array(UInt8(0x80)..<0xA0)))
    #expect(hex(Array(sealed.prefix(16))) == "bd6d179d3e83d43b9576579493c0e939")
    #expect(hex(Array(sealed.suffix(16))) == "c0875924c1c7987947deafd8780acf49")
  }

  @Test func `Argon2id derives what the reference program derives`() throws {
    let key = try Argon2id.key(
      password: SecretBytes(copying: Array("password".utf8)), salt: Array("somesaltsomesalt".utf8), passes: 2,
      memory: 64 << 20)
    let expected = "fc33b78139231d34b71626bd6245c1d72efa190ad605c3d8166a72adcedfa2c2"
    #expect(hex(key.withBytes { Array($0) }) == expected)
  }

  @Test func `Work outside the limits is not allowed`() {
    #expect(Argon2id.allows(passes: 2, memory: 19 << 20) && Argon2id.allows(passes: 16, memory: 2 << 30))
    let least: UInt64 = 19 << 20
    let most: UInt64 = 2 << 30
    let refused: [(UInt64, UInt64)] = [
      (1, least), (17, least), (2, least - 1024), (2, most + 1024), (2, least + 1), (2, .max),
    ]
    for (passes, memory) in refused {
      #expect(!Argon2id.allows(passes: passes, memory: memory))
    }
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
