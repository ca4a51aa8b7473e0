import Forms
import Journal
import Library
import Terminal

/// After heavy words are saved: the plan, one word away. What was found is never kept, counted, shown or sent.
struct WorryOffer {
  let session: Session
  static let question = "That sounds heavy. Want your plan? Enter carries on."

  /// `earlier` is what stood there before an edit: words that were there already bring nothing.
  func consider(_ words: String, over earlier: String = "", entry: ULID, kind: Form.Kind) throws(Departure) {
    guard isHeavy(words, over: earlier, entry: entry, kind: kind) else { return }
    session.show(.blank, .text(Rich(Self.question)))
    switch try choose(["Carry on", "My emergency plan", "Help now"]) {
    case 0: session.worry.decline()
    case 1: try showPlan()
    default: try CrisisScreen(session: session).run()
    }
  }

  /// Whether an offer is to be made now; from then on it counts as made.
  func isHeavy(_ words: String, over earlier: String = "", entry: ULID, kind: Form.Kind) -> Bool {
    guard session.console.isInteractive, session.isUnlocked, words != earlier, !words.isEmpty,
      let list = session.world.worryWords, let strength = list.strength(of: words),
      list.strength(of: earlier).map({ strength > $0 }) ?? true,
      session.worry.mayOffer(strength, for: entry, kind: kind)
    else { return false }
    session.worry.note(strength, for: entry)
    return true
  }

  /// The emergency plan; help where there is none, or where it cannot be read.
  func showPlan() throws(Departure) {
    let desk = PlanDesk(session: session)
    do throws(Departure) {
      guard let plan = try desk.newest(.emergency) else {
        session.show(.text("No emergency plan is written yet. This is here in any case."))
        try CrisisScreen(session: session).run()
        return
      }
      try desk.read(plan, .emergency)
    } catch {
      guard case .failed(let failure) = error else { throw error }
      session.show(.text(Rich(failure.sentences)))
      try CrisisScreen(session: session).run()
      return
    }
    if try choose(["Carry on", "Help now"]) == 1 { try CrisisScreen(session: session).run() }
  }

  /// `back` and the like carry on with the form, where those words have their own meaning.
  private func choose(_ labels: [String]) throws(Departure) -> Int {
    do {
      return try session.choose(labels, standard: 0)
    } catch .paused {
      return 0
    } catch {
      if session.isShell, error == .interrupted || error == .endOfInput { throw .paused }
      throw error
    }
  }
}

extension Answer {
  /// What of an answer is the person's own words.
  func ownWords(to question: Question) -> String {
    let codes = question.choices.map { Set($0.options.map(\.code)) }
    switch (question.kind, self) {
    case (.text, .text(let text)): return text
    case (.list, .items(let items)): return items.joined(separator: "\n")
    case (.choice, .text(let text)): return codes?.contains(text) == true ? "" : text
    case (.choices, .items(let items)): return items.filter { codes?.contains($0) != true }.joined(separator: "\n")
    default: return ""
    }
  }
}
