import Forms
import Journal
import Terminal
import Vault

/// Leads a person through a form, one question at a time. Each answer is in the journal before the next question
/// appears; every way of leaving keeps what was typed.
package struct FormRunner {
  let session: Session
  package let form: Form
  var draft: Draft
  /// Earlier lines still to be offered for editing at the question being asked.
  var queue: [String] = []
  var saidWaysOut = false
  /// Answers that stand ready on the line, for the person to take or change.
  var suggested: [Path: Answer] = [:]

  /// A new entry about `day`.
  package init(session: Session, form: Form, day: Day, links: [Link] = []) {
    self.session = session
    self.form = form
    let now = session.world.clock.now()
    draft = Draft(
      id: session.world.newID(), walk: Walk(form), day: day, started: now, updated: now, links: links)
  }

  /// Goes on with a draft, at its question.
  package init(session: Session, form: Form, resuming draft: Draft) {
    self.session = session
    self.form = form
    self.draft = draft
  }

  /// Edits an entry that stands, starting at its summary.
  package init(session: Session, form: Form, editing entry: Entry) {
    self.init(session: session, form: form, day: entry.day, links: entry.links)
    draft.walk = Walk(form, editing: entry.answers)
    draft.edits = entry.id
  }

  /// Edits an entry that stands, beginning with these questions where they have no answer yet.
  package init(session: Session, form: Form, editing entry: Entry, asking questions: Set<String>) {
    self.init(session: session, form: form, editing: entry)
    draft.walk.open(questions, in: form)
  }

  /// From the first question on, each with its answer ready to edit.
  mutating func startOver() {
    draft.walk.isAtEnd = false
    draft.walk.cursor = nil
  }

  /// A day that has come gives way to a new one.
  mutating func renewReview(after today: Day, to day: Day) {
    let question = Path(PlanDesk.reviewQuestion)
    if case .text(let text)? = draft.walk.answers[question], let old = Day(iso: text), old > today { return }
    guard form.question(PlanDesk.reviewQuestion) != nil else { return }
    draft.walk.answers[question] = .text(day.iso)
  }

  /// Runs to the end. Returns the entry that was kept; nil when an edit changed nothing.
  package mutating func run() throws(Departure) -> Entry? {
    _ = try session.journal()
    do throws(Departure) {
      try Gate(session: session).pass(form)
    } catch {
      // Not safe now: the exercise is kept for later, even before its first answer.
      if form.gate == .safeNow, error == .paused { try store() }
      throw error
    }
    introduce()
    if draft.edits == nil { try SafetyQuestion(session: session).consider(draft, form: form) }
    while true {
      guard let step = draft.walk.current(in: form) else {
        if try finish() { return try save() }
        continue
      }
      if step.isShown { try show(step) } else { try ask(step) }
    }
  }

  private static let banner: Rich =
    "No clinician has reviewed this one yet. Where it does not fit what your team told you, go with your team."

  private mutating func introduce() {
    var blocks: [Block] = [.title(Rich(form.title))]
    if draft.walk.answers.isEmpty && draft.walk.lines.isEmpty {
      if !form.summary.isEmpty { blocks.append(.text(Rich(form.summary))) }
    } else if draft.edits == nil {
      blocks.append(.quiet("Here is what you have so far."))
      blocks += EntryText.pairs(draft.walk.spoken(in: form))
    }
    if form.kind == .measure {
      if let copyright = form.source?.copyright { blocks.append(.quiet(Rich(copyright.oneLine))) }
      blocks.append(.text("Nobody sees this as you type."))
    }
    if form.delicate == .unreviewed { blocks.append(.text(Self.banner)) }
    let today = session.world.clock.now().day
    if draft.day != today { blocks.append(.quiet(Rich("This is for \(Dates.words(draft.day, today: today))."))) }
    session.console.show(blocks)
  }

  /// Stores the draft. When the disk refuses, the session asks what to do, with the answer still in memory.
  mutating func store() throws(Departure) {
    draft.updated = session.world.clock.now()
    let (draft, form) = (draft, form)
    try session.inJournal { (store) throws(VaultError) in try store.keep(draft, form: form) }
  }

  private mutating func save() throws(Departure) -> Entry? {
    let response = draft.walk.response(in: form)
    let now = session.world.clock.now()
    let (draft, form) = (draft, form)
    if response.isEmpty && draft.edits == nil {
      try session.inJournal { (store) throws(VaultError) in try store.drop(draft.id) }
      session.show(.quiet("Nothing was written, so nothing was kept."))
      return nil
    }
    return try session.inJournal { (store) throws(VaultError) -> Entry? in
      if let id = draft.edits, var entry = try store.entry(id) {
        guard entry.answers != response || entry.day != draft.day else {
          try store.drop(draft.id)
          return nil
        }
        entry.answers = response
        entry.status = .final
        entry.day = draft.day
        entry.form = Wordings.stamp(of: form)
        entry.recorded = now
        entry.revision = try store.revise(entry, form: form, finishing: draft.id)
        return entry
      }
      let entry = Entry(
        id: draft.id, form: Wordings.stamp(of: form), day: draft.day, part: draft.day == now.day ? now.part : nil,
        recorded: now, answers: response, links: draft.links)
      try store.add(entry, form: form, finishing: draft.id)
      return entry
    }
  }
}
