#!/usr/bin/env python3
"""Writes Sources/C/CAssets/CAssets.c: every file under scenarios/ that the binary carries, by #embed.

Run it after adding or removing a scenario or data file; a test fails if the list is not up to date.
"""
import pathlib

root = pathlib.Path(__file__).resolve().parent.parent
files = sorted(
    path.relative_to(root).as_posix()
    for path in (root / "scenarios").rglob("*")
    if path.suffix in {".json5", ".geojson", ".json", ".xml", ".gz", ".html", ".png"} and path.name != "schema.json"
)
lines = [
    "// SPDX-License-Identifier: Apache-2.0",
    "",
    "// Made by scripts/embed-scenarios.py: the built-in scenarios and their data.",
    '#include "CAssets.h"',
    '#pragma clang diagnostic ignored "-Wc23-extensions"',
    "",
]
for number, name in enumerate(files):
    lines += [f"static const unsigned char file{number}[] = {{", f'#embed "../../../{name}"', "};"]
lines += ["", "const mp_asset mp_assets[] = {"]
for number, name in enumerate(files):
    lines.append(f'    {{"{name.removeprefix("scenarios/")}", file{number}, sizeof(file{number})}},')
lines += ["};", "", "const int mp_asset_count = sizeof(mp_assets) / sizeof(mp_assets[0]);", ""]
(root / "Sources/C/CAssets/CAssets.c").write_text("\n".join(lines))
