import GRDB

extension Schema {
  /// What was shared with whom. Of an entry that is erased for good its day and its form stay here, so that the next log
  /// can say that it is withdrawn; no words.
  static func addShares(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE share (
          n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, recipient TEXT NOT NULL, sequence INTEGER NOT NULL,
          at INTEGER NOT NULL, zone_offset INTEGER NOT NULL, zone TEXT NOT NULL, way TEXT NOT NULL,
          first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, details TEXT NOT NULL, note TEXT
        );
        CREATE INDEX share_recipient ON share (recipient, n);

        CREATE TABLE share_entry (
          share INTEGER NOT NULL REFERENCES share (n) ON DELETE CASCADE, entry TEXT NOT NULL,
          revision INTEGER NOT NULL, withdrawn INTEGER NOT NULL, form TEXT NOT NULL, version INTEGER NOT NULL,
          day INTEGER NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (share, entry)
        ) WITHOUT ROWID;

        -- Entries that stand in the journal and are taken back from sharing, at the revision that says so.
        CREATE TABLE share_withdrawn (entry TEXT PRIMARY KEY, revision INTEGER NOT NULL) WITHOUT ROWID;
        """)
  }
}
