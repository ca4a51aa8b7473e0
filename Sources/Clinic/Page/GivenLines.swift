import Exchange
import Forms
import Journal
import Vault

/// What was given to a person, each with what came back of it.
struct GivenLines {
  let now: Moment
  let given: [GivenItem]
  let entries: [Answered]
  let head: KeptHead

  /// The newest first.
  var lines: [String] {
    given.map { one in
      guard let item = Assignment.Item(body: one.body) else { return "\(now.day(of: one.at).iso) \(one.kind)" }
      let day = now.day(of: one.at)
      let outcome = AssignmentOutcome.of(item, entries: entries, since: day, detail: head.detail)
      return "\(day.iso) \(item.title): \(outcome.words)"
    }
  }
}
