# SPDX-License-Identifier: Apache-2.0
"""Prints what CHANGELOG.md says of the version that the sources have: python3 packaging/release-notes.py [TAG].

With a tag, it must be v and that version, and the section may not be called unreleased."""
import re
import sys

import recipe

version = recipe.version()
text = (recipe.ROOT / "CHANGELOG.md").read_text()
found = re.search(rf"^## {re.escape(version)}( \(unreleased\))?\n(.*?)(?=^## |\Z)", text, re.M | re.S)
if not found:
    sys.exit(f"CHANGELOG.md says nothing of {version}")
if len(sys.argv) > 1:
    if sys.argv[1] != f"v{version}":
        sys.exit(f"the tag {sys.argv[1]} is not v{version}, the version in {recipe.VERSION_FILE.relative_to(recipe.ROOT)}")
    if found.group(1):
        sys.exit(f"CHANGELOG.md still calls {version} unreleased")
print(found.group(2).strip())
