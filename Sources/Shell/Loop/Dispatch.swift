import ArgumentParser
import Commands
import Conversation
import Terminal

/// Takes one line of the shell to its command; help words and sentences have their own ways.
struct Dispatch {
  let session: Session

  func run(_ line: String) throws(Departure) {
    let words = CommandWords.split(line)
    guard let first = words.first?.lowercased() else {
      if session.console.isInteractive { session.console.show([.blank] + Home.lines) }
      return
    }
    if let situation = CrisisSituation(line: line) { return CrisisScreen(session: session).show(situation) }
    if Words.opensCrisis(line) {
      // A line that was meant for the menu is taken as one.
      if let next = try CrisisScreen(session: session).run() { try run(next) }
      return
    }
    if words.count == 1, let meant = Home.line(for: first) { return try run(meant) }
    guard Handrail.words.contains(first) else { return try unknown(line, words: words) }
    try Handrail.run([first] + words.dropFirst(), in: session) { (error) throws(Departure) in
      try misread(error, line: line, words: words)
    }
  }

  /// A line that begins with a command's word and does not fit it: a sentence is kept, a slip is explained.
  private func misread(_ error: any Error, line: String, words: [String]) throws(Departure) {
    if words.count > 2 && !words.contains(where: { $0.hasPrefix("--") }) {
      return try KeptSentence(session: session).answer(line)
    }
    if Handrail.command(named: words[0].lowercased()) == Crisis.self { return CrisisScreen(session: session).show() }
    throw .failed(Failure(Handrail.message(for: error), next: "`help \(words[0])` shows how.", code: 64))
  }

  private func unknown(_ line: String, words: [String]) throws(Departure) {
    guard words.count == 1 else { return try KeptSentence(session: session).answer(line) }
    let meant = Nearness.nearest(to: words[0], among: Handrail.words)
    throw .failed(
      Failure(
        "`\(words[0])` is not a word Handrail knows.",
        next: meant.map { "Did you mean `\($0)`?" } ?? "`help` shows the words; `note` writes something down.", code: 64
      ))
  }
}
