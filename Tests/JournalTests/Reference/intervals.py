"""Computes count, mean, median and the 90 % bootstrap percentile interval of the mean with numpy and scipy.

Reads what `handrail helps --json --details` writes and writes intervals.json, the reference of BootstrapTests:

    handrail demo --home DIR --seed 1 --no-shell
    handrail helps --json --details --home DIR | python3 intervals.py > intervals.json

Made with scipy 1.17.1 on the demo journal of seed 1. Tests read the file and need no Python.
"""

import json
import sys

import numpy
import scipy
from scipy import stats

RESAMPLES = 200_000


def reference(line):
    changes = numpy.array(line["changes"])
    found = stats.bootstrap(
        (changes,), numpy.mean, confidence_level=0.9, n_resamples=RESAMPLES, method="percentile", batch=10_000,
        random_state=numpy.random.default_rng(1)).confidence_interval
    return {
        "form": line["form"], "rated": line["rated"], "changes": line["changes"], "count": len(changes),
        "mean": float(numpy.mean(changes)), "median": float(numpy.median(changes)),
        "interval90": [float(found.low), float(found.high)]}


def main():
    lines = json.load(sys.stdin)["helps"]
    json.dump({
        "scipy": scipy.__version__, "numpy": numpy.__version__, "resamples": RESAMPLES,
        "series": [reference(line) for line in lines]}, sys.stdout, indent=1)
    print()


main()
