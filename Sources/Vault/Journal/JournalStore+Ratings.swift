import Forms
import GRDB
import Journal

/// A form that rates something before and after, as it was worded last.
package struct RatedForm: Equatable, Sendable {
  package var title: String
  package var pairs: [RatedPair]
  /// Whether it asks if something was used or acted on.
  var asksAboutActs: Bool
}

extension JournalStore {
  /// Every form ever answered that rates something before and after. Read from the wordings in the journal, so that a form
  /// whose file is gone is among them.
  package func ratedForms() throws(VaultError) -> [String: RatedForm] {
    try read { db in
      var forms: [String: RatedForm] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT form, json_extract(body, '$.title') AS title, json_extract(body, '$.gate') AS gate,
            json_extract(body, '$.scores') AS scores, \(ActQuestions.asked) AS acts, (
              SELECT json_group_array(json_array(json_extract(q.value, '$.id'), json_extract(q.value, '$.code.code')))
              FROM json_each(wording.body, '$.questions') q
              WHERE json_extract(q.value, '$.code.code') IN (
                'distress-before', 'distress-after', 'urge-before', 'urge-after')) AS coded
          FROM wording WHERE instr(body, '-before"') > 0 OR instr(body, '"relief"') > 0 ORDER BY form, version
          """)
      while let row = try rows.next() {
        let id: String = try row.value("form")
        let coded = try Stored.json(row.value("coded")).array ?? []
        let pairs = RatedPair.pairs(
          of: id, gate: try row.optional("gate").flatMap(Form.Gate.init(rawValue:)),
          coded: coded.compactMap { item in
            guard let item = item.array, let question = item.first?.string, let code = item.last?.string else {
              return nil
            }
            return (question, code)
          }, relief: try Self.relief(row.value("scores")))
        guard !pairs.isEmpty else { continue }
        var form = RatedForm(title: try row.value("title"), pairs: pairs, asksAboutActs: try row.value("acts"))
        if let earlier = forms[id] {
          form.pairs += earlier.pairs.filter { !pairs.contains($0) }
          form.asksAboutActs = form.asksAboutActs || earlier.asksAboutActs
        }
        forms[id] = form
      }
      return forms
    }
  }

  /// Every try with both ratings, oldest first for each form. Entries that say that something was used or acted on are left
  /// out whole. Part of the day and feeling are read only in detail.
  package func ratedTries(of forms: [String: RatedForm], inDetail: Bool = false) throws(VaultError) -> [RatedTry] {
    try read { db in
      let leftOut = Set(try actedOn(in: forms.filter { $0.value.asksAboutActs }.map(\.key), db).map(\.entry))
      let more = inDetail ? ", r.part, json_extract(r.answers, '$.feeling')" : ""
      let join =
        inDetail
        ? "JOIN entry e ON e.n = b.entry JOIN revision r ON r.entry = e.n AND r.revision = e.revision" : ""
      let statement = try db.cachedStatement(
        sql: """
          SELECT b.entry, b.day, avg(b.value), avg(a.value)\(more)
          FROM number b JOIN number a ON a.form = b.form AND a.variable = ? AND a.day = b.day AND a.entry = b.entry
            AND a.item IS b.item \(join)
          WHERE b.form = ? AND b.variable = ? GROUP BY b.day, b.entry
          """)
      var tries: [RatedTry] = []
      for pair in forms.values.flatMap(\.pairs).sorted(by: { ($0.form, $0.before) < ($1.form, $1.before) }) {
        let rows = try Row.fetchCursor(statement, arguments: [pair.after, pair.form, pair.before])
        while let row = try rows.next() {
          guard try !leftOut.contains(row.at(0)) else { continue }
          var one = RatedTry(
            form: pair.form, rated: pair.rated, day: try row.day(at: 1), before: try row.at(2), after: try row.at(3))
          if inDetail {
            one.part = try row.optional(at: 4).flatMap(PartOfDay.init)
            one.feeling = try row.optional(at: 5)
          }
          tries.append(one)
        }
      }
      return tries
    }
  }

  private static func relief(_ scores: String) throws -> (sum: [String], minus: [String])? {
    guard let relief = try Stored.json(scores).array?.first(where: { $0["id"]?.string == "relief" }) else { return nil }
    func terms(_ name: String) -> [String] { relief[name]?.array?.compactMap(\.string) ?? [] }
    return (terms("sum"), terms("minus"))
  }
}
