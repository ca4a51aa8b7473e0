import Library

/// The modules in groups, so that the list fits a small window. A module stands where the first of its topics leads.
struct ReadingTopics {
  struct Group: Equatable {
    var title: String
    var modules: [ModuleSummary]
  }

  let groups: [Group]
  /// Up to so many stand in one list.
  static let most = 15

  init(_ modules: [ModuleSummary]) {
    let placed = Dictionary(grouping: modules, by: Self.title)
    groups = (Self.shelves.map(\.title) + [Self.family, Self.familyInDanger, Self.other]).compactMap { title in
      placed[title].map { Group(title: title, modules: $0) }
    }
  }

  private static func title(of module: ModuleSummary) -> String {
    if module.track == .family {
      return module.topics.contains(where: ["crisis", "overdose", "warning signs", "discharge"].contains)
        ? familyInDanger : family
    }
    let titles = module.topics.lazy.compactMap { topic in shelves.first { $0.topics.contains(topic) }?.title }
    return titles.first ?? other
  }

  private static let family = "For family: every day"
  private static let familyInDanger = "For family: the hard days"
  private static let other = "Something else"

  private static let shelves: [(title: String, topics: Set<String>)] = [
    ("When it is dangerous", ["crisis", "overdose", "privacy", "violence"]),
    ("Mood and loss", ["depression", "bipolar", "mood", "grief"]),
    ("Fear, worry and memories", ["anxiety", "ocd", "trauma"]),
    ("Feelings and thoughts", ["emotions", "anger", "shame", "self-compassion", "cbt", "thoughts"]),
    ("Skills", ["dbt", "skills", "problem-solving", "stress", "mindfulness"]),
    ("Urges, alcohol and drugs", ["urges", "addiction", "co-occurring", "lapse", "high-risk", "triggers", "gambling"]),
    ("Other people", ["relationships", "support", "communication"]),
    ("Change, and what matters", ["motivation", "goals", "habits", "values"]),
    ("Sleep, food, work and money", ["sleep", "eating", "work", "money"]),
    (
      "The programme, and after",
      ["programme", "therapy", "treatment", "insurance", "transport", "medication", "aftercare", "peer-support"]
    ),
  ]
}
