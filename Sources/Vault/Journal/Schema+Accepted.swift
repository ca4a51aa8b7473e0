import GRDB

extension Schema {
  /// What taking back needs where something was accepted from a programme. Its rows go once it was taken back.
  static func addAccepted(_ db: Database) throws {
    try db.execute(
      sql: """
        -- Entries that were made (none before), changed or withdrawn, by revision.
        CREATE TABLE accepted_entry (
          batch INTEGER NOT NULL REFERENCES batch (n) ON DELETE CASCADE, entry TEXT NOT NULL, before INTEGER,
          after INTEGER NOT NULL, PRIMARY KEY (batch, entry)
        ) WITHOUT ROWID;

        -- Small values of the program as they were and as they became; no value where there was or is none.
        CREATE TABLE accepted_value (
          batch INTEGER NOT NULL REFERENCES batch (n) ON DELETE CASCADE, key TEXT NOT NULL, before BLOB, after BLOB,
          PRIMARY KEY (batch, key)
        ) WITHOUT ROWID;
        """)
  }
}
