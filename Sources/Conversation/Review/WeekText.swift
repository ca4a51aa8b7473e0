import Forms
import Journal
import Terminal

/// A week's sentences as a screen.
struct WeekText {
  let summary: WeekSummary
  let today: Day
  /// How many weeks ago it was.
  let back: Int

  func blocks(why: Bool) -> [Block] {
    let days = summary.days
    let from = Dates.words(days.lowerBound, today: today)
    var blocks: [Block] = [.title(Rich("Your week: \(from) to \(Dates.words(days.upperBound, today: today))"))]
    for section in WeekSummary.Section.allCases {
      let sentences = summary.sentences.filter { $0.section == section }
      guard !sentences.isEmpty else { continue }
      blocks.append(.text(Rich([Rich.Span(Self.name(of: section), .strong)])))
      for sentence in sentences {
        blocks.append(.bullet(Rich(sentence.text)))
        if why { blocks.append(.inset([.quiet(Rich(self.entries(sentence.sources)))])) }
      }
      blocks.append(.blank)
    }
    guard !why else {
      blocks.append(.quiet("`review` and the four letters show an entry."))
      return blocks
    }
    let word = back == 0 ? "week why" : "week why --back \(back)"
    blocks.append(.quiet(Rich("`\(word)` shows the entries behind each sentence.")))
    return blocks
  }

  /// `k7f2 Tuesday, p3xa Friday`
  private func entries(_ sources: [Source]) -> String {
    guard !sources.isEmpty else { return "No entry: nothing is there to count." }
    return sources.map { "\($0.entry.short) \(Dates.words($0.day, today: today))" }.joined(separator: ", ")
  }

  private static func name(of section: WeekSummary.Section) -> String {
    switch section {
    case .practice: "Practice"
    case .mood: "Mood and urges"
    case .noted: "Also noted"
    case .lists: "Goals and homework"
    case .stoodOut: "What stood out"
    case .session: "For your session"
    }
  }
}
