import Exchange
import Forms
import Journal
import Terminal
import Vault

extension AcceptPack {
  /// Weeks for which sessions are written down, where nobody says otherwise.
  private static let weeks = 4
  private static let mostWeeks = 26

  /// Sessions of the coming weeks; those of an earlier pack that lie ahead go. Returns the ones that were written down.
  func addSessions(
    _ pack: ProgrammePack, _ earlier: KeptProgramme?, to accepting: inout Accepting
  ) throws(Departure) -> [ULID] {
    if let earlier, earlier.pack.sessions == pack.sessions { return earlier.sessions }
    let today = accepting.now.day
    let all = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: "session"))
    }
    let ahead = all.filter { entry in
      (earlier?.sessions.contains(entry.id) ?? false) && entry.code("outcome") == "planned"
        && (entry.date("day") ?? entry.day) >= today
    }
    accepting.withdraw(ahead.map(\.id))
    guard !pack.sessions.isEmpty else { return [] }
    let weeks = try askWeeks()
    guard weeks > 0 else { return [] }
    let form = try FormDesk(session: session).form("session")
    let gone = Set(ahead.map(\.id))
    let taken = Set(
      all.filter { !gone.contains($0.id) }.map { "\($0.words("day") ?? "") \($0.words("at") ?? "")" })
    var made: [ULID] = []
    for week in 0..<weeks {
      for one in pack.sessions {
        let first = (one.day.rawValue - today.weekday.rawValue + 7) % 7
        let day = today.adding(days: first + 7 * week)
        guard !taken.contains("\(day.iso) \(one.at.iso)") else { continue }
        var answers: [String: Answer] = [
          "day": .text(day.iso), "at": .text(one.at.iso), "length": .number(Double(one.minutes)),
          "service": .text(Self.service(one.what)), "outcome": .text("planned"),
        ]
        if Self.service(one.what) == "other" || one.what.contains(" ") { answers["with"] = .text(one.what) }
        made.append(accepting.add(answers, form: form))
      }
    }
    if !made.isEmpty {
      accepting.say("\(made.count == 1 ? "1 session" : "\(made.count) sessions") written down: `schedule` shows them.")
    }
    return made
  }

  private func askWeeks() throws(Departure) -> Int {
    if wishes.yes { return Self.weeks }
    session.show(
      .blank, .text("For how many weeks shall the sessions be written down?"),
      .quiet(Rich("A number up to \(Self.mostWeeks), or 0 for none. Enter is \(Self.weeks).")))
    while true {
      let line = Words.bare(try session.ask(Prompt("> ")))
      if line.isEmpty { return Self.weeks }
      if let weeks = Int(line), (0...Self.mostWeeks).contains(weeks) { return weeks }
      guard session.console.isInteractive else {
        throw .failed(
          Failure("A number of weeks was expected, and something else came.", safe: AcceptDesk.nothing, code: 65))
      }
      session.show(.quiet(Rich("A number from 0 to \(Self.mostWeeks), please.")))
    }
  }

  /// A code of the form `session` for the programme's own word.
  private static func service(_ what: String) -> String {
    let words = what.lowercased()
    for (code, signs) in [
      ("group", ["group", "skills"]), ("individual", ["individual", "one to one", "1:1"]), ("family", ["family"]),
      ("psychiatry", ["psychiatr", "doctor", "nurse", "medication"]),
    ] where signs.contains(where: words.contains) {
      return code
    }
    return "other"
  }
}
