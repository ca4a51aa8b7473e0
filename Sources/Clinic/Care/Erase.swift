import ArgumentParser
import Commands
import Conversation
import Terminal
import Vault

/// `erase`: everything of one person, for good.
struct Erase: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Erase one person and all that they shared, for good.")
  @Argument(help: "A name or a number of the roster.") var person: String
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try EraseDesk(session: session).run(try PeopleDesk(session: session).findByNumberOutside(person))
  }
}

/// Says what goes and what cannot be reached, asks for the word, and erases.
struct EraseDesk {
  let session: Session

  func run(_ person: Participant) throws(Departure) {
    let counts = try session.inCaseload { (store) throws(VaultError) in try store.counts(of: person.n) }
    session.show(
      .alert(Rich("This erases \(person.name) (#\(person.n)) for good, with all that they shared.")),
      .text(Rich("It is \(words(counts)).")),
      .text("Nobody can bring it back. The caseload's file is written anew, and the older copy beside it goes too."),
      .text(Rich(elsewhere)))
    guard try PeopleDesk(session: session).typedYes("Type yes to erase it, Enter to keep it: ") else {
      return session.console.show([.text("Kept. Nothing was changed.")], to: .result)
    }
    let doing = try PeopleDesk(session: session).doing()
    let gone = try session.inCaseload { (store) throws(VaultError) in try store.erase(person.n, doing) }
    session.console.show(
      [
        .text(Rich("Erased for good: \(words(gone)). No file of this caseload holds it any more.")),
        .text(Rich("The audit trail keeps the number #\(person.n) and these counts, and no name.")),
      ] + (older.isEmpty ? [] : [.text(Rich("Still there, and not looked at: \(older.joined(separator: ", "))."))]),
      to: .result)
  }

  private func words(_ counts: PersonCounts) -> String {
    func said(_ count: Int, _ one: String, _ many: String) -> String? {
      count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }
    let all = [
      said(counts.logs, "file", "files"), said(counts.lines, "version of an entry", "versions of entries"),
      said(counts.assigned, "thing assigned", "things assigned"), said(counts.seen, "note of yours", "notes of yours"),
      said(counts.keys, "key", "keys"), said(counts.strangers, "path", "paths"),
    ].compactMap { $0 }
    return all.isEmpty ? "a name, and nothing else" : all.joined(separator: ", ")
  }

  private var older: [String] { session.world.folder.olderJournals }

  private var elsewhere: String {
    let left = "Backups that you made, files they sent, and what was passed on still hold it."
    return older.isEmpty ? left : left + " So may older caseloads in this folder: \(older.joined(separator: ", "))."
  }
}
