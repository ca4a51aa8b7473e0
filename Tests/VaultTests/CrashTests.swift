import Crypto
import Foundation
import GRDB
import Testing

@testable import Vault

/// A crash at every event of a session: what was acknowledged is there afterwards, or one change more.
@Suite struct CrashTests {
  /// A story to crash in. It notes each acknowledged state; `attempted` is the state on its way.
  struct Story: Sendable {
    let name: String
    let run: @Sendable (VaultFolder, Progress) throws -> Void
  }

  final class Progress {
    var acknowledged: [String]?
    var attempted: [String]?
    /// Any of these may open the vault now.
    var passphrases: Set<String> = ["first"]

    func step(_ state: [String], _ work: () throws -> Void) throws {
      attempted = state
      try work()
      acknowledged = state
    }
  }

  /// How many seeds each outcome of chance is tried with; more in long runs.
  static let seeds = ProcessInfo.processInfo.environment["HANDRAIL_CRASH_SEEDS"].flatMap(UInt64.init) ?? 1

  static let stories = [
    Story(name: "first creation") { folder, progress in
      try progress.step([]) {
        let (vault, _) = try OpenVault.create(in: folder, passphrase: secret("first"), kdf: quickKDF)
        vault.close()
      }
      try save(folder, progress, after: [])
    },
    Story(name: "saving") { folder, progress in try save(folder, progress, after: ["zero"]) },
    Story(name: "compaction") { folder, progress in
      let vault = try OpenVault.open(in: folder, passphrase: secret("first"))
      try progress.step(["zero", "one"]) { try vault.write("one") }
      try vault.compact()
      try progress.step(["zero", "one", "two"]) { try vault.write("two") }
      try vault.compact()
      vault.close()
    },
    Story(name: "erasing and VACUUM") { folder, progress in
      let vault = try OpenVault.open(in: folder, passphrase: secret("first"))
      try progress.step(["zero", "one"]) { try vault.write("one") }
      try progress.step(["one"]) { try vault.database.write { try $0.execute(sql: "DELETE FROM note WHERE id = 1") } }
      try vault.erasePass()
      try vault.database.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      vault.close()
    },
    Story(name: "a passphrase change") { folder, progress in
      let vault = try OpenVault.open(in: folder, passphrase: secret("first"))
      progress.passphrases = ["first", "second"]
      _ = try vault.changePassphrase(to: secret("second"), recovery: true)
      progress.passphrases = ["second"]
      try progress.step(["zero", "one"]) { try vault.write("one") }
      vault.close()
    },
    Story(name: "migration") { folder, progress in
      let vault = try OpenVault.open(in: folder, passphrase: secret("first"))
      var migrator = DatabaseMigrator()
      migrator.registerMigration("later") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('migrated')") }
      try progress.step(["zero", "migrated"]) { try vault.migrate(migrator) }
      try progress.step(["zero", "migrated", "one"]) { try vault.write("one") }
      vault.close()
    },
  ]

  private static func save(_ folder: VaultFolder, _ progress: Progress, after start: [String]) throws {
    var state = start
    for note in ["one", "two", "three"] {
      // A session each, so that clean closes and reopening are crashed in too.
      let vault = try OpenVault.open(in: folder, passphrase: secret("first"))
      if start.isEmpty, note == "one" {
        try vault.database.write { try $0.execute(sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)") }
      }
      state.append(note)
      try progress.step(state) {
        try vault.database.write { try $0.execute(sql: "INSERT INTO note (text) VALUES (?)", arguments: [note]) }
      }
      vault.close()
    }
  }

  /// A disk with one vault that holds `zero`.
  static func prepared() throws -> SimulatedDisk {
    let disk = SimulatedDisk()
    let folder = VaultFolder(files: disk, context: .simulated(seed: 1))
    let (vault, _) = try OpenVault.create(in: folder, passphrase: secret("first"), kdf: quickKDF)
    try vault.write("zero")
    vault.close()
    return disk
  }

  @Test(arguments: stories)
  func `A crash at any event keeps what was acknowledged`(_ story: Story) throws {
    let isFirst = story.name == "first creation"
    let start = isFirst ? SimulatedDisk() : try Self.prepared()
    let calm = start.copy()
    try story.run(VaultFolder(files: calm, context: .simulated(seed: 2)), Progress())
    let events = calm.events
    #expect(events > 5)
    for event in 1...events {
      for outcome in CrashOutcome.allCases {
        for seed: UInt64 in 0..<(outcome == .nothing || outcome == .everything ? 1 : Self.seeds) {
          let disk = start.copy(crashAt: event)
          let progress = Progress()
          progress.acknowledged = isFirst ? nil : ["zero"]
          try? story.run(VaultFolder(files: disk, context: .simulated(seed: 2)), progress)
          #expect(disk.hasCrashed)
          let place: Comment = "\(story.name), event \(event) of \(events), \(outcome), seed \(seed)"
          let restarted = disk.afterCrash(outcome, seed: seed &* 977 &+ UInt64(event))
          try Self.judge(restarted, progress, place)
        }
      }
    }
  }

  /// Opens what the crash left, twice, and looks at it.
  static func judge(_ disk: SimulatedDisk, _ progress: Progress, _ place: Comment) throws {
    let folder = VaultFolder(files: disk, context: .simulated(seed: 3))
    for _ in 0..<2 {
      guard let (vault, notes) = try open(folder, progress, place) else { return }
      let isKnown = notes == (progress.acknowledged ?? []) || notes == progress.attempted
      #expect(isKnown, "found \(notes): \(place)")
      #expect(try vault.check().problems == [], place)
      vault.close()
    }
  }

  private static func open(
    _ folder: VaultFolder, _ progress: Progress, _ place: Comment
  ) throws -> (OpenVault, [String])? {
    for passphrase in progress.passphrases.sorted() {
      do {
        let vault = try OpenVault.open(in: folder, passphrase: secret(passphrase))
        return (vault, try vault.notes())
      } catch VaultError.wrongPassphrase {
        continue
      } catch let error as VaultError
        where progress.acknowledged == nil && [.noVault, .leftover(name: "vault.new")].contains(error)
      {
        return nil  // the first vault never came to be
      } catch {
        Issue.record("\(error): \(place)")
        return nil
      }
    }
    Issue.record("no passphrase opens it: \(place)")
    return nil
  }
}
