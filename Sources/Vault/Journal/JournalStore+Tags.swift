import Forms
import GRDB
import Journal

/// A tag, and how many standing entries have it.
package struct TagCount: Equatable, Sendable {
  package var word: String
  package var count: Int
}

extension JournalStore {
  /// Gives an entry other tags, as a new revision. Nil when they are the same.
  package func tag(_ id: ULID, _ tags: [String], at moment: Moment) throws(VaultError) -> Entry? {
    try write { db in
      let head = try head(id, in: db)
      var tagged = try revision(head.revision, of: id, n: head.n, in: db)
      guard head.status == "final", tagged.tags != tags else { return nil }
      tagged.tags = tags
      tagged.revision = head.revision + 1
      tagged.recorded = moment
      try store(tagged, n: head.n, form: wording(tagged.form.wording, in: db), in: db)
      try record(.tag, id, before: head.revision, after: tagged.revision, at: moment, in: db)
      return tagged
    }
  }

  /// Every tag in use, the most used first.
  package func tags() throws(VaultError) -> [TagCount] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT word, count(*) AS count FROM tag GROUP BY word ORDER BY count DESC, word"
      ).map { row in TagCount(word: try row.value("word"), count: try row.count("count")) }
    }
  }

  /// The program that an entry was imported from; nil for what was written here.
  package func origin(of id: ULID) throws(VaultError) -> String? {
    try read { db in
      try String.fetchOne(
        db, sql: "SELECT b.source FROM entry e JOIN batch b ON b.n = e.batch WHERE e.id = ?", arguments: [id.text])
    }
  }
}
