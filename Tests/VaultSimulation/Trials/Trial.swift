/// One thing that was tried, so that it can be told in a line and tried again.
package enum Trial: Hashable, Sendable {
  /// A crash in the telling of a story, then perhaps others while the vault is opened again.
  case crash(story: String, [Crash], seed: UInt64)
  case fault(story: String, Fault, seed: UInt64)
  case damage(Damage)
  case underneath(Underneath.Change, Underneath.Work)

  /// A crash at an event (from 1), and what it leaves.
  package struct Crash: Hashable, Sendable {
    package var event: Int
    package var outcome: CrashOutcome

    package init(event: Int, outcome: CrashOutcome) {
      self.event = event
      self.outcome = outcome
    }
  }
}

extension Trial: CustomStringConvertible {
  /// `saving, event 12 torn512, event 3 nothing, seed 7`
  package var description: String {
    switch self {
    case .crash(let story, let crashes, let seed):
      ([story] + crashes.map { "event \($0.event) \($0.outcome.rawValue)" } + ["seed \(seed)"]).joined(separator: ", ")
    case .fault(let story, let fault, let seed):
      "\(story), call \(fault.call) error \(fault.code)\(fault.isShort ? " short" : "")"
        + "\(fault.persists ? " lasting" : ""), seed \(seed)"
    case .damage(let damage): "damage, \(damage.kind.rawValue) \(damage.number)"
    case .underneath(let change, let work): "underneath, \(change.rawValue), \(work.rawValue)"
    }
  }

  /// The trial that a line tells of; nil when it is none.
  package init?(_ line: String) {
    let parts = line.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
    guard let first = parts.first?.joined(separator: " "), parts.count >= 2 else { return nil }
    switch first {
    case "damage":
      guard let number = parts[1].last.flatMap({ Int($0) }),
        let kind = Damage.Kind(rawValue: parts[1].dropLast().joined(separator: " "))
      else { return nil }
      self = .damage(Damage(kind: kind, number: number))
    case "underneath":
      guard parts.count == 3, let change = Underneath.Change(rawValue: parts[1].joined(separator: " ")),
        let work = Underneath.Work(rawValue: parts[2].joined(separator: " "))
      else { return nil }
      self = .underneath(change, work)
    default:
      guard Story.named(first) != nil, let last = parts.last, last.first == "seed", last.count == 2,
        let seed = UInt64(last[1])
      else { return nil }
      let middle = parts[1..<parts.count - 1]
      if let fault = middle.first.flatMap({ Fault($0) }), middle.count == 1 {
        self = .fault(story: first, fault, seed: seed)
        return
      }
      let crashes = middle.compactMap { Crash($0) }
      guard crashes.count == middle.count, !crashes.isEmpty else { return nil }
      self = .crash(story: first, crashes, seed: seed)
    }
  }
}

extension Trial.Crash {
  init?(_ words: [String]) {
    guard words.count == 3, words[0] == "event", let event = Int(words[1]),
      let outcome = CrashOutcome(rawValue: words[2])
    else { return nil }
    self.init(event: event, outcome: outcome)
  }
}

extension Fault {
  init?(_ words: [String]) {
    guard words.count >= 4, words[0] == "call", let call = Int(words[1]), words[2] == "error",
      let code = Int32(words[3])
    else { return nil }
    self.init(call: call, code: code, isShort: words.contains("short"), persists: words.contains("lasting"))
  }
}
