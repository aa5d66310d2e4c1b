# SPDX-License-Identifier: Apache-2.0
"""Prints the formula of Homebrew for a release: python3 packaging/homebrew.py URL SOURCE.tar.gz. What it depends on stands in packages.txt."""
import hashlib
import sys
from pathlib import Path

import recipe

url, source = sys.argv[1:]
libraries = []
for line in (recipe.ROOT / "packages.txt").read_text().splitlines():
    parts = [part.strip() for part in line.split("#")[0].split("|")]
    # A library that is linked or loaded: a headers' package with a formula; krb5 and proj are loaded when needed.
    if len(parts) == 4 and parts[3].startswith("build:") and parts[1] != "-" and parts[2] == "-" and parts[1] not in libraries:
        libraries.append(parts[1])
formula = (recipe.ROOT / "packaging/homebrew/mock-portal.rb").read_text()
formula = formula.replace("# The formula; packaging/homebrew.py writes URL and digest of a release into it.\n", "")
print(formula.replace("@URL@", url).replace("@SHA256@", hashlib.sha256(Path(source).read_bytes()).hexdigest())
      .replace("@LIBRARIES@", "\n".join(f'  depends_on "{name}"' for name in sorted(libraries))), end="")
