import Forms
import Library
import Terminal

/// One country's further lines, a line or two each: a person in a bad hour must find one without scrolling.
struct CrisisSheetText {
  let sheet: CrisisSheet
  let today: Day
  /// Names of lines that the compiled card has shown already.
  let said: [String]

  var blocks: [Block] {
    let further = sheet.lines.filter { !said.contains($0.name) }
    guard !further.isEmpty else { return [] }
    var blocks: [Block] = [.blank] + further.map(block)
    let days = Set(further.compactMap(\.verifiedOn))
    if let oldest = days.min() {
      blocks.append(.quiet(Rich("These numbers were checked on \(oldest.iso)\(days.count > 1 ? " or later" : "").")))
    }
    return blocks
  }

  private func block(for line: CrisisLine) -> Block {
    let reachable = line.ways.filter { $0.channel == .call || $0.channel == .text }
    let ways = (reachable.isEmpty ? line.ways : reachable).map { way in
      let how =
        switch way.channel {
        case .call: "call \(way.to)"
        case .text: "text \(way.to)"
        case .chat, .web, .relay: way.to
        }
      return way.note.map { "\(how) (\($0))" } ?? how
    }
    var words = ": \(ways.joined(separator: ", or ")). \(line.hours.sentence)."
    if let checked = line.verifiedOn, checked.adding(days: 365) < today {
      words += " Checked over a year ago, on \(checked.iso): it may have changed."
    }
    return .bullet(Rich([Rich.Span(line.name, .strong), Rich.Span(words)]))
  }
}
