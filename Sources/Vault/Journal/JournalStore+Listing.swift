import Forms
import GRDB
import Journal

/// Which entries to list. All conditions hold together.
package struct EntryFilter: Equatable, Sendable {
  package var form: String?
  package var days: ClosedRange<Day>?
  /// Words to find, all of them, each as the beginning of a word.
  package var words: String?
  /// Every one of these tags.
  package var tags: [String]
  /// Only forms whose name is this or begins with it: `thought` finds both thought records.
  package var formsNamed: String?
  package var limit: Int?
  package init(
    form: String? = nil, days: ClosedRange<Day>? = nil, words: String? = nil, tags: [String] = [],
    formsNamed: String? = nil, limit: Int? = nil
  ) {
    self.form = form
    self.days = days
    self.words = words
    self.tags = tags
    self.formsNamed = formsNamed
    self.limit = limit
  }
}

extension JournalStore {
  /// Standing entries that fit, newest day first.
  package func entries(_ filter: EntryFilter = EntryFilter()) throws(VaultError) -> [Entry] {
    try read { db in
      let query = Self.query(filter)
      let limit = filter.limit.map { " LIMIT \($0)" } ?? ""
      return try Row.fetchAll(
        db,
        sql: """
          SELECT r.*, e.form, e.id FROM entry e JOIN revision r ON r.entry = e.n AND r.revision = e.revision
          WHERE \(query.sql) ORDER BY e.day DESC, e.n DESC\(limit)
          """, arguments: query.arguments
      ).map(Stored.entry)
    }
  }

  package func count(_ filter: EntryFilter = EntryFilter()) throws(VaultError) -> Int {
    try read { db in
      let query = Self.query(filter)
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM entry e WHERE \(query.sql)", arguments: query.arguments) ?? 0
    }
  }

  private static func query(_ filter: EntryFilter) -> (sql: String, arguments: StatementArguments) {
    var (clauses, arguments) = conditions(filter)
    if let words = filter.words {
      guard let pattern = match(words) else { return ("0", []) }
      clauses.append("e.n IN (SELECT rowid FROM entry_text WHERE entry_text MATCH ?)")
      arguments += [pattern]
    }
    return (clauses.joined(separator: " AND "), arguments)
  }

  /// All but the words, over `entry e`.
  static func conditions(_ filter: EntryFilter) -> (clauses: [String], arguments: StatementArguments) {
    var clauses = ["e.status = 'final'"]
    var arguments: StatementArguments = []
    if let form = filter.form {
      clauses.append("e.form = ?")
      arguments += [form]
    }
    if let days = filter.days {
      clauses.append("e.day BETWEEN ? AND ?")
      arguments += [days.lowerBound.daysSince1970, days.upperBound.daysSince1970]
    }
    if let name = filter.formsNamed {
      clauses.append("substr(e.form, 1, length(?)) = ?")
      arguments += [name, name]
    }
    for tag in filter.tags {
      clauses.append("EXISTS (SELECT 1 FROM tag WHERE tag.entry = e.n AND tag.word = ?)")
      arguments += [tag]
    }
    return (clauses, arguments)
  }

  /// Quotes each word, so that nothing a person types is search syntax; nil when there is no word.
  static func match(_ words: String) -> String? {
    let terms = words.split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"*" }
    return terms.isEmpty ? nil : terms.joined(separator: " ")
  }
}
