#!/usr/bin/env python3
"""Checks every value of vectors/vault.json against vectors/vault, with the functions of the independent reader.

`--write FILE` writes them anew instead, from the vault, the passphrase and the numbers of the recovery words.
"""

import argparse
import json
import sys
from pathlib import Path

import handrail_reader as reader

VECTORS = Path(__file__).with_name("vectors")


def slot(raw, start, secret):
    passes, memory = reader.read_slot(raw, start)
    salt = raw[start + 16 : start + 32]
    return {
        "passes": passes, "memory": memory, "salt": salt.hex(), "nonce": raw[start + 32 : start + 56].hex(),
        "slowKey": secret.slow_key(passes, memory, salt).hex(),
        "associated": (raw[:32] + raw[start : start + 32]).hex(), "sealed": raw[start + 56 : start + 104].hex(),
    }


def records(data, header):
    found, offset, tag = [], reader.PAGE, header.raw[4064:4080]
    while offset < len(data):
        kind, length = reader.head(data, offset)
        body = offset + 40
        associated = (b"HRC1" + header.vault_id + header.file_id + len(found).to_bytes(8, "little") + tag
                      + bytes([kind]) + length.to_bytes(4, "little"))
        nonce, sealed = data[offset + 16 : body], data[body : body + length + 16]
        plain = reader.unseal(header.record_key, nonce, sealed, associated)
        size, pages = reader.parse(plain)
        tag = sealed[-16:]
        found.append({
            "type": kind, "sequence": len(found), "offset": offset, "length": length, "nonce": nonce.hex(),
            "associated": associated.hex(), "tag": tag.hex(), "plainHash": reader.hash32(plain).hex(), "size": size,
            "pages": [page for page, _ in pages],
        })
        offset = body + length + 16
    return found


def answers(data, passphrase, numbers):
    """All known answers about a vault, each from the bytes of the file and the two secrets."""
    raw = data[:4096]
    typed = reader.passphrase_bytes(passphrase)
    words = reader.numbers_bytes(numbers)
    by_passphrase, by_words = reader.Secret(0, typed), reader.Secret(1, words)
    header = reader.open_header(raw, by_passphrase)
    data_key = reader.open_slot(raw, 48, by_passphrase)
    if reader.open_slot(raw, 152, by_words) != data_key:
        raise ValueError("The words open another key than the passphrase.")
    replay, refusal = reader.read_records(data, header)
    if refusal:
        raise refusal
    return {
        "passphrase": passphrase, "passphraseBytes": typed.hex(), "wordNumbers": numbers, "wordBytes": words.hex(),
        "vaultHash": reader.hash32(data).hex(), "vaultID": header.vault_id.hex(), "fileID": header.file_id.hex(),
        "dataKey": data_key.hex(),
        "headerKey": reader.hash32(b"handrail header v1" + header.file_id, data_key).hex(),
        "recordKey": header.record_key.hex(), "passphraseSlot": slot(raw, 48, by_passphrase),
        "recoverySlot": slot(raw, 152, by_words), "plainCheck": raw[4032:4064].hex(), "code": raw[4064:4096].hex(),
        "records": records(data, header), "pages": len(replay.image) // reader.PAGE,
        "databaseHash": reader.hash32(bytes(replay.image)).hex(),
        "tables": reader.inspect(replay.image, None)["tables"],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", metavar="FILE", help="JSON with passphrase and wordNumbers, to be filled in")
    target = parser.parse_args().write
    path = Path(target) if target else VECTORS / "vault.json"
    known = json.loads(path.read_text("utf-8"))
    found = answers(path.with_suffix("").read_bytes(), known["passphrase"], known["wordNumbers"])
    if target:
        path.write_text(json.dumps(found, indent=1, ensure_ascii=True) + "\n", "utf-8")
        return 0
    wrong = sorted(name for name in known.keys() | found.keys() if known.get(name) != found.get(name))
    print(f"{len(known) - len(wrong)} answers as expected" + "".join(f"; another {name}" for name in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
