import Conversation
import Forms
import Journal
import Terminal
import Vault

/// The time after which data are no longer kept. It tells and offers; it never erases by itself.
struct KeepDesk {
  let session: Session
  private static let key = "keep-years"

  /// Nil: nobody said, or for good.
  func years() throws(Departure) -> Int? {
    let kept = try session.inCaseload { (store) throws(VaultError) in try store.memory(Self.key) }
    return kept.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// Nil keeps for good.
  func set(_ years: Int?) throws(Departure) {
    let doing = try PeopleDesk(session: session).doing()
    try session.inCaseload { (store) throws(VaultError) in
      try store.keepYears(years.map(String.init) ?? "", as: Self.key, doing)
    }
  }

  func sentence() throws(Departure) -> String {
    guard let years = try years() else { return "Data are kept until you erase them." }
    return
      "Data are to be kept for \(years == 1 ? "1 year" : "\(years) years") after somebody's last file or discharge."
  }

  /// People whose last file, enrolment or discharge lies longer back than that, by number.
  func past() throws(Departure) -> [Participant] {
    guard let years = try years() else { return [] }
    let now = session.world.clock.now()
    let today = now.day
    // The same day of the year; the last of February stands for a day that is not there.
    let limit =
      Day(year: today.year - years, month: today.month, day: today.day)
      ?? Day(year: today.year - years, month: 2, day: 28) ?? today
    let (people, last) = try session.inCaseload { (store) throws(VaultError) in
      (try store.participants(), try store.lastImports())
    }
    return people.filter { person in
      let newest = max(person.since, person.until ?? 0, last[person.n] ?? 0)
      return Moment(milliseconds: newest, offset: now.offset, zone: now.zone).day < limit
    }
  }

  /// What a roster says at its end; nothing where nobody is past it.
  func notice() throws(Departure) -> [Block] {
    let past = try past()
    guard !past.isEmpty, let years = try years() else { return [] }
    let who = past.prefix(5).map { "\($0.name) (#\($0.n))" }.joined(separator: ", ")
    let more = past.count > 5 ? " and \(past.count - 5) more" : ""
    return [
      .text(
        Rich(
          "Kept longer than your \(years == 1 ? "1 year" : "\(years) years"): \(who)\(more). `erase` and a number erases one; nothing goes by itself."
        ))
    ]
  }

  /// In a terminal: each of them, one after the other.
  func offer() throws(Departure) {
    let past = try past()
    session.console.show(try notice())
    guard session.console.isInteractive, !past.isEmpty else { return }
    guard try session.choose(["Leave them", "Look at them one by one"], standard: 0) == 1 else { return }
    for person in past { try EraseDesk(session: session).run(person) }
  }
}
