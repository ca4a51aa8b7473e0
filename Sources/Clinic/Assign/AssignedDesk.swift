import Conversation
import Exchange
import Forms
import JSON
import Journal
import Terminal
import Vault

/// What was given, beside what came back. It tells what is known, and no more.
struct AssignedDesk {
  let session: Session

  /// One thing that was given, and what is known of it.
  private struct Row {
    var day: Day
    var kind: String
    var title: String
    /// Nil for what an earlier or later program wrote and this one cannot read.
    var outcome: AssignmentOutcome?

    var words: String { "\(day.iso) \(title)" + (outcome.map { ": \($0.words)" } ?? "") }

    var json: JSON {
      var members: [(String, JSON)] = [("given", .string(day.iso)), ("kind", .string(kind)), ("title", .string(title))]
      if let outcome { members.append(("outcome", .string(outcome.words))) }
      if let day = outcome?.day { members.append(("told", .string(day.iso))) }
      return .object(JSON.Object(members))
    }
  }

  func show(_ person: Participant, json: Bool) throws(Departure) {
    let logs = try session.inCaseload { (store) throws(VaultError) in try store.logs(of: person.n) }
    let head = logs.first.flatMap { KeptHead($0.head) }
    let rows = try rows(of: person, head, until: logs.first?.days.upperBound)
    if json { return try session.write(["assigned": .array(rows.map(\.json))]) }
    session.console.show([.title(Rich("Given to \(person.name) (#\(person.n))"))], to: .result)
    guard !rows.isEmpty else {
      session.console.show([.text("Nothing yet.")], to: .result)
      return session.show(.quiet(Rich("`assign #\(person.n)` gives something.")))
    }
    session.console.show(rows.map { .bullet(Rich($0.words)) }, to: .result)
    let last = head.map { "The newest file was made on \($0.created.day.iso)." } ?? "No file was taken in yet."
    session.console.show(
      [.quiet(Rich("\(last) What is not told is not known; it does not mean not done."))], to: .result)
  }

  /// The newest first.
  private func rows(of person: Participant, _ head: KeptHead?, until last: Day?) throws(Departure) -> [Row] {
    let now = session.world.clock.now()
    let given = try session.inCaseload { (store) throws(VaultError) in try store.given(to: person.n) }
    guard let first = given.map(\.at).min() else { return [] }
    let entries = try entries(of: person, since: now.day(of: first), until: last)
    return given.map { one in
      let day = now.day(of: one.at)
      guard let item = Assignment.Item(body: one.body) else { return Row(day: day, kind: one.kind, title: one.kind) }
      // Without a file nothing is known, which is not the same as not shared.
      let outcome =
        head.map { AssignmentOutcome.of(item, entries: entries, since: day, detail: $0.detail) }
        ?? AssignmentOutcome(.nothingYet)
      return Row(day: day, kind: one.kind, title: item.title, outcome: outcome)
    }
  }

  /// How many things each person was given.
  func everyone() throws(Departure) {
    let now = session.world.clock.now()
    let (people, counts) = try session.inCaseload { (store) throws(VaultError) in
      (try store.participants(), try store.givenCounts())
    }
    guard !counts.isEmpty else {
      session.console.show([.text("Nothing was given to anyone yet.")], to: .result)
      return session.show(.quiet("`assign` and a name gives something."))
    }
    let rows: [[Rich]] = counts.compactMap { count in
      people.first { $0.n == count.participant }.map { person in
        [Rich("#\(person.n)"), Rich(person.name), Rich(String(count.count)), Rich(now.day(of: count.last).iso)]
      }
    }
    session.console.show([.table(Table(header: ["", "Name", "Given", "Last"], rows: rows))], to: .result)
    session.show(.quiet("`assigned` and a name shows what came back."))
  }

  /// From the day of the first thing that was given to the end of the newest file.
  private func entries(of person: Participant, since: Day, until last: Day?) throws(Departure) -> [Answered] {
    guard let last, since <= last else { return [] }
    return try session.inCaseload { (store) throws(VaultError) in
      let lines = try store.lines(of: person.n, days: since...last)
      let shelf = LineShelf(try store.logForms(Set(lines.map(\.logForm))))
      return lines.compactMap(shelf.answered)
    }
  }
}
