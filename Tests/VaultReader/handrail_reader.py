#!/usr/bin/env python3
"""Reads a Handrail vault. Written from the page VaultFormat.md alone, to show that the page is enough.

It never writes to a vault or its folder. One line of JSON for each vault given; the exit code is that of the worst:

 0  whole
 2  it was called wrongly, or a file cannot be read
 3  wrong passphrase, words or key
 4  not a vault
 5  refused: made for newer readers, or asking for work outside the limits
 6  the header is damaged, and no whole copy stands beside it
 7  damaged: see "record" and "offset"; --database holds everything before it
 8  the last save was cut off: see "record" and "offset"; everything before it was read
 9  the records are whole, but SQLite finds the database damaged
"""

import argparse
import hashlib
import json
import sqlite3
import sys
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from nacl import bindings
from nacl.exceptions import CryptoError

PAGE = 4096
MOST_PAGES = 1_048_576
SNAPSHOT, COMMIT, CLOSE = 1, 2, 3
CODES = {
    "whole": 0, "wrong key": 3, "not a vault": 4, "newer": 5, "outside limits": 5, "header damaged": 6, "damaged": 7,
    "torn": 8, "database damaged": 9,
}


class Refusal(Exception):
    """A vault that does not open, with the verdict and, for a record, where."""

    def __init__(self, verdict, reason, record=None, offset=None):
        super().__init__(reason)
        self.verdict, self.reason, self.record, self.offset = verdict, reason, record, offset


def number(data, start, size):
    return int.from_bytes(data[start : start + size], "little")


def hash32(data, key=b""):
    return hashlib.blake2b(data, digest_size=32, key=key).digest()


def unseal(key, nonce, sealed, associated):
    """The plain text, or None when it is not authentic."""
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, associated, nonce, key)
    except CryptoError:
        return None


# Secrets


class Secret:
    """What opens a slot (0 the passphrase's, 1 that of the words), or the data key itself, for known answers."""

    def __init__(self, slot, raw):
        self.slot, self.raw, self.slow = slot, raw, {}

    def slow_key(self, passes, memory, salt):
        found = self.slow.get((passes, memory, salt))
        if found is None:
            found = bindings.crypto_pwhash_alg(
                32, self.raw, salt, passes, memory, bindings.crypto_pwhash_ALG_ARGON2ID13)
            self.slow[(passes, memory, salt)] = found
        return found


def passphrase_bytes(text):
    return unicodedata.normalize("NFC", text).encode("utf-8")


def passphrase_secret(path):
    return Secret(0, passphrase_bytes(Path(path).read_bytes().removesuffix(b"\n").decode("utf-8")))


def numbers_bytes(numbers):
    """The 16 bytes behind twelve words, from their places in the list."""
    bits = 0
    for number_of_word in numbers:
        bits = bits << 11 | number_of_word
    raw, check = (bits >> 4).to_bytes(16, "big"), bits & 15
    if hash32(raw)[0] >> 4 != check:
        raise ValueError("One of the words is wrong, or two stand in the wrong order.")
    return raw


def words_secret(path, list_path):
    numbers = {word: place for place, word in enumerate(sorted(Path(list_path).read_text("utf-8").split()))}
    words = Path(path).read_text("utf-8").lower().split()
    if len(numbers) != 2048:
        raise ValueError("The word list must hold 2048 words.")
    if len(words) != 12 or any(word not in numbers for word in words):
        raise ValueError("These are not twelve words of the list.")
    return Secret(1, numbers_bytes([numbers[word] for word in words]))


# Header


@dataclass
class Header:
    raw: bytes
    record_key: bytes

    @property
    def vault_id(self):
        return self.raw[16:32]

    @property
    def file_id(self):
        return self.raw[32:48]


def read_slot(raw, start):
    passes, memory = number(raw, start, 8), number(raw, start + 8, 8)
    if not 2 <= passes <= 16 or not 19 << 20 <= memory <= 2 << 30 or memory % 1024:
        raise Refusal("outside limits", "a slot asks for work outside the limits")
    return passes, memory


def open_header(raw, secret):
    """Steps 1 to 7 of "Opening it", on the first bytes of a vault or on the copy of them."""
    if raw[:8] != b"HANDRAIL":
        raise Refusal("not a vault", "it does not begin with HANDRAIL")
    if len(raw) < PAGE or hash32(raw[:4032]) != raw[4032:4064]:
        raise Refusal("header damaged", "the plain check does not fit")
    version, least, suite = number(raw, 8, 2), number(raw, 10, 2), number(raw, 12, 4)
    if least > 1 or suite != 1:
        raise Refusal("newer", f"version {version}, for readers from {least} on, suite {suite}")
    if least < 1 or version < least:
        raise Refusal("header damaged", "the version is below what it asks of readers")
    if any(raw[256:4032]):
        raise Refusal("header damaged", "bytes that must be zero are not")
    read_slot(raw, 48)
    if any(raw[152:256]):
        read_slot(raw, 152)
    if secret.slot == 2:
        data_key = secret.raw
    else:
        data_key = open_slot(raw, 48 + 104 * secret.slot, secret)
    header_key = hash32(b"handrail header v1" + raw[32:48], data_key)
    if hash32(raw[:4064], header_key) != raw[4064:4096]:
        if secret.slot == 2:
            raise Refusal("wrong key", "the data key does not fit the header")
        raise Refusal("header damaged", "its code does not fit: it was changed")
    return Header(raw, hash32(b"handrail records v1" + raw[32:48], data_key))


def open_slot(raw, start, secret):
    if not any(raw[start : start + 104]):
        raise Refusal("wrong key", "this vault has no recovery words")
    passes, memory = read_slot(raw, start)
    slow = secret.slow_key(passes, memory, raw[start + 16 : start + 32])
    associated = raw[:32] + raw[start : start + 32]
    data_key = unseal(slow, raw[start + 32 : start + 56], raw[start + 56 : start + 104], associated)
    if data_key is None:
        raise Refusal("wrong key", "the passphrase or the words do not open it")
    return data_key


# Records


@dataclass
class Record:
    kind: int
    size: int
    pages: list  # of (page number, bytes)
    tag: bytes
    end: int


@dataclass
class Replay:
    """The database as the records read so far leave it."""

    image: bytearray = field(default_factory=bytearray)
    records: int = 0
    commits: int = 0
    snapshot_pages: int | None = None
    snapshot_filled: int = 0
    clean: bool = False

    @property
    def complete(self):
        return self.snapshot_pages is not None and self.snapshot_filled == self.snapshot_pages

    def put(self, record):
        """Applies an authentic record; the sentence of the rule it breaks, or None."""
        if record.kind == SNAPSHOT:
            broken = self.put_snapshot(record)
        elif not self.complete:
            broken = "the snapshot is not complete"
        elif record.kind == CLOSE and record.pages:
            broken = "a clean close holds pages"
        else:
            broken = None
        if broken:
            return broken
        length = record.size * PAGE
        del self.image[length:]
        self.image.extend(bytes(length - len(self.image)))
        for page, content in record.pages:
            self.image[(page - 1) * PAGE : page * PAGE] = content
        self.records += 1
        self.commits += record.kind == COMMIT
        self.clean = record.kind == CLOSE
        return None

    def drop_behind(self):
        """Drops pages that the database itself no longer counts."""
        counts = [int.from_bytes(self.image[place : place + 4], "big") for place in (24, 92, 28)]
        if self.image and counts[0] == counts[1] and counts[2] > 0:
            del self.image[counts[2] * PAGE :]

    def put_snapshot(self, record):
        first = self.records == 0
        if not first and self.complete:
            return "a snapshot stands behind the start"
        if not first and (record.size != self.snapshot_pages or not record.pages):
            return "the snapshot's records do not belong together"
        if [page for page, _ in record.pages] != list(
                range(self.snapshot_filled + 1, self.snapshot_filled + 1 + len(record.pages))):
            return "the snapshot's pages are not in order"
        self.snapshot_pages = record.size
        self.snapshot_filled += len(record.pages)
        return None


def head(data, offset):
    """Type and ciphertext length of a well-formed record head at this offset, or None."""
    raw = data[offset : offset + 40]
    if len(raw) < 40 or raw[:4] != b"HRC1" or raw[4] not in (SNAPSHOT, COMMIT, CLOSE):
        return None
    length = number(raw, 8, 4)
    if any(raw[5:8]) or any(raw[12:16]) or (56 + length) % PAGE:
        return None
    return raw[4], length


def parse(plain):
    """Size and pages of an authentic record's plain text, or the sentence of the rule it breaks."""
    size, count = number(plain, 0, 4), number(plain, 4, 4)
    if size > MOST_PAGES:
        return "the database is too large"
    if 8 + count * (4 + PAGE) > len(plain):
        return "more pages are announced than it holds"
    numbers = [number(plain, 8 + 4 * place, 4) for place in range(count)]
    if any(not low < high for low, high in zip([0] + numbers, numbers + [size + 1])):
        return "the page numbers do not rise strictly, or lie outside the database"
    start = 8 + 4 * count
    if any(plain[start + PAGE * count :]):
        return "padding that must be zero is not"
    return size, [(page, plain[start + PAGE * i : start + PAGE * (i + 1)]) for i, page in enumerate(numbers)]


def read_records(data, header):
    """Replays the records behind the header: the database, and the refusal that ended it, if one did."""
    replay, refusal = replay_records(data, header)
    if replay.complete:
        replay.drop_behind()
    return replay, refusal


def replay_records(data, header):
    replay, offset, tag = Replay(), PAGE, header.raw[4064:4080]
    while offset < len(data):
        found = head(data, offset)
        plain = None
        if found and offset + 56 + found[1] <= len(data):
            kind, length = found
            body = offset + 40
            associated = (b"HRC1" + header.vault_id + header.file_id + replay.records.to_bytes(8, "little") + tag
                          + bytes([kind]) + length.to_bytes(4, "little"))
            plain = unseal(
                header.record_key, data[offset + 16 : body], data[body : body + length + 16], associated)
        if plain is None:
            return replay, bad_record(data, replay, offset)
        parsed = parse(plain)
        tag, end = data[body + length : body + length + 16], body + length + 16
        broken = parsed if isinstance(parsed, str) else replay.put(Record(kind, *parsed, tag, end))
        if broken:
            return replay, Refusal("damaged", broken, replay.records, offset)
        offset = end
    if not replay.complete:
        return replay, Refusal("damaged", "the snapshot is not complete", replay.records, offset)
    return replay, None


def bad_record(data, replay, offset):
    if not replay.complete:
        return Refusal("damaged", "a record of the snapshot does not open", replay.records, offset)
    if any(head(data, later) for later in range(offset + PAGE, len(data), PAGE)):
        return Refusal("damaged", "a record does not open, and others follow", replay.records, offset)
    return Refusal("torn", "the last save was cut off", replay.records, offset)


# A vault


def open_vault(path, secret):
    """Header (of the file, or of the copy beside it), the replayed records, and what was wrong with them."""
    data = Path(path).read_bytes()
    try:
        header, copied = open_header(data[:PAGE], secret), False
    except Refusal as refusal:
        copy = Path(path).with_name("vault.header")
        if refusal.verdict not in ("header damaged", "not a vault") or not copy.is_file():
            raise
        header, copied = open_copy(copy, secret, refusal), True
    replay, refusal = read_records(data, header)
    return header, copied, replay, refusal


def open_copy(copy, secret, refusal):
    try:
        return open_header(copy.read_bytes()[:PAGE], secret)
    except Refusal as second:
        raise refusal if second.verdict in ("header damaged", "not a vault") else second


def inspect(image, query):
    """What SQLite says of the database, which it only reads: integrity, tables with their counts, an answer."""
    if not image:
        return {"integrity": "ok", "tables": {}}
    base = sqlite3.connect(":memory:")
    base.deserialize(bytes(image))
    base.execute("PRAGMA query_only = 1")
    base.execute("PRAGMA trusted_schema = 0")
    found = {"integrity": "; ".join(row[0] for row in base.execute("PRAGMA integrity_check"))}
    names = [row[0] for row in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    found["tables"] = {
        name: base.execute('SELECT count(*) FROM "' + name.replace('"', '""') + '"').fetchone()[0] for name in names}
    if query:
        found["rows"] = [
            [value.hex() if isinstance(value, bytes) else value for value in row] for row in base.execute(query)]
    return found


def report(path, secret, database, query):
    """What is to be said about one vault, as a dictionary."""
    said = {"file": str(path)}
    try:
        header, copied, replay, refusal = open_vault(path, secret)
    except Refusal as refusal:
        return said | {"verdict": refusal.verdict, "reason": refusal.reason}
    said |= {
        "verdict": refusal.verdict if refusal else "whole", "vaultID": header.vault_id.hex(),
        "fileID": header.file_id.hex(), "headerFromCopy": copied, "records": replay.records,
        "commits": replay.commits, "pages": len(replay.image) // PAGE, "cleanClose": replay.clean,
        "databaseHash": hash32(bytes(replay.image)).hex()}
    if refusal:
        said |= {"reason": refusal.reason, "record": refusal.record, "offset": refusal.offset}
    if database:
        Path(database).write_bytes(replay.image)
    if not refusal or refusal.verdict == "torn":
        try:
            said |= inspect(replay.image, query)
        except sqlite3.Error as error:
            said |= {"integrity": str(error)}
        if said["integrity"] != "ok" and not refusal:
            said |= {"verdict": "database damaged", "reason": said["integrity"]}
    return said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vaults", nargs="+", metavar="VAULT")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--passphrase", metavar="FILE", help="a file that holds the passphrase")
    way.add_argument("--words", metavar="FILE", help="a file that holds the twelve recovery words")
    way.add_argument("--data-key", metavar="FILE", help="a file that holds the data key in hexadecimal digits")
    parser.add_argument("--word-list", metavar="FILE", help="the 2048 words, for --words")
    parser.add_argument("--database", metavar="OUT", help="write the SQLite database to this new file")
    parser.add_argument("--query", metavar="SQL", help="read from the database; rows as JSON, blobs in hexadecimal")
    asked = parser.parse_args()
    if asked.words and not asked.word_list:
        parser.error("--words needs --word-list")
    if asked.database and len(asked.vaults) > 1:
        parser.error("--database takes one vault")
    try:
        if asked.passphrase:
            secret = passphrase_secret(asked.passphrase)
        elif asked.words:
            secret = words_secret(asked.words, asked.word_list)
        else:
            secret = Secret(2, bytes.fromhex(Path(asked.data_key).read_text("ascii").strip()))
        worst = 0
        for path in asked.vaults:
            said = report(path, secret, asked.database, asked.query)
            print(json.dumps(said, ensure_ascii=False), flush=True)
            worst = max(worst, CODES[said["verdict"]])
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    return worst


if __name__ == "__main__":
    sys.exit(main())
