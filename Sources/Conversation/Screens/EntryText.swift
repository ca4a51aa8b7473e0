import Forms
import Journal
import Terminal

/// Entries as they are read back.
package enum EntryText {
  static func pairs(_ spoken: [SpokenAnswer]) -> [Block] {
    spoken.flatMap { line -> [Block] in
      [.quiet(Rich(line.ask)), .quote(line.words)]
    }
  }

  static func numbered(_ spoken: [SpokenAnswer]) -> [Block] {
    spoken.enumerated().flatMap { index, line -> [Block] in
      [.choice(key: String(index + 1), label: Rich(line.ask)), .quote(line.words)]
    }
  }

  /// One entry, whole.
  package static func blocks(for entry: Entry, form: Form, today: Day) -> [Block] {
    var when = Dates.words(entry.day, today: today)
    if let part = entry.part { when += ", \(part.rawValue)" }
    var blocks: [Block] = [.title(Rich(form.title)), .quiet(Rich("\(when), entry \(entry.id.short)"))]
    blocks += pairs(Walk(form, editing: entry.answers).spoken(in: form))
    for score in form.scored(entry.answers) {
      guard let label = form.scores.first(where: { $0.id == score.variable })?.label else { continue }
      blocks.append(.pair(label, Rich(Form.plain(score.value))))
    }
    if entry.revision > 1 {
      blocks.append(.quiet(Rich("Changed \(entry.revision - 1 == 1 ? "once" : "\(entry.revision - 1) times").")))
    }
    return blocks
  }

  /// One entry in a line of a list: what a person needs to find it again.
  package static func line(for entry: Entry, form: Form) -> String {
    let spoken = Walk(form, editing: entry.answers).spoken(in: form)
    guard let first = spoken.first else { return form.title }
    let words = first.words.oneLine
    return words.count > 60 ? words.prefix(57) + "…" : words
  }
}

extension String {
  /// Newlines as spaces.
  package var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
