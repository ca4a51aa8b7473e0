import Conversation
import Exchange
import Journal
import Terminal
import Vault

/// Notes what was done about what a person reported.
struct SeenDesk {
  let session: Session

  func run(_ content: PageContent, subject: String?, what: String?) throws(Departure) {
    let flags = try flags(content, subject)
    session.show(
      .text(Rich("\(HarmlessText.line(content.person.name)): \(flags.map(Self.words).joined(separator: "; "))")))
    let words = if let what { what } else { try asked() }
    let doing = try PeopleDesk(session: session).signed()
    let notes = flags.map { flag in
      SeenNote(
        participant: content.person.n, subject: flag.subject.rawValue, day: flag.newest ?? content.filesEnd,
        at: doing.at, by: doing.by, what: HarmlessText.line(words))
    }
    try session.inCaseload { (store) throws(VaultError) in try store.keep(notes) }
    session.console.show(
      [
        .text(Rich("Noted by \(doing.by). It stays in Read first, with your note beside it.")),
        .quiet("This watches nothing. A report that comes with a later file asks again."),
      ], to: .result)
  }

  /// What it is about: what was named, or what is not yet seen.
  private func flags(_ content: PageContent, _ subject: String?) throws(Departure) -> [PageContent.Flag] {
    let reported = content.flags.filter { $0.newest != nil }
    if let subject {
      let typed = subject.lowercased()
      let named = reported.filter { flag in
        [flag.subject.rawValue, flag.subject.short, flag.subject.title].contains { $0.lowercased().contains(typed) }
      }
      guard let only = named.first, named.count == 1 else {
        throw .failed(
          Failure(
            named.isEmpty ? "Nothing by that name is reported for this person." : "Several things are called that.",
            safe: "Nothing was noted.", next: "`seen` and the name alone asks which one.", code: 64))
      }
      return [only]
    }
    let open = reported.filter(\.isUnseen)
    let list = open.isEmpty ? reported : open
    guard !list.isEmpty else {
      throw .failed(
        Failure(
          "Nothing is reported for this person in these days. That does not say that all is well.",
          safe: "Nothing was noted.", code: 66))
    }
    guard list.count > 1 else { return list }
    let chosen = try session.choose(list.map(Self.words) + ["All of these"], standard: list.count)
    return chosen < list.count ? [list[chosen]] : list
  }

  private static func words(_ flag: PageContent.Flag) -> String {
    "\(flag.subject.title), \(ReportText.words(flag.state))"
  }

  private func asked() throws(Departure) -> String {
    while true {
      let line = try session.ask(Prompt("What was done? ")).trimmed
      if ["back", "pause"].contains(Words.bare(line)) { throw .paused }
      if !line.isEmpty { return line }
      guard session.console.isInteractive else {
        throw .failed(Failure("What was done was expected, and nothing came.", safe: "Nothing was noted.", code: 65))
      }
      session.show(.quiet("A few words, such as: called, plan looked at together. `back` leaves."))
    }
  }
}
