import ArgumentParser
import Commands
import Conversation
import Terminal
import Vault

/// `enroll`: adds a participant by their key card.
struct ClinicEnroll: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "enroll", abstract: "Add a participant by their key card, or give one a new key.")

  @Argument(help: "The key card that they gave you.") var card: String?
  @Option(help: "What you call them here; nobody else sees it. Only inside Handrail's shell.") var name: String?
  @Flag(help: "Call them as the card does.") var cardName = false
  @Flag(help: "You compared the eight words with them.") var compared = false
  @Option(help: ArgumentHelp("They told you that they have a new key: #3, or the name.", valueName: "who"))
  var newKeyOf: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try PrivateWords.refuse(name.map { [$0] } ?? [], in: session, instead: "handrail clinic enroll CARD")
    var enrolling = Enrolling(session: session, isCompared: compared)
    enrolling.name = name
    enrolling.takesCardName = cardName
    enrolling.newKeyOf = newKeyOf
    let path: String
    if let card { path = card } else { path = try session.ask(.init("Key card (a file): ")) }
    try enrolling.enroll(TypedPath(path, in: session).path)
  }
}

/// `rename`: another name for a participant, seen here only.
struct ClinicRename: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Call a participant by another name here.")

  @Argument(help: "Who: #3, or the name.") var who: String
  @Argument(help: "The new name; only inside Handrail's shell.") var name: [String] = []
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try PrivateWords.refuse(name, in: session, instead: "handrail clinic rename \(who)")
    let desk = PeopleDesk(session: session)
    let person = try desk.find(who)
    let typed = name.isEmpty ? nil : name.joined(separator: " ")
    guard let name = try LocalName(session: session).choose(typed, suggestion: person.name, besides: person.n) else {
      return session.console.show([.text("Left as it was.")], to: .result)
    }
    let doing = try desk.doing()
    try session.inCaseload { (store) throws(VaultError) in try store.rename(person.n, to: name, doing) }
    session.console.show([.text(Rich("#\(person.n) is called \(name) here now."))], to: .result)
  }
}
