#!/usr/bin/env python3
"""One database of the comparison, driven through SQLite's own C functions: plain SQLite, or SQLCipher 4.

usage: sqlite_side.py plain|sqlcipher FOLDER ROWS

Obeys the same words on standard input as `VaultBench side`. Both kinds go the same way through ctypes, so that the one is
a fair measure for the other. SQLCipher gets a raw key: its key derivation is left out, as the vault's is.
"""

import ctypes
import ctypes.util
import importlib.util
import json
import sys
import time
from pathlib import Path

KIND, FOLDER, ROWS = sys.argv[1:]
TEXTS = [line.encode() for line in Path(ROWS).read_text().splitlines()]


def library():
    if KIND == "plain":
        return ctypes.CDLL(ctypes.util.find_library("sqlite3"))
    package = Path(importlib.util.find_spec("sqlcipher3").origin).parent
    return ctypes.CDLL(str(next(package.glob("_sqlite3*.so"))))


LIBRARY = library()
LIBRARY.sqlite3_errmsg.restype = ctypes.c_char_p
LIBRARY.sqlite3_column_text.restype = ctypes.c_char_p
LIBRARY.sqlite3_column_int64.restype = ctypes.c_int64
STATIC = ctypes.c_void_p(0)


class Database:
    def __init__(self):
        self.handle, self.statements = ctypes.c_void_p(), {}
        self.check(LIBRARY.sqlite3_open(f"{FOLDER}/{KIND}.sqlite".encode(), ctypes.byref(self.handle)))
        if KIND == "sqlcipher":
            self.execute("PRAGMA key = \"x'%s'\"" % ("5a" * 32))
        # Settings for a database that survives a power cut, without a write-ahead log.
        self.execute("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL")

    def close(self):
        for statement in self.statements.values():
            LIBRARY.sqlite3_finalize(statement)
        self.check(LIBRARY.sqlite3_close(self.handle))

    def check(self, code):
        if code not in (0, 100, 101):
            sys.exit(f"{KIND}: {LIBRARY.sqlite3_errmsg(self.handle).decode()}")
        return code

    def execute(self, sql):
        self.check(LIBRARY.sqlite3_exec(self.handle, sql.encode(), None, None, None))

    def run(self, sql, *values):
        """Runs a kept statement and returns the number in its first column, if any."""
        statement = self.statements.get(sql)
        if statement is None:
            statement = self.statements[sql] = ctypes.c_void_p()
            self.check(LIBRARY.sqlite3_prepare_v2(self.handle, sql.encode(), -1, ctypes.byref(statement), None))
        for place, value in enumerate(values, 1):
            if isinstance(value, bytes):
                LIBRARY.sqlite3_bind_text(statement, place, value, len(value), STATIC)
            else:
                LIBRARY.sqlite3_bind_int64(statement, place, ctypes.c_int64(value))
        code = self.check(LIBRARY.sqlite3_step(statement))
        result = LIBRARY.sqlite3_column_int64(statement, 0) if code == 100 else 0
        self.check(LIBRARY.sqlite3_reset(statement))
        return result


class Work:
    def __init__(self):
        self.database, self.count = Database(), 0

    def begin(self):
        self.database.execute(
            "BEGIN; CREATE TABLE note ("
            " id INTEGER PRIMARY KEY, day INTEGER NOT NULL, mood INTEGER NOT NULL, body TEXT NOT NULL);"
            "CREATE INDEX note_day ON note (day);"
            "CREATE VIRTUAL TABLE note_text USING fts5 (body, content = 'note', content_rowid = 'id', columnsize = 0);"
            "COMMIT")
        return 0

    def insert(self):
        text = TEXTS[self.count % len(TEXTS)]
        self.count += 1
        number = self.count - 1
        self.database.run("INSERT INTO note VALUES (?, ?, ?, ?)", number + 1, number // 3, number % 11, text)
        self.database.run("INSERT INTO note_text (rowid, body) VALUES (?, ?)", number + 1, text)

    def bulk(self, more):
        self.database.run("BEGIN")
        for _ in range(int(more)):
            self.insert()
        self.database.run("COMMIT")
        return self.count

    def commit(self):
        return self.bulk(1)

    def update(self, identity):
        self.database.run("UPDATE note SET mood = 10 - mood, day = day + 1 WHERE id = ?", int(identity))
        return int(identity)

    def open(self):
        self.database = Database()
        return self.scan()

    def scan(self):
        """Reads every note, with nothing in SQLite's own cache."""
        self.database.execute("PRAGMA shrink_memory")
        return self.database.run("SELECT sum(length(body)) + sum(mood) FROM note")

    def search(self, *words):
        return sum(
            self.database.run(
                "SELECT count(*) + total(mood) FROM note_text JOIN note ON note.id = note_text.rowid"
                " WHERE note_text MATCH ?", word.encode())
            for word in words)


work = Work()
for line in sys.stdin:
    name, *values = line.split()
    if name == "open":
        work.database.close()
    wall, cpu = time.perf_counter(), time.process_time()
    result = getattr(work, name)(*values)
    cost = {"wall": (time.perf_counter() - wall) * 1000, "cpu": (time.process_time() - cpu) * 1000, "result": result}
    print(json.dumps(cost), flush=True)
