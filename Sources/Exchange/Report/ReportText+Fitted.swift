extension ReportText {
  /// A line longer than this is cut, where lines are not counted one by one.
  private static let longest = 300

  /// The sections that a screen or two printed pages have room for. What is left out is counted.
  package var fitted: [ReportSection] {
    var room = ReportFrame.lines
    let all = sections
    return all.enumerated().map { index, section in
      let later = all[(index + 1)...].map { min($0.lines.count, 2) + 1 }.reduce(0, +)
      let most = max(2, room - later - 1)
      var cut = section
      cut.lines = section.lines.map(Self.shortened)
      var height = 0
      var kept = 0
      for line in cut.lines {
        height += Self.wrap(line.sentence).count
        if height > most { break }
        kept += 1
      }
      if kept < cut.lines.count {
        let left = cut.lines.count - max(1, kept - 1)
        cut.lines = cut.lines.prefix(max(1, kept - 1)) + [.words("(and \(left) more)")]
      }
      room -= 1 + cut.lines.reduce(0) { $0 + Self.wrap($1.sentence).count }
      return cut
    }
  }

  private static func shortened(_ line: ReportLine) -> ReportLine {
    guard case .words(let words) = line.content, words.count > longest else { return line }
    var line = line
    line.content = .words(words.prefix(longest - 1) + "\u{2026}")
    return line
  }
}
