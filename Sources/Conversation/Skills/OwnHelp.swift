import Forms
import Journal
import Library
import Vault

/// What a person's own entries say could help: skills after which they rated distress lower, and people they marked.
/// Ideas only, and said to be so; two tries prove nothing.
struct OwnHelp {
  let session: Session

  /// Skills after which distress was rated lower on the whole, from two tries on; the largest drop first.
  func skills(most: Int = 3) throws(Departure) -> [SkillSummary] {
    let known = session.world.library.skills()
    let forms = known.compactMap(\.form)
    let tries = try SkillGuide(session: session).tries(of: forms)
    let helped = SkillRanking(tries: tries).helped
    return Array(helped.compactMap { form in known.first { $0.form == form } }.prefix(most))
  }

  /// People marked as support, or as someone to tell in a crisis. Nobody else is ever named.
  func people(inCrisis: Bool, most: Int = 3) throws(Departure) -> [String] {
    let mark = inCrisis ? "crisis-contact" : "support"
    let entries = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: RecordKind.people.form))
    }
    return Array(entries.filter { $0.answers[mark] == .yesNo(true) }.compactMap { $0.words("name") }.prefix(most))
  }

  /// The lines for a question that asks for suggestions.
  func ideas(_ kind: Question.Suggestion) throws(Departure) -> [String] {
    switch kind {
    case .skills: try skills().map(\.title)
    case .people: try people(inCrisis: false)
    case .crisisPeople: try people(inCrisis: true)
    }
  }
}
