#!/usr/bin/env python3
"""Every piece of Swift in the guides stands, line by line, in a test that runs: between `// >` and `// <`."""
import pathlib
import re
import sys
import textwrap

root = pathlib.Path(__file__).resolve().parent.parent
source = (root / "Tests/MockPortalTestingTests/GuideTests.swift").read_text()
pieces = {textwrap.dedent(piece).strip() for piece in re.findall(r"// >\n(.*?)\n *// <", source, re.S)}
wrong, used = [], set()
for page in sorted((root / "Sources/MockPortal/MockPortal.docc").glob("*.md")):
    for piece in re.findall(r"```swift\n(.*?)```", page.read_text(), re.S):
        piece = piece.strip()
        used.add(piece)
        if piece not in pieces:
            wrong.append(f"{page.relative_to(root)}: no test has this:\n{textwrap.indent(piece, '    ')}")
for piece in sorted(pieces - used):
    wrong.append(f"GuideTests.swift: no guide shows this:\n{textwrap.indent(piece, '    ')}")
print("\n".join(wrong), end="\n" if wrong else "")
print(f"guides: {len(used)} pieces of code, {len(wrong)} wrong")
sys.exit(1 if wrong or not used else 0)
