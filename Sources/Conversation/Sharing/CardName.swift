import Exchange
import Forms
import Terminal

/// Asks for a name that can stand on a card.
struct CardName {
  let session: Session

  func ask(_ prompt: String, mayBeEmpty: Bool = false, prefill: String = "") throws(Departure) -> String {
    while true {
      let name = try session.ask(Prompt(prompt, prefill: prefill)).trimmed
      if KeyCard.allows(name: name), mayBeEmpty || !name.isEmpty { return name }
      let problem =
        name.isEmpty ? "A name is needed here." : "A name is one line of at most \(KeyCard.nameLimit) letters."
      guard session.console.isInteractive else {
        throw .failed(Failure(problem, safe: "Nothing was changed.", code: 65))
      }
      session.show(.quiet(Rich(problem)))
    }
  }
}
