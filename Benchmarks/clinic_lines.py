"""The lines of the table about a programme's caseload: a week's logs of a thousand people, and a million entries."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

PEOPLE, ENTRIES = 1_000, 22
SMALL, LARGE = 10_000, 1_000_000
BATCHES, BATCH = 5, 200


def lines(table, run, bench, work, python, quick):
    """`sqlite-utils` loads the same logs without their seals, one transaction a file, as an import does."""
    people = PEOPLE // 10 if quick else PEOPLE
    home, logs, plain = work / "caseload", work / "logs", work / "plain"
    key = _said([bench, "caseload", home, people])
    for kind, folder in (("logs", logs), ("plain", plain)):
        _said([bench, kind, key, folder, people, 0, 0])
    copy = work / "caseload-copy"

    def ours():
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(home, copy)
        return _timed(bench, copy, [f"import {logs}"])[0]

    def peer():
        (work / "plain.db").unlink(missing_ok=True)
        return run([python, Path(__file__).parent / "sqlite_utils_side.py", work / "plain.db", plain])

    turns = [(ours(), peer()) for _ in range(2 if quick else 5)]
    mine = median(one["wall"] for one, _ in turns)
    table.add(f"import of {people} sealed, signed logs, wall", mine / 1000, 60.0, 1.0, unit="s")
    table.add(f"import of {people} logs beside sqlite-utils, unsealed, wall", mine, median(other.wall for _, other in turns))
    shutil.rmtree(copy)
    shutil.copytree(home, copy)
    table.add(
        f"import of {people} logs, peak memory", run.peak([bench, "time", copy], f"import {logs}\n"), 300, 1.0, unit="MB")
    _reading(table, bench, home, logs, people)
    if not quick:
        _growth(table, bench, work, key)


def _reading(table, bench, home, logs, people):
    _timed(bench, home, [f"import {logs}"])
    rosters = _timed(bench, home, ["roster --json"] * 6)[1:]
    table.add(f"roster of {people}, cpu", median(one["cpu"] for one in rosters), 100, 1.0)


def _growth(table, bench, work, key):
    """Cost of a file with few entries in the caseload and with a million, and what reading costs then."""
    home, logs = work / "growing", work / "growing-logs"
    key = _said([bench, "caseload", home, PEOPLE])
    filled, week = 0, 0
    costs = {}
    for size in (SMALL, LARGE):
        while filled < size:
            shutil.rmtree(logs, ignore_errors=True)
            # To fill a small caseload some people are enough.
            people = min(PEOPLE, -(-(size - filled) // ENTRIES))
            _said([bench, "logs", key, logs, people, week, week])
            _timed(bench, home, [f"import {logs}"])
            filled, week = filled + people * ENTRIES, week + 1
        batches = []
        for _ in range(BATCHES):
            folder = work / f"batch-{week}"
            _said([bench, "logs", key, folder, BATCH, week, week])
            batches.append(folder)
            week, filled = week + 1, filled + BATCH * ENTRIES
        done = _timed(bench, home, [f"import {folder}" for folder in batches])
        costs[size] = (median(one["cpu"] for one in done) / BATCH, median(one["wall"] for one in done) / BATCH)
        for folder in batches:
            shutil.rmtree(folder)
    for place, kind in enumerate(("cpu", "wall")):
        table.add(
            f"a file at {LARGE:,} entries beside one at {SMALL:,}, {kind}", costs[LARGE][place], costs[SMALL][place],
            1.1 if kind == "cpu" else None)
    pages = _timed(bench, home, ["page #7 --json"] * 6)[1:]
    table.add(f"one page at {LARGE:,} entries, cpu", median(one["cpu"] for one in pages), 50, 1.0)
    rosters = _timed(bench, home, ["roster --json"] * 6)[1:]
    table.add(f"roster of {PEOPLE} at {LARGE:,} entries, cpu", median(one["cpu"] for one in rosters), 100, 1.0)
    shutil.rmtree(home)


def _said(command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout.strip()


def _timed(bench, home, commands):
    done = subprocess.run(
        [str(bench), "time", str(home)], input="".join(line + "\n" for line in commands), capture_output=True, text=True)
    costs = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode or len(costs) < len(commands) or any(one["code"] for one in costs):
        sys.exit(f"{commands} ended with {done.returncode}, {costs}:\n{done.stderr[-2000:]}")
    return costs
