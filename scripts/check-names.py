#!/usr/bin/env python3
"""Checks the names of types: none stands in two modules, and none is called Result or as a type of the standard library
that sources use by that name.

A reader who meets a name anywhere in the package must know which type it is.
"""
import collections
import pathlib
import re
import sys

# Names of Swift's own that a type of ours would hide.
TAKEN = {"Result", "Error", "Task", "Duration", "Character", "Set", "Array", "Range"}
DECLARATION = re.compile(
    r"^(?P<indent> *)(?:@\w+(?:\([^)]*\))? )*(?:(?:public|package|internal|fileprivate|private|open|final|indirect) )*"
    r"(?:struct|class|enum|actor|protocol|typealias) (?P<name>\w+)", re.M)

root = pathlib.Path(__file__).resolve().parent.parent / "Sources"
modules = collections.defaultdict(dict)
problems = []
count = 0
for path in sorted(root.rglob("*.swift")):
    module = path.relative_to(root).parts[0]
    for match in DECLARATION.finditer(path.read_text()):
        name, count = match["name"], count + 1
        if name in TAKEN:
            problems.append(f"Sources/{path.relative_to(root)}: {name} is a name of Swift's own")
        if not match["indent"]:
            modules[name].setdefault(module, path.relative_to(root))
for name, places in sorted(modules.items()):
    if len(places) > 1:
        problems.append(f"{name} is a type of {' and of '.join(f'{m} ({p})' for m, p in places.items())}")
for problem in problems:
    print(problem, file=sys.stderr)
print(f"names: {count} types, {len(problems)} wrong")
sys.exit(1 if problems or count == 0 else 0)
