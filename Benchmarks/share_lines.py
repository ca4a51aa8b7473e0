"""The lines of the table about sharing: twelve weeks in each format, and ten years as a log."""

from statistics import median

FORMATS = ["log", "csv", "text", "page"]
WEEKS_LIMIT, YEARS_LIMIT, MEMORY_LIMIT = 150, 2_000, 200
YEARS_DAYS = 4_450


def lines(table, run, handrail, work, take_turns, quick):
    """What a share costs besides opening the same journal and reading one entry, on the demo's journal of twelve weeks; and
    a log of ten years with all that belongs to it, besides the key."""
    passphrase = work / "share-passphrase"
    passphrase.touch(mode=0o600)
    passphrase.write_text("a quick look around\n")
    weeks, years = work / "share-weeks", work / "share-years"
    run([handrail, "demo", "--home", weeks, "--seed", 1, "--no-shell"])
    run([handrail, "demo", "--home", years, "--days", YEARS_DAYS // 10 if quick else YEARS_DAYS, "--seed", 1, "--no-shell"])

    def command(home, form, first):
        # A table is a folder, which is never replaced, so it goes to stdout.
        place = [] if form == "csv" else ["--out", work / f"share.{form}", "--replace"]
        return [handrail, "--home", home, "--passphrase-file", passphrase, "share", "--unsealed", "--format", form,
                "--from", first, *place, "--yes"]

    def share(home, form, first):
        return run(command(home, form, first))

    def opened(home):
        return run([handrail, "--home", home, "--passphrase-file", passphrase, "review", "--most", "1"])

    start, *sides = take_turns(
        lambda: opened(weeks), *(lambda form=form: share(weeks, form, "2020-01-01") for form in FORMATS))
    begun = median(one.cpu for one in start)
    for form, side in zip(FORMATS, sides):
        table.add(f"share of twelve weeks as {form}, besides opening, cpu", median(one.cpu for one in side) - begun, WEEKS_LIMIT, 1.0)
    logs = [share(years, "log", "2000-01-01") for _ in range(2 if quick else 5)]
    table.add("share of ten years as log, cpu", median(one.cpu for one in logs), YEARS_LIMIT, 1.0)
    table.add("share of ten years as log, peak memory", run.peak(command(years, "log", "2000-01-01")), MEMORY_LIMIT, 1.0, unit="MB")
