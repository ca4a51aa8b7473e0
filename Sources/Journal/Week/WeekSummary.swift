import Forms

/// Seven days in sentences, each made by a rule and told with the entries it comes from. Nothing is called good or bad.
package struct WeekSummary: Equatable, Sendable {
  package enum Section: String, Sendable, CaseIterable {
    case practice, mood, noted, lists, stoodOut = "stood-out", session
  }

  package struct Sentence: Equatable, Sendable {
    package var section: Section
    package var text: String
    package var sources: [Source]
    package init(_ section: Section, _ text: String, _ sources: [Source]) {
      self.section = section
      self.text = text
      self.sources = sources
    }
  }

  package let days: ClosedRange<Day>
  package let sentences: [Sentence]

  package init(_ records: WeekRecords) {
    days = records.days
    let isEmpty = records.items.isEmpty && records.goals.isEmpty && records.homework.isEmpty
    sentences =
      isEmpty
      ? [Sentence(.practice, "Nothing is noted for these days, and that is all it means.", [])]
      : Self.practice(records) + Self.mood(records) + Self.diaryUrges(records) + Self.noted(records)
        + Self.lists(records) + Self.stoodOut(records) + Self.session(records)
  }

  /// `Tuesday and Friday`, each once, in their order.
  static func days(_ sources: [Source]) -> String {
    Set(sources.map(\.day)).sorted().map(\.dayName).listed
  }

  /// `STOP (3), Paced breathing (1)`
  private static func practice(_ records: WeekRecords) -> [Sentence] {
    let practised = records.items.filter(\.isPractice)
    guard !practised.isEmpty else { return [Sentence(.practice, "No exercise is noted for these days.", [])] }
    let counts = Dictionary(grouping: practised, by: \.title).mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let told = counts.map { "\($0.key) (\($0.value))" }
    let text = "You practised \(practised.count.times): \(told.joined(separator: ", "))."
    return [Sentence(.practice, text, practised.map(\.entry.source))]
  }

  /// What the person noted as used or acted on: that it was noted, and for which day.
  private static func noted(_ records: WeekRecords) -> [Sentence] {
    var sources: [String: [Source]] = [:]
    for item in records.items {
      for question in ActedOn(item.entry.answers).questions {
        let name: String
        if ActedOn.isUse(question) {
          name = "Use"
        } else if question.hasPrefix("did-") {
          name = item.names[question] ?? "A behaviour you watch"
        } else {
          name = item.names[question].map { "Acting on the urge \"\($0)\"" } ?? "Acting on an urge"
        }
        sources[name, default: []].append(item.entry.source)
      }
    }
    return sources.sorted { $0.key < $1.key }.map { name, sources in
      Sentence(.noted, "\(name) is noted for \(days(sources)).", sources)
    }
  }
}
