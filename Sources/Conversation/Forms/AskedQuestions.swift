import Forms
import Terminal
import Vault

/// Which of the further questions of a daily log the person wants to be asked. What is left out is not asked, and nothing else
/// changes: old entries keep their answers.
package struct AskedQuestions {
  package enum Log: String, Sendable { case mood, diary = "diary-card" }

  let session: Session
  let log: Log

  package init(session: Session, log: Log) {
    self.session = session
    self.log = log
  }

  private var key: String { "left-out-\(log.rawValue)" }

  /// Each with the questions that belong together.
  private var parts: [(label: String, questions: [String])] {
    switch log {
    case .mood:
      [
        ("Sleep", ["sleep", "sleep-quality"]), ("Energy and pace", ["energy", "speed"]), ("Anxiety", ["anxiety"]),
        ("Urges", ["urges", "acted"]), ("Alcohol and other drugs", ["use"]), ("Medication", ["medication"]),
        ("Movement and company", ["moved", "company"]), ("A note", ["note"]),
      ]
    case .diary:
      [
        ("Alcohol and other drugs", ["used", "substances"]), ("Medicine", ["medication"]), ("Sleep", ["sleep"]),
        ("Skills", ["skills", "skills-used"]), ("A note", ["note"]),
      ]
    }
  }

  /// The form without what the person left out.
  package func applied(to form: Form) throws(Departure) -> Form {
    let out = try leftOut()
    guard !out.isEmpty else { return form }
    var form = form
    form.questions.removeAll { out.contains($0.id) }
    // A question whether to ask more makes no sense when there is no more.
    if log == .mood, parts.allSatisfy({ out.isSuperset(of: $0.questions) }) {
      form.questions.removeAll { $0.id == "more" }
    }
    return form
  }

  /// Turns parts on and off until the person is done.
  package func manage() throws(Departure) {
    while true {
      var out = try leftOut()
      let labels = parts.map { "\($0.label): \(out.isSuperset(of: $0.questions) ? "left out" : "asked")" }
      session.show(.quiet("A number turns it on or off. Enter is done."))
      let chosen = try session.choose(labels + ["Done"], standard: labels.count)
      guard chosen < labels.count else { return }
      let questions = parts[chosen].questions
      if out.isSuperset(of: questions) { out.subtract(questions) } else { out.formUnion(questions) }
      let kept = Array(out.sorted().joined(separator: "\n").utf8)
      try session.inJournal { (store) throws(VaultError) in try store.remember(key, kept) }
    }
  }

  private func leftOut() throws(Departure) -> Set<String> {
    let kept = try session.inJournal { (store) throws(VaultError) in try store.memory(key) }
    return Set(String(decoding: kept ?? [], as: UTF8.self).split(separator: "\n").map(String.init))
  }
}
