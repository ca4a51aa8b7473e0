import Crypto
import GRDB
import Testing
import VaultSimulation

@testable import Vault

/// Passphrases, recovery words, and what a change of them leaves behind. With the real key derivation.
@Suite struct KeyTests {
  let folder = TemporaryFolder()

  func create(recovery: Bool = false) throws -> (OpenVault, RecoveryWords?) {
    let made = try OpenVault.create(in: folder.home, passphrase: secret("first"), kdf: quickKDF, recovery: recovery)
    try made.vault.write("zero")
    return made
  }

  func open(_ passphrase: String) throws -> OpenVault {
    try OpenVault.open(in: folder.home, passphrase: secret(passphrase))
  }

  @Test func `Another passphrase does not open the vault, and nothing is touched`() throws {
    try create().0.close()
    let digest = try folder.digest("vault")
    for wrong in ["", "First", "first ", "second"] {
      #expect(throws: VaultError.wrongPassphrase) { try open(wrong) }
    }
    #expect(try folder.digest("vault") == digest)
    #expect(throws: VaultError.passphraseNotText) {
      try OpenVault.open(in: folder.home, passphrase: SecretBytes(copying: [0xFF, 0x41]))
    }
  }

  @Test func `The same letters composed another way open the vault`() throws {
    let made = try OpenVault.create(in: folder.home, passphrase: secret("caf\u{E9}"), kdf: quickKDF)
    made.vault.close()
    try open("cafe\u{301}").close()
    #expect(throws: VaultError.wrongPassphrase) { try open("cafe") }
  }

  @Test func `Recovery words open the vault, and others do not`() throws {
    let (vault, made) = try create(recovery: true)
    vault.close()
    let words = try #require(made)
    let typed = try RecoveryWords(parsing: try words.words().joined(separator: " ").uppercased())
    let again = try OpenVault.open(in: folder.home, recovery: typed)
    #expect(try again.notes() == ["zero"])
    again.close()
    #expect(throws: VaultError.wrongRecoveryWords) {
      try OpenVault.open(in: folder.home, recovery: .random())
    }
  }

  @Test func `A vault without recovery words says so`() throws {
    try create().0.close()
    #expect(throws: VaultError.noRecoveryWords) { try OpenVault.open(in: folder.home, recovery: .random()) }
  }

  @Test func `A passphrase change ends the old passphrase, the old words and every older file`() throws {
    let (vault, words) = try create(recovery: true)
    try vault.compact()
    folder.put([1], "vault.torn-20200101-000000")
    folder.put([1], "vault.replaced-20200101-000000")
    let none = try vault.changePassphrase(to: secret("second"), recovery: false)
    #expect(none == nil)
    #expect(folder.names == ["vault", "vault.header", "vault.lock"])
    try vault.write("one")
    vault.close()
    #expect(throws: VaultError.wrongPassphrase) { try open("first") }
    #expect(throws: VaultError.noRecoveryWords) {
      try OpenVault.open(in: folder.home, recovery: #require(words))
    }
    #expect(try open("second").notes() == ["zero", "one"])
  }

  @Test func `The words open a vault whose passphrase is forgotten, and a new one can be set`() throws {
    let (vault, words) = try create(recovery: true)
    vault.close()
    let rescued = try OpenVault.open(in: folder.home, recovery: #require(words))
    let renewed = try rescued.changePassphrase(
      to: secret("third"), kdf: KDFSettings(passes: 3, memoryMiB: 20), recovery: true)
    rescued.close()
    #expect(try folder.home.info().kdf == KDFSettings(passes: 3, memoryMiB: 20))
    #expect(try open("third").notes() == ["zero"])
    let again = try OpenVault.open(in: folder.home, recovery: #require(renewed))
    #expect(try again.notes() == ["zero"])
  }

  @Test func `Recovery words can be made, remade and removed with the passphrase`() throws {
    let (vault, _) = try create()
    #expect(throws: VaultError.wrongPassphrase) { try vault.remakeRecoveryWords(passphrase: secret("no")) }
    let first = try vault.remakeRecoveryWords(passphrase: secret("first"))
    let second = try vault.remakeRecoveryWords(passphrase: secret("first"))
    #expect(vault.hasRecoveryWords)
    vault.close()
    #expect(throws: VaultError.wrongRecoveryWords) { try OpenVault.open(in: folder.home, recovery: first) }
    let opened = try OpenVault.open(in: folder.home, recovery: second)
    try opened.removeRecoveryWords(passphrase: secret("first"))
    opened.close()
    #expect(throws: VaultError.noRecoveryWords) { try OpenVault.open(in: folder.home, recovery: second) }
    #expect(try open("first").notes() == ["zero"])
  }

  @Test func `Key settings that are too weak or too heavy are refused at creation`() throws {
    for kdf in [
      KDFSettings(passes: 1), KDFSettings(passes: 17), KDFSettings(memoryMiB: 18), KDFSettings(memoryMiB: 2049),
    ] {
      #expect(throws: VaultError.badKDFSettings) {
        try OpenVault.create(in: folder.home, passphrase: secret("first"), kdf: kdf)
      }
    }
    #expect(folder.names == [])
  }
}
