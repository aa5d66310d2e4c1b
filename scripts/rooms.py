#!/usr/bin/env python3
"""Which folder of a module leans on which other, read from the code.

rooms.py [MODULE…]            each folder and the folders whose types it names, and the pairs that lean on each other
rooms.py --check N MODULE…    the same, and fails where more than N pairs of a module lean on each other

A folder leans on another if a file in it names a type that the other declares; comments and texts do not count.
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent / "Sources"
DECLARED = re.compile(
    r"^(?:(?:package|public|private|fileprivate|internal|indirect|final|@\w+(?:\([^)]*\))?) )*"
    r"(?:struct|enum|class|protocol|actor)\s+(\w+)", re.M)


def code(path):
    """The file without comments and texts; what stands in an interpolation goes with its text."""
    text = re.sub(r'"""[\s\S]*?"""', '""', re.sub(r"//.*", "", path.read_text(encoding="utf-8")))
    return re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', text)


def rooms(module):
    """The folders of a module, and for each of them folder -> the types that it names there."""
    files = {path: code(path) for path in sorted((ROOT / module).rglob("*.swift"))}
    room = {path: str(path.parent.relative_to(ROOT / module)).split("/")[0] for path in files}
    home = {name: room[path] for path, text in files.items() for name in DECLARED.findall(text)}
    leans = {name: collections.defaultdict(set) for name in sorted(set(room.values()))}
    for path, text in files.items():
        for name in set(re.findall(r"\b[A-Z]\w+", text)):
            if home.get(name, room[path]) != room[path]:
                leans[room[path]][home[name]].add(name)
    return leans


def main(arguments):
    bound = None
    if arguments[:1] == ["--check"]:
        bound, arguments = int(arguments[1]), arguments[2:]
    modules = arguments or ["Enterprise", "Services"]
    failed = False
    for module in modules:
        leans = rooms(module)
        print(f"{module}: {len(leans)} folders")
        for name, others in leans.items():
            print(f"  {name} -> {', '.join(sorted(others)) or 'nothing'}")
        pairs = [(one, other) for one in leans for other in leans[one] if one < other and one in leans[other]]
        print(f"  {len(pairs)} pairs lean on each other" + (":" if pairs else ""))
        for one, other in sorted(pairs):
            print(f"    {one} <-> {other}: {', '.join(sorted(leans[one][other]))} | {', '.join(sorted(leans[other][one]))}")
        failed = failed or bound is not None and len(pairs) > bound
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
