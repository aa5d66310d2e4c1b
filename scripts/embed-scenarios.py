#!/usr/bin/env python3
"""Writes Sources/C/CAssets/CAssets.c: every file under scenarios/ and inspector/, and every guide, that the binary carries, by #embed.

Run it after adding or removing a scenario, a data file, a file of the inspector or a guide; a test fails if the list is
not up to date.
"""
import pathlib

root = pathlib.Path(__file__).resolve().parent.parent
KINDS = {
    "scenarios": {".json5", ".geojson", ".json", ".xml", ".gz", ".html", ".png"},
    "inspector": {".html", ".css", ".js", ".svg", ".ico"},
}

# What `find` reads: pages that tell how, and not what is generated, or lists symbols.
GUIDES = [
    "docs/recipes.md", "docs/trust.md", "docs/inspector.md", "docs/scenarios/faults.md", "docs/scenarios/recordings.md",
    "docs/examples/testcontainers/README.md", "docker/README.md", "packaging/java/README.md", "packaging/npm/README.md",
    "packaging/python/README.md",
]


def guides():
    """The pages above and the articles; a page of symbols has one as its title."""
    articles = (root / "Sources/MockPortal/MockPortal.docc").glob("*.md")
    return sorted(GUIDES + [path.relative_to(root).as_posix() for path in articles if not path.read_text().startswith("# `")])


def files(folder):
    found = (root / folder).rglob("*")
    return sorted(
        path.relative_to(root / folder).as_posix()
        for path in found if path.suffix in KINDS[folder] and path.name != "schema.json")


def table(name, folder, names, prefix):
    """The bytes of a folder's files, and the list of them."""
    out = []
    for number, file in enumerate(names):
        out += [f"static const unsigned char {prefix}{number}[] = {{", f'#embed "../../../{folder}{file}"', "};"]
    out += ["", f"const mp_asset {name}s[] = {{"]
    out += [f'    {{"{file}", {prefix}{number}, sizeof({prefix}{number})}},' for number, file in enumerate(names)]
    return out + ["};", "", f"const int {name}_count = sizeof({name}s) / sizeof({name}s[0]);", ""]


lines = [
    "// SPDX-License-Identifier: Apache-2.0",
    "",
    "// Made by scripts/embed-scenarios.py: the built-in scenarios with their data, the inspector, and the guides.",
    '#include "CAssets.h"',
    '#pragma clang diagnostic ignored "-Wc23-extensions"',
    "",
]
lines += table("mp_asset", "scenarios/", files("scenarios"), "file") + table("mp_page", "inspector/", files("inspector"), "page")
lines += table("mp_guide", "", guides(), "guide")
(root / "Sources/C/CAssets/CAssets.c").write_text("\n".join(lines))
