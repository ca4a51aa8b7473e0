import Crypto
import Exchange
import Forms
import Terminal
import Vault

/// Finds out what the columns of an unknown table hold: as a script says, as last time, or by a question for each.
final class ColumnDesk {
  private let session: Session
  private let wishes: ImportDesk.Wishes
  private(set) var map = ColumnMap()

  init(session: Session, wishes: ImportDesk.Wishes) {
    self.session = session
    self.wishes = wishes
  }

  func choose(for table: CSV) throws(Departure) {
    if let given = wishes.map {
      map = given
    } else if let kept = try kept(for: table) {
      let isSame = wishes.yes ? true : try isSame(kept)
      map = isSame ? kept : try ask(table)
    } else {
      map = try ask(table)
    }
    if let order = wishes.order { map.order = order }
    if map.order == nil { try findOrder(table) }
  }

  private func isSame(_ kept: ColumnMap) throws(Departure) -> Bool {
    session.show(.text("You have brought in a file with these columns before:"))
    session.show(.quiet(Rich(kept.lines.joined(separator: ", "))))
    return try session.choose(["Read it the same way", "Choose anew"], standard: 0) == 0
  }

  private static let roles: [(label: String, role: ColumnMap.Role?)] = [
    ("Leave it out", nil), ("The date", .date), ("The time", .time), ("The mood", .mood), ("What I wrote", .note),
    ("A title", .title), ("What the day was made of", .activities), ("Tags", .tags),
  ]

  private func ask(_ table: CSV) throws(Departure) -> ColumnMap {
    guard !wishes.yes else { throw .failed(Failure(ImportError.noDate)) }
    session.show(
      .text("Handrail does not know this table. What does each column hold?"),
      .quiet("Enter leaves a column out. One of them has to be the date."))
    var map = ColumnMap()
    for (place, name) in table.header.enumerated() {
      let samples = table.rows.lazy.compactMap { row in
        row.cells.indices.contains(place) ? row.cells[place].oneLine.prefix(30) : nil
      }.filter { !$0.isEmpty }.prefix(3)
      session.show(
        .blank, .text(Rich([Rich.Span(name.isEmpty ? "Column \(place + 1)" : name, .strong)])),
        .quiet(Rich(samples.isEmpty ? "Nothing stands in it." : "Such as: \(samples.joined(separator: " / "))")))
      let open = Self.roles.filter { $0.role.map { map.columns[$0] == nil } ?? true }
      let chosen = open[try session.choose(open.map(\.label), standard: 0)]
      if let role = chosen.role { map.columns[role] = name.isEmpty ? String(place + 1) : name }
    }
    return map
  }

  /// Day before month, or month before day: asked where the dates do not tell.
  private func findOrder(_ table: CSV) throws(Departure) {
    let dates: [String]
    do throws(ImportError) { dates = try map.dates(in: table) } catch { throw .failed(Failure(error)) }
    map.order = PastDates.order(of: dates)
    guard map.order == nil else { return }
    guard !wishes.yes else {
      throw .failed(
        Failure(
          "The dates can be read in two ways, such as \(dates.first ?? "").", safe: "Nothing was changed.",
          next: "Say which with --dates dmy or --dates mdy.", code: 65))
    }
    session.show(.text(Rich("How are the dates written, such as \(dates.first ?? "")?")))
    let chosen = try session.choose(["Day first", "Month first"])
    map.order = chosen == 0 ? .dmy : .mdy
  }

  // MARK: For the next file

  private func key(for table: CSV) -> String {
    let header = Array(table.header.joined(separator: "\u{1F}").utf8)
    let hash = (try? BLAKE2b.hash(header, count: 16)) ?? []
    return "import-columns-" + hash.map { String($0, radix: 16) }.joined()
  }

  private func kept(for table: CSV) throws(Departure) -> ColumnMap? {
    let key = key(for: table)
    let bytes = try session.inJournal { (store) throws(VaultError) in try store.memory(key) }
    return bytes.map { ColumnMap(lines: String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)) }
  }

  /// Remembers how this table was read, in the journal.
  func keep(for table: CSV) throws(Departure) {
    let (key, lines) = (key(for: table), map.lines.joined(separator: "\n"))
    try session.inJournal { (store) throws(VaultError) in try store.remember(key, Array(lines.utf8)) }
  }
}
