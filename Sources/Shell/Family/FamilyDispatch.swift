import ArgumentParser
import Commands
import Conversation
import Terminal

/// Takes one line of the family's shell to its command. What it does not know gets the same kind answer, whatever there
/// is or is not on this computer.
struct FamilyDispatch {
  let session: Session

  func run(_ line: String) throws(Departure) {
    let words = CommandWords.split(line)
    guard let first = words.first?.lowercased() else {
      if session.console.isInteractive { session.console.show([.blank] + FamilyHome.lines) }
      return
    }
    if let situation = CrisisSituation(line: line) { return CrisisScreen(session: session).show(situation) }
    if Words.opensCrisis(line) {
      if let next = try CrisisScreen(session: session).run() { try run(next) }
      return
    }
    if words.count == 1, let meant = FamilyHome.line(for: first) { return try run(meant) }
    try run(words: words)
  }

  func run(words: [String]) throws(Departure) {
    let first = words.first?.lowercased() ?? ""
    guard FamilyTable.words.contains(first) else {
      if words.count == 1 { throw .failed(Self.unknown) }
      return try sentence()
    }
    if FamilyTable.command(named: first) == Define.self, words.count > 4 { return try sentence() }
    try FamilyTable.run([first] + words.dropFirst(), in: session) { (error) throws(Departure) in
      if FamilyTable.command(named: first) == Crisis.self { return CrisisScreen(session: session).show() }
      if words.count > 2 && !words.contains(where: { $0.hasPrefix("--") }) { return try sentence() }
      throw .failed(Failure(FamilyTable.message(for: error), next: "`help` shows the words.", code: 64))
    }
  }

  /// Somebody wrote what is on their mind. It is not kept, and not corrected.
  private func sentence() throws(Departure) {
    session.show(
      .alert("In danger, or is someone thinking of suicide? Type crisis."),
      .text("What you write here is not kept. There may be something that helps:"))
    guard session.console.isInteractive else {
      return session.show(.text("`crisis` shows whom to call, `now` how to help, `learn` something to read."))
    }
    switch try session.choose(["Help now", "Read", "Menu"]) {
    case 0: if let next = try CrisisScreen(session: session).run() { try run(next) }
    case 1: try Reading(session: session).choose()
    default: session.console.show([.blank] + FamilyHome.lines)
    }
  }

  private static let unknown = Failure(
    "That is not a word of this shell.", next: "`menu` shows what there is, `crisis` whom to call.", code: 64)
}
