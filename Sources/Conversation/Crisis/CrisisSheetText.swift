import Forms
import Library
import Terminal

/// One country's crisis lines as a person reads them: what it is for, how to reach it, when.
struct CrisisSheetText {
  let sheet: CrisisSheet
  let today: Day

  var blocks: [Block] {
    guard !sheet.lines.isEmpty else { return [] }
    return [.title(Rich("Lines in \(sheet.name)"))] + sheet.lines.flatMap(blocks(for:))
  }

  private func blocks(for line: CrisisLine) -> [Block] {
    let ways = line.ways.map { way in
      let how =
        switch way.channel {
        case .call: "call \(way.to)"
        case .text: "text \(way.to)"
        case .chat, .web: way.to
        case .relay: "relay \(way.to)"
        }
      return way.note.map { "\(how) (\($0))" } ?? how
    }
    var blocks: [Block] = [
      .bullet(
        Rich([Rich.Span(line.name, .strong), Rich.Span(", for \(line.purpose): \(ways.joined(separator: "; ")).")])),
      .bullet(Rich("\(line.hours.sentence). \(line.verifiedOn.map { "Checked \($0.iso)." } ?? "")"), depth: 1),
    ]
    if let checked = line.verifiedOn, checked.adding(days: 365) < today {
      blocks.append(.bullet("That is over a year ago: check the number.", depth: 1))
    }
    return blocks
  }
}
