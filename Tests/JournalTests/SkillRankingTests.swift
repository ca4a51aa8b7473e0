import Testing

@testable import Journal

@Suite struct SkillRankingTests {
  let all: Set<String> = ["stop", "paced-breathing", "paired-muscle-relaxation", "tipp", "self-soothe", "observe"]

  private func tries(_ skill: String, _ drops: Double...) -> [SkillRanking.Try] {
    drops.map { .init(skill: skill, before: 80, after: 80 - $0) }
  }

  private func suggestions(_ tries: [SkillRanking.Try], distress: Int = 70) -> [String] {
    SkillRanking(tries: tries).suggestions(distress: distress, available: all)
  }

  @Test func `Without own results, the usual ones for the distress are named`() {
    #expect(suggestions([]) == ["stop", "paced-breathing", "paired-muscle-relaxation"])
    #expect(suggestions([], distress: 0) == ["observe"])
  }

  @Test func `Two tries that ended lower bring a skill to the front, one does not`() {
    #expect(suggestions(tries("tipp", 30)) == ["stop", "paced-breathing", "paired-muscle-relaxation"])
    #expect(suggestions(tries("tipp", 30, 10)) == ["tipp", "stop", "paced-breathing"])
    #expect(
      suggestions(tries("tipp", 10, 10) + tries("self-soothe", 20, 30)) == ["self-soothe", "tipp", "stop"])
  }

  @Test func `A skill that did not help stays where it was`() {
    #expect(suggestions(tries("tipp", -10, 5)) == ["stop", "paced-breathing", "paired-muscle-relaxation"])
  }

  @Test func `Nothing is named that is not there, or does not fit the distress`() {
    #expect(SkillRanking(tries: []).suggestions(distress: 90, available: []) == [])
    #expect(suggestions(tries("observe", 50, 50)).contains("observe") == false)
  }
}
