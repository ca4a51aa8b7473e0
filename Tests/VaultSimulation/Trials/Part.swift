/// A piece of work that one thread does on its own, always with the same outcome.
package enum Part: Sendable {
  /// Every image that a crash at this event can leave, and crashes while some of them are opened again.
  case crash(Telling, event: Int, isDeep: Bool)
  /// Every way in which this call can fail; or one of them, another with each call.
  case faults(Telling, call: Int, isShort: Bool)
  case damage(DamagedVaults, Damage.Kind, numbers: StrideTo<Int>)
  case underneath

  package func run() -> Tally {
    var tally = Tally()
    switch self {
    case .crash(let telling, let event, let isDeep):
      attempt(&tally, "\(telling.story.name), event \(event), seed \(telling.seed)") {
        try crash(telling, event, isDeep: isDeep, &$0)
      }
    case .faults(let telling, let call, let isShort):
      let faults = telling.faults(call: call)
      for fault in isShort ? [faults[call % faults.count]] : faults {
        let trial = Trial.fault(story: telling.story.name, fault, seed: telling.seed)
        tally.note(telling.story.name, "faults")
        tally.note("fault in \(telling.calls[call - 1].rawValue)", fault.column)
        attempt(&tally, trial.description) { $0.note(try telling.problems(with: fault), in: trial) }
      }
    case .damage(let vaults, let kind, let numbers):
      for number in numbers {
        let damage = Damage(kind: kind, number: number)
        tally.note(kind.rawValue, "damage")
        tally.note(vaults.problems(damage), in: .damage(damage))
      }
    case .underneath:
      for change in Underneath.Change.allCases {
        for work in Underneath.Work.allCases {
          let trial = Trial.underneath(change, work)
          tally.note("changed underneath", "damage")
          attempt(&tally, trial.description) { $0.note(try Underneath.problems(change, work), in: trial) }
        }
      }
    }
    return tally
  }

  private func attempt(_ tally: inout Tally, _ trial: String, _ work: (inout Tally) throws -> Void) {
    do { try work(&tally) } catch { tally.note(["the simulation itself failed: \(error)"], in: trial) }
  }

  private func crash(_ telling: Telling, _ event: Int, isDeep: Bool, _ tally: inout Tally) throws {
    guard let crashed = try telling.crashed(at: event) else { return }
    let name = telling.story.name
    for outcome in CrashOutcome.allCases {
      tally.note(name, outcome.rawValue, isImage: true)
      tally.note(crashed.problems(outcome), in: crashed.trial(outcome))
    }
    guard isDeep else { return }
    let chance = Int(truncatingIfNeeded: telling.seed % 997)
    let outcome = outcome(event + chance)
    let events = try crashed.eventsOfReopening(outcome)
    guard events > 0 else { return }
    let deepest = (event * 7 + chance) % events + 1
    for second in 1...events {
      guard let again = try crashed.crashedAgain(outcome, at: second) else { continue }
      let left = self.outcome(event + second + chance)
      tally.note(name, "second crash", isImage: true)
      tally.note(again.problems(left), in: again.trial(left))
      guard second == deepest else { continue }
      for third in 1...max(1, try again.eventsOfReopening(left)) {
        guard let last = try again.crashedAgain(left, at: third) else { continue }
        let left = self.outcome(event + third + chance)
        tally.note(name, "third crash", isImage: true)
        tally.note(last.problems(left), in: last.trial(left))
      }
    }
  }

  private func outcome(_ number: Int) -> CrashOutcome { CrashOutcome.allCases[number % CrashOutcome.allCases.count] }
}

extension Fault {
  /// Its place in a table.
  fileprivate var column: String {
    (code == 28 ? "ENOSPC" : "EIO") + (isShort ? ", half written" : "") + (persists ? ", lasting" : "")
  }
}
