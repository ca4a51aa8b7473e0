import Forms
import Journal
import Vault

/// All that can be charted, out of what the journal holds and how it was worded.
struct VariableShelf {
  let all: [Variable]
  /// On how many days there is a number, at any time.
  let everything: [NumberSource: Int]

  init(session: Session) throws(Departure) {
    let (kept, forms) = try session.inJournal { (store) throws(VaultError) in
      let kept = try store.daysWithNumbers()
      return (kept, try store.newestForms(Set(kept.keys.map(\.form))))
    }
    everything = kept
    let targets = try DiaryDesk(session: session).targets()
    let today = session.world.clock.now().day
    var found: [String: Variable] = [:]
    for form in forms {
      for question in QuestionPath.all(of: form) {
        guard let days = kept[NumberSource(form.id, question.path)] else { continue }
        Self.add(FormVariable(form: form, question: question, days: days).variable, to: &found)
      }
      for score in form.scores {
        guard let days = kept[NumberSource(form.id, score.id)] else { continue }
        Self.add(FormVariable.score(score, of: form, days: days), to: &found)
      }
    }
    // Targets that are no longer on the card are still in the journal.
    for target in targets.all {
      for var variable in TargetVariable.all(of: target, on: today) {
        guard case .numbers(let sources) = variable.source, let days = sources.first.flatMap({ kept[$0] }) else {
          continue
        }
        variable.days = days
        found[variable.id] = variable
      }
    }
    all = found.values.sorted { ($1.days, $0.id) < ($0.days, $1.id) }
  }

  /// The same thing asked about on two forms is one variable.
  private static func add(_ variable: Variable?, to found: inout [String: Variable]) {
    guard var variable else { return }
    if let other = found[variable.id] {
      guard other.measure.low == variable.measure.low, other.measure.high == variable.measure.high,
        other.isTime == variable.isTime, case .numbers(let more) = other.source,
        case .numbers(let sources) = variable.source
      else { return }
      variable = other
      variable.source = .numbers(more + sources)
      variable.days = max(other.days, variable.days)
    }
    found[variable.id] = variable
  }

  /// The variable that is named, by any of its names or the beginning of one.
  func named(_ name: String, in session: Session) throws(Departure) -> Variable? {
    let wanted = Variable.plain(name)
    guard !wanted.isEmpty else { return nil }
    if let exact = all.first(where: { Variable.plain($0.id) == wanted }) { return exact }
    if let known = KnownChoice.all.first(where: { ([$0.id] + $0.names).contains(wanted) }) {
      return try known.kept(in: session)
    }
    if let exact = all.first(where: { $0.plainNames.contains(wanted) }) { return exact }
    let begun = all.filter { variable in variable.plainNames.contains { $0.hasPrefix(wanted) } }
    return begun.count == 1 ? begun[0] : nil
  }

  /// What an unknown name may have meant, and what there is.
  func unknown(_ name: String, in session: Session) throws(Departure) -> Failure {
    var there = all
    for choice in KnownChoice.all {
      if let kept = try choice.kept(in: session) { there.append(kept) }
    }
    guard !there.isEmpty else { return Self.nothing }
    // Another shell's screen and history are no place for a person's own words.
    let listed = there.map { $0.isPersonal && !session.isShell ? $0.id : Variable.plain($0.measure.name) }
    let known = there.filter { session.isShell || !$0.isPersonal }.flatMap { [Variable.plain($0.id)] + $0.plainNames }
    let near = Nearness.nearest(to: Variable.plain(name), among: known)
    return Failure(
      "There is no number under the name \(name).",
      next: [near.map { "Did you mean `\($0)`?" }, "There is: \(listed.joined(separator: ", "))."]
        .compactMap { $0 }.joined(separator: " "), code: 66)
  }

  static let nothing = Failure(
    "There is no number in your journal yet.", next: "`mood 6` keeps the first one.", code: 66)

  /// What the program may show unasked: kept day by day, mood first, then what was kept most in these days.
  func chosen(among days: [NumberSource: Int], most: Int) -> [Variable] {
    func kept(_ variable: Variable) -> Int {
      guard case .numbers(let sources) = variable.source else { return 0 }
      return sources.compactMap { days[$0] }.max() ?? 0
    }
    let open = all.filter { $0.isDaily && !$0.isApart && !$0.isPersonal && kept($0) > 0 }
    let sorted = open.sorted { (kept($1), $0.id) < (kept($0), $1.id) }
    let mood = sorted.filter { $0.id == "mood" }
    return Array((mood + sorted.filter { $0.id != "mood" }).prefix(most))
  }
}
