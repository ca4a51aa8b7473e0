import ArgumentParser
import Commands
import Conversation

/// `seen NAME`: what was done about something to read first.
struct SeenCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "seen", abstract: "Note what was done about something to read first.",
    discussion: "It stays in sight, with your note beside it. A report that comes later asks again.")

  @Argument(help: "A name or its beginning, or the roster's number.") var name: String?
  @Argument(help: "What it is about, such as urges; left out, you are asked.") var subject: [String] = []
  @Option(help: "Inside the shell: what was done. Elsewhere you are asked.") var what: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    if what != nil, !session.isShell {
      throw .failed(
        Failure(
          "What was done does not belong on this command line: your shell keeps a list of what you type.",
          safe: "Nothing was noted.", next: "Leave out --what, and Handrail asks for it.", code: 64))
    }
    let person = try PeopleDesk(session: session).named(name.map { [$0] } ?? [], asking: "Whose? ")
    guard let content = try PageDesk(session: session).content(person, since: nil) else {
      throw .failed(Failure("There is no file of this person yet.", safe: "Nothing was noted.", code: 66))
    }
    try SeenDesk(session: session).run(
      content, subject: subject.isEmpty ? nil : subject.joined(separator: " "), what: what)
  }
}
