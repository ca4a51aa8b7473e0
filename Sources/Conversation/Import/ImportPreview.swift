import Exchange
import Forms
import Journal
import Terminal
import Vault

/// What would come in, before a yes: how much, from when, the first of it as it will read, and what stays out.
struct ImportPreview {
  let session: Session
  private static let shown = 3
  private static let reasons = 5

  func show(_ file: PastFile, scale: MoodScale, entries: [Entry], new: [Entry], known: KnownEntries) {
    let today = session.world.clock.now().day
    let count = new.isEmpty ? "nothing new" : "\(UndoDesk.counted(new.count)) to bring in"
    var blocks: [Block] = [.title(Rich("From \(file.source): \(count)"))]
    let days = new.map(\.day)
    if let first = days.min(), let last = days.max() {
      blocks.append(.text(Rich("From \(Dates.words(first, today: today)) to \(Dates.words(last, today: today)).")))
    }
    if !known.standing.isEmpty {
      blocks.append(.text(Rich("Here already, and left as it is: \(UndoDesk.counted(known.standing.count)).")))
    }
    if !known.deleted.isEmpty {
      blocks.append(.text(Rich("Deleted here by you, and left out: \(UndoDesk.counted(known.deleted.count)).")))
    }
    if !known.takenBack.isEmpty {
      blocks.append(.text(Rich("Taken back before, and coming in again: \(UndoDesk.counted(known.takenBack.count)).")))
    }
    blocks += leftOut(file.leftOut)
    guard !new.isEmpty else { return session.console.show(blocks) }
    if let encoding = file.encoding {
      blocks.append(.text(Rich("The file is written in \(encoding). Look whether the letters below are right.")))
    }
    blocks += moods(file, scale)
    for entry in new.prefix(Self.shown) {
      let form = entry.form.id == PastForms.thoughtID ? PastForms.thought : PastForms.day
      let part = entry.part.map { ", \($0.rawValue)" } ?? ""
      blocks.append(.blank)
      blocks.append(.text(Rich([Rich.Span("\(Dates.words(entry.day, today: today))\(part)".sentence, .strong)])))
      var inner = EntryText.pairs(Walk(form, editing: entry.answers).spoken(in: form))
      if !entry.tags.isEmpty { inner.append(.pair("Tags", Rich(entry.tags.joined(separator: ", ")))) }
      blocks.append(.inset(inner))
    }
    if new.count > Self.shown { blocks.append(.quiet(Rich("And \(UndoDesk.counted(new.count - Self.shown)) more."))) }
    blocks += [
      .blank,
      .text(
        "They stand apart, as from before: you can read and search them, but no chart, summary or suggestion counts them."
      ),
    ]
    session.console.show(blocks)
  }

  private func leftOut(_ all: [PastFile.LeftOut]) -> [Block] {
    guard !all.isEmpty else { return [] }
    var blocks: [Block] = [.text(Rich("Left out: \(all.count == 1 ? "1 row" : "\(all.count) rows")."))]
    blocks += all.prefix(Self.reasons).map { .bullet(Rich("Line \($0.line): \($0.why).")) }
    if all.count > Self.reasons { blocks.append(.bullet(Rich("And \(all.count - Self.reasons) more."))) }
    return blocks
  }

  private func moods(_ file: PastFile, _ scale: MoodScale) -> [Block] {
    var said: [String] = []
    let named = file.moodNames.compactMap { name in scale.names[name].map { (name, $0) } }.sorted { $0.1 < $1.1 }
    if !named.isEmpty {
      let list = named.map { "\($0.0) is \(Form.plain($0.1))" }.joined(separator: ", ")
      said.append("Moods go from 0, very low, to 10, very good: \(list).")
    }
    if let ends = scale.ends, !file.moodNumbers.isEmpty {
      let low = Form.plain(ends.lowerBound)
      let high = Form.plain(ends.upperBound)
      said.append(
        ends == 0...10
          ? "Moods are taken as they stand, from 0 to 10."
          : "Moods from \(low) to \(high) become 0 to 10: \(low) is 0, \(high) is 10.")
    }
    let open = file.moodNames.filter { scale.names[$0] == nil }
    if !open.isEmpty { said.append("These stay words, without a number: \(open.prefix(8).joined(separator: ", ")).") }
    return said.map { .text(Rich($0)) }
  }
}
