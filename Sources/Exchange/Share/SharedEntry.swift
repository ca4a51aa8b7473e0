import Forms
import Journal

/// An entry as somebody else gets it: cut to what the person chose. Everything that leaves is made from this, so that the
/// preview, the text, the page and the files cannot differ.
package struct SharedEntry: Equatable, Sendable {
  /// Holds nothing that stays here: answers and links are cut.
  package private(set) var entry: Entry
  package private(set) var form: Form
  package private(set) var detail: ShareDetail
  /// Questions that have an answer which stays here, wholly or in part; sorted.
  package private(set) var redacted: [String]
  package private(set) var showsTime: Bool

  /// The whole entry.
  package init(whole entry: Entry, form: Form) {
    self.entry = entry
    self.form = form
    detail = .full
    redacted = []
    showsTime = true
  }

  /// An entry that was cut before it came here.
  init(cut entry: Entry, form: Form, detail: ShareDetail, redacted: [String], showsTime: Bool) {
    self.entry = entry
    self.form = form
    self.detail = detail
    self.redacted = redacted
    self.showsTime = showsTime
  }

  /// Nil if nothing of the entry goes. `shared` tells of entries that go too, or went before: links lead to those only,
  /// and to what the programme assigned: its item is the programme's own, and no entry.
  package init?(_ entry: Entry, form: Form, consent: Consent, shared: (ULID) -> Bool) {
    let detail = consent.detail(ShareCategory(form: form))
    guard detail != .none, consent.days.contains(entry.day), !consent.heldBack.contains(entry.id) else { return nil }
    var cut = AnswerCut(form: form, consent: consent)
    var entry = entry
    entry.answers = cut.cut(entry.answers, form.questions)
    entry.links = entry.links.filter { $0.isAssigned || shared($0.entry) }
    self.entry = entry
    self.form = form
    self.detail = detail
    redacted = cut.redacted.sorted()
    showsTime = consent.exactTimes
  }

  /// A tombstone: says that an entry shared before is withdrawn, and nothing of what it said.
  package init(withdrawn entry: Entry, form: Form) {
    self.init(whole: entry, form: form)
    self.entry.status = .withdrawn
    self.entry.answers = [:]
    self.entry.links = []
    self.entry.part = nil
    showsTime = false
  }
}

/// Takes out of answers what stays with the person.
private struct AnswerCut {
  let form: Form
  let consent: Consent
  private(set) var redacted: Set<String> = []
  /// What stands for words of one's own where numbers hang on them.
  private var stands: [String: String] = [:]

  init(form: Form, consent: Consent) {
    self.form = form
    self.consent = consent
  }

  mutating func cut(_ answers: [String: Answer], _ questions: [Question]) -> [String: Answer] {
    var kept: [String: Answer] = [:]
    for question in questions {
      guard let answer = answers[question.id] else { continue }
      let left = cut(answer, of: question)
      if left != answer { redacted.insert(question.id) }
      kept[question.id] = left
    }
    // What is stored under no question of the form is nobody's to read: it stays.
    for name in answers.keys where !questions.contains(where: { $0.id == name }) { redacted.insert(name) }
    return kept
  }

  private mutating func cut(_ answer: Answer, of question: Question) -> Answer? {
    let detail = consent.detail(ShareCategory(question: question.id, of: form))
    if detail == .none { return nil }
    switch (question.kind, answer) {
    case (.group(let inner), .group(let answers)):
      let kept = cut(answers, inner)
      return kept.isEmpty ? nil : .group(kept)
    case (.each(let of, let inner), .each(let rows)):
      let known = form.labels(of: of)
      var kept: [EachAnswer] = []
      for row in rows {
        let answers = cut(row.answers, inner)
        if answers.isEmpty { continue }
        let isOwn = detail == .numbers && known[row.of] == nil
        kept.append(EachAnswer(of: isOwn ? stand(for: row.of) : row.of, answers: answers))
      }
      return kept.isEmpty ? nil : .each(kept)
    default: return detail == .full ? answer : numbers(answer, of: question)
    }
  }

  /// Numbers, yes and no, and built-in choices.
  private func numbers(_ answer: Answer, of question: Question) -> Answer? {
    switch (question.kind, answer) {
    case (_, .number), (_, .yesNo): return answer
    case (.choice, .text(let code)): return form.labels(of: question.id)[code] == nil ? nil : answer
    case (.choices, .items(let codes)):
      let known = form.labels(of: question.id)
      let kept = codes.filter { known[$0] != nil }
      return kept.isEmpty && !codes.isEmpty ? nil : .items(kept)
    default: return nil
    }
  }

  private mutating func stand(for words: String) -> String {
    let name = stands[words] ?? "own-\(stands.count + 1)"
    stands[words] = name
    return name
  }
}
