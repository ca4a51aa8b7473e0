"""The lines of the table that set sealing beside the age program, on one file of 64 MB and one key."""

import filecmp
import os
import subprocess
from statistics import median


def compare(table, work, handrail, run, take_turns):
    """Each side begins without the file it makes. Handrail syncs its file before it names it; age does not, so that its side
    is followed by a sync of the file, in the same measurement."""
    plain, key = work / "plain", work / "key"
    # In pieces: a child's peak memory begins with what this process holds.
    with open(plain, "wb") as file:
        for _ in range(64):
            file.write(os.urandom(1 << 20))
    subprocess.run(["age-keygen", "-o", key], check=True, capture_output=True)
    recipient = subprocess.run(["age-keygen", "-y", key], check=True, capture_output=True, text=True).stdout.strip()
    ours, theirs, opened = work / "ours.age", work / "theirs.age", work / "opened"

    def fresh(path, *command):
        path.unlink(missing_ok=True)
        os.sync()
        return run(command)

    def synced(path, *command):
        return fresh(path, "sh", "-c", '"$@" && sync "$0"', path, *command)

    seal = [handrail, "seal", "--to", recipient, "--out", ours, plain]
    age_seal = ["age", "-e", "-r", recipient, "-o", theirs, plain]
    mine, peer, unsynced = take_turns(
        lambda: fresh(ours, *seal), lambda: synced(theirs, *age_seal), lambda: fresh(theirs, *age_seal))
    table.compare("sealing 64 MB", mine, peer, 1.5)
    table.compare("sealing 64 MB beside age without a sync", mine, unsynced, None)
    table.add("peak memory of sealing", run.peak([*seal, "--replace"]), 32, 1.0, unit="MB")
    mine, peer = take_turns(
        lambda: fresh(opened, handrail, "unseal", "--identity", key, "--out", opened, theirs),
        lambda: synced(opened, "age", "-d", "-i", key, "-o", opened, ours))
    table.compare("opening 64 MB", mine, peer, 1.5)
    if not filecmp.cmp(opened, plain, shallow=False):
        raise SystemExit("what was opened is not what was sealed")
