#!/usr/bin/env python3
"""The public API as a text, a line a symbol: docs/api.txt. `--check` compares, and wants a documentation comment of each.

Read from the symbol graphs that scripts/symbol-graphs.sh writes.
"""
import difflib
import json
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parent.parent
MODULES = ["MockPortal", "MockPortalTesting", "Facts", "Enterprise"]
lines, bare = [], []
for module in MODULES:
    graph = json.loads((root / ".build/graphs" / f"{module}.symbols.json").read_text())
    for symbol in graph["symbols"]:
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
            continue
        path = ".".join(symbol["pathComponents"])
        words = "".join(part["spelling"] for part in symbol.get("declarationFragments", []))
        line = f"{module}.{path}\t{' '.join(words.split())}"
        lines.append(line)
        # What fulfils a protocol of the standard library is documented there.
        told = symbol.get("docComment") or "swift.extension" == symbol["kind"]["identifier"]
        if not told:
            bare.append(line)
text = "\n".join(sorted(set(lines))) + "\n"
path = root / "docs/api.txt"
for line in bare:
    print(f"not documented: {line}", file=sys.stderr)
if "--check" not in sys.argv:
    path.write_text(text)
    print(f"api: {len(set(lines))} symbols, {len(bare)} not documented")
    sys.exit(1 if bare else 0)
known = path.read_text()
if known != text:
    sys.stdout.writelines(difflib.unified_diff(
        known.splitlines(True), text.splitlines(True), "docs/api.txt", "the sources", n=0))
    print("The public API is another than docs/api.txt says. If that is meant: make api-accept, and say so in CHANGELOG.md.")
print(f"api: {len(set(lines))} symbols, {len(bare)} not documented")
sys.exit(1 if known != text or bare else 0)
