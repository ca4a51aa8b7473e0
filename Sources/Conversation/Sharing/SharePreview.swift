import Exchange
import Forms
import Journal
import Terminal

/// Exactly what goes, in the words and numbers that go.
struct SharePreview {
  let gathered: Gathered
  let today: Day

  /// Said before anything goes.
  static let keep: [Block] = [
    .text("Your clinic may keep this in your record, and may have to act on danger or abuse."),
    .text("Taking it back does not erase their copy. A court may ask for it."),
    .text("Nobody watches what you write here, and nobody sees it as you type."),
  ]

  /// Every entry with every answer that goes; for a file that another program reads.
  var blocks: [Block] {
    var blocks: [Block] = [.title("This goes")]
    if let note = gathered.report.note { blocks += [.quiet("Your note"), .quote(note)] }
    for one in gathered.entries {
      var head = "\(one.form.title), \(Dates.words(one.entry.day, today: today))"
      if one.showsTime {
        head += ", \(one.entry.recorded.time.iso)"
      } else if let part = one.entry.part {
        head += ", \(part.rawValue)"
      }
      blocks += [.blank, .text(Rich([Rich.Span(head, .strong)]))]
      // An `each` is asked about answers that may stay here, so rows are read as they are stored.
      let lines = one.lines
      blocks += lines.map { .bullet(Rich("\($0.ask): \($0.words)")) }
      if lines.isEmpty { blocks.append(.quiet("Only that it was there on that day.")) }
      if !one.redacted.isEmpty {
        let count = one.redacted.count
        blocks.append(.quiet(Rich(count == 1 ? "1 answer stays here." : "\(count) answers stay here.")))
      }
    }
    return blocks + staying
  }

  /// What stays, as kinds and numbers.
  var staying: [Block] {
    var lines: [String] = []
    if !gathered.withheld.isEmpty {
      lines.append("Nothing goes of: \(gathered.withheld.map { $0.title.lowercased() }.joined(separator: "; ")).")
    }
    if gathered.held > 0 {
      lines.append(gathered.held == 1 ? "1 entry is held back." : "\(gathered.held) entries are held back.")
    }
    return lines.isEmpty ? [] : [.blank] + lines.map { .text(Rich($0)) }
  }
}

extension SharedEntry {
  /// Answers that go, in words, with inner ones after what they are about.
  var lines: [SpokenAnswer] { Answered(entry: entry, form: form).lines }
}
