# SPDX-License-Identifier: Apache-2.0
"""Makes the package for node: python3 packaging/npm.py STAGE OUTPUT-FOLDER. Prints the file's name.

It is what `npm pack` would make of the folder, with bytes that are always the same. Nothing runs when it is installed.
"""
import json
import shutil
import sys
import tempfile
from pathlib import Path

import recipe

SOURCE = recipe.ROOT / "packaging/npm"
CPU = {"x86_64": "x64", "aarch64": "arm64"}


def main(stage, output):
    about = json.loads((SOURCE / "package.json").read_text())
    about["version"] = recipe.version()
    about["cpu"] = [CPU[recipe.architecture()]]
    path = Path(output) / f"mock-portal-{about['version']}-linux-{CPU[recipe.architecture()]}.tgz"
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        package = Path(work) / "package"
        # The scenarios are in the command, too.
        shutil.copytree(stage, package / "home", ignore=lambda folder, names: ["scenarios"] if folder.endswith("share/mock-portal") else [])
        for name in recipe.files(SOURCE):
            if name.parts[0] != "test" and name.suffix in (".mjs", ".ts", ".md"):
                shutil.copyfile(SOURCE / name, package / name)
        # Types for importers by either way of finding them.
        for declared in SOURCE.glob("*.d.ts"):
            shutil.copyfile(declared, package / declared.name.replace(".d.ts", ".d.mts"))
        for name in ("LICENSE", "NOTICE"):
            shutil.copyfile(recipe.ROOT / name, package / name)
        (package / "package.json").write_text(json.dumps(about, indent=2) + "\n")
        recipe.tar(package, path, "package", recipe.epoch())
    print(path)


main(*sys.argv[1:])
