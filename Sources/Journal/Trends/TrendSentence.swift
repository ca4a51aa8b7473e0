import Forms

/// What a chart shows, in a sentence: how many days, between what, most often what. It calls nothing better or worse, names no
/// cause, and says when there is too little to see anything.
package struct TrendSentence {
  package let measure: Quantity
  package let trend: Trend

  package init(_ measure: Quantity, _ trend: Trend) {
    self.measure = measure
    self.trend = trend
  }

  /// With fewer days than this nothing is said about them.
  package static let few = 5
  /// A week is compared with the one before when both have this many days.
  private static let enoughOfWeek = 3

  private var count: Int { trend.days.count }
  private var share: String { "\(count) of \(trend.length) days" }

  /// As a line says it: from a year on its points are weeks.
  package var text: String { [byDay, count < Self.few ? nil : weekly].compactMap { $0 }.joined(separator: " ") }

  /// As a calendar says it, whose cells are days.
  package var byDay: String {
    if count == 0 {
      let stretch = trend.length == 1 ? "on this day" : "in these \(trend.length) days"
      return "\(measure.name): nothing was noted \(stretch)."
    }
    if count < Self.few {
      let noun = measure.isEitherOr ? "an answer" : "a number"
      return "\(measure.name): \(share) \(count == 1 ? "has" : "have") \(noun): too few to see a pattern."
    }
    if measure.isEitherOr { return eitherOr }
    return ["\(measure.name), \(share): \(spread)\(weeks).", means].compactMap { $0 }.joined(separator: " ")
  }

  private var eitherOr: String {
    let yes = trend.values.count { $0 > 0 }
    let kinds = "\(measure.lowWords) on \(count - yes), \(measure.highWords) on \(yes)"
    return "\(measure.name), \(share) have an answer: \(kinds)."
  }

  /// `between 2 and 8, most often 4 to 6`
  private var spread: String {
    let sorted = trend.values.sorted()
    let (least, most) = (words(sorted[0]), words(sorted[count - 1]))
    if least == most { return "\(with(most)) each time" }
    let (from, to) = (words(sorted[(count - 1) / 4]), words(sorted[(count - 1) * 3 / 4]))
    let middle = from == to ? "most often around \(from)" : "most often \(from) to \(to)"
    return "between \(least) and \(with(most)), \(middle)"
  }

  private var weeks: String {
    guard trend.length >= 14 else { return "" }
    let (last, before) = (trend.mean(ofDays: 7), trend.mean(ofDays: 7, before: 7))
    guard let now = last.value, let then = before.value, min(last.count, before.count) >= Self.enoughOfWeek else {
      return ""
    }
    return "; in the last week it was \(words(now)) on average, in the week before \(words(then))"
  }

  private var means: String? { trend.hasMeans ? "Where a day has several numbers, their mean counts." : nil }

  private var weekly: String? {
    guard ChartSpan.isWeekly(trend.range) else { return nil }
    let counts = trend.weeks.map(\.count)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let days = least == most ? (least == 1 ? "1 day" : "\(least) days") : "\(least) to \(most) days"
    return "Each point is the mean of a week, Monday to Sunday, from \(days)."
  }

  private func words(_ value: Double) -> String { Self.number(value) }
  private func with(_ number: String) -> String { measure.unit.isEmpty ? number : "\(number) \(measure.unit)" }

  /// With one digit after the point.
  package static func number(_ value: Double) -> String { Form.plain((value * 10).rounded() / 10) }
}
