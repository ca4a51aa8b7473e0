import Crypto
import Foundation
import GRDB
import Testing

@testable import Vault

/// A crash at every event of a session: what was acknowledged is there afterwards, or one change more.
@Suite struct CrashTests {
  /// How many seeds each outcome of chance is tried with; more in long runs.
  static let seeds = ProcessInfo.processInfo.environment["HANDRAIL_CRASH_SEEDS"].flatMap(UInt64.init) ?? 1

  @Test(arguments: Story.all)
  func `A crash at any event keeps what was acknowledged`(_ story: Story) throws {
    let start = try story.prepare()
    let calm = start.copy()
    try story.run(VaultFolder(files: calm, context: .simulated(seed: 2)), Story.Progress())
    let events = calm.events
    #expect(events > 5)
    for event in 1...events {
      for outcome in CrashOutcome.allCases {
        for seed: UInt64 in 0..<(outcome == .nothing || outcome == .everything ? 1 : Self.seeds) {
          let disk = start.copy(crashAt: event)
          let progress = Story.Progress(story)
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
  static func judge(_ disk: SimulatedDisk, _ progress: Story.Progress, _ place: Comment) throws {
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
    _ folder: VaultFolder, _ progress: Story.Progress, _ place: Comment
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
