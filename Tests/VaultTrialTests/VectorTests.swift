import Crypto
import Foundation
import GRDB
import JSON
import Testing
import VaultTrials

@testable import Vault

/// The known answers beside the format's page: a small vault, its secrets, and every value on the way to its database.
@Suite struct VectorTests {
  static let folder = Reader.folder + "/vectors"
  let bytes = Files.bytes(folder + "/vault")
  let known: JSON

  init() throws {
    known = try JSON(reading: Files.bytes(Self.folder + "/vault.json"), limits: JSONLimits(bytes: 1 << 20))
  }

  private func text(_ names: String...) -> String? {
    names.reduce(known as JSON?) { $0?[$1] }?.string
  }

  @Test func `The header's fields, slots and keys are as known`() throws {
    guard case .header(let header) = try HeaderReading(Array(bytes[..<4096])) else {
      Issue.record("not a header")
      return
    }
    #expect(text("vaultHash") == hex(try BLAKE2b.hash(bytes)))
    #expect(text("vaultID") == hex(header.vaultID) && text("fileID") == hex(header.fileID))
    let typed = try Passphrase.normalised(SecretBytes(copying: Array(try #require(text("passphrase")).utf8)))
    #expect(text("passphraseBytes") == hex(typed))
    let numbers = try #require(known["wordNumbers"]?.array).compactMap(\.integer)
    let words = try RecoveryWords(parsing: numbers.map { WordList.words[$0] }.joined(separator: " "))
    #expect(text("wordBytes") == hex(words.secret))
    for (name, slot, secret) in [
      ("passphraseSlot", header.passphraseSlot, typed),
      ("recoverySlot", try #require(header.recoverySlot), words.secret),
    ] {
      #expect(
        known[name]?["passes"]?.integer == Int(slot.passes) && known[name]?["memory"]?.integer == Int(slot.memory))
      #expect(text(name, "salt") == hex(slot.salt) && text(name, "nonce") == hex(slot.nonce))
      #expect(text(name, "sealed") == hex(slot.sealedKey))
      #expect(text(name, "associated") == hex(header.front + slot.bytes[..<32]))
      let slow = try Argon2id.key(password: secret, salt: slot.salt, passes: slot.passes, memory: slot.memory)
      #expect(text(name, "slowKey") == hex(slow))
      let dataKey = try #require(try slot.open(with: secret, front: header.front, context: .live))
      #expect(text("dataKey") == hex(dataKey))
      let keys = try VaultKeys(dataKey: dataKey, fileID: header.fileID)
      #expect(text("headerKey") == hex(keys.headerKey) && text("recordKey") == hex(keys.recordKey))
    }
    #expect(text("plainCheck") == hex(bytes[4032..<4064]) && text("code") == hex(bytes[4064..<4096]))
  }

  @Test func `Each record opens to the plain text that is known`() throws {
    let key = try SecretBytes(copying: Self.bytes(try #require(text("recordKey"))))
    guard case .header(let header) = try HeaderReading(Array(bytes[..<4096])) else { return }
    var chain = RecordChain(header: header, headerBytes: Array(bytes[..<4096]))
    var offset = 4096
    let records = try #require(known["records"]?.array)
    for record in records {
      let head = try #require(RecordHead(Array(bytes[offset...].prefix(40))))
      let additional = chain.additional(for: head)
      var sealed = Array(bytes[offset + 40..<offset + Int(head.recordSize)])
      let tag = Array(sealed.suffix(16))
      #expect(
        sealed.withUnsafeMutableBytes {
          XChaCha20Poly1305.open($0, nonce: head.nonce, additional: additional, key: key)
        })
      let plain = Array(sealed.dropLast(16))
      let content = try #require(plain.withUnsafeBytes { RecordContent($0, type: head.type) })
      let found: JSON = [
        "type": .number(Double(head.type.rawValue)), "sequence": .number(Double(chain.sequence)),
        "offset": .number(Double(offset)), "length": .number(Double(head.length)), "nonce": .string(hex(head.nonce)),
        "associated": .string(hex(additional)), "tag": .string(hex(tag)),
        "plainHash": .string(hex(try BLAKE2b.hash(plain))), "size": .number(Double(content.databasePages)),
        "pages": .array(content.pages.map { .number(Double($0)) }),
      ]
      #expect(try found.canonical() == record.canonical())
      chain.advance(tag: tag)
      offset += Int(head.recordSize)
    }
    #expect(offset == bytes.count)
  }

  @Test func `The vault opens with the passphrase and with the words, to the known database`() throws {
    let numbers = try #require(known["wordNumbers"]?.array).compactMap(\.integer)
    let words = try RecoveryWords(parsing: numbers.map { WordList.words[$0] }.joined(separator: " "))
    let typed = try SecretBytes(copying: Array(try #require(text("passphrase")).utf8))
    for credential in [Credential.passphrase(typed), .recoveryWords(words)] {
      let folder = VaultFolder(files: ByteFolder(["vault": bytes], isReadOnly: true), context: .live)
      let vault = try OpenVault.open(in: folder, credential: credential)
      defer { vault.close() }
      #expect(vault.warnings.filter { $0 != .memoryNotLocked } == [.readOnly])
      #expect(known["pages"]?.integer == Int(try vault.check().pages))
      let (hash, count) = try vault.database.read { database in
        (try DatabaseBytes.hash(of: database), try Int.fetchOne(database, sql: "SELECT count(*) FROM note"))
      }
      #expect(text("databaseHash") == hash && known["tables"]?["note"]?.integer == count)
    }
  }

  @Test func `The writer makes the same header and first record from the same randomness`() throws {
    let (files, vault, _) = try KnownVault.make()
    vault.close()
    #expect(files.bytes("vault").prefix(8192).elementsEqual(bytes.prefix(8192)))
  }

  @Test func `The independent reader finds the same`() throws {
    let scratch = try Scratch()
    let outcome = try Reader.run(script: "known_answers.py", in: scratch)
    #expect(outcome.code == 0 && outcome.out == "\(known.object?.count ?? 0) answers as expected\n")
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.utf8.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
  }
}
