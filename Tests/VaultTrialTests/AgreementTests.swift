import Crypto
import GRDB
import JSON
import Testing
import Vault
import VaultTrials

/// The program and the independent reader say the same of changed vaults: verdict, record, offset and database.
@Suite struct AgreementTests {
  /// What either side says.
  struct Verdict: Equatable, CustomStringConvertible {
    var name: String
    var record: Int?
    var offset: Int?
    var database: String?
    var description: String { "\(name) \(record ?? -1) \(offset ?? -1) \(database?.prefix(8) ?? "")" }
  }

  @Test func `They agree on files whose bytes were changed`() throws {
    let base = try RecordsFuzz.base.get()
    let random = RandomSource.repeatable(seed: RecordsFuzz.seed)
    _ = random.bytes(16)  // the vault's id is drawn before its key
    let seed = Seed.value
    var mutator = FuzzMutator(seed: seed, corpus: Corpus.of(.records))
    let vaults = (0..<120).map { _ in RecordsFuzz.changed(base.bytes, by: mutator.next()) }
    let said = try python(vaults, dataKey: random.bytes(32))
    for (vault, python) in zip(vaults, said) {
      var swift = opened(vault)
      // A header that only the key's holder could tell from another one: the data key alone does not say why.
      if python.name == "wrong key", swift.name == "header damaged" { swift.name = "wrong key" }
      if python.name == "outside limits" || swift.name == "outside limits" { continue }
      var python = python
      if python.name == "damaged" { python.database = nil }
      #expect(swift == python, "seed \(seed)")
    }
    #expect(Set(said.map(\.name)).isSuperset(of: ["whole", "damaged", "torn"]))
  }

  @Test func `They agree on records that are authentic and whatever they hold`() throws {
    let seed = Seed.value
    var mutator = FuzzMutator(seed: seed, corpus: Corpus.of(.plain))
    let vaults = try (0..<250).map { _ in try PlainFuzz.vault(from: mutator.next()).bytes }
    let key = try Forge(seed: PlainFuzz.seed).dataKeyBytes
    let said = try python(vaults, dataKey: key)
    for (vault, python) in zip(vaults, said) {
      var swift: Verdict
      do throws(VaultError) {
        let report = try folder(vault).readRecords(credential: try credential())
        swift = Verdict(name: "whole", database: hex(report.databaseHash))
        if case .damaged(let record, let offset)? = report.damage {
          swift = Verdict(name: "damaged", record: Int(record), offset: Int(offset), database: swift.database)
        } else if report.tornBytes > 0 {
          (swift.name, swift.record) = ("torn", Int(report.records))
          swift.offset = vault.count - Int(report.tornBytes)
        }
      } catch {
        // Nothing that counts stands before it; the other reader may have begun with a snapshot.
        swift = Self.verdict(of: error)
        swift.database = python.database
      }
      #expect(swift == python, "seed \(seed)")
    }
    #expect(Set(said.map(\.name)).isSuperset(of: ["whole", "damaged", "torn"]))
  }

  // The program

  private func folder(_ vault: [UInt8]) -> VaultFolder {
    VaultFolder(files: ByteFolder(["vault": vault], isReadOnly: true), context: .trial(seed: 1))
  }

  private func credential() throws(VaultError) -> Credential {
    do { return try Forge.credential() } catch { throw .outOfMemory }
  }

  private func opened(_ bytes: [UInt8]) -> Verdict {
    do throws(VaultError) {
      let vault = try OpenVault.open(in: folder(bytes), credential: try credential())
      defer { vault.close() }
      var verdict = Verdict(name: "whole", database: try Self.hash(of: vault))
      for case .tornTail(let torn, _) in vault.warnings {
        verdict.name = "torn"
        verdict.record = Int(vault.sequence) + 1
        verdict.offset = bytes.count - Int(torn)
      }
      return verdict
    } catch {
      return Self.verdict(of: error)
    }
  }

  private static func verdict(of error: VaultError) -> Verdict {
    switch error {
    case .damaged(let record, let offset): Verdict(name: "damaged", record: Int(record), offset: Int(offset))
    case .headerDamaged: Verdict(name: "header damaged")
    case .notAVault: Verdict(name: "not a vault")
    case .newerVault: Verdict(name: "newer")
    case .badKDFSettings: Verdict(name: "outside limits")
    case .wrongPassphrase: Verdict(name: "wrong key")
    default: Verdict(name: "\(error)")
    }
  }

  private static func hash(of vault: OpenVault) throws(VaultError) -> String {
    do {
      return try vault.database.read { try DatabaseBytes.hash(of: $0) }
    } catch {
      throw vault.cause(of: error)
    }
  }

  // The reader

  private func python(_ vaults: [[UInt8]], dataKey: [UInt8]) throws -> [Verdict] {
    let scratch = try Scratch()
    let key = try scratch.put(Array(hex(dataKey).utf8), "key")
    let paths = try vaults.enumerated().map { try scratch.put($1, "case-\($0)") }
    let outcome = try Reader.run(["--data-key", key] + paths, in: scratch)
    let lines = try outcome.lines
    try #require(lines.count == vaults.count, "\(outcome.out.suffix(500))")
    return lines.map { (line: JSON) -> Verdict in
      let name = line["verdict"]?.string ?? ""
      let isWhole = name == "database damaged"  // its records are, and that is what is compared here
      var verdict = Verdict(
        name: isWhole ? "whole" : name, record: line["record"]?.integer, offset: line["offset"]?.integer)
      verdict.database = name == "damaged" && line["records"]?.integer == 0 ? nil : line["databaseHash"]?.string
      return verdict
    }
  }
}
