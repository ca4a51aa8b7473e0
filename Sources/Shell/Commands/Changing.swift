import ArgumentParser
import Commands
import Conversation
import Forms
import Journal
import Terminal
import Vault

/// `edit`: changes an answer of an entry; the earlier wording stays in its history.
struct Edit: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change an entry: `edit last`, or the letters that name it.")

  @Argument(help: "`last`, or the four letters that name an entry.") var entry: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let entry = try EntryName.required(entry, in: session)
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    guard session.console.isInteractive else {
      throw .failed(Failure("`edit` needs a terminal to show the answers on.", safe: "Nothing was changed.", code: 69))
    }
    var runner = FormRunner(session: session, form: form, editing: entry)
    guard let kept = try runner.run() else { return session.show(.quiet("Nothing was changed.")) }
    try AfterEntry(session: session).say(kept, form: form, edited: true)
  }
}

/// `delete`: takes an entry out of the journal; `undo` brings it back. With `--for-good` nothing can.
struct Delete: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Take an entry out; `undo` brings it back. `--for-good` erases it.")

  @Argument(help: "`last`, or the four letters that name an entry.") var entry: String?
  @Flag(help: "Erase it, every version and every trace; also what is deleted, begun or set aside.") var forGood = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if entry == nil && !forGood { throw ValidationError("`delete` needs `last`, or the letters that name an entry.") }
  }

  mutating func run(in session: Session) throws(Departure) {
    if forGood { return try erase(in: session) }
    let entry = try EntryName.required(entry, in: session)
    let now = session.world.clock.now()
    try session.inJournal { (store) throws(VaultError) in try store.withdraw(entry.id, at: now) }
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    let when = Dates.words(entry.day, today: now.day)
    session.console.show([.text(Rich("Deleted: \(form.title), \(when). `undo` brings it back."))], to: .result)
  }

  private func erase(in session: Session) throws(Departure) {
    let desk = ErasingDesk(session: session)
    guard let entry else { return try desk.choose() }
    if let draft = try EntryName.draft(entry, in: session) { return try desk.erase(draft) }
    try desk.erase(try EntryName.anywhere(entry, in: session))
  }
}

/// `restore`: brings back what was deleted or set aside, or an earlier version of an entry.
struct Restore: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring back a deleted entry, or an earlier version: `restore k7f2 1`.",
    aliases: ["undelete"])

  @Argument(help: "The four letters that name it; `review deleted` lists them.") var entry: String
  @Argument(help: "The version to go back to; `review history` shows them.") var version: Int?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = DeletedDesk(session: session)
    if version == nil, let draft = try EntryName.draft(entry, in: session) { return try desk.restore(draft) }
    try desk.restore(try EntryName.anywhere(entry, in: session), version: version)
  }
}

/// `undo`: takes back the last change, also a delete, or one of the last twenty.
struct Undo: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last change, also a delete; `undo list` shows the last twenty.")

  @Argument(help: "`list`, or a number of that list.") var which: String?
  @Flag(help: "Show the last changes with their numbers.") var list = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    guard let which, which != "list", Int(which) == nil else { return }
    throw ValidationError("`undo` takes a number, or `list`.")
  }

  mutating func run(in session: Session) throws(Departure) {
    let desk = UndoDesk(session: session)
    if list || which == "list" { return try desk.list(json: global.json) }
    if let which, let number = Int(which) { return try desk.one(number) }
    try desk.last()
  }
}
