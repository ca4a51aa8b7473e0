"""The lines of the table about charts over ten years of numbers."""

import subprocess
from statistics import median

# A chart, and at most how many milliseconds of processor time it may take once the journal is open.
CHARTS = [("chart over all years", ["chart", "mood", "--over", "all"]), ("chart over a year", ["chart", "mood", "--over", "year"]),
          ("four charts over all years", ["chart", "--over", "all"]),
          ("bars by part of the day over all years", ["chart", "mood", "--by", "part", "--over", "all"]),
          ("calendar over all years", ["calendar", "--over", "all"])]
LIMIT = 50


def charts(table, work, bench, handrail, take_turns, run, quick):
    """What a chart adds to opening the same journal and reading one entry."""
    folder = work / "numbers"
    folder.mkdir()
    subprocess.run([bench, "journal", folder, "365" if quick else "3650"], check=True)
    home = folder / "vault"
    opened, *sides = take_turns(
        lambda: run([handrail, "--home", home, "review", "--most", "1"]),
        *(lambda words=words: run([handrail, "--home", home, *words]) for _, words in CHARTS))
    start = median(one.cpu for one in opened)
    for (name, _), side in zip(CHARTS, sides):
        table.add(f"{name}, besides opening, cpu", median(one.cpu for one in side) - start, LIMIT, 1.0)
