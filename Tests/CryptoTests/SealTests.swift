import Testing

@testable import Crypto

@Suite struct SealTests {
  @Test func `What is sealed opens with the same key only`() throws {
    let key = try SecretBytes.random(count: 32)
    let nonce = RandomSource.system.bytes(24)
    let secret = try SecretBytes(copying: Array("a quiet place".utf8))
    let sealed = try XChaCha20Poly1305.sealed(secret, nonce: nonce, additional: [1], key: key)
    #expect(sealed.count == 13 + 16)
    #expect(try XChaCha20Poly1305.opened(sealed, nonce: nonce, additional: [1], key: key)?.equals(secret) == true)
    #expect(try XChaCha20Poly1305.opened(sealed, nonce: nonce, additional: [2], key: key) == nil)
    #expect(try XChaCha20Poly1305.opened(sealed, nonce: nonce, additional: [1], key: .random(count: 32)) == nil)
  }
}
