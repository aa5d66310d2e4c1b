#!/usr/bin/env python3
"""Writes Sources/C/CAssets/CAssets.c: every file under scenarios/ and inspector/ that the binary carries, by #embed.

Run it after adding or removing a scenario, a data file or a file of the inspector; a test fails if the list is not up to
date.
"""
import pathlib

root = pathlib.Path(__file__).resolve().parent.parent
KINDS = {
    "scenarios": {".json5", ".geojson", ".json", ".xml", ".gz", ".html", ".png"},
    "inspector": {".html", ".css", ".js", ".svg", ".ico"},
}


def files(folder):
    found = (root / folder).rglob("*")
    return sorted(
        path.relative_to(root / folder).as_posix()
        for path in found if path.suffix in KINDS[folder] and path.name != "schema.json")


def table(name, folder, prefix):
    """The bytes of a folder's files, and the list of them."""
    names = files(folder)
    out = []
    for number, file in enumerate(names):
        out += [f"static const unsigned char {prefix}{number}[] = {{", f'#embed "../../../{folder}/{file}"', "};"]
    out += ["", f"const mp_asset {name}s[] = {{"]
    out += [f'    {{"{file}", {prefix}{number}, sizeof({prefix}{number})}},' for number, file in enumerate(names)]
    return out + ["};", "", f"const int {name}_count = sizeof({name}s) / sizeof({name}s[0]);", ""]


lines = [
    "// SPDX-License-Identifier: Apache-2.0",
    "",
    "// Made by scripts/embed-scenarios.py: the built-in scenarios with their data, and the inspector.",
    '#include "CAssets.h"',
    '#pragma clang diagnostic ignored "-Wc23-extensions"',
    "",
]
lines += table("mp_asset", "scenarios", "file") + table("mp_page", "inspector", "page")
(root / "Sources/C/CAssets/CAssets.c").write_text("\n".join(lines))
