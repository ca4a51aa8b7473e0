import GRDB
import Glibc

/// What each side is told to do, word by word on standard input. Each answer is one line of JSON: the time in
/// milliseconds, and a number by which the sides can be compared.
struct Work {
  private var side: any Side
  private let rows: Rows
  private var count = 0

  init(side: any Side, rows: Rows) {
    self.side = side
    self.rows = rows
  }

  mutating func obey() throws {
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      if words.first == "open" { try side.close() }
      var left = Timing.Cost()
      let start = Timing.Cost.now
      let result: Int
      switch words.first {
      case "begin": result = try begin()
      case "bulk": result = try bulk(Int(words[1]) ?? 1)
      case "commit": result = try commit()
      case "update": result = try update(Int(words[1]) ?? 1)
      case "scan": result = try scan()
      case "open":
        left = try side.open()
        result = try scan()
      case "search": result = try search(words.dropFirst())
      default: throw Rows.Trouble.unknownWord(line)
      }
      let cost = Timing.Cost.now - start - left
      print("{\"wall\": \(cost.wall), \"cpu\": \(cost.cpu), \"result\": \(result)}")
      fflush(nil)
      try side.tidy()
    }
  }

  private func begin() throws -> Int {
    try side.database.write { database in
      try database.execute(
        sql: """
          CREATE TABLE note (
            id INTEGER PRIMARY KEY, day INTEGER NOT NULL, mood INTEGER NOT NULL, body TEXT NOT NULL
          );
          CREATE INDEX note_day ON note (day);
          CREATE VIRTUAL TABLE note_text USING fts5 (
            body, content = 'note', content_rowid = 'id', columnsize = 0
          );
          """)
    }
    return 0
  }

  private mutating func bulk(_ more: Int) throws -> Int {
    try side.database.write { database in
      for number in count..<count + more { try insert(number, database) }
    }
    count += more
    return count
  }

  private mutating func commit() throws -> Int {
    try side.database.write { try insert(count, $0) }
    count += 1
    return count
  }

  private func insert(_ number: Int, _ database: Database) throws {
    let text = rows.text(number)
    try database.cachedStatement(sql: "INSERT INTO note VALUES (?, ?, ?, ?)")
      .execute(arguments: [number + 1, number / 3, number % 11, text])
    try database.cachedStatement(sql: "INSERT INTO note_text (rowid, body) VALUES (?, ?)")
      .execute(arguments: [number + 1, text])
  }

  private func update(_ id: Int) throws -> Int {
    try side.database.write { database in
      try database.cachedStatement(sql: "UPDATE note SET mood = 10 - mood, day = day + 1 WHERE id = ?")
        .execute(arguments: [id])
    }
    return id
  }

  /// Reads every note, with nothing in SQLite's own cache.
  private func scan() throws -> Int {
    try side.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA shrink_memory") }
    return try number("SELECT sum(length(body)) + sum(mood) FROM note")
  }

  private func search(_ words: ArraySlice<String>) throws -> Int {
    try words.reduce(0) { sum, word in
      sum
        + (try number(
          "SELECT count(*) + total(mood) FROM note_text JOIN note ON note.id = note_text.rowid WHERE note_text MATCH ?",
          [word]))
    }
  }

  private func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    try side.database.read { try Int.fetchOne($0, sql: sql, arguments: arguments) ?? 0 }
  }
}
