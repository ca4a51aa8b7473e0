import Forms
import Journal
import Terminal
import Vault

/// `today`: one calm screen, in order of need. What is begun and what is due, what comes next, then the check-in.
package struct TodayScreen {
  let session: Session
  /// More than this of a kind is counted, not listed.
  private static let most = 4

  package init(session: Session) { self.session = session }

  private var today: Day { session.world.clock.now().day }

  package func show() throws(Departure) {
    let today = today
    let (entries, drafts) = try session.inJournal { (store) throws(VaultError) in
      (try store.entries(EntryFilter(days: today...today)), try store.drafts())
    }
    let due = DueItems(session: session)
    let reminders = try due.all()
    var lines: [String] = []
    for reminder in reminders { lines.append(try due.line(for: reminder)) }
    lines += try MeasureList(session: session).due()
    var begun: [String] = []
    for draft in drafts {
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: draft) }
      begun.append(DraftOffer(session: session).line(for: draft, form: form))
    }
    let moods = entries.filter { $0.form.id == "mood" }.compactMap { $0.answers["mood"]?.size }.map(Form.plain)
    var blocks: [Block] = [.title(Rich("Today, \(today.weekday.word.capitalized)"))]
    blocks += pairs("Open", begun) + pairs("Due", lines) + pairs("Next", try sessions())
    blocks += pairs("To talk about", try LearnDesk(session: session).toTalkAbout())
    blocks += pairs("Homework", try homework(but: reminders))
    blocks.append(
      .pair("Check-in", Rich(moods.isEmpty ? "not yet (`mood`)" : "mood \(moods.reversed().joined(separator: ", "))")))
    blocks += pairs("Done", try done(entries))
    blocks.append(.quiet(Rich(suggestion(hasDrafts: !drafts.isEmpty, hasMood: !moods.isEmpty))))
    session.console.show(blocks, to: .result)
    try due.offer(reminders)
  }

  private func pairs(_ name: String, _ lines: [String]) -> [Block] {
    let rest = lines.count - Self.most
    return lines.prefix(Self.most).map { .pair(name, Rich($0)) }
      + (rest > 0 ? [.pair(name, Rich("and \(rest) more"))] : [])
  }

  /// Sessions of today and tomorrow, and those of the last days whose outcome is open.
  private func sessions() throws(Departure) -> [String] {
    let list = try RecordDesk(session: session, kind: .sessions).open()
    let near = list.filter { entry in
      guard let day = entry.date("day") else { return false }
      let isPlanned = [nil, "planned"].contains(entry.code("outcome"))
      return isPlanned && day <= today.adding(days: 1)
    }
    return near.map { RecordLine(today: today).line($0, .sessions) }
  }

  /// Open homework that is not already said to be due.
  private func homework(but due: [Reminder]) throws(Departure) -> [String] {
    let said = Set(due.map(\.entry))
    return try RecordDesk(session: session, kind: .homework).open().filter { !said.contains($0.id) }
      .map { RecordLine(today: today).line($0, .homework) }
  }

  private func done(_ entries: [Entry]) throws(Departure) -> [String] {
    var lines: [String] = []
    for entry in entries where entry.form.id != "mood" {
      // What was brought in or accepted today was not done today.
      let origin = try session.inJournal { (store) throws(VaultError) in try store.origin(of: entry.id) }
      guard origin == nil else { continue }
      if entry.form.id == ReminderEnd.form.id {
        if let said = DueItems.ticked(entry) { lines.append("\(said) (\(entry.id.short))") }
        continue
      }
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
      lines.append("\(form.title) (\(entry.id.short))")
    }
    return lines
  }

  private func suggestion(hasDrafts: Bool, hasMood: Bool) -> String {
    if hasDrafts { return "`resume` goes on with what is open." }
    if !hasMood { return "One number is enough: `mood 5`." }
    return "`practice` lists short exercises, `learn` has something to read."
  }
}
