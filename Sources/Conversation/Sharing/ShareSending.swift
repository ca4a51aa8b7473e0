import Crypto
import Exchange
import Forms
import Journal
import Terminal
import Vault

/// The three ways out: the screen, paper or text, a sealed file. Each shows first exactly what goes.
struct ShareSending {
  let session: Session
  let version: String
  /// The same as last time: a file goes where the last one went.
  var isAgain = false

  /// What comes after the preview was seen: it left or stayed, or the person wants something else first.
  enum Next { case left, holdBack, note, anew }

  private enum Chosen { case way(Int), next(Next) }

  private var today: Day { session.world.clock.now().day }
  private var out: ShareOut { ShareOut(session: session) }

  init(session: Session, version: String, isAgain: Bool = false) {
    self.session = session
    self.version = version
    self.isAgain = isAgain
  }

  mutating func run(_ gathered: Gathered, _ choices: ShareChoices) throws(Departure) -> Next {
    guard !gathered.entries.isEmpty || choices.note != nil else {
      session.console.show([.text("Every entry of these days is held back.")], to: .result)
      return try session.choose(["Choose again what stays here", "Not now"]) == 0 ? .holdBack : .left
    }
    return switch choices.way {
    case .screen: try show(gathered, choices)
    case .paper: try paper(gathered, choices)
    case .sealed: try sealed(gathered, choices)
    }
  }

  /// The last question. Only `ways` let anything go.
  private func choose(_ ways: [String], _ gathered: Gathered, standard: Int? = nil) throws(Departure) -> Chosen {
    var others: [(label: String, next: Next)] = []
    if isAgain { others.append((gathered.report.note == nil ? "Add a note for the session" : "Another note", .note)) }
    if !gathered.entries.isEmpty || gathered.held > 0 { others.append(("Hold back single entries", .holdBack)) }
    if isAgain { others.append(("Share something else", .anew)) }
    others.append(("Not now", .left))
    let chosen = try session.choose(ways + others.map(\.label), standard: standard)
    if chosen < ways.count { return .way(chosen) }
    let next = others[chosen - ways.count].next
    if next == .left { session.console.show([.text("Nothing was shared.")], to: .result) }
    return .next(next)
  }

  /// For someone beside the person, or a camera: nothing is written.
  private func show(_ gathered: Gathered, _ choices: ShareChoices) throws(Departure) -> Next {
    let text = try ShareSummary(session: session).text(gathered, choices)
    session.console.show(
      [.text("This is shown to whoever looks at your screen now. Nothing is written to a file.")]
        + SharePreview(gathered: gathered, today: today).staying)
    if case .next(let next) = try choose(["Show it"], gathered, standard: 0) { return next }
    try Reading(session: session).page([.quote(text)])
    try out.keep(out.receipt(.screen, gathered, choices))
    try agreed(isNow: true)
    return .left
  }

  private mutating func paper(_ gathered: Gathered, _ choices: ShareChoices) throws(Departure) -> Next {
    let text = try ShareSummary(session: session).text(gathered, choices)
    try Reading(session: session).page(
      [.title("This goes"), .quote(text)] + SharePreview(gathered: gathered, today: today).staying + [.blank]
        + SharePreview.keep)
    let ways = ["A text file, to paste or send", "A page for the browser, which prints well"]
    let way: Int
    switch try choose(ways, gathered) {
    case .way(let chosen): way = chosen
    case .next(let next): return next
    }
    let page = way == 0 ? text : try ShareSummary(session: session).page(gathered, choices)
    let session = session
    let path = try place(ending: way == 0 ? "txt" : "html") { (path, replacing) throws(Departure) in
      try ShareOut(session: session, replacing: replacing).plain(page, to: path)
    }
    guard let path else { return .left }
    try out.keep(out.receipt(way == 0 ? .text : .page, gathered, choices))
    session.console.show(
      [
        .text(Rich("It is in \(path). On this computer only your user name can open it.")),
        .quiet("Whoever gets the file or the paper can read it."),
      ], to: .result)
    try offerDeleting(path)
    try agreed()
    return .left
  }

  private mutating func sealed(_ gathered: Gathered, _ choices: ShareChoices) throws(Departure) -> Next {
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
    if case .next(let next) = try choose(["It goes to \(reader)"], gathered) { return next }
    var words: PassphraseSuggestion?
    let session = session
    let path = try place(ending: "handrail") { (path, replacing) throws(Departure) in
      words = try ShareOut(session: session, replacing: replacing).sealed(made.bytes, for: recipient, to: path)
    }
    guard let path else { return .left }
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
    return .left
  }

  private func counted(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }

  func recipient(_ name: String?) throws(Departure) -> Recipient? {
    guard let name else { return nil }
    guard let found = try RecipientDesk(session: session).list().current(named: name) else {
      throw .failed(
        Failure(keyGivenAsName: name)
          ?? Failure(
            "There is no recipient of that name.", safe: "Nothing was shared.",
            next: "`share recipients` lists them; `share add FILE` takes a card.", code: 66))
    }
    return found
  }

  /// Has `make` write the file, and asks for another place where that one does not take it. Nil: nowhere.
  private mutating func place(
    ending: String, _ make: (_ path: String, _ replacing: Bool) throws(Departure) -> Void
  ) throws(Departure) -> String? {
    let places = SharePlace(session: session)
    while true {
      guard let chosen = try places.ask(ending: ending, isAgain: isAgain) else {
        session.console.show([.text("Nothing was shared.")], to: .result)
        return nil
      }
      do {
        try make(chosen.path, chosen.replacing)
        places.remember(chosen.path)
        return chosen.path
      } catch {
        guard case .failed(let failure) = error, session.console.isInteractive else { throw error }
        session.show(.text(Rich(failure.sentences)))
        isAgain = false
      }
    }
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
