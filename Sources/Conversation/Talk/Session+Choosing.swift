import Terminal

extension Session {
  /// A numbered choice. Takes the number, the key word, or the beginning of the label; Enter takes `standard` if there
  /// is one. Returns the index of the choice.
  package func choose(_ labels: [String], standard: Int? = nil, prompt: String = "> ") throws(Departure) -> Int {
    let choices: [Block] = labels.enumerated().map { .choice(key: String($0 + 1), label: Rich($1)) }
    console.show(choices)
    while true {
      let line = Words.bare(
        try ask(
          Prompt(prompt) { typed in
            labels.filter { $0.lowercased().hasPrefix(typed.lowercased()) }.map { Completion($0) }
          }, place: { choices }))
      if line.isEmpty, let standard { return standard }
      if let number = Int(line), labels.indices.contains(number &- 1) { return number - 1 }
      let begun = labels.indices.filter { Words.bare(labels[$0]).hasPrefix(line) }
      if !line.isEmpty, begun.count == 1 { return begun[0] }
      if Words.opensCrisis(line) {
        CrisisScreen(session: self).show()
        continue
      }
      if ["back", "pause", "menu", "quit", "q"].contains(line) { throw line.hasPrefix("q") ? .quit : .paused }
      guard console.isInteractive else {
        throw .failed(
          Failure(
            "A number from 1 to \(labels.count) was expected, and something else came.",
            safe: "What was stored before is kept.", code: 65))
      }
      show(.quiet("A number from 1 to \(labels.count), please. `back` leaves."))
    }
  }

  /// Yes or no; Enter takes `standard` if there is one.
  package func confirm(_ question: String, standard: Bool? = nil) throws(Departure) -> Bool {
    show(.text(Rich(question)))
    while true {
      let hint = standard.map { $0 ? "Yes or no (Enter is yes): " : "Yes or no (Enter is no): " } ?? "Yes or no: "
      switch Words.bare(try ask(Prompt(hint))) {
      case "y", "yes", "1": return true
      case "n", "no", "2": return false
      case "": if let standard { return standard }
      case "back", "pause", "menu": throw .paused
      case let line where Words.opensCrisis(line): CrisisScreen(session: self).show()
      default: break
      }
      guard console.isInteractive else {
        throw .failed(Failure("Yes or no was expected, and something else came.", code: 65))
      }
    }
  }
}
