import Forms
import Journal
import Terminal
import Vault

/// The plans: reads them, leads through them, keeps every version, and says what is still thin.
package struct PlanDesk {
  let session: Session
  static let reviewQuestion = "review-date"

  package init(session: Session) { self.session = session }

  private var today: Day { session.world.clock.now().day }

  /// The emergency plan at once when there is one, then the way to all the others.
  package func overview() throws(Departure) {
    let shown = try newest(.emergency)
    if let shown { try read(shown, .emergency) }
    guard session.console.isInteractive else { return }
    var labels: [String] = []
    for kind in PlanKind.allCases { labels.append(try line(for: kind)) }
    session.console.show([.blank, .title("My plans")])
    let chosen = try session.choose(labels + ["Back to the menu"], standard: labels.count)
    guard chosen < labels.count else { return }
    if chosen == 0, let shown { try act(on: shown, .emergency) } else { try open(PlanKind.allCases[chosen]) }
  }

  /// Shows a plan and what can be done with it; begins one that is not there.
  /// `links`: what led to one that is begun.
  package func open(_ kind: PlanKind, links: [Link] = []) throws(Departure) {
    guard let plan = try newest(kind) else { return try begin(kind, links: links) }
    try read(plan, kind)
    guard session.console.isInteractive else { return }
    if kind == .emergency { session.console.show(PlanGaps.blocks(EmergencyPlan(plan.answers))) }
    try act(on: plan, kind)
  }

  private func act(on plan: Entry, _ kind: PlanKind) throws(Departure) {
    switch try session.choose(
      ["Leave it as it is", "Still right", "Change a part of it", "Go through it step by step", "Print it", "History"],
      standard: 0)
    {
    case 1: try renew(plan, kind)
    case 2: try change(plan, kind, fromStart: false)
    case 3: try change(plan, kind, fromStart: true)
    case 4: try PlanPrinting(session: session).run(plan, kind)
    case 5: try PlanHistory(session: session).show(plan, kind)
    default: return
    }
  }

  package func newest(_ kind: PlanKind) throws(Departure) -> Entry? {
    try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: kind.form, limit: 1)).first
    }
  }

  /// The newest version of a plan that has to be there.
  package func written(_ kind: PlanKind) throws(Departure) -> Entry {
    guard let plan = try newest(kind) else {
      throw .failed(
        Failure("\(kind.title): nothing is written there yet.", next: "`plan` begins it.", code: 66))
    }
    return plan
  }

  /// The plan is right as it stands: the next look is four weeks away.
  package func renew(_ plan: Entry, _ kind: PlanKind) throws(Departure) {
    var plan = plan
    let next = today.adding(days: PlanKind.reviewDays)
    plan.answers[Self.reviewQuestion] = .text(next.iso)
    plan.recorded = session.world.clock.now()
    let form = try form(of: plan)
    let kept = plan
    _ = try session.inJournal { (store) throws(VaultError) in try store.revise(kept, form: form) }
    session.show(.text(Rich("Good. The next look at it is \(Dates.words(next, today: today)).")))
  }

  private func begin(_ kind: PlanKind, links: [Link]) throws(Departure) {
    let desk = FormDesk(session: session)
    let form = try desk.form(kind.form)
    if try desk.goesOnWithDraft(of: form, day: nil, links: links) { return try after(kind) }
    var runner = FormRunner(session: session, form: form, day: today, links: links)
    runner.suggested[Path(Self.reviewQuestion)] = .text(today.adding(days: PlanKind.reviewDays).iso)
    try AfterEntry(session: session).say(try runner.run(), form: form)
    try after(kind)
  }

  private func change(_ plan: Entry, _ kind: PlanKind, fromStart: Bool) throws(Departure) {
    let written = try form(of: plan)
    let form = (try? FormDesk(session: session).form(kind.form)) ?? written
    let gone = Walk(written, editing: plan.answers).spoken(in: written)
      .filter { form.question($0.path.question) == nil }
    if !gone.isEmpty {
      session.show(.text("The questions have changed since. This stays in the history; you may want to carry it over:"))
      session.console.show(EntryText.pairs(gone))
    }
    var runner = FormRunner(session: session, form: form, editing: plan)
    if fromStart { runner.startOver() }
    runner.renewReview(after: today, to: today.adding(days: PlanKind.reviewDays))
    try AfterEntry(session: session).say(try runner.run(), form: form, edited: true)
    try after(kind)
  }

  /// What a saved plan leads to: the check for gaps, and the pocket copy.
  private func after(_ kind: PlanKind) throws(Departure) {
    guard kind == .emergency, let plan = try newest(kind) else { return }
    session.console.show(PlanGaps.blocks(EmergencyPlan(plan.answers)))
    try PocketCopy(session: session).afterSaving(plan)
  }

  func read(_ plan: Entry, _ kind: PlanKind) throws(Departure) {
    let form = try form(of: plan)
    session.console.show([.title(Rich(form.title))], to: .result)
    session.console.show(PlanPage(plan, form: form).blocks, to: .result)
    var said = "Saved \(Dates.words(plan.recorded.day, today: today))"
    if let review = Self.review(of: plan) { said += ", next look \(Dates.words(review, today: today))" }
    session.console.show([.quiet(Rich(said + "."))], to: .result)
  }

  func form(of plan: Entry) throws(Departure) -> Form {
    try session.inJournal { (store) throws(VaultError) in try store.form(of: plan) }
  }

  static func review(of plan: Entry) -> Day? {
    guard case .text(let text)? = plan.answers[reviewQuestion] else { return nil }
    return Day(iso: text)
  }

  private func line(for kind: PlanKind) throws(Departure) -> String {
    guard let plan = try newest(kind) else { return "\(kind.title): not written yet" }
    var line = "\(kind.title): saved \(Dates.words(plan.recorded.day, today: today))"
    let gaps = kind == .emergency ? EmergencyPlan(plan.answers).gaps.count : 0
    if gaps > 0 { line += ", \(gaps == 1 ? "one step" : "\(gaps) steps") could be fuller" }
    if let review = Self.review(of: plan), review <= today { line += ", time for a look" }
    return line
  }
}
