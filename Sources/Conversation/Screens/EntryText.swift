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

  static func numbered(_ spoken: [SpokenAnswer], after count: Int = 0) -> [Block] {
    spoken.enumerated().flatMap { index, line -> [Block] in
      let ask = Block.choice(key: String(count + index + 1), label: Rich(line.ask))
      return line.words.isEmpty ? [ask] : [ask, .quote(line.words)]
    }
  }

  /// The sums of an entry, each with how many of its numbers are missing.
  static func scores(of answers: [String: Answer], form: Form) -> [Block] {
    if form.kind == .measure { return MeasureText(form: form, answers: answers).blocks }
    return form.scores(of: answers).map { score in
      let missing = score.missing == 1 ? ", with 1 answer missing" : ", with \(score.missing) answers missing"
      return .pair(score.label, Rich(Form.plain(score.value) + (score.missing == 0 ? "" : missing)))
    }
  }

  /// One entry, whole.
  /// `origin`: the program it was imported from.
  package static func blocks(for entry: Entry, form: Form, today: Day, origin: String? = nil) -> [Block] {
    var when = Dates.words(entry.day, today: today)
    if let part = entry.part { when += ", \(part.rawValue)" }
    if let origin { when += ", from \(origin)" }
    var blocks: [Block] = [.title(Rich(form.title)), .quiet(Rich("\(when), entry \(entry.id.short)"))]
    blocks += pairs(Walk(form, editing: entry.answers).spoken(in: form))
    blocks += scores(of: entry.answers, form: form)
    if !entry.tags.isEmpty { blocks.append(.pair("Tags", Rich(entry.tags.joined(separator: ", ")))) }
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
