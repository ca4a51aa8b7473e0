import ArgumentParser
import Commands
import Conversation
import Library
import Terminal

/// `content`: the files that people read and fill in.
struct Content: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "content",
    abstract: "For those who write content: check the files.", subcommands: [ContentCheckCommand.self])
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    throw .failed(Failure("`content` needs one more word: check.", code: 64))
  }
}

/// `content check`: every problem, with file and line.
struct ContentCheckCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report every problem with file and line.")

  @Flag(help: "Show how hard each module is to read.") var grades = false
  @Argument(help: "The folder to check; without it, the content in use.") var folder: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let inUse = session.world.environment.contentFolders
    let folders = folder.map { [$0] } ?? inUse.filter { PlainFile.isFolder($0) }
    guard let first = folders.first, PlainFile.isFolder(first) else {
      throw .failed(
        Failure("There is no folder \(folder ?? "of content") here.", next: "Name one: `content check DIR`.", code: 66))
    }
    if grades || global.json {
      let checks = folders.map { ContentCheck(folder: $0, over: []) }
      let report = GradeReport(session: session, grades: checks.flatMap { $0.grades() })
      if !global.json { return report.table() }
      let problems = folders.flatMap { folder in
        ContentCheck(folder: folder, over: inUse.filter { $0 != folder }).problems()
      }
      return try report.json(problems)
    }
    let problems = folders.flatMap { folder in
      ContentCheck(folder: folder, over: inUse.filter { $0 != folder }).problems()
    }
    session.console.write(raw: problems.map { $0.text + "\n" }.joined())
    guard problems.isEmpty else {
      throw .failed(Failure("\(problems.count == 1 ? "1 problem" : "\(problems.count) problems") found.", code: 65))
    }
    session.console.show([.text("No problem found.")], to: .result)
  }
}
