import Forms
import Journal
import Terminal
import Vault

/// Two revisions side by side: under each question only the lines that differ.
struct EntryComparison {
  let session: Session

  func blocks(from old: Entry, to new: Entry) throws(Departure) -> [Block] {
    let (before, after) = (try sections(of: old), try sections(of: new))
    let gone = before.filter { was in !after.contains { $0.heading == was.heading } }
    var rows: [[Rich]] = []
    var isReordered = false
    for heading in after.map(\.heading) + gone.map(\.heading) {
      let was = before.first { $0.heading == heading }?.lines ?? []
      let now = after.first { $0.heading == heading }?.lines ?? []
      let (out, new) = (was.filter { !now.contains($0) }, now.filter { !was.contains($0) })
      if out.isEmpty, new.isEmpty, was != now { isReordered = true }
      for line in 0..<max(out.count, new.count) {
        rows.append([
          Rich(line == 0 ? heading : ""), Rich(line < out.count ? out[line] : ""),
          Rich(line < new.count ? new[line] : ""),
        ])
      }
    }
    var blocks: [Block] = []
    if !rows.isEmpty { blocks.append(.table(Table(header: ["", "Before", "Now"], rows: rows))) }
    if isReordered { blocks.append(.quiet("Some lines stand in another order.")) }
    if blocks.isEmpty {
      let isPlan = PlanKind(form: new.form.id) != nil
      blocks.append(
        .quiet(isPlan ? "The words are the same. The day of the next look may differ." : "The words are the same."))
    }
    return blocks
  }

  private typealias Section = (heading: String, lines: [String])

  /// What is compared: each question with its lines, then day and tags.
  private func sections(of entry: Entry) throws(Departure) -> [Section] {
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    var sections: [Section]
    if PlanKind(form: entry.form.id) != nil {
      sections = PlanPage(entry, form: form).sections.map { ($0.heading, $0.lines) }
    } else {
      sections = Walk(form, editing: entry.answers).spoken(in: form).map { spoken in
        (spoken.ask, spoken.words.split(whereSeparator: \.isNewline).map(String.init))
      }
    }
    sections.append(("Day", [Dates.words(entry.day, today: session.world.clock.now().day)]))
    if !entry.tags.isEmpty { sections.append(("Tags", [entry.tags.joined(separator: ", ")])) }
    return sections
  }
}
