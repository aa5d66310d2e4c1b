#!/usr/bin/env python3
"""Checks the arrows between modules: every import under Sources/ and Tests/ must be one that the layout allows.

SwiftPM itself only notices modules outside the transitive closure. Also: what a target declares in Package.swift must
be allowed, and Foundation stays out of Sources/ but for MockPortalTesting.
"""
import json
import pathlib
import re
import subprocess
import sys

SYSTEM = {"Glibc", "Darwin", "Synchronization", "Security"}
ARROWS = {
    "Facts": set(),
    "Formats": {"Facts", "CZlib"},
    "Trust": {"Formats", "COpenSSL", "CXMLSec", "CThreads"},
    "Engine": {"Formats", "Trust", "CLibevent", "COpenSSL", "CThreads"},
    "Services": {"Facts", "Formats", "Trust", "CSQLite", "CGEOS", "CCairo", "CPNG", "CJPEG", "CGIF"},
    "Enterprise": {"Facts", "Formats", "Trust", "Services", "CAssets"},
    "MockPortal": {"Engine", "Enterprise", "Facts", "Formats", "Trust", "Services"},
    "MockPortalTesting": {"MockPortal", "Testing", "XCTest", "Foundation"},
    "mock-portal": {"MockPortal"},
}
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public |package |internal |fileprivate |private )?import\s+"
    r"(?:(?:struct|class|enum|protocol|func|let|var|typealias) )?(\w+)", re.M)

root = pathlib.Path(__file__).resolve().parent.parent
package = json.loads(subprocess.run(
    ["swift", "package", "describe", "--type", "json"], cwd=root, check=True, capture_output=True).stdout)
problems = []
files = 0
for target in package["targets"]:
    name = target["name"]
    declared = set(target.get("target_dependencies", []))
    if target["path"].startswith("Tests/"):
        continue
    if name not in ARROWS:
        if target["type"] in {"library", "executable"} and not name.startswith("C"):
            problems.append(f"Package.swift: {name} has no arrows in {pathlib.Path(__file__).name}")
        continue
    for extra in sorted(declared - ARROWS[name]):
        problems.append(f"Package.swift: {name} may not depend on {extra}")
    for path in sorted((root / target["path"]).rglob("*.swift")):
        files += 1
        for module in IMPORT.findall(path.read_text()):
            if module not in ARROWS[name] | SYSTEM:
                problems.append(f"{path.relative_to(root)}: {name} may not import {module}")
for problem in problems:
    print(problem, file=sys.stderr)
print(f"imports: {files} files, {len(problems)} wrong")
sys.exit(1 if problems or files == 0 else 0)
