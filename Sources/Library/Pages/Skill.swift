import Forms

/// A DBT skill: what it is, when, how, and when to be careful.
package struct Skill: Equatable, Sendable {
  /// The part of DBT that a skill belongs to.
  package enum Module: String, Sendable, CaseIterable {
    case mindfulness
    case distressTolerance = "distress-tolerance"
    case emotionRegulation = "emotion-regulation"
    case interpersonalEffectiveness = "interpersonal-effectiveness"
    case addiction
  }

  package var id: String
  package var title: String
  package var summary: String
  package var module: Module
  /// The exercise that leads through it.
  package var form: String?
  package var minutes: Int?
  package var topics: [String]
  package var related: [String]
  package var sources: [Source]
  package var updated: Day?
  /// By whom and when; nil if no clinician has read it yet.
  package var reviewed: String?
  package var body: Document
}

/// What a list shows of a skill.
package struct SkillSummary: Equatable, Sendable {
  package var id: String
  package var title: String
  package var summary: String
  package var module: Skill.Module
  package var form: String?
  package var reviewed: String?
  package var path: String
}
