import Forms
import GRDB

extension CaseloadStore {
  /// Entries of a person that are shown, oldest day first; of all forms, or of these.
  package func lines(
    of participant: Int64, days: ClosedRange<Day>? = nil, forms: [String]? = nil,
    states: [CaseloadLine.State] = [.shown, .disputed]
  ) throws(VaultError) -> [CaseloadLine] {
    try read { db in try CaseloadReader(db).lines(of: participant, days: days, forms: forms, states: states) }
  }

  /// The description of a form, as canonical JSON; nil when there is none of that number.
  package func logForm(_ n: Int64) throws(VaultError) -> String? {
    try read { db in try CaseloadReader(db).logForm(n) }
  }

  /// Entries of which two versions say different things, of everyone or of one person: all versions that are shown,
  /// the one that stands first before the others.
  package func disputes(of participant: Int64? = nil) throws(VaultError) -> [(participant: Int64, line: CaseloadLine)] {
    try read { db in
      let who = participant == nil ? "" : " AND participant = ?"
      return try Row.fetchAll(
        db,
        sql: "SELECT * FROM line WHERE state IN (3, 4)\(who) ORDER BY participant, day, name, state, digest",
        arguments: participant.map { [$0] } ?? []
      ).compactMap { row in CaseloadLine(row).map { (row["participant"], $0) } }
    }
  }
}
