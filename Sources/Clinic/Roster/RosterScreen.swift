import Forms
import Terminal

/// The roster as a screen: a line of numbers for each person, and below it what to read first.
struct RosterScreen {
  let rows: [RosterRow]
  /// Everyone, before a filter.
  let all: Int
  let today: Day
  /// What the programme said about reading.
  let reading: String?

  /// Stands over everything that a programme reads.
  static let standing = "Nobody monitors these files. What is in them is known only once somebody reads it here."

  var blocks: [Block] {
    let people = rows.count == 1 ? "1 person" : "\(rows.count) people"
    var blocks: [Block] = [
      .title(Rich("Roster: \(people)" + (rows.count == all ? "" : " of \(all)"))), .text(Rich(Self.standing)),
    ]
    if let reading { blocks.append(.text(Rich(reading))) }
    guard !rows.isEmpty else {
      return blocks + [
        .text(
          Rich(all == 0 ? "Nobody is enrolled yet. `enroll` adds a participant by their card." : "Nobody fits that."))
      ]
    }
    blocks += [.text(Rich(counts)), .blank, .table(table), .blank]
    return blocks + [.quiet("`page` and a name or number shows one page. Urges: the strongest of the last 7 days.")]
  }

  /// `Read first: 2 reported and not yet seen, 1 without a file, …`
  private var counts: String {
    let said = RosterRow.Standing.allCases.compactMap { standing -> String? in
      let count = rows.count { $0.standing == standing }
      return count == 0 ? nil : "\(count) \(Self.words(standing))"
    }
    return "Read first: \(said.joined(separator: ", "))."
  }

  private static func words(_ standing: RosterRow.Standing) -> String {
    switch standing {
    case .reported: "reported and not yet seen"
    case .noFile: "without a file"
    case .notShared: "not shared"
    case .notAsked: "not asked"
    case .seen: "reported and seen"
    case .noneReported: "none reported"
    }
  }

  private var table: Table {
    Table(
      header: ["", "Name", "Last log", "Days", "Measure", "Urges", "Homework"],
      rows: rows.map { row in
        let words = RosterWords(row: row, today: today)
        return [
          Rich("#\(row.person.n)"), Rich([Rich.Span(words.name, .strong)]), Rich(words.last), Rich(words.days),
          Rich(words.measure), Rich(words.urge), Rich(words.homework),
        ]
      },
      notes: rows.map { row in
        let style: Rich.Style = row.standing == .reported ? .strong : .plain
        return Rich([Rich.Span(RosterWords(row: row, today: today).readFirst, style)])
      })
  }
}
