import Forms
import JSON
import Journal
import Terminal
import Vault

/// `week`: seven days in sentences, and the entries behind each of them.
package struct WeekDesk {
  let session: Session
  private static let days = 7

  package init(session: Session) { self.session = session }

  private var today: Day { session.world.clock.now().day }

  /// `back`: how many weeks ago; `why`: with the entries behind each sentence.
  package func show(back: Int, why: Bool) throws(Departure) {
    let summary = WeekSummary(try records(back: back))
    try Reading(session: session).page(WeekText(summary: summary, today: today, back: back).blocks(why: why))
  }

  /// `{"from": …, "to": …, "sentences": […]}`, each with its entries by their four letters.
  package func write(back: Int) throws(Departure) {
    let summary = WeekSummary(try records(back: back))
    let sentences = summary.sentences.map { sentence -> JSON in
      [
        "section": .string(sentence.section.rawValue), "text": .string(sentence.text),
        "entries": .array(
          sentence.sources.map { ["entry": .string($0.entry.short), "day": .string($0.day.iso)] }),
      ]
    }
    try session.write(
      [
        "from": .string(summary.days.lowerBound.iso), "to": .string(summary.days.upperBound.iso),
        "sentences": .array(sentences),
      ])
  }

  private func records(back: Int) throws(Departure) -> WeekRecords {
    let last = today.adding(days: -Self.days * back)
    let first = last.adding(days: 1 - Self.days)
    let before = first.adding(days: -WeekRecords.daysBefore)...first.adding(days: -1)
    var records = WeekRecords(days: first...last)
    let days = records.days
    let (entries, heads, rated) = try session.inJournal { (store) throws(VaultError) in
      let entries = try store.entries(EntryFilter(days: days))
      return (entries, try store.heads(of: Set(entries.map(\.form.wording))), try store.ratedForms())
    }
    for entry in entries.reversed() {
      let head = heads[entry.form.wording]
      records.items.append(
        WeekRecords.Item(
          entry: entry, title: head?.title ?? entry.form.id, isPractice: head?.kind == .exercise,
          pairs: rated[entry.form.id]?.pairs ?? [], names: try names(entry)))
    }
    (records.moodBefore, records.urgesBefore) = try session.inJournal { (store) throws(VaultError) in
      (
        try store.numbers(form: "mood", variable: "mood", days: before),
        try store.numbers(form: "mood", variable: "urges", days: before)
      )
    }
    // What is open is open now; of an earlier week nobody knows it any more.
    guard back == 0 else { return records }
    records.goals = try lines(.goals)
    records.homework = try lines(.homework)
    return records
  }

  private func lines(_ kind: RecordKind) throws(Departure) -> [WeekRecords.Line] {
    try RecordDesk(session: session, kind: kind).open().map {
      WeekRecords.Line(RecordLine(today: today).line($0, kind), $0.source)
    }
  }

  /// The names of urges and behaviours on a diary card, as they were worded on it.
  private func names(_ entry: Entry) throws(Departure) -> [String: String] {
    guard entry.form.id == DiaryForm.id else { return [:] }
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    var names: [String: String] = [:]
    for question in form.questions {
      if question.id.hasPrefix("urge-") {
        let name = DiaryForm.name(ofUrge: question)
        names[question.id] = name
        names["acted-" + question.id.dropFirst("urge-".count)] = name
      } else if question.id.hasPrefix("did-") {
        names[question.id] = String(question.ask.prefix { $0 != ":" })
      }
    }
    return names
  }
}

extension DiaryForm {
  /// What an urge is called in its own question: `Urge: to drink. How strong…`
  static func name(ofUrge question: Question) -> String {
    String(question.ask.prefix { $0 != "." }.drop { $0 != ":" }.dropFirst()).trimmed
  }
}
