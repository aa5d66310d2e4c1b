#!/usr/bin/env python3
"""Tests from the guides: each piece of Swift in the guides that has a @Test is a file of Tests/MockPortalTestingTests/Guides.

`--write` writes the files; without it, one that differs is an error. So what a reader pastes is what runs.
"""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
folder = root / "Tests/MockPortalTestingTests/Guides"
HEAD = "// SPDX-License-Identifier: Apache-2.0\n\n"
wanted = {}
for page in sorted((root / "Sources/MockPortal/MockPortal.docc").rglob("*.md")):
    pieces = [p for p in re.findall(r"```swift\n(.*?)```", page.read_text(), re.S) if "@Test" in p]
    for number, piece in enumerate(pieces, 1):
        wanted[folder / f"{page.stem}Guide{number}.swift"] = HEAD + piece
known = {path: path.read_text() for path in folder.glob("*.swift")}
wrong = [path for path in sorted(set(wanted) | set(known)) if wanted.get(path) != known.get(path)]
if "--write" in sys.argv:
    folder.mkdir(parents=True, exist_ok=True)
    for path in wrong:
        path.write_text(wanted[path]) if path in wanted else path.unlink()
    wrong = []
for path in wrong:
    print(f"{path.relative_to(root)} is not what the guide shows: python3 scripts/guides.py --write")
print(f"guides: {len(wanted)} tests, {len(wrong)} wrong")
sys.exit(1 if wrong or not wanted else 0)
