import ArgumentParser
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

/// `delete`: takes an entry out of the journal; `undo` brings it back.
struct Delete: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Take an entry out; `undo` brings it back.")

  @Argument(help: "`last`, or the four letters that name an entry.") var entry: String
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let entry = try EntryName.required(entry, in: session)
    let now = session.world.clock.now()
    try session.inJournal { (store) throws(VaultError) in try store.withdraw(entry.id, at: now) }
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    let when = Dates.words(entry.day, today: now.day)
    session.console.show([.text(Rich("Deleted: \(form.title), \(when). `undo` brings it back."))], to: .result)
  }
}

/// `undo`: takes back the last change, also a delete.
struct Undo: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last change, also a delete.")

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let now = session.world.clock.now()
    let undone = try session.inJournal { (store) throws(VaultError) in try store.undo(at: now) }
    guard let undone else { return session.console.show([.text("There is nothing to take back.")], to: .result) }
    func title(_ entry: Entry) throws(Departure) -> String {
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
      return "\(form.title), \(Dates.words(entry.day, today: now.day))"
    }
    let sentence =
      switch undone {
      case .added(let entry): "Taken back: \(try title(entry)). It is out of your journal."
      case .edited(let entry): "Taken back. \(try title(entry)) reads as before."
      case .deleted(let entry): "Back again: \(try title(entry))."
      case .setAside: "Back again. `resume` goes on with it."
      }
    session.console.show([.text(Rich(sentence))], to: .result)
  }
}
