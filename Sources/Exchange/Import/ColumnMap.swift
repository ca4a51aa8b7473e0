import Forms
import Journal

/// Which column of a table holds what, as a person or a script names it.
package struct ColumnMap: Equatable, Sendable {
  package enum Role: String, Sendable, CaseIterable { case date, time, mood, note, title, activities, tags }

  /// The name of the column of each role.
  package var columns: [Role: String] = [:]
  package var order: PastDates.Order?

  package init() {}

  /// Reads `date=Datum,mood=Stimmung`; nil with a role that is none.
  package init?(reading text: String) {
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard sides.count == 2, let role = Role(rawValue: sides[0].lowercased()) else { return nil }
      columns[role] = sides[1]
    }
  }

  /// Lines of `role=column`, to be kept.
  package var lines: [String] {
    Role.allCases.compactMap { role in columns[role].map { "\(role.rawValue)=\($0)" } }
      + (order.map { ["order=\($0.rawValue)"] } ?? [])
  }

  package init(lines: [String]) {
    for line in lines {
      let sides = line.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { continue }
      if let role = Role(rawValue: sides[0]) { columns[role] = sides[1] }
      if sides[0] == "order" { order = PastDates.Order(rawValue: sides[1]) }
    }
  }

  /// The place of the column of a role; its name, or its number from 1.
  func place(of role: Role, in table: CSV) throws(ImportError) -> Int? {
    guard let name = columns[role] else { return nil }
    if let place = table.header.firstIndex(of: name) ?? table.column(name) { return place }
    if let number = Int(name), table.header.indices.contains(number - 1) { return number - 1 }
    throw .noSuchColumn(name, among: table.header)
  }

  /// The dates of the column that holds them.
  package func dates(in table: CSV) throws(ImportError) -> [String] {
    guard let place = try place(of: .date, in: table) else { throw .noDate }
    return table.rows.compactMap { $0.cells.indices.contains(place) ? $0.cells[place] : nil }
  }

  /// The table as this map has it.
  package func read(_ table: CSV, encoding: String?, today: Day) throws(ImportError) -> PastFile {
    guard let date = try place(of: .date, in: table) else { throw .noDate }
    var places: [Role: Int] = [:]
    for role in Role.allCases { places[role] = try place(of: role, in: table) }
    var file = PastFile(source: "a table")
    file.encoding = encoding
    var keys: Set<String> = []
    for row in table.rows {
      guard row.has(table.header.count, in: &file) else { continue }
      func text(_ role: Role) -> String? { places[role].flatMap { row.cells[$0].trimmed.nonEmpty } }
      let written = row.cells[date]
      let found = PastDates.read(written, order: order ?? .ymd)
      guard var item = row.item(found, written, today: today, in: &file) else { continue }
      item.time = text(.time).flatMap(PastDates.time) ?? item.time
      item.mood = text(.mood).map { $0.replacing(",", with: ".") }.map { Double($0) == nil ? $0.lowercased() : $0 }
      item.texts["title"] = text(.title)
      item.texts["words"] = text(.note)
      item.lists["activities"] =
        text(.activities)?.split { "|;,".contains($0) }.map { String($0).trimmed }
        .filter { !$0.isEmpty }.nonEmpty
      item.tags = Array(Tags.read(text(.tags) ?? "").prefix(Tags.most))
      file.finish(&item, known: &keys)
    }
    return file
  }
}
