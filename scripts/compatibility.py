#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes docs/compatibility.md of what `make clients` prints.

compatibility.py LOG           prints the page: `make compatibility` runs the clients and writes it
compatibility.py --self-test   the parser, on lines as the clients print them

A client's section begins with the command that make echoes. Its checks are lines `ok`, `FAIL` and `not` (what the client cannot do here,
and why), its count is `N passed, M failed`. Versions are asked of what is installed: run it with the Python that has the clients.
"""
import datetime
import importlib.metadata
import pathlib
import re
import subprocess
import sys

# The folder of Tests/Clients: what runs there, and who says its version: a package of PyPI, or a command with its arguments.
CLIENTS = {
    "esridump": [("esridump", "pypi:esridump")],
    "gdal": [("GDAL and OGR", ["ogrinfo", "--version"])],
    "qgis": [("QGIS", "log:^QGIS (.+)$")],
    "wms": [("OWSLib", "pypi:owslib")],
    "pictures": [("Pillow and requests, on pictures", "pypi:pillow")],
    "oauth": [("authlib", "pypi:authlib"), ("requests-oauthlib", "pypi:requests-oauthlib")],
    "arcgis": [("ArcGIS API for Python: a member", "pypi:arcgis")],
    "arcgis-server": [("ArcGIS API for Python: a server alone", "pypi:arcgis")],
    "arcgis-admin": [("ArcGIS API for Python: administration", "pypi:arcgis")],
    "arcgis-publishing": [("ArcGIS API for Python: publishing", "pypi:arcgis")],
    "arcgis-geometry": [("ArcGIS API for Python: geometry", "pypi:arcgis")],
    "arcgis-sync": [("ArcGIS API for Python: replicas", "pypi:arcgis")],
    "arcgis-pki": [("ArcGIS API for Python: client certificates", "pypi:arcgis")],
    "arcgis-basic": [("ArcGIS API for Python: LDAP at the web tier", "pypi:arcgis")],
    "restapi": [("bmi-arcgis-restapi", "pypi:bmi-arcgis-restapi")],
    "oidc": [("authlib, for OpenID Connect", "pypi:authlib")],
    "pygeoogc": [("pygeoogc", "pypi:pygeoogc")],
    "local": [("layers in local systems: ogr2ogr, esridump, pygeoogc, OWSLib", "pypi:pygeoogc")],
    "pygeoapi": [("pygeoapi", "pypi:pygeoapi")],
    "restgdf": [("restgdf", "pypi:restgdf")],
    "geopy": [("geopy", "pypi:geopy")],
    "mapproxy": [("MapProxy", "pypi:MapProxy")],
    "agsadmin": [("agsadmin", "pypi:agsadmin")],
    "arcrest": [("arcrest by Jython", "=10.3"), ("ArcREST_Package by Jython", "=3.5.9")],
    "openlayers": [("OpenLayers in Chromium", "log:^OpenLayers (.+)$")],
    "maps-sdk": [("ArcGIS Maps SDK for JavaScript in Chromium", "=4.33")],
    "saml": [("pysaml2", "pypi:pysaml2"), ("xmlsec1", ["xmlsec1", "--version"])],
    "web-tier": [("curl", ["curl", "--version"]), ("requests-ntlm", "pypi:requests-ntlm")],
    "kerberos": [("curl", ["curl", "--version"]), ("requests-gssapi", "pypi:requests-gssapi")],
    "browser": [("Chromium", ["chromium", "--version"])],
    "inspector": [("Chromium, with axe-core, in the inspector", ["chromium", "--version"])],
    "control": [("schemathesis, on the control endpoints", "pypi:schemathesis")],
    "pytest": [("pytest, the example of docs/examples", "pypi:pytest")],
    "node": [("node's test runner, the example", ["node", "--version"])],
    "java": [("Java, the example", ["java", "--version"])],
}
# Clients that people ask for and no run here has: said, so that nobody reads their absence as success.
NOT_RUN = [
    ("ArcGIS Pro, ArcMap, Field Maps", "they are not free software, and run on Windows or a phone"),
    ("arcgis-rest-js, esri-leaflet",
     "not installed by this run; what they send is in [scenarios/clients](../scenarios/clients)"),
    ("ArcGIS Maps SDKs for .NET, Java, Kotlin, Swift", "not tried"),
]
SECTION = re.compile(r"(?:Tests/Clients/(?:python )?|cd docs/examples/)([\w-]+)(?:/run| | &&)")


def sections(text):
    """What each client printed, in the order of the run: name to {passed, failed, not, lines}."""
    found, at = {}, None
    for line in text.splitlines():
        begin = SECTION.match(line)
        if begin:
            at = found.setdefault(begin.group(1), {"passed": 0, "failed": 0, "not": [], "FAIL": [], "lines": [], "counted": False})
            continue
        if at is None:
            continue
        at["lines"].append(line)
        count = re.match(r"(\d+) passed, (\d+) failed$", line)
        ran = re.match(r"=* *(?:(\d+) failed, )?(\d+) passed in ", line)
        cases = re.match(r"\s+(\d+) generated, (\d+) passed(?:, (\d+) (?:found )?\w+)?", line)
        node = re.match(r"# (pass|fail) (\d+)$", line)
        if count:
            at["passed"] += int(count.group(1))
            at["failed"] += int(count.group(2))
        elif ran:
            at["failed"] += int(ran.group(1) or 0)
            at["passed"] += int(ran.group(2))
        elif cases:
            at["passed"] += int(cases.group(2))
            at["failed"] += int(cases.group(1)) - int(cases.group(2))
        elif node:
            at["passed" if node.group(1) == "pass" else "failed"] += int(node.group(2))
        elif line.startswith("not   "):
            at["not"].append(line[6:].strip())
        elif line.startswith("FAIL  "):
            at["FAIL"].append(line[6:].strip())
        at["counted"] |= bool(count or ran or cases or node)
    return found


def version(source, lines):
    if isinstance(source, list):
        try:
            done = subprocess.run(source, capture_output=True, text=True, timeout=60)
        except (OSError, subprocess.TimeoutExpired):
            return "unknown"
        numbers = re.search(r"\d+(?:\.\d+)+", done.stdout + done.stderr)
        return numbers.group(0) if numbers else "unknown"
    kind, _, rest = source.partition(":")
    if kind == "pypi":
        try:
            return importlib.metadata.version(rest)
        except importlib.metadata.PackageNotFoundError:
            return "unknown"
    if kind == "log":
        return next((m.group(1) for line in lines if (m := re.match(rest, line))), "unknown")
    return source.removeprefix("=")


def cell(text):
    return text.replace("|", "\\|").replace("<", "&lt;")


def page(text, day, product):
    found = sections(text)
    out = ["# Compatibility", "",
           f"Other people's clients, unmodified, against mock-portal {product}: made of what `make clients` printed on {day}, by `make",
           "compatibility`. A check is one thing that a client's user does and what must come of it. *What it cannot do here* is said by the",
           "client's test, with the reason; it is counted neither as passed nor as failed.", "",
           "| client | version | checks passed |", "|---|---|---|"]
    differences = []
    unknown = [name for name in found if name not in CLIENTS]
    for name, section in found.items():
        if not section["counted"]:
            sys.exit(f"{name} printed no count: the run was cut off?")
        labels = CLIENTS.get(name, [(name, "=unknown")])
        clients = " and ".join(label for label, _ in labels)
        versions = " and ".join(version(source, section["lines"]) for _, source in labels)
        total = section["passed"] + section["failed"]
        out.append(f"| [{cell(clients)}](../{'Tests/Clients' if name not in ('pytest', 'node', 'java') else 'docs/examples'}/{name}) "
                   f"| {cell(versions)} | {section['passed']:,} of {total:,} |")
        differences += [(clients, "failed", each) for each in section["FAIL"]] + [(clients, "cannot", each) for each in section["not"]]
    out[-len(found):] = [line.replace("(../docs/", "(") for line in out[-len(found):]]
    out += ["", "## What they cannot do here, and why", ""]
    out += ["| client | what, and the reason |", "|---|---|"] if differences else ["Nothing."]
    for clients, kind, what in differences:
        out.append(f"| {cell(clients)} | {'**failed**: ' if kind == 'failed' else ''}{cell(what)} |")
    missing = [name for name in CLIENTS if name not in found]
    out += ["", "## Not run", "", "| client | why |", "|---|---|"]
    out += [f"| {cell(' and '.join(label for label, _ in CLIENTS[name]))} | its part of `make clients` was not in this run |" for name in missing]
    out += [f"| {cell(client)} | {cell(why)} |" for client, why in NOT_RUN]
    if unknown:
        print("without a row in scripts/compatibility.py: " + ", ".join(unknown), file=sys.stderr)
    return "\n".join(out) + "\n"


def self_test():
    log = """Tests/Clients/esridump/run .build/debug/mock-portal
ok    one
FAIL  two: got <nothing>
1 passed, 1 failed
Tests/Clients/python arcgis .build/debug/mock-portal
not   a thing: its reason | and more
3 passed, 0 failed
2 passed, 0 failed
Tests/Clients/control/run x
  11438 generated, 11438 passed
cd docs/examples/pytest && MOCK_PORTAL=x python -m pytest
4 passed in 1.2s
cd docs/examples/node && MOCK_PORTAL=x node --test
# pass 2
# fail 1
"""
    got = {name: (s["passed"], s["failed"]) for name, s in sections(log).items()}
    want = {"esridump": (1, 1), "arcgis": (5, 0), "control": (11438, 0), "pytest": (4, 0), "node": (2, 1)}
    assert got == want, got
    text = page(log, "2026-01-02", "1.2.3")
    for line in ("5 of 5 |", "11,438 of 11,438 |", "**failed**: two: got &lt;nothing>", "a thing: its reason \\| and more", "](examples/node)",
                 "| GDAL and OGR | its part of `make clients` was not in this run |"):
        assert line in text, line
    # A client of the Makefile without a row here stands under its folder's name, without a version.
    root = pathlib.Path(__file__).resolve().parent.parent
    recipe = re.search(r"^clients:.*\n((?:\t.*\n)+)", (root / "Makefile").read_text(), re.M).group(1)
    named = {m.group(1) for line in recipe.splitlines() if (m := SECTION.match(line.strip()))}
    assert len(named) >= len(CLIENTS) - 2, named
    for name in sorted(named - CLIENTS.keys()):
        print(f"scripts/compatibility.py: {name} has no row in CLIENTS", file=sys.stderr)
    print(f"compatibility: {len(want) + 2} passed, 0 failed")


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    else:
        log = pathlib.Path(sys.argv[1])
        sources = (pathlib.Path(__file__).resolve().parent.parent / "Sources/MockPortal/MockEnterprise.swift").read_text()
        product = re.search(r'static let version = "([^"]+)"', sources).group(1)
        day = datetime.date.fromtimestamp(log.stat().st_mtime).isoformat()
        print(page(log.read_text(errors="replace"), day, product), end="")
