"""Reads {id: text} as JSON, and writes {id: Flesch-Kincaid grade} as textstat measures it, not rounded."""

import json
import sys

import textstat

textstat.textstat.set_rounding(False)
json.dump(
    {name: textstat.flesch_kincaid_grade(text) for name, text in json.load(sys.stdin).items()}, sys.stdout)
