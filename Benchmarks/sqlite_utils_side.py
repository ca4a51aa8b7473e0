"""Loads logs that are not sealed into plain SQLite with sqlite-utils, one transaction a file. usage: DATABASE FOLDER"""

import json
import sys
from pathlib import Path

import sqlite_utils

database = sqlite_utils.Database(sys.argv[1])
database.execute("PRAGMA journal_mode = TRUNCATE")
database.execute("PRAGMA synchronous = FULL")
for path in sorted(Path(sys.argv[2]).glob("*.jsonl")):
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    manifest, entries = lines[0], lines[1:-1]
    participant = manifest["participant"]["id"]
    with database.conn:
        database["files"].upsert(
            {"id": manifest["exportId"], "participant": participant, "created": manifest["createdAt"]}, pk="id")
        database["lines"].upsert_all(
            ({"participant": participant, "id": one["id"], "revision": one["revision"], "form": one["form"]["id"],
              "day": one["effectiveDate"], "answers": json.dumps(one.get("answers"))} for one in entries),
            pk=("participant", "id", "revision"))
print(database["lines"].count)
