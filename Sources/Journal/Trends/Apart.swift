import Forms

/// What is never set beside anything else, and never shown unless it is asked for by name: use, medication, what was acted on.
/// Seen beside mood it would teach a wrong lesson. A form of the programme's own is told by its words: unsure is apart.
package enum Apart {
  package static func holds(_ question: Question, of form: Form) -> Bool {
    if holds(form) { return true }
    if ["did-", "acted-"].contains(where: question.id.hasPrefix) { return true }
    if ["use", "used", "acted"].contains(question.id) { return true }
    return speaksOfIt([question.id, question.ask, question.heading ?? "", question.code?.code ?? ""])
  }

  package static func holds(_ score: Score, of form: Form) -> Bool {
    holds(form) || speaksOfIt([score.id, score.label])
  }

  /// Everything in it is apart.
  private static func holds(_ form: Form) -> Bool { form.delicate != nil || speaksOfIt([form.id, form.title]) }

  /// A name a person gave.
  package static func speaksOfIt(_ texts: [String]) -> Bool {
    texts.contains { text in
      text.lowercased().split { !$0.isLetter }.contains { word in
        words.contains(String(word)) || stems.contains { word.hasPrefix($0) }
      }
    }
  }

  private static let words: Set<String> = [
    "audit", "beer", "beers", "crack", "cut", "cutting", "dast", "dead", "die", "dose", "doses", "dying", "harm",
    "hash",
    "hurting", "kill", "lapse", "lapses", "meds", "meth", "pill", "pills", "pot", "spirits", "tablet", "tablets",
    "weed",
    "wine",
  ]

  private static let stems = [
    "alcohol", "benzo", "cannabis", "cocain", "drank", "drink", "drug", "drunk", "gambl", "heroin", "injur", "intoxic",
    "marijuana", "medic", "naloxon", "nicotin", "opiat", "opioid", "overdos", "relaps", "sober", "smok", "substanc",
    "suicid", "tobacco", "vape", "vaping", "vodka", "whisk", "withdraw",
  ]
}
