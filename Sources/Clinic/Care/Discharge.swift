import ArgumentParser
import Commands
import Conversation
import Terminal
import Vault

/// `discharge`: somebody left. They are off the roster, and everything is kept.
struct Discharge: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "discharge", abstract: "Somebody left: off the roster, and kept.")
  @Argument(help: "A name or a number of the roster.") var person: String
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = PeopleDesk(session: session)
    let person = try desk.findByNumberOutside(person)
    guard person.status == .here else {
      return session.console.show([.text(Rich("\(person.name) was discharged before."))], to: .result)
    }
    let doing = try desk.doing()
    try session.inCaseload { (store) throws(VaultError) in try store.discharge(person.n, doing) }
    session.console.show(
      [.text(Rich("\(person.name) (#\(person.n)) is off the roster. All of it is kept."))], to: .result)
    session.show(.quiet("New files from them are refused. `readmit #\(person.n)` takes them in again."))
  }
}

/// `readmit`: somebody came back.
struct Readmit: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "readmit", abstract: "Somebody came back.")
  @Argument(help: "A name or a number of the roster.") var person: String
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = PeopleDesk(session: session)
    let person = try desk.findByNumberOutside(person)
    guard person.status == .discharged else {
      return session.console.show([.text(Rich("\(person.name) is on the roster."))], to: .result)
    }
    let doing = try desk.doing()
    try session.inCaseload { (store) throws(VaultError) in try store.readmit(person.n, doing) }
    session.console.show([.text(Rich("\(person.name) (#\(person.n)) is on the roster again."))], to: .result)
  }
}
