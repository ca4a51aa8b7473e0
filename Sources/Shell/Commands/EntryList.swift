import Conversation
import Exchange
import Forms
import Journal
import Terminal
import Vault

/// A list of entries, for reading or as JSON.
struct EntryList {
  let session: Session

  /// `{"entries": […]}`, each entry as a line of the log file.
  func write(_ entries: [Entry]) throws(Departure) {
    let names = try LogNames.load(in: session)
    do {
      session.console.write(raw: try LogEntry.document(entries, names: names))
    } catch {
      throw .failed(.unexpected)
    }
  }

  func show(_ entries: [Entry], filter: EntryFilter) throws(Departure) {
    guard !entries.isEmpty else {
      return session.console.show(
        [.text(filter == EntryFilter() ? "Nothing is in your journal yet." : "Nothing found.")], to: .result)
    }
    let today = session.world.clock.now().day
    var blocks: [Block] = []
    var day: Day?
    var forms: [String: Form] = [:]
    for entry in entries {
      if entry.day != day {
        day = entry.day
        blocks.append(.title(Rich(Dates.words(entry.day, today: today).sentence)))
      }
      let form: Form
      if let known = forms[entry.form.wording] {
        form = known
      } else {
        form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
        forms[entry.form.wording] = form
      }
      let part = entry.part.map { ", \($0.rawValue)" } ?? ""
      blocks.append(
        .pair(
          entry.id.short,
          Rich([
            Rich.Span(form.title, .strong), Rich.Span("\(part): \(EntryText.line(for: entry, form: form))"),
          ])))
    }
    blocks.append(
      .quiet(
        Rich("\(entries.count == 1 ? "1 entry" : "\(entries.count) entries"). `review` and its four letters show one."))
    )
    try Reading(session: session).page(blocks)
  }
}
