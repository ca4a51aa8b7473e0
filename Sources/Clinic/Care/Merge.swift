import ArgumentParser
import Commands
import Conversation
import Exchange
import Terminal
import Vault

/// `merge`: one person who was enrolled twice.
struct Merge: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "One person was enrolled twice: make it one.",
    discussion: "`merge A B` gives all of B to A. A keeps its name and its number.")
  @Argument(help: "Who stays: a name or a number of the roster.") var into: String
  @Argument(help: "Who becomes part of them.") var from: String
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = PeopleDesk(session: session)
    let (into, from) = (try desk.findByNumberOutside(into), try desk.findByNumberOutside(from))
    guard into.n != from.n else {
      throw .failed(Failure("That is one person already.", safe: "Nothing was changed.", code: 64))
    }
    let (a, b) = try session.inCaseload { (store) throws(VaultError) in
      (try store.counts(of: into.n), try store.counts(of: from.n))
    }
    session.console.show([
      .table(
        Table(
          header: ["", "Number", "Files", "Entries", "Keys"],
          rows: [(into, a), (from, b)].map { person, counts in
            [Rich(person.name)] + [Int(person.n), counts.logs, counts.lines, counts.keys].map { Rich(String($0)) }
          })), .blank,
      .alert("This cannot be undone. If these are two people, their entries stay mixed."),
      .text(Rich("All of \(from.name) becomes \(into.name)'s. The number #\(from.n) is not used again.")),
      .text("Compare the eight words of both keys with the person first."),
    ])
    guard try desk.typedYes("Type yes to make it one person, Enter to leave them: ") else {
      return session.console.show([.text("Left as they are.")], to: .result)
    }
    let doing = try desk.doing()
    try session.inCaseload { (store) throws(VaultError) in
      try store.merge(
        from.n, into: into.n, merge: LineMerge.standings, summary: ImportHooks.summary, doing)
    }
    session.console.show([.text(Rich("It is one person now: \(into.name) (#\(into.n)), with both keys."))], to: .result)
  }
}
