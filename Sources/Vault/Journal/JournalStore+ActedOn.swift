import Forms
import GRDB
import Journal

extension JournalStore {
  /// Entries that say that something was used or acted on, of these forms or of all. SQL looks for what their answers hold at
  /// least, and `ActedOn` decides.
  func actedOn(in forms: [String]? = nil, _ db: Database) throws -> [(entry: Int64, day: Int)] {
    var found: [(entry: Int64, day: Int)] = []
    for questions in try ActQuestions.all(db) where forms?.contains(questions.form) ?? true {
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT e.n, e.day, r.answers FROM entry e JOIN revision r ON r.entry = e.n AND r.revision = e.revision
          WHERE e.status = 'final' AND e.form = ? AND (\(questions.mayBeTold))
          """, arguments: [questions.form])
      while let row = try rows.next() {
        if ActedOn(try Stored.answers(row.at(2))).isEmpty { continue }
        found.append((try row.at(0), try row.day(at: 1).daysSince1970))
      }
    }
    return found
  }
}

/// Which questions of a form ask whether something was used or acted on, over all its wordings.
struct ActQuestions {
  var form: String
  /// Of `use`, `used` and `acted`.
  var named: [String]
  /// `acted-t7`, `did-t8`: yes or no.
  var isDiary: Bool
  /// Whether the form has questions inside questions.
  var isNested: Bool

  private static let names = ["use", "used", "acted"]
  private static func asks(_ id: String) -> String { "instr(body, '\"id\":\"\(id)') > 0" }

  /// True of a wording that asks so.
  static let asked = "(" + ActedOn.beginnings.map(asks).joined(separator: " OR ") + ")"

  static func all(_ db: Database) throws -> [ActQuestions] {
    let columns = names.map { "max(\(asks($0 + "\"")))" }.joined(separator: ", ")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT form, \(columns), max(\(asks("acted-")) OR \(asks("did-"))),
          max(instr(body, '{"group":') > 0 OR instr(body, '{"each":') > 0)
        FROM wording WHERE \(asked) GROUP BY form
        """
    ).map { row in
      ActQuestions(
        form: try row.at(0), named: try names.indices.filter { try row.at($0 + 1) }.map { names[$0] },
        isDiary: try row.at(4), isNested: try row.at(5))
    }
  }

  /// A condition on `r.answers`. Reading a value out of flat answers takes a fraction of searching them for words; canonical
  /// JSON has those in one form, since quotes inside a person's words are escaped.
  var mayBeTold: String {
    var parts: [String] = []
    for name in named {
      let codes = ActedOn.codes(of: name)
      if isNested {
        let told = codes.map { "\"\(name)\":\"\($0)\"" } + ["\"\(name)\":true"]
        parts += told.map { "instr(r.answers, '\($0)') > 0" }
      } else {
        let values = codes.map { "'\($0)'" } + ["1"]
        parts.append("json_extract(r.answers, '$.\(name)') IN (\(values.joined(separator: ", ")))")
      }
    }
    if isDiary { parts += ["acted-", "did-"].map { "r.answers GLOB '*\"\($0)*\":true*'" } }
    return parts.isEmpty ? "0" : parts.joined(separator: " OR ")
  }
}
