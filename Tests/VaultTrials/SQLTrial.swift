import Crypto
import GRDB
import GRDBSQLite
import Glibc
import Vault

/// The same random statements in the vault and in plain SQLite, compared after each one; the vault is closed and read
/// again from its file whenever no transaction is open, as often as asked.
package final class SQLTrial {
  /// What was done, and the first thing that differed.
  package struct Report: Sendable {
    package var statements = 0
    package var errors = 0
    package var reopenings = 0
    package var rewrites = 0
    package var comparisons = 0
    package var difference: String?

    package init() {}
  }

  package private(set) var report = Report()
  private let seed: UInt64
  private let reopenEvery: Int
  private var generator: SQLGenerator
  private let folder: VaultFolder
  private let files = ByteFolder()
  private var vault: OpenVault
  private var plain: DatabaseQueue
  private let plainPath: String
  private var passphrase = 0

  /// `path` is where the plain database goes; it must not be there.
  package init(seed: UInt64, reopenEvery: Int, path: String) throws {
    self.seed = seed
    self.reopenEvery = max(1, reopenEvery)
    generator = SQLGenerator(seed: seed)
    folder = VaultFolder(files: files, context: .trial(seed: seed))
    let kdf = KDFSettings(passes: 2, memoryMiB: 19)
    vault = try OpenVault.create(in: folder, passphrase: Self.secret(0), kdf: kdf).vault
    plainPath = path
    plain = try Self.openPlain(path)
  }

  deinit {
    vault.close()
    unlink(plainPath)
  }

  /// Goes on until `steps` statements have been run in all, or something differs.
  package func run(steps: Int) throws {
    while report.statements < steps, report.difference == nil {
      let step = report.statements
      statements(upTo: steps)
      guard report.difference == nil else { break }
      try betweenTransactions()
      if report.statements == step { break }
    }
    if report.difference == nil { try compareAll() }
  }

  /// Puts a table on the plain side only: what compares the two must find it.
  package func disturb() throws {
    try plain.write { try $0.execute(sql: "CREATE TABLE disturbed (x)") }
  }

  /// Statements until a transaction has ended and the vault is to be opened again.
  private func statements(upTo steps: Int) {
    vault.database.writeWithoutTransaction { sealed in
      plain.writeWithoutTransaction { other in
        guard let sealed = sealed.sqliteConnection, let other = other.sqliteConnection else { return }
        compare(SQLHandle(connection: sealed), SQLHandle(connection: other), upTo: steps)
      }
    }
  }

  private func compare(_ sealed: SQLHandle, _ other: SQLHandle, upTo steps: Int) {
    var since = 0
    repeat {
      learn(from: other)
      let sql = other.isInTransaction && report.statements >= steps ? "ROLLBACK" : generator.next()
      let (found, expected) = (sealed.run(sql), other.run(sql))
      report.statements += 1
      since += 1
      if expected.code != SQLITE_DONE && expected.code != SQLITE_OK { report.errors += 1 }
      if found != expected {
        report.difference = """
          seed \(seed), statement \(report.statements): \(sql.prefix(300))
          vault: \(found)
          plain: \(expected)
          """
        for handle in [sealed, other] where handle.isInTransaction { _ = handle.run("ROLLBACK") }
        return
      }
    } while other.isInTransaction || since < reopenEvery && report.statements < steps
  }

  private func learn(from handle: SQLHandle) {
    generator.isInTransaction = handle.isInTransaction
    let all = handle.texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    generator.tables = all.filter { $0.hasPrefix("t") && $0.count == 2 }.map { name in
      (name, handle.texts("SELECT name FROM pragma_table_info('\(name)')"))
    }.filter { !$0.columns.isEmpty }
    generator.searches = all.filter { $0.hasPrefix("f") && $0.count == 2 }
    generator.indices = handle.texts("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
  }

  /// What only a vault knows: writing its file anew, another passphrase; then both are closed and opened again.
  private func betweenTransactions() throws {
    switch generator.random.below(60) {
    case 0: try vault.compact()
    case 1:
      passphrase += 1
      _ = try vault.changePassphrase(to: Self.secret(passphrase), recovery: false)
    case 2: try vault.erasePass()
    default:
      try vault.compactIfNeeded()
      report.rewrites -= 1
    }
    report.rewrites += 1
    vault.close()
    try plain.close()
    vault = try OpenVault.open(in: folder, passphrase: Self.secret(passphrase))
    plain = try Self.openPlain(plainPath)
    report.reopenings += 1
    if generator.random.oneIn(reopenEvery > 1 ? 2 : 8) { try compareAll() }
  }

  private func compareAll() throws {
    report.comparisons += 1
    let found = try vault.database.read { SQLHandle.dump(of: $0) }
    let expected = try plain.read { SQLHandle.dump(of: $0) }
    if found != expected {
      let names = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.sorted()
      report.difference = "seed \(seed), after statement \(report.statements): \(names) are not the same"
    }
    do throws(VaultError) {
      _ = try vault.check()
    } catch {
      // Random references may lead to columns that cannot be referred to; plain SQLite says the same.
      guard case .database(code: SQLITE_ERROR) = error else { throw error }
    }
  }

  private static func secret(_ number: Int) throws -> SecretBytes {
    try SecretBytes(copying: Array("passphrase \(number)".utf8))
  }

  /// Plain SQLite with the settings of the vault, but for what only concerns the disk.
  private static func openPlain(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      for setting in [
        "page_size = 4096", "auto_vacuum = FULL", "journal_mode = MEMORY", "synchronous = OFF", "temp_store = MEMORY",
        "secure_delete = ON", "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON", "cache_size = -512",
      ] { try database.execute(sql: "PRAGMA \(setting)") }
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }
}

extension SQLHandle {
  fileprivate static func dump(of database: Database) -> [String: SQLOutcome] {
    database.sqliteConnection.map { SQLHandle(connection: $0).dump() } ?? [:]
  }
}
