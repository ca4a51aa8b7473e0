import Conversation
import Exchange
import Forms
import Journal
import Vault

/// Gathers a person's page: their own lines only, over the days it is about and the year before.
struct PageDesk {
  let session: Session

  private static let history = 365

  /// Nil where no file was taken in yet.
  func content(_ person: Participant, since: Day?) throws(Departure) -> PageContent? {
    let now = session.world.clock.now()
    let (logs, seen, given) = try session.inCaseload { (store) throws(VaultError) in
      (try store.logs(of: person.n), try store.seen(of: person.n), try store.given(to: person.n))
    }
    let heads = logs.prefix { $0.days.upperBound > now.day.adding(days: -Self.history) || $0.n == logs.first?.n }
    guard let newest = logs.first, let head = KeptHead(newest.head) else { return nil }
    let last = newest.days.upperBound
    if let since, since > last { throw .failed(Self.later(than: last)) }
    let (past, recent, forms, marked) = try lines(person, until: last, since: since, seen: seen)
    let shelf = LineShelf(forms)
    func kept(_ lines: [CaseloadLine]) -> [PageContent.Kept] {
      lines.compactMap { line in shelf.answered(line).map { PageContent.Kept(answered: $0, line: line) } }
    }
    let span = PageSpan(
      until: last, asked: since, sessions: kept(past.filter { $0.form == "session" }).map(\.answered),
      marked: marked.map(now.day))
    let near = recent.map(\.line.day).min() ?? last
    let entries = kept(past.filter { $0.day < near }) + kept(recent.map(\.line))
    var making = PageMaking(person: person, span: span, entries: entries, head: head, now: now)
    making.arrived = Dictionary(recent.map { ($0.line.n, $0.at) }, uniquingKeysWith: { first, _ in first })
    making.seen = seen
    making.given = given
    making.logs = Array(heads)
    var content = making.content()
    content.reading = try PeopleDesk(session: session).reading()
    return content
  }

  private typealias Lines = (past: [CaseloadLine], recent: [ArrivedLine], forms: [Int64: String], marked: Int64?)

  private func lines(
    _ person: Participant, until last: Day, since: Day?, seen: [SeenNote]
  ) throws(Departure) -> Lines {
    let now = session.world.clock.now().milliseconds
    return try session.inCaseload { (store) throws(VaultError) in
      let marked = try store.last(.viewed, of: person.n, detail: PageCommand.mark, before: now)
      // Far enough for what was reported and never seen, and for the days that may be asked for.
      let first = min(last.adding(days: 1 - CaseloadReader.summaryDays), since ?? last)
      let year = last.adding(days: -Self.history)...last
      return try store.look { (reader) throws(VaultError) in
        let past = try reader.history(of: person.n, days: year)
        let recent = try reader.arrived(of: person.n, days: max(first, year.lowerBound)...last)
        let forms = try reader.logForms(Set(past.map(\.logForm) + recent.map(\.line.logForm)))
        return (past, recent, forms, [marked, seen.last?.at].compactMap(\.self).max())
      }
    }
  }

  private static func later(than last: Day) -> Failure {
    Failure(
      "The files of this person end on \(last.iso), before that day.",
      next: "Leave out --since, or name an earlier day.", code: 64)
  }
}
