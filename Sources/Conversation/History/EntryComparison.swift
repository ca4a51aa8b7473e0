import Forms
import Journal
import Terminal
import Vault

/// Two revisions side by side: under each question only the lines that differ.
struct EntryComparison {
  let session: Session

  func blocks(from old: Entry, to new: Entry) throws(Departure) -> [Block] {
    let (before, after) = (try sections(of: old), try sections(of: new))
    let sides = SideBySide(before, after)
    var blocks = sides.table("Before", "Now").map { [$0] } ?? []
    if sides.isReordered { blocks.append(.quiet("Some lines stand in another order.")) }
    if blocks.isEmpty {
      let isPlan = PlanKind(form: new.form.id) != nil
      blocks.append(
        .quiet(isPlan ? "The words are the same. The day of the next look may differ." : "The words are the same."))
    }
    return blocks
  }

  /// What is compared: each question with its lines, then day and tags.
  private func sections(of entry: Entry) throws(Departure) -> [SideBySide.Section] {
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    var sections: [SideBySide.Section]
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
