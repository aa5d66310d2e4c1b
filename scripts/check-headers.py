#!/usr/bin/env python3
"""Checks that every source file begins with the license it is under."""
import pathlib
import sys

FOLDERS = ["Package.swift", "Sources", "Tests", "Benchmarks", "Examples"]
KINDS = {".swift", ".c", ".h"}
LINE = "// SPDX-License-Identifier: Apache-2.0\n"

root = pathlib.Path(__file__).resolve().parent.parent
files = []
for folder in FOLDERS:
    path = root / folder
    files += [path] if path.is_file() else [file for file in path.rglob("*") if file.suffix in KINDS]
files = [file for file in files if ".build" not in file.parts]
# The first line of a manifest is the version of its tools.
bare = [file for file in files if LINE not in "".join(file.open(encoding="utf-8").readlines()[:2])]
for file in sorted(bare):
    print(f"{file.relative_to(root)}: begins without {LINE.strip()}", file=sys.stderr)
print(f"headers: {len(files)} files, {len(bare)} wrong")
sys.exit(1 if bare or not files else 0)
