import Journal
import Terminal
import Vault

/// The body questions of cold water and hard exercise: asked once, when calm, and kept in the journal.
package struct BodyQuestions {
  let session: Session
  private static let key = "body"

  package init(session: Session) { self.session = session }

  package enum Answer: String {
    /// None of the cautions applies.
    case clear
    /// One does, or the person is not sure: breathing and muscle parts only.
    case careful
  }

  package func answer() throws(Departure) -> Answer? {
    let kept = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.key) }
    return kept.flatMap { Answer(rawValue: String(decoding: $0, as: UTF8.self)) }
  }

  /// Asks, and keeps the answer. Anything but a clear no to all of them means careful.
  package func ask() throws(Departure) -> Answer {
    session.show(
      .text("Cold water and hard exercise are not for every body. Does any of these apply to you?"),
      .bullet("heart or blood-pressure trouble, or a beta-blocker"), .bullet("fainting"), .bullet("an eating disorder"),
      .bullet("pregnancy"), .bullet("asthma"), .bullet("an allergy to cold"), .bullet("an injury"))
    let answer: Answer =
      try session.choose(["No, none of them", "Yes, one or more", "I am not sure"]) == 0 ? .clear : .careful
    try session.inJournal { (store) throws(VaultError) in try store.remember(Self.key, Array(answer.rawValue.utf8)) }
    session.show(
      .quiet(
        answer == .clear
          ? "Thank you. Stop at once if anything feels wrong. `settings body` asks again."
          : "Thank you. Then the breathing and the muscles are for you; they work too. `settings body` asks again."))
    return answer
  }
}
