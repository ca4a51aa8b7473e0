import Glibc
import Vault

/// A story that has been told once without anything failing, to be told again with a crash or a fault in it.
package struct Telling: Sendable {
  package let story: Story
  package let seed: UInt64
  private let meddling: Meddling
  private let start: DiskAtRest
  private let script: [[String]]
  /// The calls of the telling in which nothing failed.
  package let calls: [DiskCall]
  package let events: Int
  /// What was wrong although nothing failed.
  package let problems: [String]

  package init(_ story: Story, seed: UInt64, meddling: Meddling = .none) throws {
    self.story = story
    self.seed = seed
    self.meddling = meddling
    start = DiskAtRest(try story.prepare())
    let calm = start.disk()
    let progress = try Progress(story, on: calm, seed: seed)
    var problems: [String] = []
    do { try story.run(Self.folder(calm, meddling, seed, 2), progress) } catch { problems = ["it failed: \(error)"] }
    script = progress.script
    (calls, events) = (calm.calls, calm.events)
    self.problems = problems + Judge(story, progress, seed: seed).problems(calm.copy())
  }

  private static func folder(
    _ disk: SimulatedDisk, _ meddling: Meddling, _ seed: UInt64, _ depth: UInt64
  ) -> VaultFolder {
    VaultFolder(files: meddling.over(disk), context: .simulated(seed: SplitMix.mix(seed, depth)))
  }

  /// The story up to a crash at `event`; nil when that one never comes.
  package func crashed(at event: Int) throws -> Crashed? {
    let disk = start.disk(crashAt: event)
    let progress = try Progress(story, on: disk, seed: seed, script: script)
    do { try story.run(Self.folder(disk, meddling, seed, 2), progress) } catch {}
    return disk.hasCrashed ? Crashed(telling: self, disk: disk, progress: progress, crashes: [], event: event) : nil
  }

  /// What is wrong after one failing call.
  package func problems(with fault: Fault) throws -> [String] {
    let disk = start.disk(fault: fault)
    let progress = try Progress(story, on: disk, seed: seed, script: script)
    do { try story.run(Self.folder(disk, meddling, seed, 2), progress) } catch {}
    disk.mend()
    var problems: [String] = []
    // A save that was refused for want of room leaves nothing behind it.
    if fault.code == ENOSPC, !fault.persists, calls[fault.call - 1] == .write, story.name == "saving" {
      let folder = VaultFolder(files: disk.copy(), context: .simulated(seed: SplitMix.mix(seed, 5)))
      let warnings = (try? folder.opened())?.warnings ?? []
      if warnings.contains(where: { if case .tornTail = $0 { true } else { false } }) {
        problems.append("a refused save left bytes behind")
      }
    }
    return problems + Judge(story, progress, seed: seed).problems(disk)
  }

  /// The faults that a call can have.
  package func faults(call: Int) -> [Fault] {
    let kind = calls[call - 1]
    var faults = [Fault(call: call, code: EIO), Fault(call: call, code: EIO, persists: true)]
    if kind == .write { faults.append(Fault(call: call, code: EIO, isShort: true)) }
    guard kind.needsRoom else { return faults }
    faults += [Fault(call: call, code: ENOSPC), Fault(call: call, code: ENOSPC, persists: true)]
    if kind == .write { faults.append(Fault(call: call, code: ENOSPC, isShort: true)) }
    return faults
  }
}

/// A story, or the opening after it, up to a crash.
package struct Crashed {
  let telling: Telling
  let disk: SimulatedDisk
  let progress: Progress
  /// The crashes before this one.
  let crashes: [Trial.Crash]
  let event: Int

  package func trial(_ outcome: CrashOutcome) -> Trial {
    .crash(
      story: telling.story.name, crashes + [Trial.Crash(event: event, outcome: outcome)], seed: telling.seed)
  }

  /// The disk after the crash: always the same for the same trial.
  package func image(_ outcome: CrashOutcome) -> SimulatedDisk {
    let place = UInt64(CrashOutcome.allCases.firstIndex(of: outcome) ?? 0)
    return disk.afterCrash(
      outcome, seed: SplitMix.mix(telling.seed, UInt64(event), place, UInt64(crashes.count)))
  }

  /// What is wrong with the disk after the crash.
  package func problems(_ outcome: CrashOutcome) -> [String] {
    Judge(telling.story, progress, seed: SplitMix.mix(telling.seed, UInt64(crashes.count))).problems(image(outcome))
  }

  /// How many events opening the vault after the crash has, with one more save.
  package func eventsOfReopening(_ outcome: CrashOutcome) throws -> Int {
    let disk = image(outcome)
    let before = disk.events
    reopen(disk, try again(on: disk))
    return disk.events - before
  }

  /// A crash in that reopening.
  package func crashedAgain(_ outcome: CrashOutcome, at event: Int) throws -> Crashed? {
    let disk = image(outcome).copy(crashAt: event)
    let progress = try again(on: disk)
    reopen(disk, progress)
    guard disk.hasCrashed else { return nil }
    let crash = Trial.Crash(event: self.event, outcome: outcome)
    return Crashed(telling: telling, disk: disk, progress: progress, crashes: crashes + [crash], event: event)
  }

  private func again(on disk: SimulatedDisk) throws -> Progress { try Progress(continuing: progress, on: disk) }

  private func reopen(_ disk: SimulatedDisk, _ progress: Progress) {
    let judge = Judge(telling.story, progress, seed: 0)
    let seed = SplitMix.mix(telling.seed, 6, UInt64(crashes.count))
    let folder = VaultFolder(files: disk, context: .simulated(seed: seed))
    guard case .success(let opening?) = judge.opened(folder) else { return }
    do {
      // From here on the state that was found is the one to keep.
      let found = try telling.story.content.read(opening.vault)
      guard found == progress.acknowledged ?? [] || found == progress.attempted else { return }
      progress.acknowledged = found
      let note = "again \(crashes.count)"
      try progress.save(telling.story.content.add(note, found), in: opening.vault) {
        try telling.story.content.write(opening.vault, note)
      }
    } catch {}
    opening.vault.close()
  }
}
