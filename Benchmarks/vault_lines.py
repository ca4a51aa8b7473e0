"""The lines of the table that set the vault beside plain SQLite and SQLCipher 4."""

import json
import subprocess
from statistics import median

# Work, how often in a round, and at most how much of what plain SQLite needs.
WORK = [("commit", 20, 0.5), ("update", 20, None), ("bulk", 2, None), ("scan", 3, 1.0), ("search", 3, 1.1),
        ("open", 3, None)]
NAMES = {"bulk": "bulk, 500 rows", "scan": "cold scan", "search": "full-text search", "open": "open and scan"}


class Side:
    """One database in a process of its own, which does what it is told, word by word."""

    def __init__(self, *command):
        self.child = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.times = {}

    def do(self, name, *values):
        print(name, *values, file=self.child.stdin, flush=True)
        answer = json.loads(self.child.stdout.readline())
        self.times.setdefault(name, []).append(answer["wall"])
        return answer["result"]

    def median(self, name):
        return median(self.times[name])

    def close(self):
        self.child.stdin.close()
        self.child.wait()


def compare(table, work, bench, python, script, texts, words, seeded, quick):
    """Four sides in turns: vault and plain SQLite through the same Swift, SQLCipher and plain SQLite through the same
    Python. Each pair shares what its language costs, so their ratios can be compared."""
    rows = work / "rows"
    rows.write_text("".join(text + "\n" for text in texts))
    (work / "sides").mkdir()
    sides = [
        Side(bench, "side", "vault", work / "sides", rows), Side(bench, "side", "plain", work / "sides", rows),
        Side(python, script, "sqlcipher", work, rows), Side(python, script, "plain", work, rows)]

    def tell(*words):
        # Every round begins with another side, so that none always comes after the same one.
        sides_in_turn = sides[tell.turn % 4:] + sides[:tell.turn % 4]
        tell.turn += 1
        results = {side.do(*words) for side in sides_in_turn}
        if len(results) != 1:
            raise SystemExit(f"the sides do not agree on {words}: {results}")

    tell.turn = 0
    count = 2_000 if quick else 20_000
    tell("begin")
    tell("bulk", count)
    for side in sides:
        side.times.clear()
    for _ in range(2 if quick else 9):
        for name, times, _ in WORK:
            for _ in range(times):
                values = {"update": [seeded.randint(1, count)], "bulk": [500], "search": words}.get(name, [])
                tell(name, *values)
    for side in sides:
        side.close()
    vault, plain, cipher, control = sides
    for name, _, target in WORK:
        title = NAMES.get(name, name)
        table.add(f"{title}: vault beside plain SQLite", vault.median(name), plain.median(name), target)
    for name, _, _ in WORK:
        title = NAMES.get(name, name)
        table.add(f"{title}: SQLCipher beside plain SQLite", cipher.median(name), control.median(name))
    for name, _, _ in WORK:
        title = NAMES.get(name, name)
        table.add(
            f"{title}: the vault's ratio to SQLCipher's", vault.median(name) / plain.median(name),
            cipher.median(name) / control.median(name), 1.0, unit="times")


def upkeep(table, work, bench, rows, runs):
    """Opening 15 MB and writing 20 MB anew, each in a fresh process."""

    def run(what, folder):
        out = subprocess.run([bench, what, work / folder], check=True, capture_output=True, text=True).stdout
        return json.loads(out)

    for what, megabytes, count, kind, limit in [("open", 15, 25_500, "cpu", 60), ("compact", 20, 34_000, "wall", 100)]:
        (work / what).mkdir()
        subprocess.run([bench, "make", work / what, rows, str(count)], check=True)
        results = [run(what, what) for _ in range(runs + 1)][1:]
        size = results[-1]["bytes"] / 1e6
        print(f"The vault of the line '{what}' has {size:.1f} MB, cpu {median(r['cpu'] for r in results):.1f} ms,"
              f" wall {median(r['wall'] for r in results):.1f} ms.")
        title = "opening 15 MB, besides the key" if what == "open" else "writing 20 MB anew"
        table.add(f"{title}, {kind}", median(r[kind] for r in results), limit, 1.0)
