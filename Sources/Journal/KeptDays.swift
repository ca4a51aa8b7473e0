import Forms

/// Days that were noted as free of use, from moods and diary cards. A day with use counts for nothing and takes nothing away;
/// a day that was not noted is missing, not broken.
package struct KeptDays: Equatable, Sendable {
  private let noted: [Day: Bool]

  /// Days before `today`: a day that is not over yet could still take its own mark back.
  package init(_ entries: [Entry], before today: Day) {
    var noted: [Day: Bool] = [:]
    for entry in entries where entry.day < today {
      guard case .text(let use)? = entry.answers["use"] ?? entry.answers["used"] else { continue }
      switch use {
      case "none": noted[entry.day] = noted[entry.day] ?? true
      case "some": noted[entry.day] = false
      default: continue
      }
    }
    self.noted = noted
  }

  package var total: Int { noted.values.count { $0 } }
  package var first: Day? { noted.filter(\.value).keys.min() }

  /// Kept days one after the other, up to the last day that was noted.
  package var run: Int {
    guard var day = noted.keys.max() else { return 0 }
    var count = 0
    while noted[day] == true {
      count += 1
      day = day.adding(days: -1)
    }
    return count
  }
}
