import Forms

/// Where a person stands on the roster. Made once a person: a list of a thousand is compared ten thousand times.
struct RosterOrder {
  private let standing: RosterRow.Standing
  private let tellsOfSelfHarm: Bool
  private let newest: Day
  private let last: Day
  private let name: String
  private let number: Int64
  /// Before any day that a file can be about.
  private static let never = Day(daysSince1970: -700_000)

  private init(_ row: RosterRow) {
    standing = row.standing
    tellsOfSelfHarm = row.unseen.contains { $0.subject == .selfHarmItem }
    newest = row.unseen.compactMap(\.day).max() ?? Self.never
    last = row.summary?.range.upperBound ?? Self.never
    name = row.person.name.lowercased()
    number = row.person.n
  }

  static func sorted(_ rows: [RosterRow], by order: RosterCommand.Order) -> [RosterRow] {
    let places = rows.map(RosterOrder.init)
    let isBefore: (RosterOrder, RosterOrder) -> Bool =
      switch order {
      case .read: readFirst
      case .name: byName
      case .last: byLast
      }
    return rows.indices.sorted { isBefore(places[$0], places[$1]) }.map { rows[$0] }
  }

  /// No file comes right after what is reported and not yet seen, the longest without one first. Of what is reported,
  /// self-harm comes first, then the newest.
  private static func readFirst(_ a: RosterOrder, _ b: RosterOrder) -> Bool {
    if a.standing != b.standing { return a.standing < b.standing }
    if a.standing == .reported {
      if a.tellsOfSelfHarm != b.tellsOfSelfHarm { return a.tellsOfSelfHarm }
      if a.newest != b.newest { return a.newest > b.newest }
    }
    if a.standing == .noFile, a.last != b.last { return a.last < b.last }
    return byName(a, b)
  }

  private static func byName(_ a: RosterOrder, _ b: RosterOrder) -> Bool { (a.name, a.number) < (b.name, b.number) }

  /// The oldest file first, after those without one.
  private static func byLast(_ a: RosterOrder, _ b: RosterOrder) -> Bool {
    a.last == b.last ? byName(a, b) : a.last < b.last
  }
}
