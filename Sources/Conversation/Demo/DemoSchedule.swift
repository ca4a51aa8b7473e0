/// Which exercises the made-up person does on which days.
struct DemoSchedule {
  enum Practice: String, CaseIterable {
    case breathing = "paced-breathing"
    case stop
    case facts = "check-the-facts"
    case soothe = "self-soothe"
    case urge = "urge-log"
    case short = "thought-record-5"
    case long = "thought-record-7"
    case test = "experiment"

    /// In twelve weeks.
    var times: Int {
      switch self {
      case .breathing: 14
      case .stop: 11
      case .facts: 9
      case .soothe: 5
      case .urge: 9
      case .short: 12
      case .long: 9
      case .test: 3
      }
    }

    /// The hours of the day it is done at.
    var hours: ClosedRange<Int> {
      switch self {
      case .breathing: 19...21
      case .stop, .urge: 12...20
      case .facts, .soothe: 17...20
      case .short, .long, .test: 13...19
      }
    }
  }

  /// By days ago; the last days before today are left free, so that what follows has come.
  let practices: [Int: [Practice]]

  init(span: Int, random: inout DemoRandom) {
    var practices: [Int: [Practice]] = [:]
    for practice in Practice.allCases {
      let count = max(1, practice.times * span / DemoJournal.days)
      for ago in Array(1..<max(2, span - 1)).shuffled(using: &random).prefix(count).sorted() {
        practices[ago, default: []].append(practice)
      }
    }
    self.practices = practices
  }
}
