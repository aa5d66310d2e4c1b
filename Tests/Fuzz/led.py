#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each fuzz target under libFuzzer, which is led by the code that an input reaches: make libfuzzer.

    Tests/Fuzz/led.py DRIVER SECONDS SEED [TARGET…]

Inputs begin with those of Tests/Fuzz/corpus, and what reaches new code is kept in .build/led from run to run. It ends with 1 if an
input ends the program, takes longer than five seconds or more than 2 GiB: its file is named, to be put into the corpus.
"""
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
KEPT = HERE.parent.parent / ".build" / "led"


def asked(driver, what, target=""):
    environment = {**os.environ, "MOCK_PORTAL_FUZZ_PRINT": what, "MOCK_PORTAL_FUZZ_TARGET": target}
    return subprocess.run([driver], env=environment, capture_output=True, text=True, check=True).stdout.splitlines()


def lead(driver, target, seconds, seed):
    """Runs a target, and returns what it did in words, and the files of what it found."""
    folder, found = KEPT / target, KEPT / "found" / target
    folder.mkdir(parents=True, exist_ok=True)
    found.mkdir(parents=True, exist_ok=True)
    words = KEPT / f"{target}.dict"
    words.write_text("".join(
        '"' + "".join(f"\\x{byte.zfill(2)}" for byte in line.split()) + '"\n' for line in asked(driver, "words", target) if line))
    before = set(found.iterdir())
    run = subprocess.run(
        [driver, f"-max_total_time={seconds}", f"-seed={seed}", "-timeout=5", "-rss_limit_mb=2048", "-max_len=65536",
         *([f"-dict={words}"] if words.read_text() else []), f"-artifact_prefix={found}/", "-print_final_stats=1", str(folder), str(HERE / "corpus" / target)],
        env={**os.environ, "MOCK_PORTAL_FUZZ_TARGET": target}, capture_output=True, text=True, errors="replace")
    number = lambda pattern: (re.findall(pattern, run.stderr) or ["0"])[-1]
    told = (f"{number('number_of_executed_units: *([0-9]+)')} inputs, {number('average_exec_per_sec: *([0-9]+)')}/s, "
            f"{number('cov: ([0-9]+)')} edges reached, slowest {number('slowest_unit_time_sec: *([0-9]+)')} s, "
            f"at most {number('peak_rss_mb: *([0-9]+)')} MiB")
    files = sorted(set(found.iterdir()) - before)
    if run.returncode and not files:
        raise SystemExit(f"{target}: libFuzzer ended with {run.returncode}: {run.stderr[-2000:]}")
    return told, files, run.stderr


def main():
    driver, seconds, seed, *names = sys.argv[1:]
    bad = 0
    for target in names or asked(driver, "names"):
        told, files, log = lead(driver, target, int(seconds), int(seed))
        print(f"{target}: {told}", flush=True)
        for file in files:
            bad += 1
            print(f"  {file}: {file.stat().st_size} bytes")
            print("    " + "\n    ".join(line for line in log.splitlines() if re.search("Fatal error|ERROR: |precondition", line))[:2000])
    sys.exit(1 if bad else 0)


main()
