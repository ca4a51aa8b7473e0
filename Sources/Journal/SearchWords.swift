import Forms

/// A search as it is typed: words, and filters such as `form:thought`, `day:2026-11` and `tag:work` among them.
package struct SearchWords: Equatable, Sendable {
  package private(set) var words = ""
  /// The name of a form, or its beginning.
  package private(set) var form: String?
  package private(set) var days: ClosedRange<Day>?
  package private(set) var tags: [String] = []
  /// What follows a `day:` that is no day, month or year.
  package private(set) var badDay: String?

  package init(_ typed: String, today: Day) {
    var words: [Substring] = []
    for piece in typed.split(whereSeparator: \.isWhitespace) {
      let parts = piece.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else {
        words.append(piece)
        continue
      }
      let value = String(parts[1])
      switch parts[0].lowercased() {
      case "form": form = value.lowercased()
      case "tag": tags += Tags.read(value)
      case "day":
        days = Self.days(value, today: today)
        if days == nil { badDay = value }
      default: words.append(piece)
      }
    }
    self.words = words.joined(separator: " ")
  }

  /// Whether anything is looked for or narrowed.
  package var isEmpty: Bool { words.isEmpty && form == nil && days == nil && tags.isEmpty }

  /// `2026`, `2026-11`, or a day in any words.
  private static func days(_ text: String, today: Day) -> ClosedRange<Day>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    if digits, parts.first?.count == 4, let year = Int(parts[0]) {
      if parts.count == 1, let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
      {
        return first...last
      }
      if parts.count == 2, let month = Int(parts[1]), let first = Day(year: year, month: month, day: 1) {
        return first...first.adding(days: Day.length(ofMonth: month, year: year) - 1)
      }
    }
    return Day(words: text, today: today, toward: .past).map { $0...$0 }
  }
}
