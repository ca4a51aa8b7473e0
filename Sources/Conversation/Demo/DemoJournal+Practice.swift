import Forms
import Journal

/// The skills and exercises of the made-up person, with ratings before and after.
extension DemoJournal {
  mutating func practice(_ practice: DemoSchedule.Practice, week: Int, at moment: Moment) throws(Departure) {
    let id = practice.rawValue
    switch practice {
    case .breathing: try keep(id, rated(40...75, drop: -4...26).merging(["length": "one"]) { $1 }, at: moment)
    case .stop:
      try keep(id, rated(45...78, drop: -6...22).merging(["next": pick(DemoPerson.nextSteps)]) { $1 }, at: moment)
    case .facts: try keep(id, facts(), at: moment)
    case .soothe: try keep(id, rated(40...70, drop: 0...20).merging(["senses": "sound, touch"]) { $1 }, at: moment)
    case .urge:
      let pull = ["pull": pick(DemoPerson.pulls), "acted": "no", "what-else": pick(DemoPerson.nextSteps)]
      try keep(id, rated(35...75, drop: -5...30).merging(pull) { $1 }, at: moment)
    case .short: try keep(id, thought(), at: moment)
    case .long:
      guard let kept = try keep(id, longThought(on: moment.day), at: moment) else { return }
      later(5, "look-again", Link(name: "looks-again", entry: kept.id), from: moment.day)
    case .test:
      guard let kept = try keep(id, test(on: moment.day), at: moment) else { return }
      later(4, "experiment-result", Link(name: "shows", entry: kept.id), from: moment.day)
    }
  }

  /// What was to be looked at again on this day.
  mutating func followUp(_ ago: Int, at moment: Moment) throws(Departure) {
    for follow in followUps[ago] ?? [] {
      let belief = Int.random(in: 15...55, using: &random)
      let replies =
        follow.form == "look-again"
        ? ["belief-now": String(belief), "fairer-now": String(95 - belief)]
        : [
          "thought": DemoPerson.test.thought, "prediction": DemoPerson.test.prediction, "belief-before": "70",
          "tried": "as-planned", "outcome": DemoPerson.test.outcome, "fit": random.chance(60) ? "none" : "part",
          "learned": DemoPerson.test.learned, "belief-now": String(belief),
        ]
      try keep(follow.form, replies, at: moment, links: [follow.link])
    }
  }

  private mutating func later(_ days: Int, _ form: String, _ link: Link, from day: Day) {
    let ago = now.day.daysSince1970 - day.daysSince1970 - days
    if ago > 0 { followUps[ago, default: []].append((form, link)) }
  }

  private mutating func pick(_ lines: [String]) -> String { lines.randomElement(using: &random) ?? "" }

  private mutating func rated(_ before: ClosedRange<Int>, drop: ClosedRange<Int>) -> [String: String] {
    let first = Int.random(in: before, using: &random)
    let fell = Int.random(in: drop, using: &random)
    let helped = fell > 12 ? "helped" : fell > 3 ? "a-little" : "not-this-time"
    return ["before": String(first), "after": String(first - fell), "helped": helped]
  }

  private mutating func facts() -> [String: String] {
    let thought = DemoPerson.thoughts.randomElement(using: &random) ?? DemoPerson.thoughts[0]
    return rated(45...78, drop: -8...18).merging(
      [
        "feeling": "anxiety", "event": thought.situation, "story": thought.thought, "fit": "too-strong",
      ]) { $1 }
  }

  private mutating func thought() -> [String: String] {
    let thought = DemoPerson.thoughts.randomElement(using: &random) ?? DemoPerson.thoughts[0]
    let before = Int.random(in: 55...90, using: &random)
    return [
      "situation": thought.situation, "emotions": thought.emotions, "before": String(before),
      "thought": thought.thought, "balanced": thought.fairer,
      "after": String(max(5, before - Int.random(in: 0...35, using: &random))),
    ]
  }

  private mutating func longThought(on day: Day) -> [String: String] {
    let thought = DemoPerson.thoughts.randomElement(using: &random) ?? DemoPerson.thoughts[0]
    var replies = self.thought()
    let believed = Int.random(in: 60...90, using: &random)
    replies["situation"] = thought.situation
    replies["thoughts"] = thought.thought
    replies["emotions"] = thought.emotions
    replies["balanced"] = thought.fairer
    replies["belief-before"] = String(believed)
    replies["evidence-for"] = thought.speaksFor
    replies["evidence-against"] = thought.fairer
    replies["traps"] = thought.traps
    replies["belief"] = String(Int.random(in: 40...75, using: &random))
    replies["belief-after"] = String(believed - Int.random(in: 0...40, using: &random))
    replies["when-next"] = day.adding(days: 5).iso
    return replies
  }

  private func test(on day: Day) -> [String: String] {
    [
      "thought": DemoPerson.test.thought, "belief-before": "70", "prediction": DemoPerson.test.prediction,
      "test": DemoPerson.test.plan, "safe": "is-safe", "look-back": day.adding(days: 4).iso,
    ]
  }
}
