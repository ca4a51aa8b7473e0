import Conversation
import Terminal
import Vault

extension PeopleDesk {
  /// As `find`; but on another shell's line, which keeps a list of what is typed, only a number may stand.
  func findByNumberOutside(_ typed: String) throws(Departure) -> Participant {
    let number = typed.hasPrefix("#") ? String(typed.dropFirst()) : typed
    guard session.isShell || Int64(number) != nil else {
      throw .failed(
        Failure(
          "A name does not belong on this line: your shell keeps a list of what you type.",
          safe: "Nothing was changed.", next: "Use the number: `roster` shows it.", code: 64))
    }
    return try find(typed)
  }

  /// Says what cannot be taken back, and goes on only after the word `yes`.
  func typedYes(_ prompt: String) throws(Departure) -> Bool { Words.bare(try session.ask(Prompt(prompt))) == "yes" }
}
