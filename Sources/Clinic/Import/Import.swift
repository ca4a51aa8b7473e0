import ArgumentParser
import Commands
import Conversation
import Terminal

/// `import`: takes in what participants shared.
struct ImportLogs: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in the files that participants shared, or a folder of them.",
    discussion:
      "From a folder, files that end with .handrail or .age are taken. A file can be taken in twice: nothing doubles.")

  @Argument(help: "Files and folders.") var files: [String] = []
  @Flag(name: .customLong("new"), help: "Pass over what was taken in before.") var isNew = false
  @Flag(help: "Look into folders in a folder, too.") var deep = false
  @Flag(help: "Tell what became of each entry.") var details = false
  @Flag(help: "Ask for the words of files that are sealed with words.") var passphrase = false
  @Flag(help: "Take files that nobody sealed.") var unsealed = false
  @Flag(help: "Take files that a participant made before they changed their key.") var former = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    var wishes = FileTaking.Wishes()
    (wishes.new, wishes.unsealed, wishes.former) = (isNew, unsealed, former)
    if files.isEmpty {
      files = [try session.ask(Prompt("File or folder: "))]
      guard files != [""] else { throw .paused }
    }
    var desk = LogImport(session: session, wishes: wishes)
    (desk.passphrase, desk.details) = (passphrase, details)
    try desk.run(files, deep: deep, json: global.json)
  }
}
