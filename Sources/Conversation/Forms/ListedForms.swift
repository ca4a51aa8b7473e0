import Forms
import Library
import Vault

/// The forms that lists show: those that can be used, while their own condition holds.
package struct ListedForms {
  let session: Session

  package init(session: Session) { self.session = session }

  package func all() throws(Departure) -> [FormSummary] {
    try OwnContent(session: session).settle()
    var listed: [FormSummary] = []
    for summary in session.world.library.forms() where try holds(summary.when, for: summary.id) {
      listed.append(summary)
    }
    return listed
  }

  /// Whether a form's own condition holds over the newest entry of each form it looks at. While the journal is locked
  /// nothing is known, and what depends on an answer is left out.
  func holds(_ condition: Condition?, for form: String) throws(Departure) -> Bool {
    guard let condition else { return true }
    guard session.isUnlocked else { return false }
    var answers: [String: Answer] = [:]
    for question in condition.questions {
      let parts = question.split(separator: ".").map(String.init)
      let filter = EntryFilter(form: parts.count == 2 ? parts[0] : form, limit: 1)
      let newest = try session.inJournal { (store) throws(VaultError) in try store.entries(filter).first }
      answers[question] = newest?.answers.flat[parts.last ?? question]
    }
    return condition.holds(over: answers)
  }
}
