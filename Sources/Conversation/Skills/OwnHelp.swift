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
    case .medicines: try medicines()
    }
  }

  /// Names of the medicines that are still taken.
  private func medicines() throws(Departure) -> [String] {
    var seen: Set<String> = []
    return try RecordDesk(session: session, kind: .medicines).open().compactMap { $0.words("name") }
      .filter { seen.insert($0.lowercased()).inserted }
  }

  /// What is said of them beside the question; nil for none.
  static func sentence(for ideas: [String], _ kind: Question.Suggestion) -> String? {
    guard !ideas.isEmpty else { return nil }
    let shown = ideas.prefix(5).joined(separator: ", ") + (ideas.count > 5 ? " and \(ideas.count - 5) more" : "")
    if kind == .medicines { return "On your list: \(shown). Tab completes a name." }
    return "From your own entries, as ideas: \(shown)."
  }
}
