import Forms
import Journal
import Library
import Vault

/// A questionnaire that can be filled in: one that comes with the content, or one that was added.
package struct Measure: Equatable {
  package var id: String
  package var title: String
  var kept: KeptQuestionnaire?
  package var last: Day?
  /// The next time; nil while it comes up only by name.
  package var due: Day?
  /// Delicate, and no clinician has read it yet: it is not brought up.
  var isHeldBack = false
}

/// Which questionnaires there are, and which are due.
package struct MeasureList {
  let session: Session
  /// What is due stays in `today` so long, and is then let go without a word.
  private static let daysShown = 14

  package init(session: Session) { self.session = session }

  private var today: Day { session.world.clock.now().day }

  package func all() throws(Departure) -> [Measure] {
    let store = KeptQuestionnaires(session: session)
    var measures: [Measure] = []
    for summary in try ListedForms(session: session).all() where summary.kind == .measure {
      measures.append(
        try measure(summary.id, summary.title, kept: nil, since: nil, isHeldBack: summary.isHeldBack, store))
    }
    for kept in try store.all() where !kept.isRemoved {
      measures.append(try measure(kept.id, kept.title, kept: kept, since: kept.added, isHeldBack: false, store))
    }
    return measures
  }

  private func measure(
    _ id: String, _ title: String, kept: KeptQuestionnaire?, since: Day?, isHeldBack: Bool, _ store: KeptQuestionnaires
  ) throws(Departure) -> Measure {
    let newest = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: id, limit: 1)).first
    }
    let days = try store.rhythm(id)
    // What comes with the content is brought up only after someone has begun with it.
    let due = days.flatMap { days in newest.map { $0.day.adding(days: days) } ?? since }
    return Measure(id: id, title: title, kept: kept, last: newest?.day, due: due, isHeldBack: isHeldBack)
  }

  /// For `today`: `Weekly check-in (measure weekly-check-in)`.
  func due() throws(Departure) -> [String] {
    let today = today
    return try all().filter { measure in
      guard let due = measure.due, !measure.isHeldBack else { return false }
      return due <= today && due >= today.adding(days: -Self.daysShown)
    }.map { "\($0.title) (`measure \($0.id)`)" }
  }

  /// `Weekly check-in: due, last Mon 2 Nov`
  func line(_ measure: Measure) -> String {
    var parts: [String] = []
    if let due = measure.due {
      parts.append(due <= today ? "due" : "next \(Dates.words(due, today: today))")
    }
    parts.append(measure.last.map { "last \(Dates.words($0, today: today))" } ?? "not filled in yet")
    return "\(measure.title): \(parts.joined(separator: ", "))"
  }

  /// The one that a person means by its name, its title or the beginning of one.
  package func named(_ name: String) throws(Departure) -> Measure {
    let all = try all()
    let wanted = name.lowercased()
    if let exact = all.first(where: { $0.id == wanted || $0.title.lowercased() == wanted }) { return exact }
    let begun = all.filter { $0.id.hasPrefix(wanted) || $0.title.lowercased().hasPrefix(wanted) }
    if begun.count == 1 { return begun[0] }
    throw .failed(
      Failure(
        begun.isEmpty ? "There is no questionnaire of that name here." : "Several questionnaires begin like that.",
        safe: "Your journal is not touched.", next: "`measure list` shows what there is.", code: 66))
  }
}
