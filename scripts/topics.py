#!/usr/bin/env python3
"""Every public symbol stands under a topic of the documentation, and every topic names a symbol that there is.

Read from the symbol graphs that scripts/symbol-graphs.sh writes and from the pages of Sources/MockPortal/MockPortal.docc. A type with
no page of its own, and with few members, is left to DocC, which groups them by kind; the type itself is not.
"""
import json
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
MODULES = ["MockPortal", "MockPortalTesting", "MockPortalXCTest", "Facts", "Enterprise"]
# So many members DocC shows on one screen.
FEW = 8
LINK = re.compile(r"^- ``(.+?)``", re.M)
# What tells overloads apart in a link: a hash, a kind of symbol, or types.
TOLD = re.compile(r"-(?:(?:swift\.)?(?:type\.)?method|[0-9a-z]{4,6}|\(.*\)(?:->.*)?|->.*)$")

symbols = {}
for path in sorted((root / ".build/graphs").glob("*.symbols.json")):
    module, _, extended = path.name.removesuffix(".symbols.json").partition("@")
    # What is added to a type of another module is found at that type, or on a page of the module that adds it.
    at = f"{module}.{extended}" if module == "MockPortalTesting" and extended else extended or module
    for symbol in json.loads(path.read_text())["symbols"]:
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"] or symbol["kind"]["identifier"] == "swift.extension":
            continue
        name = ".".join([at, *symbol["pathComponents"]])
        symbols.setdefault(name, []).append(symbol["identifier"]["precise"])

members = {}
for name in symbols:
    members.setdefault(re.sub(r"\.[^.(]+(\(.*)?$", "", name), []).append(name)
shown, wrong, pages = {}, [], set(MODULES)
for page in sorted((root / "Sources/MockPortal/MockPortal.docc").rglob("*.md")):
    text = page.read_text()
    title = re.match(r"# ``(.+?)``", text)
    if "## Topics" not in text or not title:
        continue
    owner = title[1].replace("/", ".")
    owner = owner if owner in members else f"MockPortal.{owner}"
    pages.add(owner)
    for link in LINK.findall(text[text.index("## Topics"):]):
        name = TOLD.sub("", link).replace("/", ".")
        found = next((n for n in (f"{owner}.{name}", f"{owner.split('.')[0]}.{name}", name) if n in symbols), None)
        if not found:
            wrong.append(f"{page.relative_to(root)}: ``{link}`` is no public symbol")
        else:
            shown[found] = shown.get(found, 0) + 1
for owner, names in sorted(members.items()):
    # A module's own types are shown wherever topics are; what is added to other packages' types is shown there by DocC.
    if owner not in pages and (len(names) <= FEW or owner.split(".")[0] not in MODULES):
        continue
    for name in sorted(names):
        if shown.get(name, 0) == 0:
            wrong.append(f"{name} stands under no topic" + ("" if owner in pages else f": {owner} needs a page with topics"))
for line in wrong:
    print(line)
print(f"topics: {sum(map(len, symbols.values()))} symbols, {len(wrong)} wrong")
sys.exit(1 if wrong or not symbols else 0)
