"""The lines of the table that tell what a summary of ten years costs, beside a limit of 50 ms."""

from statistics import median

SUMMARIES = ["week", "helps", "helps --details", "review beside", "review thoughts"]
LIMIT = 50
# About 11,000 entries, as of ten years of three a day.
DAYS = 4_450


def compare(table, run, handrail, work, quick):
    """Processor time of one summary in an open session: a session with many of them less one with few, so that starting
    and unlocking do not count."""
    home = work / "ten-years"
    days = DAYS // 10 if quick else DAYS
    run([handrail, "demo", "--home", home, "--days", days, "--seed", 1, "--no-shell"])
    passphrase = work / "demo-passphrase"
    passphrase.touch(mode=0o600)
    passphrase.write_text("a quick look around\n")

    def session(line, count):
        lines = "".join(f"{line} --json\n" for _ in range(count))
        return run([handrail, "--home", home, "--passphrase-file", passphrase], lines or "today\n").cpu

    few, many = 1, 6 if quick else 21
    for line in SUMMARIES:
        costs = [(session(line, many) - session(line, few)) / (many - few) for _ in range(3 if quick else 7)]
        table.add(f"{line}, ten years, cpu", median(costs), LIMIT, 1.0)
