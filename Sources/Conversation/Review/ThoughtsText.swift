import Forms
import Journal
import Terminal

/// Thought patterns in words; what is too little to be a pattern is said to be.
struct ThoughtsText {
  let patterns: ThoughtPatterns
  /// Tests that are due, each as a line.
  let due: [String]
  /// Labels by code.
  let traps: [String: String]
  let fits: [String: String]
  let today: Day

  var blocks: [Block] {
    var blocks: [Block] = [.title("Thought patterns")]
    guard patterns.records > 0 || !patterns.tests.isEmpty || !due.isEmpty else {
      return blocks + [.text("No thought is written down yet. `thought` leads through a first one.")]
    }
    blocks.append(.text(Rich(records)))
    blocks += trapBlocks + beliefBlocks + thoughtBlocks + testBlocks
    return blocks
  }

  private var records: String {
    let told = patterns.records.of("thought record")
    return patterns.records < ThoughtPatterns.least ? "\(told) so far: too few to be a pattern." : "\(told) so far."
  }

  private var trapBlocks: [Block] {
    guard !patterns.traps.isEmpty else { return [] }
    let table = Table(
      header: ["Trap", "Last 4 weeks", "4 weeks before", "Ever"],
      rows: patterns.traps.map { trap in
        [
          Rich(traps[trap.code] ?? trap.code), Rich(String(trap.lately)), Rich(String(trap.earlier)),
          Rich(String(trap.total)),
        ]
      })
    return heading("Thinking traps you named")
      + [.table(table), .quiet(Rich("\(patterns.asked.of("record")) asked about them."))]
  }

  private var beliefBlocks: [Block] {
    guard let belief = patterns.belief else { return [] }
    let count = belief.moved.tries
    guard count >= ThoughtPatterns.least else {
      return heading("Belief")
        + [.text(Rich("\(count.of("record")) with belief before and after: too few to say more."))]
    }
    let text =
      "You believed the first thought less at the end in \(belief.moved.lower) of \(count) records. "
      + "On average it went from \(belief.before.brief)% to \(belief.after.brief)%."
    return heading("Belief") + [.text(Rich(text))]
  }

  /// `Mon 2 Nov, k7f2: "…" 80%, then 45%, later 40%`
  private var thoughtBlocks: [Block] {
    guard !patterns.thoughts.isEmpty else { return [] }
    return heading("The thoughts of the last records")
      + patterns.thoughts.map { record in
        let numbers = [
          record.before.map { "\($0.brief)%" }, record.after.map { "then \($0.brief)%" },
          record.later.map { "later \($0.brief)%" },
        ].compactMap { $0 }
        let told = numbers.isEmpty ? "" : " Belief \(numbers.joined(separator: ", "))."
        let day = Dates.words(record.day, today: today).sentence
        return .bullet(Rich("\(day) (\(record.entry)): \"\(record.thought.oneLine)\"\(told)"))
      }
  }

  private var testBlocks: [Block] {
    let done = patterns.tests.filter { $0.fit != nil }
    guard !due.isEmpty || !patterns.tests.isEmpty else { return [] }
    var blocks = heading("Tests of a thought")
    blocks += due.map { .bullet(Rich("Due: \($0)")) }
    if !done.isEmpty {
      let counts = ["none", "part", "most", "all", "unclear"].compactMap { code -> String? in
        let count = done.count { $0.fit == code }
        return count == 0 ? nil : "\(fits[code]?.lowercased() ?? code) \(count.times)"
      }
      blocks.append(
        .text(Rich("\(done.count.of("test")) done. What you expected came true: \(counts.joined(separator: ", "))."))
      )
    }
    let notYet = patterns.tests.count - done.count
    if notYet > 0 { blocks.append(.text(Rich("\(notYet.of("test")) not done yet, which says something too."))) }
    for test in done.prefix(ThoughtPatterns.mostThoughts) {
      let belief = [test.before.map { "\($0.brief)%" }, test.now.map { "then \($0.brief)%" }].compactMap { $0 }
      let told = belief.isEmpty ? "" : " Belief \(belief.joined(separator: ", "))."
      let day = Dates.words(test.source.day, today: today).sentence
      blocks.append(.bullet(Rich("\(day) (\(test.source.entry.short)): \"\(test.thought)\"\(told)")))
    }
    return blocks
  }

  private func heading(_ text: String) -> [Block] { [.blank, .text(Rich([Rich.Span(text, .strong)]))] }
}
