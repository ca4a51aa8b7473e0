import Library

/// Pages that belong together, under a plain name.
package struct TopicGroup: Equatable {
  package var name: String
  package var modules: [ModuleSummary]

  /// What people come for, in order, and the topics that lead there.
  private static let table: [(name: String, topics: Set<String>)] = [
    (
      "The programme, and kinds of help",
      [
        "programme", "iop", "starting", "quality", "accreditation", "questions", "insurance", "rights", "appeals",
        "cost", "therapy", "group", "treatment", "dual-diagnosis",
      ]
    ),
    (
      "What is going on with me",
      [
        "depression", "low", "mood", "anxiety", "panic", "fear", "bipolar", "trauma", "ptsd", "memories",
        "flashbacks", "nightmares", "ocd", "obsessions", "rituals", "intrusive-thoughts", "borderline",
        "co-occurring", "mental-health",
      ]
    ),
    (
      "Feelings that are hard to carry",
      [
        "anger", "irritability", "conflict", "grief", "loss", "death", "sadness", "shame", "guilt", "self-esteem",
        "self-compassion", "emotions",
      ]
    ),
    (
      "Thoughts, and what moves me",
      [
        "cbt", "thoughts", "activation", "avoidance", "exposure", "motivation", "ambivalence", "change", "values",
        "meaning", "habits", "routine", "goals", "problem-solving",
      ]
    ),
    ("DBT skills", ["dbt", "skills", "mindfulness", "attention", "distress"]),
    (
      "Urges, substances and staying well",
      [
        "urges", "cravings", "relapse", "relapse-prevention", "lapse", "triggers", "high-risk", "addiction", "alcohol",
        "drugs", "withdrawal", "overdose", "naloxone", "opioids", "tolerance", "warning-signs", "medication",
        "prescriber", "aftercare", "step-down", "peer-support", "recovery", "crisis", "hospital",
      ]
    ),
    ("Body and sleep", ["sleep", "insomnia", "nights", "stress", "body", "tension", "relaxation", "eating", "food"]),
    (
      "People, and daily life",
      [
        "relationships", "communication", "boundaries", "trust", "loneliness", "support", "work", "study", "time",
        "money", "gambling", "transport", "childcare", "telehealth", "privacy", "pressure", "violence",
      ]
    ),
  ]
  private static let family = "For family and friends"
  private static let rest = "More to read"

  /// Every module once, in the group that most of its topics lead to; at a tie the earlier topic counts.
  package static func shelves(_ modules: [ModuleSummary], familyFirst: Bool = false) -> [TopicGroup] {
    let shelved = Dictionary(grouping: modules, by: place)
    var names = table.map(\.name) + [rest]
    names.insert(family, at: familyFirst ? 0 : names.count)
    return names.compactMap { name in shelved[name].map { TopicGroup(name: name, modules: $0) } }
  }

  private static func place(of module: ModuleSummary) -> String {
    guard module.track != .family else { return family }
    let counts = table.map { group in module.topics.count { group.topics.contains($0) } }
    guard let most = counts.max(), most > 0 else { return rest }
    let best = table.indices.filter { counts[$0] == most }
    let first = module.topics.lazy.compactMap { topic in best.first { table[$0].topics.contains(topic) } }.first
    return table[first ?? best[0]].name
  }
}
