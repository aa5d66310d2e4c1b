# SPDX-License-Identifier: Apache-2.0
"""Packs the folder of packaging/stage.py: python3 packaging/tarball.py STAGE OUTPUT-FOLDER. Prints the file's name."""
import sys
from pathlib import Path

import recipe

stage, output = sys.argv[1:]
name = f"mock-portal-{recipe.version()}-linux-{recipe.architecture()}"
path = Path(output) / f"{name}.tar.gz"
path.parent.mkdir(parents=True, exist_ok=True)
recipe.tar(stage, path, name, recipe.epoch())
print(path)
