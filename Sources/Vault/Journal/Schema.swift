import GRDB

/// The tables inside the vault, as numbered migrations that are only ever added to.
package enum Schema {
  package static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 journal") { db in
      try db.execute(
        sql: """
          -- Small values of the program itself: secrets for derived ids, answers to the body questions.
          CREATE TABLE memory (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

          -- The wording of each form that was ever answered, once per version and hash.
          CREATE TABLE wording (
            hash TEXT PRIMARY KEY, form TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL
          ) WITHOUT ROWID;

          -- One row an entry, at its newest revision. `day` counts from 1970-01-01.
          CREATE TABLE entry (
            n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, form TEXT NOT NULL, day INTEGER NOT NULL,
            revision INTEGER NOT NULL, status TEXT NOT NULL CHECK (status IN ('final', 'withdrawn'))
          );
          -- Lists by form walk it too: one index less to write with every entry.
          CREATE INDEX entry_day ON entry (day, n, form);

          -- Every revision, whole. `recorded` is in milliseconds; `answers` and `links` are JSON.
          CREATE TABLE revision (
            entry INTEGER NOT NULL REFERENCES entry (n) ON DELETE CASCADE, revision INTEGER NOT NULL,
            status TEXT NOT NULL, version INTEGER NOT NULL, wording TEXT NOT NULL REFERENCES wording (hash),
            day INTEGER NOT NULL, part TEXT, recorded INTEGER NOT NULL, zone_offset INTEGER NOT NULL,
            zone TEXT NOT NULL, answers TEXT NOT NULL, links TEXT NOT NULL,
            PRIMARY KEY (entry, revision)
          ) WITHOUT ROWID;

          -- The numbers of the newest revision, lying as a trend reads them. `place` counts within the entry.
          CREATE TABLE number (
            form TEXT NOT NULL, variable TEXT NOT NULL, day INTEGER NOT NULL,
            entry INTEGER NOT NULL REFERENCES entry (n) ON DELETE CASCADE, place INTEGER NOT NULL,
            item TEXT, value REAL NOT NULL, unit TEXT,
            PRIMARY KEY (form, variable, day, entry, place)
          ) WITHOUT ROWID;
          CREATE INDEX number_entry ON number (entry);

          -- Days on which something is to be looked at again; follows from the newest revision.
          CREATE TABLE reminder (
            due INTEGER NOT NULL, entry INTEGER NOT NULL REFERENCES entry (n) ON DELETE CASCADE,
            say TEXT NOT NULL, opens TEXT, link TEXT, PRIMARY KEY (due, entry, say)
          ) WITHOUT ROWID;

          -- Begun and not finished. `walk` is JSON. A set-aside draft is kept until its undo has gone by.
          CREATE TABLE draft (
            id TEXT PRIMARY KEY, form TEXT NOT NULL, wording TEXT NOT NULL REFERENCES wording (hash),
            day INTEGER NOT NULL, started INTEGER NOT NULL, updated INTEGER NOT NULL, zone_offset INTEGER NOT NULL,
            zone TEXT NOT NULL, edits TEXT, links TEXT NOT NULL, walk TEXT NOT NULL,
            aside INTEGER NOT NULL DEFAULT 0
          ) WITHOUT ROWID;

          -- What `undo` takes back, newest first.
          CREATE TABLE change (
            n INTEGER PRIMARY KEY, at INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('add', 'edit', 'delete', 'set-aside')),
            subject TEXT NOT NULL, before INTEGER, after INTEGER, undone INTEGER NOT NULL DEFAULT 0
          );

          -- Results are listed by day and not by rank, so the sizes that ranking needs are left out.
          CREATE VIRTUAL TABLE entry_text USING fts5 (
            body, columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
          );
          """)
    }
    migrator.registerMigration("2 tags and origins") { db in try tagsAndOrigins(db) }
    migrator.registerMigration("3 shares", migrate: addShares)
    migrator.registerMigration("4 accepted", migrate: addAccepted)
    return migrator
  }
}
