"""Lines on bringing in a person's past and on finding something in it again."""

import random
import shutil
from datetime import date, timedelta
from statistics import median

SEARCHES = 40


def daylio(path, count, words):
    """A made-up Daylio export, ten entries a day at most, the newest first as Daylio writes it."""
    seeded = random.Random(count)
    moods = ["rad", "good", "meh", "bad", "awful"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("full_date,date,weekday,time,mood,activities,note_title,note\n")
        for number in range(count):
            day = date.today() - timedelta(1 + number // 10)
            file.write(
                f"{day},{day:%d %B},{day:%A},{1 + number % 10}:{number % 60:02} pm,{seeded.choice(moods)},"
                f'"walk | music","","{words(seeded)}"\n')


def lines(table, run, handrail, work, note, vocabulary, decade, runs, quick):
    """`run` measures one command; `decade` is a vault of ten years."""
    count = 3_650 if quick else 36_500
    export = work / "daylio.csv"
    daylio(export, count, note)
    home, copy = work / "import", work / "import-copy"
    run([handrail, "vault", "init", "--home", home, "--region", "US", "--argon-passes", 2, "--argon-memory", 19])
    times = []
    for _ in range(runs):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(home, copy)
        times.append(run([handrail, "--home", copy, "import", export, "--yes"]))
    table.add(f"import of {count} entries, wall", median(one.wall for one in times), 10_000, 1.0)
    again = run([handrail, "--home", copy, "import", export, "--yes"])
    table.add("the same file again, wall", again.wall, 10_000, 1.0)
    taken = run([handrail, "--home", copy, "undo"])
    table.add("the undo of it, wall", taken.wall, 10_000, 1.0)
    shutil.rmtree(copy)
    shutil.copytree(home, copy)
    memory = run.peak([handrail, "--home", copy, "import", export, "--yes"])
    table.add("peak memory of the import, MB", memory, 400, 1.0, unit="MB")
    # A long session less a short one: starting, the key and reading the vault do not count.
    for place, name in ((0, "the commonest word"), (30, "a common word"), (1_000, "a rare word")):
        def session(number):
            return run([handrail, "--home", decade], f"search {vocabulary[place]}\n" * number)

        pairs = [(session(SEARCHES + 2), session(2)) for _ in range(runs)]
        cost = median(more.cpu - less.cpu for more, less in pairs) / SEARCHES
        table.add(f"search of ten years for {name}, cpu", cost, 20, 1.0)
