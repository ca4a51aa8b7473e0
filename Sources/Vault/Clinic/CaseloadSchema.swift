import GRDB

/// The tables of a programme's caseload, as numbered migrations that are only ever added to.
package enum CaseloadSchema {
  package static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 caseload") { db in try caseload(db) }
    return migrator
  }

  private static func caseload(_ db: Database) throws {
    try db.execute(
      sql: """
        -- Small values of the program itself, as in a journal.
        CREATE TABLE memory (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

        -- People, under the name they have here. `status`: here, discharged. Times are in milliseconds, days count from
        -- 1970-01-01, in every table.
        CREATE TABLE participant (
          n INTEGER PRIMARY KEY, name TEXT NOT NULL, status TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER
        );

        -- The keys a person signs with and is answered to. `log_id` is bound by the first log. Former keys stay, so that
        -- what they signed can be checked again.
        CREATE TABLE person_key (
          signing BLOB PRIMARY KEY, recipient TEXT NOT NULL, log_id TEXT,
          participant INTEGER NOT NULL REFERENCES participant (n) ON DELETE CASCADE,
          at INTEGER NOT NULL, is_current INTEGER NOT NULL, is_compared INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX person_key_participant ON person_key (participant);

        -- Descriptions of forms out of manifests, once each. `digest` is SHA-256 of the canonical bytes.
        CREATE TABLE log_form (n INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, body TEXT NOT NULL);

        -- One row a log that was taken. `digest` is of the log itself, `sealed_digest` of the file as it came; `head` is
        -- the manifest without its forms, `forms` a JSON list of `log_form.n`: together they give its bytes back.
        CREATE TABLE log_file (
          n INTEGER PRIMARY KEY, participant INTEGER NOT NULL REFERENCES participant (n) ON DELETE CASCADE,
          digest BLOB NOT NULL UNIQUE, sealed_digest BLOB NOT NULL, export_id TEXT NOT NULL, sequence INTEGER NOT NULL,
          created INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, imported INTEGER NOT NULL,
          signing BLOB NOT NULL, head TEXT NOT NULL, forms TEXT NOT NULL, signature TEXT NOT NULL, note TEXT
        );
        CREATE INDEX log_file_participant ON log_file (participant, last_day);
        CREATE INDEX log_file_sealed ON log_file (sealed_digest);

        -- Every distinct version of every entry, as its bytes came. `digest` is the first half of SHA-256 over them.
        -- `state`: 0 gone by, 1 shown, 2 shown as withdrawn, 3 shown though another version disagrees, 4 that other.
        CREATE TABLE line (
          n INTEGER PRIMARY KEY, participant INTEGER NOT NULL REFERENCES participant (n) ON DELETE CASCADE,
          name TEXT NOT NULL, revision INTEGER NOT NULL, digest BLOB NOT NULL, state INTEGER NOT NULL,
          form TEXT NOT NULL, log_form INTEGER NOT NULL REFERENCES log_form (n), day INTEGER NOT NULL, body TEXT NOT NULL
        );
        -- By participant first: a week's entries of one person lie on few pages, however many people there are.
        CREATE UNIQUE INDEX line_version ON line (participant, name, revision, digest);
        CREATE INDEX line_day ON line (participant, day, state);
        -- There are few of them: none are looked for among all.
        CREATE INDEX line_disputed ON line (participant, name) WHERE state IN (3, 4);

        -- Which lines a log held.
        CREATE TABLE log_line (
          file INTEGER NOT NULL REFERENCES log_file (n) ON DELETE CASCADE,
          line INTEGER NOT NULL REFERENCES line (n) ON DELETE CASCADE, PRIMARY KEY (file, line)
        ) WITHOUT ROWID;
        CREATE INDEX log_line_line ON log_line (line);

        -- What the roster shows of a person, made anew with each log. JSON.
        CREATE TABLE summary (
          participant INTEGER PRIMARY KEY REFERENCES participant (n) ON DELETE CASCADE, body TEXT NOT NULL
        );

        -- Files by keys that are not enrolled: nothing of what is in them. `words` are the eight words of the keys.
        CREATE TABLE stranger (
          path TEXT NOT NULL, signing BLOB NOT NULL, words TEXT NOT NULL, at INTEGER NOT NULL,
          PRIMARY KEY (path, signing)
        ) WITHOUT ROWID;

        -- What was done about something in "Read first", up to which day of it.
        CREATE TABLE seen (
          n INTEGER PRIMARY KEY, participant INTEGER NOT NULL REFERENCES participant (n) ON DELETE CASCADE,
          subject TEXT NOT NULL, day INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL, what TEXT NOT NULL
        );
        CREATE INDEX seen_participant ON seen (participant, subject);

        -- What was given to a person, one row an item. `item` is its id in the file, `body` its JSON.
        CREATE TABLE assigned (
          n INTEGER PRIMARY KEY, participant INTEGER NOT NULL REFERENCES participant (n) ON DELETE CASCADE,
          assignment TEXT NOT NULL, item TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL
        );
        CREATE INDEX assigned_participant ON assigned (participant, n);

        -- Who looked at, took in or passed on what. Outlives the person's data, and names nobody: `participant` is the
        -- number on the roster.
        CREATE TABLE audit (
          n INTEGER PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL, act TEXT NOT NULL, participant INTEGER,
          detail TEXT NOT NULL
        );
        CREATE INDEX audit_participant ON audit (participant, n);
        """)
  }
}
