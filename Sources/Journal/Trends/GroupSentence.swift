/// What bars by weekday or part of the day show, in a sentence.
package struct GroupSentence {
  package let measure: Quantity
  package let groups: [(name: String, mean: GroupMean)]
  /// `day of the week`
  package let kind: String

  package init(_ measure: Quantity, _ groups: [(name: String, mean: GroupMean)], kind: String) {
    self.measure = measure
    self.groups = groups
    self.kind = kind
  }

  /// A group of fewer says little.
  private static let few = 4

  package var text: String {
    let counted = groups.filter { $0.mean.count > 0 }
    let total = counted.map(\.mean.count).reduce(0, +)
    let numbers = total == 1 ? "1 number" : "\(total) numbers"
    guard let most = counted.max(by: { ($0.mean.value ?? 0) < ($1.mean.value ?? 0) }),
      let least = counted.min(by: { ($0.mean.value ?? 0) < ($1.mean.value ?? 0) })
    else { return "\(measure.name): nothing was noted in this time." }
    if counted.count == 1, total > 1 {
      return "\(measure.name) by \(kind): all \(numbers) belong to one, \(most.name)."
    }
    guard total >= 2 * TrendSentence.few else {
      return "\(measure.name) by \(kind), \(numbers): too few to see a pattern."
    }
    if measure.isEitherOr {
      return "\(measure.name) by \(kind), \(numbers). A bar is the share of days with: \(measure.highWords)."
        + " Such differences can be chance."
    }
    let (low, high) = (TrendSentence.number(least.mean.value ?? 0), TrendSentence.number(most.mean.value ?? 0))
    let spread =
      low == high
      ? "the means are all \(low)" : "the means lie between \(low) (\(least.name)) and \(high) (\(most.name))"
    let thin = counted.contains { $0.mean.count < Self.few } ? " Some of them have very few numbers." : ""
    return "\(measure.name) by \(kind), \(numbers): \(spread).\(thin) Such differences can be chance."
  }
}
