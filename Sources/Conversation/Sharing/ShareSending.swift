import Exchange
import Forms
import Journal
import Terminal
import Vault

/// The three ways out: the screen, paper or text, a sealed file. Each shows first exactly what goes.
struct ShareSending {
  let session: Session
  let version: String

  private var today: Day { session.world.clock.now().day }
  private var out: ShareOut { ShareOut(session: session) }

  /// For someone beside the person, or a camera: nothing is written.
  func show(_ gathered: Gathered, _ choices: ShareChoices) throws(Departure) {
    let text = try ShareSummary(session: session).text(gathered, choices)
    session.show(.text("This is shown to whoever looks at your screen now. Nothing is written to a file."))
    guard try session.confirm("Show it?", standard: true) else { return stayed() }
    try Reading(session: session).page([.quote(text)])
    try out.keep(out.receipt(.screen, gathered, choices))
    try agreed(isNow: true)
  }

  func paper(_ gathered: Gathered, _ choices: ShareChoices) throws(Departure) {
    let text = try ShareSummary(session: session).text(gathered, choices)
    try Reading(session: session).page(
      [.title("This goes"), .quote(text)] + SharePreview(gathered: gathered, today: today).staying + [.blank]
        + SharePreview.keep)
    let ways = ["A text file, to paste or send", "A page for the browser, which prints well", "Not now"]
    let way = try session.choose(ways)
    guard way < 2 else { return stayed() }
    let ending = way == 0 ? "txt" : "html"
    guard let path = try askWhere(ending: ending) else { return stayed() }
    let page = way == 0 ? text : try ShareSummary(session: session).page(gathered, choices)
    try out.plain(page, to: path)
    try out.keep(out.receipt(way == 0 ? .text : .page, gathered, choices))
    session.console.show(
      [
        .text(Rich("It is in \(path). On this computer only your user name can open it.")),
        .quiet("Whoever gets the file or the paper can read it."),
      ], to: .result)
    try offerDeleting(path)
    try agreed()
  }

  func sealed(_ gathered: Gathered, _ choices: ShareChoices) throws(Departure) {
    let recipient = try recipient(choices.recipient)
    let made = try ShareLog(session: session, recipient: recipient?.name, sinceLast: false)
      .make(gathered, choices, version: version)
    let preview = SharePreview(gathered: gathered, today: today)
    let taken =
      made.withdrawn == 0
      ? []
      : [
        Block.text(
          Rich(
            "It also says that \(counted(made.withdrawn)) shared before \(made.withdrawn == 1 ? "is" : "are") taken back."
          ))
      ]
    try Reading(session: session).page(preview.blocks + [.blank] + taken + SharePreview.keep)
    let reader = recipient?.name ?? "someone with seven words"
    guard try session.choose(["It goes to \(reader)", "Not now"]) == 0 else { return stayed() }
    guard let path = try askWhere(ending: "handrail") else { return stayed() }
    let words = try out.sealed(made.bytes, for: recipient, to: path)
    try out.keep(made.receipt)
    session.console.show(
      [
        .text(Rich("Sealed for \(reader). It is in \(path): send or carry that file.")),
        .quiet("`share log` shows what went to whom."),
      ],
      to: .result)
    if let words {
      session.console.show([.text("These words open it:"), .quote(words.text)], to: .result)
      session.show(.text("They are shown only now. Tell them by phone or face to face, not beside the file."))
      _ = try session.ask(Prompt("Enter when you have written them down: "))
      session.console.clear()
    }
    try agreed()
  }

  private func counted(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }

  func recipient(_ name: String?) throws(Departure) -> Recipient? {
    guard let name else { return nil }
    guard let found = try RecipientDesk(session: session).list().current(named: name) else {
      throw .failed(
        Failure(
          "There is no recipient of that name.", safe: "Nothing was shared.",
          next: "`share recipients` lists them; `share add FILE` takes a card.", code: 66))
    }
    return found
  }

  private func stayed() { session.console.show([.text("Nothing was shared.")], to: .result) }

  private func askWhere(ending: String) throws(Departure) -> String? {
    let standard = ShareOut.name(today.iso, ending: ending)
    session.show(
      .text(Rich("Where should the file go? Enter makes \(standard) in this folder.")),
      .quiet("A name or a path; a hyphen alone makes none."))
    let line = try session.ask(Prompt("File: ")).trimmed
    if line == "-" { return nil }
    let path = TypedPath(line.isEmpty ? standard : line, home: session.world.environment.userHome).path
    return PlainFile.isFolder(path) ? path + "/" + standard : path
  }

  private func offerDeleting(_ path: String) throws(Departure) {
    guard session.console.isInteractive else { return }
    session.show(.text("When it is printed or sent, the file is no longer needed here."))
    guard try session.choose(["Keep it", "Delete it now"], standard: 0) == 1 else { return }
    session.show(.text(PlainFile.remove(path) ? "It is deleted." : "It could not be deleted. It is still there."))
  }

  /// What was agreed in the session becomes homework. `isNow`: the other person is there.
  private func agreed(isNow: Bool = false) throws(Departure) {
    guard session.console.isInteractive else { return }
    guard isNow else { return session.show(.quiet("After the session, `homework` writes down what you agreed.")) }
    session.show(.text("Did you agree on something to practise?"))
    guard try session.choose(["Not now", "Write it down as homework"], standard: 0) == 1 else { return }
    let desk = FormDesk(session: session)
    try desk.fill(try desk.form("homework"), day: today)
  }
}
