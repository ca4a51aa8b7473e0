import Conversation
import Exchange
import Forms
import Journal
import Terminal
import Vault

/// What was given, beside what came back. It tells what is known, and no more.
struct AssignedDesk {
  let session: Session

  func show(_ person: Participant) throws(Departure) {
    let now = session.world.clock.now()
    let (given, logs) = try session.inCaseload { (store) throws(VaultError) in
      (try store.given(to: person.n), try store.logs(of: person.n))
    }
    session.console.show([.title(Rich("Given to \(person.name) (#\(person.n))"))], to: .result)
    guard let first = given.map(\.at).min() else {
      session.console.show([.text("Nothing yet.")], to: .result)
      return session.show(.quiet(Rich("`assign #\(person.n)` gives something.")))
    }
    let entries = try entries(of: person, since: now.day(of: first))
    let head = logs.first.flatMap { KeptHead($0.head) }
    let lines: [Block] = given.map { one in
      let day = now.day(of: one.at)
      guard let item = Assignment.Item(body: one.body) else { return .bullet(Rich("\(day.iso) \(one.kind)")) }
      // Without a file nothing is known, which is not the same as not shared.
      let outcome =
        head.map { AssignmentOutcome.of(item, entries: entries, since: day, detail: $0.detail) }
        ?? AssignmentOutcome(.nothingYet)
      return .bullet(Rich("\(day.iso) \(item.title): \(outcome.words)"))
    }
    session.console.show(lines, to: .result)
    let last = head.map { "The newest file was made on \($0.created.day.iso)." } ?? "No file was taken in yet."
    session.console.show(
      [.quiet(Rich("\(last) What is not told is not known; it does not mean not done."))], to: .result)
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

  private func entries(of person: Participant, since: Day) throws(Departure) -> [Answered] {
    let today = session.world.clock.now().day
    return try session.inCaseload { (store) throws(VaultError) in
      let lines = try store.lines(of: person.n, days: min(since, today)...today.adding(days: 1))
      let shelf = LineShelf(try store.logForms(Set(lines.map(\.logForm))))
      return lines.compactMap(shelf.answered)
    }
  }
}
