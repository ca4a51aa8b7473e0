import ArgumentParser
import Commands
import Conversation
import Journal
import Vault

/// `review history ENTRY`: every version of an entry, and what changed from one to the next.
struct ReviewHistory: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Every version of an entry, and what changed: `review history k7f2`.")

  @Argument(help: "`last`, or the four letters that name an entry. Deleted ones count too.") var entry: String
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let entry = try EntryName.anywhere(entry, in: session)
    guard global.json else { return try EntryHistory(session: session).show(entry.id) }
    let all = try session.inJournal { (store) throws(VaultError) in
      try store.revisions(of: entry.id, withdrawals: true)
    }
    try EntryList(session: session).write(all)
  }
}

/// `review deleted`: what is deleted or set aside, and can be brought back.
struct ReviewDeleted: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "deleted", abstract: "What is deleted or set aside; `restore` brings it back.")

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    guard global.json else { return try DeletedDesk(session: session).show() }
    let all = try session.inJournal { (store) throws(VaultError) in try store.deleted() }
    try EntryList(session: session).write(all)
  }
}
