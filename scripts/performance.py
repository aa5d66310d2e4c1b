#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The page about performance, made of what the benchmarks wrote: make performance.  Usage: performance.py folder-of-results > page
performance.py --self-test"""
import json
import os
import pathlib
import platform
import re
import sys

# The order of the page, and what each part is called.
PARTS = {
    "budgets": "Budgets",
    "rows": "Large layers",
    "growth": "What grows with what",
    "starvation": "What others wait",
    "peers": "Peers side by side",
}
HEAD = """# Performance

Written by `make performance`, from one run of each benchmark on one machine; nobody wrote a figure by hand. What each measures, and how, stands
above its table. Other machines give other figures; ratios, and what grows with what, carry over better than milliseconds do.
The budgets are those of [the architecture](architecture.md#budgets).
"""


def machine():
    """What a figure depends on, and nothing that tells whose machine it is."""
    processor = re.search(r"model name\s*: (.+)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text()).group(1)) / 1024 / 1024
    system = re.search(r'PRETTY_NAME="?([^"\n]+)', pathlib.Path("/etc/os-release").read_text())
    return [
        ("processor", f"{processor.group(1).strip() if processor else platform.machine()}, {os.cpu_count()} cores"),
        ("memory", f"{memory:.0f} GiB"),
        ("kernel", f"Linux {re.match(r'[0-9.]+', platform.release()).group(0).rstrip('.')}"),
        ("system", system.group(1) if system else "Linux"),
        ("build", "release, Swift's own libraries linked in"),
    ]


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def table(rows):
    lines = ["| what | measured | goal | |", "|---|---|---|---|"]
    for row in rows:
        met = {True: "met", False: "**not met**", None: ""}[row["fine"]]
        lines.append(f"| {cell(row['what'])} | {cell(row['measured'])} | {cell(row['goal'])} | {met} |")
    return lines


def page(results, about):
    lines = [HEAD, "| machine | |", "|---|---|"]
    lines += [f"| {name} | {cell(value)} |" for name, value in about]
    goals = [row["fine"] for result in results.values() for row in result["rows"] if row["fine"] is not None]
    lines += ["", f"{len(goals)} figures have a goal; {goals.count(True)} meet it."]
    for name, title in PARTS.items():
        lines += ["", f"## {title}", ""]
        if name not in results:
            lines.append("Not measured in this run.")
            continue
        load = f"The machine's load was {results[name]['load']:.1f} when it began."
        lines += [results[name]["about"], "", load, ""] + table(results[name]["rows"])
    return "\n".join(lines) + "\n"


def self_test():
    results = {"rows": {"name": "rows", "about": "How.", "load": 0.25, "rows": [
        {"what": "a | b", "measured": "1 ms", "goal": "2 ms", "fine": True}, {"what": "c", "measured": "3 ms", "goal": "2 ms", "fine": False},
        {"what": "d", "measured": "4 ms", "goal": "", "fine": None}]}}
    text = page(results, [("memory", "1 GiB")])
    for wanted in ("| a \\| b | 1 ms | 2 ms | met |", "| c | 3 ms | 2 ms | **not met** |", "| d | 4 ms |  |  |", "2 figures have a goal; 1 meet it.",
                   "## Peers side by side\n\nNot measured in this run.", "| memory | 1 GiB |", "load was 0.2 when"):
        assert wanted in text, wanted
    told = " ".join(value for _, value in machine())
    assert platform.node() not in told and str(pathlib.Path.home()) not in told, told
    print("performance: passed")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    results = {}
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
        result = json.loads(path.read_text())
        if result["name"] not in PARTS:
            sys.exit(f"{path}: no part of the page is named {result['name']}")
        results[result["name"]] = result
    sys.stdout.write(page(results, machine()))


if __name__ == "__main__":
    main()
