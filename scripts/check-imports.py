#!/usr/bin/env python3
"""Checks the arrows between modules: every import under Sources/ and Tests/ must be one that the layout allows.

SwiftPM itself only notices modules outside the transitive closure. Also: what a target declares in Package.swift must
be allowed, and Foundation stays out of Sources/ but for MockPortalTesting and the border of MockPortal.
"""
import json
import pathlib
import re
import subprocess
import sys

SYSTEM = {"Glibc", "Darwin", "Synchronization", "Security"}
# Foundation's types stand at the border alone, and are compiled into what asks for them: nothing else may import them.
# Where there is no FoundationEssentials, on Apple platforms, Foundation is the system's.
BORDER = {
    "MockPortal/Front/String+URL.swift", "MockPortal/Front/PortalSite.swift", "MockPortal/Front/ServerSite.swift",
    "MockPortal/Front/MockEnterprise+Options.swift", "MockPortal/Front/MockEnterprise+Sites.swift",
    "MockPortal/Front/MockEnterprise+Clock.swift",
    "MockPortal/Front/TrustingDelegate.swift",
    "MockPortal/Journal/Exchange.swift", "MockPortal/Journal/RequestPattern+URL.swift",
    "MockPortal/Scenarios/MockEnterprise+Scenario.swift",
}
FOUNDATION = {"FoundationEssentials", "Foundation"}
ARROWS = {
    "Facts": set(),
    "Formats": {"Facts", "CZlib"},
    "Trust": {"Formats", "COpenSSL", "CXMLSec", "CThreads", "CLasting", "CGSSAPI"},
    "Engine": {"Formats", "Trust", "CLibevent", "COpenSSL", "CThreads"},
    "Services": {"Facts", "Formats", "Trust", "CSQLite", "CLoading", "CGEOS", "CPROJ", "CCairo", "CPNG", "CJPEG", "CGIF"},
    "Enterprise": {"Facts", "Formats", "Trust", "Services", "CAssets"},
    "Recording": {"Facts", "Formats", "CYAML"},
    "Replication": {"Formats", "Trust", "Engine", "CHiredis"},
    "MockPortal": {"Replication", "Engine", "Enterprise", "Facts", "Formats", "Trust", "Services", "Recording"},
    "MockPortalTesting": {"MockPortal", "Testing", "Foundation"},
    "MockPortalXCTest": {"MockPortal", "XCTest"},
    "mock-portal": {"MockPortal"},
}
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public |package |internal |fileprivate |private )?import\s+"
    r"(?:(?:struct|class|enum|protocol|func|let|var|typealias) )?(\w+)(?:\.\w+)*\s*(?://.*)?$", re.M)

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
            at_border = str(path.relative_to(root / "Sources")) in BORDER and module in FOUNDATION
            if module not in ARROWS[name] | SYSTEM and not at_border:
                problems.append(f"{path.relative_to(root)}: {name} may not import {module}")
for problem in problems:
    print(problem, file=sys.stderr)
print(f"imports: {files} files, {len(problems)} wrong")
sys.exit(1 if problems or files == 0 else 0)
