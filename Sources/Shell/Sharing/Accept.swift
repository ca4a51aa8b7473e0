import ArgumentParser
import Commands
import Conversation

/// `accept`: a file from the programme.
struct Accept: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Take a file from your programme: its pack, or what it gave you to do.",
    discussion: "It is shown before anything is added, and `undo` takes all of it back.")

  @Argument(help: "The file that your programme gave you.") var file: String
  @Flag(help: "The eight words were compared already: do not ask.") var compared = false
  @Flag(help: "Keep the programme's numbers out of `crisis` before the passphrase.") var notInCrisis = false
  @Flag(help: "Ask nothing.") var yes = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    var wishes = AcceptWishes()
    wishes.yes = yes
    wishes.isCompared = compared
    wishes.isHidden = notInCrisis
    try AcceptDesk(session: session, wishes: wishes).run(TypedPath(file, in: session).path)
  }
}
