import Forms
import JSON
import Journal
import Terminal
import Vault

/// `review thoughts`: traps, hot thoughts, belief before and after, and what the tests showed.
package struct ThoughtsDesk {
  let session: Session
  private static let result = "experiment-result"

  package init(session: Session) { self.session = session }

  package func show() throws(Departure) {
    let patterns = try patterns()
    let due = try due()
    var lines: [String] = []
    for reminder in due { lines.append(try DueItems(session: session).line(for: reminder)) }
    let labels = try labels()
    let text = ThoughtsText(
      patterns: patterns, due: lines, traps: labels.traps, fits: labels.fits, today: session.world.clock.now().day)
    try Reading(session: session).page(text.blocks)
  }

  package func write() throws(Departure) {
    let patterns = try patterns()
    func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? nil }
    let traps = patterns.traps.map { trap -> JSON in
      [
        "trap": .string(trap.code), "records": .number(Double(trap.total)), "last28": .number(Double(trap.lately)),
        "before28": .number(Double(trap.earlier)),
      ]
    }
    let thoughts = patterns.thoughts.map { record -> JSON in
      [
        "entry": .string(record.entry), "day": .string(record.day.iso), "thought": .string(record.thought),
        "before": number(record.before), "after": number(record.after), "later": number(record.later),
      ]
    }
    let tests = patterns.tests.map { test -> JSON in
      [
        "entry": .string(test.source.entry.short), "day": .string(test.source.day.iso),
        "thought": .string(test.thought), "fit": test.fit.map { .string($0) } ?? nil, "before": number(test.before),
        "now": number(test.now),
      ]
    }
    let due = try due().map { reminder -> JSON in
      ["entry": .string(reminder.entry.short), "due": .string(reminder.due.iso)]
    }
    try session.write(
      [
        "records": .number(Double(patterns.records)), "askedAboutTraps": .number(Double(patterns.asked)),
        "traps": .array(traps), "thoughts": .array(thoughts), "tests": .array(tests), "due": .array(due),
        "belief": patterns.belief.map { belief in
          [
            "records": .number(Double(belief.moved.tries)), "lower": .number(Double(belief.moved.lower)),
            "before": .number(belief.before), "after": .number(belief.after),
          ]
        } ?? nil,
      ])
  }

  private func patterns() throws(Departure) -> ThoughtPatterns {
    let today = session.world.clock.now().day
    return try session.inJournal { (store) throws(VaultError) in
      let tests = try store.entries(EntryFilter(form: Self.result)).map { entry in
        ThoughtPatterns.Test(
          source: entry.source, thought: entry.words("thought") ?? "", fit: entry.code("fit"),
          before: entry.answers["belief-before"]?.size, now: entry.answers["belief-now"]?.size)
      }
      return ThoughtPatterns(records: try store.thoughtRecords(), tests: tests, today: today)
    }
  }

  /// Tests whose day has come.
  private func due() throws(Departure) -> [Reminder] {
    try DueItems(session: session).all().filter { $0.opens == Self.result }
  }

  /// The words of codes, as the newest entries were asked.
  private func labels() throws(Departure) -> (traps: [String: String], fits: [String: String]) {
    func labels(_ form: String, _ question: String) throws(Departure) -> [String: String] {
      try session.inJournal { (store) throws(VaultError) in
        guard let newest = try store.entries(EntryFilter(form: form, limit: 1)).first else { return [:] }
        let options = try store.form(of: newest).question(question)?.choices?.options ?? []
        return Dictionary(options.map { ($0.code, $0.label) }, uniquingKeysWith: { first, _ in first })
      }
    }
    return (try labels("thought-record-7", "traps"), try labels(Self.result, "fit"))
  }
}
