/// Makes SQL that mostly works, about tables that mostly exist: tables of all kinds, indices, triggers, full-text search,
/// values from nothing to hundreds of kilobytes, transactions in transactions.
struct SQLGenerator {
  var random: TrialRandom
  /// Tables as they are now, with their columns; the caller reads them from the database.
  var tables: [(name: String, columns: [String])] = []
  var searches: [String] = []
  var indices: [String] = []
  var isInTransaction = false

  init(seed: UInt64) { random = TrialRandom(seed: seed) }

  mutating func next() -> String {
    if tables.count < 2 { return createTable() }
    switch random.below(100) {
    case 0..<26: return insert()
    case 26..<38: return update()
    case 38..<47: return delete()
    case 47..<62: return select()
    case 62..<74: return search()
    case 74..<86: return transaction()
    case 86..<97: return change()
    default: return upkeep()
    }
  }

  // Names and values

  private mutating func table() -> (name: String, columns: [String]) { random.pick(tables) }
  private mutating func column(_ table: (name: String, columns: [String])) -> String {
    random.oneIn(40) ? "nosuch" : random.pick(table.columns)
  }

  mutating func value() -> String {
    switch random.below(16) {
    case 0: "NULL"
    case 1...4: "\(random.below(20))"
    case 5: "\(Int64(bitPattern: random.next()))"
    case 6: "\(Double(random.below(2_000_000)) / 128 - 7000)"
    case 7: "x'\(hex(random.below(12)))'"
    case 8: "zeroblob(\(random.below(9000)))"
    case 9: "replace(hex(zeroblob(\(random.below(4000)))), '00', '\(text(1))')"
    case 10 where random.oneIn(6): "replace(hex(zeroblob(\(20_000 + random.below(150_000)))), '00', 'ab')"
    case 11: "''"
    default: "'\(text(1 + random.below(8)))'"
    }
  }

  private mutating func text(_ count: Int) -> String {
    let words = ["river", "walk", "sleep", "café", "lamp", "grüße", "one", "two", "three", "🙂", "rain", "it''s", "Ω"]
    return (0..<count).map { _ in random.pick(words) }.joined(separator: " ")
  }

  private mutating func hex(_ count: Int) -> String {
    let digits = Array("0123456789abcdef")
    return String((0..<count * 2).map { _ in random.pick(digits) })
  }

  private mutating func condition(_ table: (name: String, columns: [String])) -> String {
    let name = column(table)
    return switch random.below(8) {
    case 0: "1"
    case 1: "\(name) IS NULL"
    case 2: "\(name) = \(value())"
    case 3: "\(name) < \(random.below(20))"
    case 4: "\(name) BETWEEN \(random.below(10)) AND \(10 + random.below(10))"
    case 5: "\(name) LIKE '%\(text(1))%'"
    case 6: "length(\(name)) % \(2 + random.below(4)) = 0"
    default: "\(name) IN (\(value()), \(value()), (SELECT max(\(column(table))) FROM \(table.name)))"
    }
  }

  // Rows

  private mutating func insert() -> String {
    if !searches.isEmpty, random.oneIn(4) {
      return "INSERT INTO \(random.pick(searches)) (body, title) VALUES ('\(text(4 + random.below(60)))', '\(text(2))')"
    }
    let target = table()
    let verb = random.pick(["INSERT", "INSERT", "INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE", "INSERT OR ABORT"])
    let columns = target.columns.filter { _ in !random.oneIn(5) }
    guard !columns.isEmpty else { return "INSERT INTO \(target.name) DEFAULT VALUES" }
    let names = "\(verb) INTO \(target.name) (\(columns.joined(separator: ", ")))"
    if random.oneIn(8) {
      let from = table()
      let picked = columns.map { _ in column(from) }
      return "\(names) SELECT \(picked.joined(separator: ", ")) FROM \(from.name) LIMIT \(random.below(30))"
    }
    let rows = (0...random.below(4)).map { _ in "(\(columns.map { _ in value() }.joined(separator: ", ")))" }
    let tail = random.oneIn(6) ? " ON CONFLICT DO NOTHING" : random.oneIn(6) ? " RETURNING *" : ""
    return "\(names) VALUES \(rows.joined(separator: ", "))\(tail)"
  }

  private mutating func update() -> String {
    if !searches.isEmpty, random.oneIn(5) {
      return "UPDATE \(random.pick(searches)) SET body = '\(text(20))' WHERE rowid % \(2 + random.below(6)) = 0"
    }
    let target = table()
    let verb = random.pick(["UPDATE", "UPDATE", "UPDATE OR IGNORE", "UPDATE OR REPLACE"])
    let sets = (0...random.below(2)).map { _ in
      random.oneIn(3)
        ? "\(column(target)) = \(column(target)) || '\(text(1))'" : "\(column(target)) = \(value())"
    }
    return "\(verb) \(target.name) SET \(sets.joined(separator: ", ")) WHERE \(condition(target))"
  }

  private mutating func delete() -> String {
    if !searches.isEmpty, random.oneIn(5) {
      return "DELETE FROM \(random.pick(searches)) WHERE rowid % \(2 + random.below(6)) = 0"
    }
    let target = table()
    return random.oneIn(12) ? "DELETE FROM \(target.name)" : "DELETE FROM \(target.name) WHERE \(condition(target))"
  }

  // Questions

  private mutating func select() -> String {
    let from = table()
    switch random.below(6) {
    case 0: return "SELECT count(*), sum(length(\(column(from)))), max(\(column(from))) FROM \(from.name)"
    case 1: return "SELECT * FROM \(from.name) WHERE \(condition(from))"
    case 2: return "SELECT * FROM \(from.name) ORDER BY \(column(from)) DESC, 1, 2 LIMIT \(random.below(20))"
    case 3:
      let other = table()
      return "SELECT count(*) FROM \(from.name) a JOIN \(other.name) b ON a.\(column(from)) = b.\(column(other))"
    case 4: return "SELECT \(column(from)), count(*) FROM \(from.name) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 9"
    default:
      return "WITH w AS (SELECT \(column(from)) AS c FROM \(from.name) WHERE \(condition(from))) "
        + "SELECT c, row_number() OVER (ORDER BY c) FROM w LIMIT 40"
    }
  }

  private mutating func search() -> String {
    guard !searches.isEmpty, !random.oneIn(6) else { return createSearch() }
    let name = random.pick(searches)
    let words = random.pick([
      "river", "walk sleep", "river OR lamp", "grusse", "\"one two\"", "sle*", "NEAR(one two)", "(",
    ])
    switch random.below(8) {
    case 0: return "SELECT rowid, snippet(\(name), 0, '[', ']', '…', 5) FROM \(name) WHERE \(name) MATCH '\(words)'"
    case 1: return "SELECT rowid, rank FROM \(name) WHERE \(name) MATCH '\(words)' ORDER BY rank, rowid LIMIT 10"
    case 2: return "SELECT rowid, highlight(\(name), 1, '<', '>') FROM \(name) ('\(words)') ORDER BY rowid DESC"
    case 3: return "INSERT INTO \(name) (\(name)) VALUES ('\(random.pick(["optimize", "integrity-check", "rebuild"]))')"
    case 4: return "INSERT INTO \(name) (\(name), rank) VALUES ('merge', \(random.below(50)))"
    case 5: return "SELECT count(*) FROM \(name)"
    case 6 where random.oneIn(4): return "DROP TABLE \(name)"
    default: return "SELECT rowid FROM \(name) WHERE \(name) MATCH '\(words)'"
    }
  }
}
