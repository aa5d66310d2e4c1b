#!/usr/bin/env python3
"""The public API as a text, a line a symbol: docs/api.txt. `--check` compares, and wants a documentation comment of each.

Read from the symbol graphs that scripts/symbol-graphs.sh writes: the modules' own symbols, what they add to types of other
modules (`extension of …`), and what their types conform to.
"""
import difflib
import json
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parent.parent
graphs = root / ".build/graphs"
MODULES = ["MockPortal", "MockPortalTesting", "MockPortalXCTest", "Facts", "Enterprise"]
# Public enums, and why each is closed: a switch over any other would break with the next case.
CLOSED = {
    "Facts.Finding.Severity": "a finding keeps a scenario from being served, or it does not",
    "Enterprise.Scenario.Access": "the values that Esri's `access` has, with the groups that share it",
}
# What the compiler finds out by itself.
IMPLIED = {"Swift.Copyable", "Swift.Escapable", "Swift.SendableMetatype", "Swift.BitwiseCopyable"}


def spelled(symbol):
    words = "".join(part["spelling"] for part in symbol.get("declarationFragments", []))
    return " ".join(words.split())


lines, others, bare, wrong = [], [], [], []
known = {}
found = []
for path in sorted(graphs.glob("*.symbols.json")):
    module, _, extended = path.name.removesuffix(".symbols.json").partition("@")
    if module not in MODULES:
        continue
    graph = json.loads(path.read_text())
    for symbol in graph["symbols"]:
        known[symbol["identifier"]["precise"]] = f"{extended or module}.{'.'.join(symbol['pathComponents'])}"
    found.append((module, extended, graph))
for module, extended, graph in found:
    for symbol in graph["symbols"]:
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"] or symbol["kind"]["identifier"] == "swift.extension":
            continue
        path = ".".join(symbol["pathComponents"])
        name = f"{module}.{path}"
        line = f"{name}\t{spelled(symbol)}"
        if extended:
            line = f"{name}\textension of {extended}: {spelled(symbol)}"
            others.append(line)
        else:
            lines.append(line)
        if symbol["kind"]["identifier"] == "swift.enum" and name not in CLOSED:
            wrong.append(f"{name} is a public enum: a structure with static members can grow; or say in CLOSED why it never will")
        if path in MODULES:
            wrong.append(f"{name} has the name of a module")
        # What fulfils a protocol of the standard library is documented there.
        if not symbol.get("docComment"):
            bare.append(line)
    conforms = {}
    for relation in graph["relationships"]:
        if relation["kind"] != "conformsTo" or relation["source"] not in known:
            continue
        target = relation.get("targetFallback") or known.get(relation["target"])
        if target and target not in IMPLIED:
            conforms.setdefault(known[relation["source"]], set()).add(target.removeprefix("Swift."))
    for source, targets in conforms.items():
        # What a type of another module is made to conform to is told with the module that does it.
        by = "" if source.split(".")[0] == module else f" (in {module})"
        others.append(f"{source}\tconforms to {', '.join(sorted(targets))}{by}")
lines, others = sorted(set(lines)), sorted(set(others))
text = "\n".join(sorted(lines + others)) + "\n"
told = f"api: {len(lines)} symbols, {len(others)} extensions and conformances, {len(bare)} not documented"
path = root / "docs/api.txt"
for line in bare:
    print(f"not documented: {line}", file=sys.stderr)
for line in wrong:
    print(line, file=sys.stderr)
if "--check" not in sys.argv:
    path.write_text(text)
    print(told)
    sys.exit(1 if bare or wrong else 0)
known = path.read_text()
if known != text:
    sys.stdout.writelines(difflib.unified_diff(
        known.splitlines(True), text.splitlines(True), "docs/api.txt", "the sources", n=0))
    print("The public API is another than docs/api.txt says. If that is meant: make api-accept, and say so in CHANGELOG.md.")
print(told)
sys.exit(1 if known != text or bare or wrong else 0)
