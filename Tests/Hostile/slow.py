#!/usr/bin/env python3
"""Debian's slowhttptest in all its modes, while somebody else asks for tokens. Usage: slow.py path/to/mock-portal"""
import csv
import pathlib
import subprocess
import sys
import tempfile

from common import DONE, Others, Served, check

COUNT = 400
SECONDS = 15
QUERY = "/arcgis/rest/services?f=json"
MODES = {
    "slow heads": ["-H", "-i", "3", "-x", "24"],
    "slow bodies": ["-B", "-i", "3", "-s", "8192", "-x", "10", "-t", "POST"],
    "overlapping ranges": ["-R", "-a", "10", "-b", "3000", "-t", "HEAD"],
    "slow readers": ["-X", "-n", "5", "-w", "10", "-y", "20", "-z", "5", "-k", "3"],
}


def columns(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def attack(what, options):
    with tempfile.TemporaryDirectory() as name, Served() as served:
        served.token()
        before = served.resident()
        url = served.http + ("/portal/sharing/rest/generateToken" if "-B" in options else QUERY)
        with Others(served) as others:
            run = subprocess.run(
                ["slowhttptest", *options, "-c", str(COUNT), "-r", "200", "-l", str(SECONDS), "-p", "3", "-u", url, "-g", "-o", f"{name}/out"],
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=SECONDS + 60)
        table = pathlib.Path(name) / "out.csv"
        if not table.exists():
            sys.exit(f"slowhttptest wrote nothing:\n{run.stdout[-2000:]}")
        seconds = columns(table)
        state = [name for name in seconds[0] if "available" in name.lower()][0]
        check(len(seconds) >= 2 and all(float(second[state]) > 0 for second in seconds),
              f"{what}: slowhttptest finds the service available in each of {len(seconds)} seconds")
        check(not others.failures, f"{what}: {len(others.took)} tokens for others, none failed: {others.failures[:1]}")
        worst = max(others.took)
        check(worst < 1000, f"{what}: the longest took {worst:.0f} ms")
        grown = served.resident() - before
        check(grown < 64, f"{what}: {grown:.1f} MiB more than before")
        code, errors = served.end()
        check(code == 0, f"{what}: it ends as it should: {code} {errors[-200:]}")


for mode, options in MODES.items():
    attack(mode, options)
print(f"slowhttptest: {DONE[0]} checks")
