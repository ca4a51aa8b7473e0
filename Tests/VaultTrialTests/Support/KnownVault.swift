import Crypto
import Foundation
import GRDB
import JSON
import Testing
import Vault
import VaultTrials

/// The vault of the known answers, as it was made.
enum KnownVault {
  /// The accent stands as a letter of its own, so that bringing it into form C has something to do.
  static let typed = "cafe\u{301} lantern tidy seven"
  static func passphrase() throws -> SecretBytes { try SecretBytes(copying: Array(typed.utf8)) }

  /// A vault whose randomness comes from seed 2026, with the lightest key derivation there is.
  static func make() throws -> (ByteFolder, OpenVault, RecoveryWords) {
    let files = ByteFolder()
    var context = VaultContext.live
    context.random = .repeatable(seed: 2026)
    let (vault, words) = try OpenVault.create(
      in: VaultFolder(files: files, context: context), passphrase: passphrase(),
      kdf: KDFSettings(passes: 2, memoryMiB: 19), recovery: true)
    return (files, vault, try #require(words))
  }
}

/// Writes the vault and its secrets into the folder that HANDRAIL_VECTORS names; `known_answers.py --write` adds the rest.
@Suite struct KnownVaultMaking {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["HANDRAIL_VECTORS"] != nil))
  func `Known answers are made anew`() throws {
    let (files, vault, words) = try KnownVault.make()
    try vault.database.write { database in
      try database.execute(sql: "CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT NOT NULL)")
      try database.execute(sql: "INSERT INTO note (text) VALUES ('A walk by the river'), ('Schlaf: sieben Stunden')")
    }
    vault.close()
    let again = try OpenVault.open(in: vault.folder, passphrase: KnownVault.passphrase())
    try again.database.write { try $0.execute(sql: "INSERT INTO note (text) VALUES ('Called my sister ☎')") }
    again.close()
    let target = ProcessInfo.processInfo.environment["HANDRAIL_VECTORS"] ?? "/nonexistent"
    try Data(files.bytes("vault")).write(to: URL(fileURLWithPath: target + "/vault"))
    let numbers = try words.words().compactMap { WordList.words.firstIndex(of: $0) }.map { JSON.number(Double($0)) }
    let secrets: JSON = ["passphrase": .string(KnownVault.typed), "wordNumbers": .array(numbers)]
    try Data(secrets.canonical()).write(to: URL(fileURLWithPath: target + "/vault.json"))
  }
}
