/// Which skills to suggest: those that go with the distress now, the person's own results first.
package struct SkillRanking: Equatable, Sendable {
  /// Ratings before and after one practice, 0 to 100.
  package struct Try: Equatable, Sendable {
    package var skill: String
    package var before: Double
    package var after: Double
    package init(skill: String, before: Double, after: Double) {
      self.skill = skill
      self.before = before
      self.after = after
    }
  }

  /// From here on help comes before any skill.
  package static let safetyFirst = 80

  package var tries: [Try]
  package init(tries: [Try]) { self.tries = tries }

  /// Three skills out of `available`, for a distress of 0 to 100.
  package func suggestions(distress: Int, available: Set<String>) -> [String] {
    let usual = Self.usual(distress: distress).filter(available.contains)
    // Two tries that ended lower are a reason to name a skill first; they prove nothing.
    let own = usual.filter { skill in
      let own = tries.filter { $0.skill == skill }
      return own.count >= 2 && own.map { $0.before - $0.after }.reduce(0, +) > 0
    }.sorted { meanDrop($0) > meanDrop($1) }
    return Array((own + usual.filter { !own.contains($0) }).prefix(3))
  }

  /// Skills with two tries or more that ended lower on the whole, the largest drop first.
  package var helped: [String] {
    Dictionary(grouping: tries, by: \.skill).filter { $0.value.count >= 2 && meanDrop($0.key) > 0 }.keys
      .sorted { (meanDrop($0), $1) > (meanDrop($1), $0) }
  }

  private func meanDrop(_ skill: String) -> Double {
    let drops = tries.filter { $0.skill == skill }.map { $0.before - $0.after }
    return drops.isEmpty ? 0 : drops.reduce(0, +) / Double(drops.count)
  }

  private static func usual(distress: Int) -> [String] {
    switch distress {
    case 60...:
      ["stop", "paced-breathing", "paired-muscle-relaxation", "tipp", "self-soothe", "accepts", "radical-acceptance"]
    case 30..<60:
      [
        "check-the-facts", "riding-the-wave", "opposite-action", "accepts", "wise-mind", "improve",
        "half-smile-willing-hands",
      ]
    default:
      ["observe", "one-mindfully", "build-mastery", "accumulate-positives-short", "please", "cope-ahead", "describe"]
    }
  }
}
