import Dispatch
import Synchronization

/// A whole proof: rounds of stories with other notes and other chance, until enough images are seen; in the first one also
/// faults and damage.
package struct Campaign: Sendable {
  /// The least number of disks after a crash. The first round is always told to its end.
  package var images = 100_000
  package var seed: UInt64 = 1
  package var jobs = 2
  package var meddling = Meddling.none
  /// Only some bits and lengths, and no crash in a crash: for showing that a mistake is found.
  package var isQuick = false
  package var stopsAtFirst = false
  /// The names of the stories that are told.
  package var stories = Set(Story.all.map(\.name))

  package init() {}

  /// Does all of it; `report` hears how far it is, after each batch.
  package func run(_ report: (Tally) -> Void = { _ in }) throws -> Tally {
    var tally = Tally()
    func isDone(_ parts: [Part], isEnough: (Tally) -> Bool) -> Bool {
      for batch in stride(from: 0, to: parts.count, by: 32) {
        tally.add(Self.run(Array(parts[batch..<min(batch + 32, parts.count)]), jobs: jobs))
        report(tally)
        if isEnough(tally) || stopsAtFirst && !tally.wrong.isEmpty { return true }
      }
      return false
    }
    // Damage is found quickest, so a quick run begins with it.
    let damage = meddling == .none ? try damage() : []
    if isQuick, isDone(damage, isEnough: { _ in false }) { return tally }
    var round: UInt64 = 0
    repeat {
      let tellings = try tellings(round: round)
      for telling in tellings {
        tally.note(telling.story.name, "told")
        tally.note(telling.problems, in: "\(telling.story.name), seed \(telling.seed), nothing failing")
      }
      if round == 0, stopsAtFirst, !tally.wrong.isEmpty { return tally }
      let crashes = tellings.flatMap { telling in
        (1...telling.events).map { event in
          let isDeep = !isQuick && (!telling.story.isLarge || event % 4 == 0)
          return Part.crash(telling, event: event, isDeep: isDeep)
        }
      }
      let limit = images
      if isDone(crashes, isEnough: { round > 0 && $0.images >= limit }) { return tally }
      if round == 0 {
        let faults = tellings.flatMap { telling in
          (1...telling.calls.count).map { Part.faults(telling, call: $0, isShort: isQuick) }
        }
        if isDone(faults, isEnough: { _ in false }) { return tally }
        if !isQuick, isDone(damage, isEnough: { _ in false }) { return tally }
      }
      round += 1
    } while tally.images < images
    return tally
  }

  private func tellings(round: UInt64) throws -> [Telling] {
    try Story.all.filter { stories.contains($0.name) && (!$0.isLarge || round.isMultiple(of: 8)) }.map {
      try Telling($0, seed: seed &+ round, meddling: meddling)
    }
  }

  private func damage() throws -> [Part] {
    let vaults = try DamagedVaults()
    let kinds: [(Damage.Kind, every: Int)] = [
      (.crafted, 1), (.splice, 1), (.cut, isQuick ? 61 : 1), (.forgedFlip, isQuick ? 41 : 1),
      (.mendedFlip, isQuick ? 331 : 1), (.flip, isQuick ? 197 : 1),
    ]
    return [.underneath]
      + kinds.flatMap { kind, every in
        stride(from: 0, to: vaults.count(kind), by: 256 * every).map { start in
          let end = min(start + 256 * every, vaults.count(kind))
          return Part.damage(vaults, kind, numbers: stride(from: start, to: end, by: every))
        }
      }
  }

  /// Runs parts on several threads; the tally does not depend on how many.
  private static func run(_ parts: [Part], jobs: Int) -> Tally {
    let results = Mutex([Int: Tally]())
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < parts.count else { return }
        let tally = parts[index].run()
        results.withLock { $0[index] = tally }
      }
    }
    var whole = Tally()
    results.withLock { results in
      for index in parts.indices { if let tally = results[index] { whole.add(tally) } }
    }
    return whole
  }
}

extension Trial {
  /// Tries exactly this, and tells what is wrong.
  package func problems(meddling: Meddling = .none) throws -> [String] {
    switch self {
    case .crash(let name, let crashes, let seed):
      guard let story = Story.named(name), let first = crashes.first else { return ["there is no such story"] }
      var crashed = try Telling(story, seed: seed, meddling: meddling).crashed(at: first.event)
      for (before, crash) in zip(crashes, crashes.dropFirst()) {
        crashed = try crashed?.crashedAgain(before.outcome, at: crash.event)
      }
      guard let crashed, let last = crashes.last else { return ["the crash never came"] }
      return crashed.problems(last.outcome)
    case .fault(let name, let fault, let seed):
      guard let story = Story.named(name) else { return ["there is no such story"] }
      return try Telling(story, seed: seed, meddling: meddling).problems(with: fault)
    case .damage(let damage): return try DamagedVaults().problems(damage)
    case .underneath(let change, let work): return try Underneath.problems(change, work)
    }
  }
}
