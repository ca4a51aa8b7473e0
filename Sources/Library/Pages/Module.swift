import Forms

/// For whom a module is.
package enum Track: String, Sendable, CaseIterable { case participant, family, both }

/// What a list shows of a module.
package struct ModuleSummary: Equatable, Sendable {
  package var id: String
  package var title: String
  package var summary: String
  package var track: Track
  package var minutes: Int?
  package var topics: [String]
  package var updated: Day?
  /// By whom and when; nil if no clinician has read it yet.
  package var reviewed: String?
  package var path: String

  /// Delicate, and no clinician has read it yet: it carries a banner, and the program never suggests it.
  package var isHeldBack: Bool { reviewed == nil && Module.isDelicate(topics) }
}

/// A page of psychoeducation.
package struct Module: Equatable, Sendable {
  package var id: String
  package var title: String
  package var summary: String
  package var track: Track
  package var minutes: Int?
  package var topics: [String]
  /// Ids of modules, skills and forms.
  package var related: [String]
  package var sources: [Source]
  package var updated: Day?
  /// By whom and when; nil if no clinician has read it yet.
  package var reviewed: String?
  package var quiz: [QuizQuestion]
  package var body: Document

  package var isHeldBack: Bool { reviewed == nil && Self.isDelicate(topics) }

  static func isDelicate(_ topics: [String]) -> Bool { !delicateTopics.isDisjoint(with: topics) }

  private static let delicateTopics: Set<String> = [
    "self-harm", "suicide", "overdose", "withdrawal", "exposure", "bipolar", "medication",
  ]
}

package struct QuizQuestion: Equatable, Sendable {
  package var question: String
  package var choices: [String]
  /// The right choice, counted from 1.
  package var answer: Int
  /// Shown after either answer.
  package var why: String
}
