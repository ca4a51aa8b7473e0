import Forms

/// Two days in a row with much energy, a fast pace and little sleep: the moment for one calm offer.
package struct FastDays: Equatable, Sendable {
  /// From 0 to 10; 10 is full of energy.
  package static let energy = 7.0
  /// From 0 to 10; 5 is the usual pace.
  package static let pace = 7.0
  /// Minutes; below this a night is short.
  package static let sleep = 300.0
  /// Days without a fast one after which what comes is something new.
  package static let gap = 7

  /// The highest energy and pace of a day, and the longest sleep that was noted for the night before it.
  package struct Noted: Equatable, Sendable {
    package var energy: Double?
    package var pace: Double?
    package var sleep: Double?
    package init(energy: Double? = nil, pace: Double? = nil, sleep: Double? = nil) {
      self.energy = energy
      self.pace = pace
      self.sleep = sleep
    }
  }

  private let fast: Set<Int>

  /// All three have to be noted: what is missing counts for nothing.
  package init(_ days: [Day: Noted]) {
    fast = Set(
      days.filter { _, noted in
        guard let energy = noted.energy, let pace = noted.pace, let sleep = noted.sleep else { return false }
        return energy >= Self.energy && pace >= Self.pace && sleep < Self.sleep
      }.map(\.key.daysSince1970))
  }

  /// Whether an entry about `day` completes two days in a row and nothing was offered for them yet. `last`: the day that was
  /// offered about before.
  package func asksForOffer(about day: Day, after last: Day?) -> Bool {
    let number = day.daysSince1970
    guard fast.contains(number), fast.contains(number - 1) || fast.contains(number + 1) else { return false }
    guard let last = last?.daysSince1970 else { return true }
    // The same stretch as long as no week passes without such a day.
    var known = last
    for next in fast.sorted() where next > last && next <= number {
      if next - known > Self.gap { return true }
      known = next
    }
    return number < last - Self.gap
  }
}
