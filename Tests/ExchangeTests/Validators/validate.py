"""Checks FHIR bundles with fhir.resources, in whichever version stands in this Python.

validate.py FILE...    One line a file: its version of FHIR, how many entries of which type. Ends with 1 where one is wrong.
"""

import json
import sys
from collections import Counter
from importlib.metadata import version

# 6.4.0 is R4 itself; later ones have R4B beside R5.
release = version("fhir.resources")
if release.startswith("6."):
    from fhir.resources.bundle import Bundle

    name, read = "R4", Bundle.parse_obj
else:
    from fhir.resources.R4B.bundle import Bundle

    name, read = "R4B", Bundle.model_validate

wrong = 0
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    try:
        bundle = read(data)
    except Exception as problem:
        wrong = 1
        print(f"{name}: wrong: {problem}")
        continue
    types = Counter(entry.resource.resource_type if release.startswith("6.") else entry.resource.get_resource_type()
                    for entry in bundle.entry)
    print(f"{name}: " + ", ".join(f"{count} {kind}" for kind, count in sorted(types.items())))
sys.exit(wrong)
