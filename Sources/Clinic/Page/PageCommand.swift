import ArgumentParser
import Commands
import Conversation
import Exchange
import Forms
import Terminal
import Vault

/// `page NAME`: what to know of a person before a session, in two minutes.
struct PageCommand: SessionCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, page }

  /// In the audit trail, where a page was read for a session.
  static let mark = "page, marked as read"

  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "One person on one page, before a session.")

  @Argument(help: "A name or its beginning, or the roster's number.") var name: [String] = []
  @Option(help: ArgumentHelp("From this day on, in place of the last session.", valueName: "day")) var since: String?
  @Option(help: ArgumentHelp("Write it to a new file.", valueName: "file")) var out: String?
  @Option(help: ArgumentHelp("text to paste, or a page to print; without --out, text goes to the screen.")) var format:
    Format?
  @Flag(help: "Remember today as the day it was read for a session.") var viewed = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let people = PeopleDesk(session: session)
    let person = try people.named(name, asking: "Whose page? ")
    let since = try since.map { (text) throws(Departure) in try TypedDay.past(text, in: session) }
    let content = try PageDesk(session: session).content(person, since: since)
    let doing = try people.doing()
    let act: AuditAct = out == nil ? .viewed : .exported
    let detail = viewed ? Self.mark : "page"
    try session.inCaseload { (store) throws(VaultError) in
      try store.note(act, of: person.n, detail, doing)
    }
    guard let content else { return try none(of: person, in: session) }
    if let out { return try write(content, to: out, in: session) }
    if global.json { return try session.write(PageData(content: content).json) }
    switch format {
    case .text?: session.console.write(raw: content.text.render())
    case .page?: session.console.write(raw: try html(content))
    case nil:
      try Reading(session: session).page(PageScreen(content, in: session).blocks)
      try PageNumbers(session: session, content: content).ask()
    }
  }

  private func none(of person: Participant, in session: Session) throws(Departure) {
    if global.json {
      return try session.write([
        "number": .number(Double(person.n)), "name": .string(person.name), "state": "no-file", "monitored": false,
      ])
    }
    session.console.show(
      [
        .title(Rich("\(HarmlessText.line(person.name)) (#\(person.n))")), .text("NO FILE YET. Nothing is known."),
        .text(Rich(RosterScreen.standing)),
      ], to: .result)
  }

  private func html(_ content: PageContent) throws(Departure) -> String {
    do { return try content.page.html() } catch { throw .failed(.unexpected) }
  }

  private func write(_ content: PageContent, to out: String, in session: Session) throws(Departure) {
    let path = TypedPath(out, home: session.world.environment.userHome).path
    let isPage = format.map { $0 == .page } ?? (path.hasSuffix(".html") || path.hasSuffix(".htm"))
    try ShareOut(session: session).plain(isPage ? try html(content) : content.text.render(), to: path)
    session.console.show(
      [
        .text(Rich("The page is in \(path).")),
        .text("It is not sealed: whoever opens that file can read it. Delete it when it is no longer needed."),
      ], to: .result)
  }
}
