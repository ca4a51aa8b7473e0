import ArgumentParser
import Commands
import Conversation
import Terminal

/// The programme's side: its shell, or one line of it.
package enum ClinicShell {
  /// Returns the exit code.
  package static func run(_ session: Session, line: [String]?) -> Int32 {
    session.isShell = line == nil
    let dispatch = ClinicDispatch(session: session)
    if let line { return CommandLoop.once(session) { () throws(Departure) in try dispatch.run(words: line) } }
    let start: [Block] =
      session.world.folder.hasVault ? [] : [.text("There is no caseload here yet. `init` makes one.")]
    let code = CommandLoop(
      session: session, prompt: "clinic> ", opening: ClinicHome.opening + start + [.blank] + ClinicHome.lines,
      candidates: { candidates($0) }
    ) { (line) throws(Departure) in try dispatch.run(line) }.lines()
    session.lock()
    return code
  }

  private static func candidates(_ typed: String) -> [Completion] {
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count <= 1 else { return [] }
    return ClinicTable.configuration.subcommands.map { $0._commandName }
      .filter { $0.hasPrefix(words.last ?? "") }.map { Completion($0) }
  }
}

/// Takes one line of the programme's shell to its command.
struct ClinicDispatch {
  let session: Session

  func run(_ line: String) throws(Departure) {
    let words = CommandWords.split(line)
    guard let first = words.first?.lowercased() else {
      if session.console.isInteractive { session.console.show([.blank] + ClinicHome.lines) }
      return
    }
    if let situation = CrisisSituation(line: line) { return CrisisScreen(session: session).show(situation) }
    if words.count == 1, let meant = ClinicHome.line(for: first) { return try run(meant) }
    try run(words: words)
  }

  func run(words: [String]) throws(Departure) {
    let first = words.first?.lowercased() ?? ""
    guard ClinicTable.words.contains(first) else {
      if Words.opensCrisis(words.joined(separator: " ")) { return CrisisScreen(session: session).show() }
      let meant = Nearness.nearest(to: first, among: ClinicTable.words)
      throw .failed(
        Failure(
          "That is not a word of the clinic's shell.", safe: "Nothing was changed.",
          next: meant.map { "Did you mean `\($0)`?" } ?? "`help` shows the words.", code: 64))
    }
    try ClinicTable.run([first] + words.dropFirst(), in: session) { (error) throws(Departure) in
      throw .failed(
        Failure(
          ClinicTable.message(for: error), safe: "Nothing was changed.", next: "`help \(first)` shows how.", code: 64))
    }
  }
}
