#!/usr/bin/env python3
"""Every piece of Swift in README, the guides and the documentation comments compiles as pasted, in a fresh package.

A piece is a module of its own, with the imports it shows; one that runs at the top level is a program. A manifest is read
by SwiftPM. The package is compiled in the repository's own scratch folder: SwiftPM compiles a library with the same
commands for a package that depends on it, so that after `make build` only the pieces themselves are compiled.
"""
import pathlib
import re
import shutil
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
scratch = root / ".build"
folder = scratch / "snippets"
FENCE = re.compile(r"^```swift\n(.*?)^```", re.S | re.M)
# What may stand at the left edge of a file that is no program.
LIBRARY = re.compile(r"[@#})\]]|//|(public |private |final |open )*(import|func|struct|class|enum|extension|let|var|actor)\b")


def pieces():
    texts = [root / "README.md", *sorted((root / "Sources/MockPortal/MockPortal.docc").rglob("*.md"))]
    for path in texts:
        for number, piece in enumerate(FENCE.findall(path.read_text()), 1):
            yield f"{path.stem}{number}", path, piece
    for module in ("Facts", "Enterprise", "MockPortal", "MockPortalTesting", "MockPortalXCTest"):
        for path in sorted((root / "Sources" / module).rglob("*.swift")):
            comments = "".join(
                re.sub(r"^\s*/// ?", "", line) if line.lstrip().startswith("///") else "\n"
                for line in path.read_text().splitlines(True))
            for number, piece in enumerate(FENCE.findall(comments), 1):
                yield f"{path.stem}Comment{number}", path, piece


def is_program(piece):
    lines = [line for line in piece.splitlines() if line and not line[0].isspace()]
    return any(not LIBRARY.match(line) or "await" in line for line in lines)


def forget_plan():
    # SwiftPM keeps the plan of a scratch folder's last package, and would take it for that of the next.
    for path in [*scratch.glob("*.yaml"), scratch / "debug/description.json"]:
        path.unlink(missing_ok=True)


shutil.rmtree(folder, ignore_errors=True)
targets, manifests, places = [], [], {}
for name, path, piece in pieces():
    name = re.sub(r"\W", "", name)
    places[name] = path.relative_to(root)
    if "import PackageDescription" in piece:
        manifests.append((name, piece))
        continue
    kind = "executableTarget" if is_program(piece) else "target"
    file = folder / "Sources" / name / ("main.swift" if is_program(piece) else "Piece.swift")
    file.parent.mkdir(parents=True)
    file.write_text(piece)
    products = re.findall(r"^import (MockPortal\w*)", piece, re.M)
    uses = ", ".join(f'.product(name: "{product}", package: "mock-portal")' for product in products)
    targets.append(f'        .{kind}(name: "{name}", dependencies: [{uses}]),\n')
(folder / "Package.swift").write_text(f"""// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "snippets",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "mock-portal", path: "{root}")],
    targets: [
{"".join(targets)}    ],
    swiftLanguageModes: [.v6]
)
""")
wrong = 0
forget_plan()
try:
    build = subprocess.run(
        ["swift", "build", "--package-path", folder, "--scratch-path", scratch], capture_output=True, text=True)
finally:
    forget_plan()
if build.returncode:
    wrong += 1
    print(build.stdout, build.stderr)
for name, piece in manifests:
    manifest = folder / "manifests" / name
    for target in re.findall(r'arget\(\s*name: "(\w+)"', piece):
        for kind in ("Sources", "Tests"):
            (manifest / kind / target).mkdir(parents=True, exist_ok=True)
    (manifest / "Package.swift").write_text(piece)
    read = subprocess.run(["swift", "package", "dump-package", "--package-path", manifest], capture_output=True, text=True)
    if read.returncode:
        wrong += 1
        print(f"{places[name]}:", read.stdout, read.stderr)
print(f"snippets: {len(places)} pieces of code, {wrong} wrong")
sys.exit(1 if wrong or not targets else 0)
