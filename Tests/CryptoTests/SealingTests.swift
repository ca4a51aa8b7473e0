import Testing

@testable import Crypto

/// What sealed files and signatures rest on, against published vectors.
@Suite struct SealingTests {
  @Test func `HKDF derives what RFC 5869 derives, with a salt and without`() throws {
    let secret = try SecretBytes(copying: [UInt8](repeating: 0x0B, count: 22))
    let salted = try HKDF.key(from: secret, salt: Array(0...12), info: Array(0xF0...0xF9))
    #expect(hex(salted) == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf")
    let plain = try HKDF.key(from: secret, salt: [], info: [])
    #expect(hex(plain) == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d")
  }

  @Test func `HMAC is the one of RFC 4231`() throws {
    let code = HMAC.code(Array("what do ya want for nothing?".utf8), key: try SecretBytes(copying: Array("Jefe".utf8)))
    #expect(hex(code) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test func `scrypt derives what RFC 7914 derives`() throws {
    let key = try Scrypt.key(
      passphrase: SecretBytes(copying: Array("pleaseletmein".utf8)), salt: Array("SodiumChloride".utf8), logN: 14)
    #expect(hex(key) == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")
  }

  @Test func `X25519 is the one of RFC 7748, and refuses points of low order`() throws {
    let secret = try SecretBytes(copying: unhex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"))
    let point = unhex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c")
    let shared = try #require(try X25519.shared(secret, point))
    #expect(hex(shared) == "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552")
    let low = [
      [UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31),
      unhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
      unhex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
    ]
    for point in low { #expect(try X25519.shared(secret, point) == nil, "\(hex(point))") }
  }

  @Test func `Ed25519 signs as RFC 8032 does`() throws {
    let key = try SigningKey(
      seed: SecretBytes(copying: unhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")))
    #expect(hex(key.point) == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    let signature = key.sign([])
    #expect(
      hex(signature)
        == "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )
    #expect(Ed25519.verifies(signature, of: [], by: key.point))
    #expect(!Ed25519.verifies(signature, of: [0], by: key.point))
    #expect(Ed25519.isKey(key.point) && !Ed25519.isKey([UInt8](repeating: 0, count: 32)))
  }

  @Test func `SHA-512 in pieces is SHA-512`() {
    var hash = SHA512()
    for piece in ["a", "", "bc"] { Array(piece.utf8).withBufferBytes { hash.add($0) } }
    #expect(
      hex(hash.finish())
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    )
    #expect(
      hex(SHA256.hash(Array("abc".utf8))).hasPrefix("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
  }

  @Test func `What ChaCha20-Poly1305 sealed opens whole or not at all`() throws {
    let key = try SecretBytes.random(count: 32)
    let secret = try SecretBytes(copying: Array("a quiet place".utf8))
    let sealed = ChaCha20Poly1305.sealedOnce(secret, key: key)
    #expect(try ChaCha20Poly1305.openedOnce(sealed, key: key)?.equals(secret) == true)
    for place in sealed.indices {
      var changed = sealed
      changed[place] ^= 1
      #expect(try ChaCha20Poly1305.openedOnce(changed, key: key) == nil)
    }
    #expect(try ChaCha20Poly1305.openedOnce(sealed, key: .random(count: 32)) == nil)
    #expect(try ChaCha20Poly1305.openedOnce(Array(sealed.prefix(15)), key: key) == nil)
  }

  @Test func `Seven words are read as people type them`() throws {
    let words = SealingWords.random().words
    #expect(words.count == 7 && words.allSatisfy(WordList.words.contains))
    let written = words.joined(separator: " ")
    func spelled(_ typed: String) throws -> String? {
      try SealingWords.spelled(SecretBytes(copying: Array(typed.utf8)))?.withBytes {
        String(decoding: $0, as: UTF8.self)
      }
    }
    #expect(try spelled(written) == written)
    #expect(try spelled("  " + words.joined(separator: "-").uppercased()) == written)
    #expect(try spelled(words.map { String($0.prefix(4)) }.joined(separator: ", ")) == written)
    #expect(try spelled(words.dropLast().joined(separator: " ")) == nil)
    #expect(try spelled((words.dropLast() + ["qqqq"]).joined(separator: " ")) == nil)
  }

  @Test func `Bits become words from the highest on`() {
    #expect(WordList.words(for: [0, 0x20, 0x3F, 0xFF], count: 2) == [WordList.words[1], WordList.words[15]])
    #expect(WordList.words(for: [UInt8](repeating: 0xFF, count: 11), count: 8) == Array(repeating: "zone", count: 8))
  }

  private func hex(_ secret: SecretBytes) -> String { secret.withBytes { hex(Array($0)) } }
  private func hex(_ bytes: [UInt8]) -> String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
  private func unhex(_ text: String) -> [UInt8] {
    let digits = Array(text)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
  }
}
