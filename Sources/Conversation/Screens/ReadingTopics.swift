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
    var left = modules
    var groups: [Group] = []
    for (title, topics) in Self.shelves {
      let fitting = left.filter { module in
        module.topics.first { topic in Self.shelves.contains { $0.topics.contains(topic) } }.map(topics.contains)
          ?? false
      }
      if !fitting.isEmpty { groups.append(Group(title: title, modules: fitting)) }
      left.removeAll { fitting.contains($0) }
    }
    if !left.isEmpty { groups.append(Group(title: "Something else", modules: left)) }
    self.groups = groups
  }

  private static let shelves: [(title: String, topics: Set<String>)] = [
    ("When it is dangerous", ["crisis", "overdose", "privacy", "self-harm", "violence"]),
    ("Mood and loss", ["depression", "bipolar", "mood", "grief"]),
    ("Fear, worry and memories", ["anxiety", "ocd", "trauma"]),
    ("Feelings and thoughts", ["emotions", "anger", "shame", "self-compassion", "cbt", "thoughts"]),
    ("Skills", ["dbt", "skills", "problem-solving", "stress", "mindfulness"]),
    ("Urges, alcohol and drugs", ["urges", "addiction", "co-occurring", "gambling"]),
    ("Other people", ["relationships", "support", "family", "communication"]),
    ("Change, and what matters", ["motivation", "goals", "habits", "values"]),
    ("Sleep, food, work and money", ["sleep", "eating", "work", "money"]),
    ("The programme", ["programme", "therapy", "treatment", "insurance", "transport"]),
  ]
}
