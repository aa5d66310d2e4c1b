#!/usr/bin/env python3
"""Who verified what on which release: the attestations in Tests/Attestations, which mock-portal attest --report writes.

attestations.py             what is there
attestations.py --markdown  the same as a section of docs/fidelity.md
attestations.py --check     fails unless each is one of a real site, and docs/fidelity.md has that section
attestations.py --self-test fails unless an attestation of a double is refused, and so is one that hides it
"""
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "Tests" / "Attestations"
VERDICTS = ("agree", "differ", "not seen")


def flaw(document):
    """Why a document is no attestation of a real site, or None."""
    if not isinstance(document, dict):
        return "it is no object"
    for key in ("by", "date", "verifier", "asked", "isDouble", "sites", "facts"):
        if key not in document:
            return f"it has no {key}: it was not written by mock-portal attest --report"
    if document["isDouble"] is not False or "mock-portal" in str(document["asked"]):
        return "a double was asked, and no real site"
    if not document["verifier"]:
        return "nobody is named who attests it: mock-portal attest --by NAME"
    releases = [site.get("release") for site in document["sites"]]
    if not releases or None in releases:
        return "a site does not say its release"
    if not document["facts"] or any(fact.get("verdict") not in VERDICTS for fact in document["facts"]):
        return "it has no facts with their verdicts"
    return None


def read(folder=FOLDER):
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            found.append((path, None, str(error)))
            continue
        found.append((path, document, flaw(document)))
    return found


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def names(document, verdict):
    return [fact for fact in document["facts"] if fact["verdict"] == verdict]


def markdown(found):
    lines = ["## Verified on real sites", ""]
    good = [(path, document) for path, document, wrong in found if wrong is None]
    if not good:
        lines += [
            "Nobody yet. `mock-portal attest` asks a real site, politely and reading alone, and writes an attestation that",
            "can be committed in [Tests/Attestations](../Tests/Attestations/README.md); it is then listed here with who made it, on",
            "which release, and what differs.",
            "",
        ]
        return "\n".join(lines) + "\n"
    lines += [
        "Attestations in [Tests/Attestations](../Tests/Attestations/README.md), made by `mock-portal attest` on real sites.",
        "",
        "| who | when | releases | facts that agree | that differ |",
        "|---|---|---|---|---|",
    ]
    for path, document in good:
        releases = ", ".join(dict.fromkeys(site["release"] for site in document["sites"]))
        who = f"[{cell(document['verifier'])}](../Tests/Attestations/{path.name})"
        differing = ", ".join(
            f"`{fact['fact']}`" + (" (as its release)" if "release" in fact else "") for fact in names(document, "differ")) or "none"
        lines.append(
            f"| {who} | {cell(document['date'][:10])} | {cell(releases)} | {len(names(document, 'agree'))} | {cell(differing)} |")
    facts = {}
    for path, document in good:
        for verdict in ("agree", "differ"):
            for fact in names(document, verdict):
                facts.setdefault(fact["fact"], {"agree": [], "differ": []})[verdict] += [
                    site["release"] for site in document["sites"]]
    lines += ["", "| fact | agrees on | differs on |", "|---|---|---|"]
    for fact in sorted(facts):
        on = [", ".join(dict.fromkeys(facts[fact][verdict])) for verdict in ("agree", "differ")]
        lines.append(f"| `{cell(fact)}` | {cell(on[0])} | {cell(on[1])} |")
    return "\n".join(lines) + "\n\n"


def self_test():
    good = {
        "by": "mock-portal 1", "date": "2026-01-01T00:00:00Z", "verifier": "Jane", "asked": "a site that is no double",
        "isDouble": False, "sites": [{"name": "portal", "url": "", "release": "11.3"}],
        "facts": [{"fact": "token.required", "verdict": "agree"}, {"fact": "quirk.info.keys", "verdict": "differ"}],
    }
    assert flaw(good) is None
    for key, value in (
        ("isDouble", True), ("asked", "mock-portal 0.1.0"), ("verifier", None), ("facts", []), ("isDouble", None),
        ("sites", [{"name": "portal", "release": None}]), ("facts", [{"fact": "x", "verdict": "fine"}]),
    ):
        assert flaw({**good, key: value}), key
        missing = dict(good)
        del missing[key]
        assert flaw(missing), key
    path = pathlib.Path("jane.json")
    assert "Nobody yet" in markdown([]) and "Nobody yet" in markdown([(path, good, "a double was asked")])
    page = markdown([(path, good, None)])
    assert "| [Jane](../Tests/Attestations/jane.json) | 2026-01-01 | 11.3 | 1 | `quirk.info.keys` |" in page
    assert "| `token.required` | 11.3 |  |" in page and "Nobody yet" not in page


def main():
    if "--self-test" in sys.argv:
        self_test()
        return 0
    found = read()
    if "--markdown" in sys.argv:
        sys.stdout.write(markdown(found))
        return 0
    wrong = [(path, why) for path, _, why in found if why]
    for path, why in wrong:
        print(f"{path.relative_to(ROOT)}: {why}")
    print(f"{len(found) - len(wrong)} attestations of real sites")
    if "--check" not in sys.argv:
        return 1 if wrong else 0
    stale = markdown(found) not in (ROOT / "docs" / "fidelity.md").read_text(encoding="utf-8")
    if stale:
        print("docs/fidelity.md: the section on attestations is not up to date; run make schema")
    return 1 if wrong or stale else 0


sys.exit(main())
