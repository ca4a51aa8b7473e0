import Conversation
import Forms

/// Words about a person never stand on another shell's command line: that shell keeps them in its history.
package enum PrivateWords {
  package static func refuse(_ words: [String], in session: Session, instead: String) throws(Departure) {
    guard !words.isEmpty, !session.isShell else { return }
    let whom = session.side == .clinic ? "a participant" : "you"
    throw .failed(
      Failure(
        "Words about \(whom) do not belong on this command line: your shell keeps a list of what you type.",
        safe: "Nothing was saved by Handrail.", next: "Run `\(instead)`, and Handrail asks for the words.", code: 64))
  }

  /// The words given inside the shell, else one line that is asked for; nil for none.
  package static func gather(
    _ words: [String], asked: Bool, prompt: String, in session: Session
  ) throws(Departure) -> String? {
    if !words.isEmpty { return words.joined(separator: " ") }
    guard asked else { return nil }
    let line = try session.ask(.init(prompt)).trimmed
    return line.isEmpty ? nil : line
  }
}
