#!/usr/bin/env python3
"""The public API as a text, a line a symbol: docs/api.txt. `--check` compares, and wants a documentation comment of each.

Read from the symbol graphs that scripts/symbol-graphs.sh writes.
"""
import difflib
import json
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parent.parent
MODULES = ["MockPortal", "MockPortalTesting", "MockPortalXCTest", "Facts", "Enterprise"]
# Public enums, and why each is closed: a switch over any other would break with the next case.
CLOSED = {
    "Facts.Finding.Severity": "a finding keeps a scenario from being served, or it does not",
    "Enterprise.Fault.Stage": "the five moments of an exchange, docs/contracts.md",
    "Enterprise.WebTier": "the three of docs/contracts.md",
    "Enterprise.Scenario.Access": "the four kinds of sharing that portals have",
    "Enterprise.Scenario.Layer.Source": "data stands in a file or in the code",
    "Enterprise.Scenario.SAML.Fault": "the words of docs/contracts.md",
    "Enterprise.Scenario.SAML.SignUpMode": "the two of a portal's own setting",
    "Enterprise.Scenario.Service.State": "the three of docs/contracts.md",
    "Enterprise.Scenario.User.Provider": "the two of a portal's own field",
    "Enterprise.Scenario.User.Role": "the three built-in roles of portals; others are written as further keys",
}
lines, bare, wrong = [], [], []
for module in MODULES:
    graph = json.loads((root / ".build/graphs" / f"{module}.symbols.json").read_text())
    for symbol in graph["symbols"]:
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
            continue
        path = ".".join(symbol["pathComponents"])
        words = "".join(part["spelling"] for part in symbol.get("declarationFragments", []))
        line = f"{module}.{path}\t{' '.join(words.split())}"
        lines.append(line)
        name = f"{module}.{path}"
        if symbol["kind"]["identifier"] == "swift.enum" and name not in CLOSED:
            wrong.append(f"{name} is a public enum: a structure with static members can grow; or say in CLOSED why it never will")
        if path in MODULES:
            wrong.append(f"{name} has the name of a module")
        # What fulfils a protocol of the standard library is documented there.
        told = symbol.get("docComment") or "swift.extension" == symbol["kind"]["identifier"]
        if not told:
            bare.append(line)
text = "\n".join(sorted(set(lines))) + "\n"
path = root / "docs/api.txt"
for line in bare:
    print(f"not documented: {line}", file=sys.stderr)
for line in wrong:
    print(line, file=sys.stderr)
if "--check" not in sys.argv:
    path.write_text(text)
    print(f"api: {len(set(lines))} symbols, {len(bare)} not documented")
    sys.exit(1 if bare or wrong else 0)
known = path.read_text()
if known != text:
    sys.stdout.writelines(difflib.unified_diff(
        known.splitlines(True), text.splitlines(True), "docs/api.txt", "the sources", n=0))
    print("The public API is another than docs/api.txt says. If that is meant: make api-accept, and say so in CHANGELOG.md.")
print(f"api: {len(set(lines))} symbols, {len(bare)} not documented")
sys.exit(1 if known != text or bare or wrong else 0)
