#!/usr/bin/env python3
"""Spoils one byte of each error body in turn, and sees that `check` or a test that compares answers fails of it.

Usage: scripts/mutate.py [ID…], after `swift build --build-tests`; without ids: all bodies. Of each body the message is
spoilt at its start and at its end, and so are its numbers, its codes and its details. What survives is listed by name;
it fails if one of the survivors is captured or documented. The tests that compare the repository's generated pages do
not count: a spoilt body changes the page, which says nothing about answers.
"""
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / ".build/debug"
COMMAND = [str(BUILD / "mock-portal")]
TESTS = [str(BUILD / "mock-portalPackageTests.xctest"), "--testing-library", "swift-testing"]
# Suites that compare answers of the portal and its servers; those of generated pages and of findings do not count.
SUITES = [
    "OAuthTests", "PortalGenerateTokenTests", "ServerTokenTests", "TokenTests", "AdministratorTests", "DirectoryTests",
    "PortalAdministratorTests", "ContentTests", "SharingOperationTests", "ItemFileTests", "WholeBodyTests",
    "ResponseEncoderTests", "LockoutTests", "LoginPageTests", "ItemLifeTests", "LifecycleTests", "PublishingTests",
    "OperationParameterTests",
]
# Suites that compare answers of services.
SERVICE_SUITES = [
    "EditFailureTests", "EditDoorTests", "EditTests", "ServiceEditTests", "RowTests", "OtherServiceTests", "QueryTests",
    "WhereTests", "ErrorBodyTests", "EditErrorBodyTests",
]
# The quickest first, after what quotes the body: facts to the byte, tests of single doors, every scenario, and the body
# of each rule.
WITNESSES = {
    "the wire table": [*TESTS, "--filter", r"^EnterpriseTests\.(WireTests|GoldenTests)/"],
    "other tests": [*TESTS, "--filter", rf"^EnterpriseTests\.({'|'.join(SUITES)})/"],
    "tests of services": [*TESTS, "--filter", rf"^ServicesTests\.({'|'.join(SERVICE_SUITES)})/"],
    "check": [*COMMAND, "check"],
    "the refusals of all rules": [*TESTS, "--filter", r"^EnterpriseTests\.RuleTests/rule"],
}
MUTATIONS = ["message", "message-end", "code", "message-code", "subcode", "extended-code", "details", "details-end", "error"]
TOO_LONG = 300
# So many scenarios are asked first; a text that more quote is one of many bodies.
MANY = 40
REFUSALS = (ROOT / "Tests/Golden/refusals.txt").read_text(encoding="utf-8").splitlines()
SCENARIOS = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "scenarios").rglob("*.json5"))}


def environment(mutant):
    return {**os.environ, "MOCK_PORTAL_MUTATE": mutant, "NO_COLOR": "1"}


def bodies(mutant=""):
    """What the command says its error bodies are: name -> (confidence, body)."""
    listed = subprocess.run([*COMMAND, "fidelity", "--bodies"], env=environment(mutant), capture_output=True, text=True, check=True)
    rows = [line.split("\t") for line in listed.stdout.splitlines()]
    found = {name: (confidence, body) for name, confidence, body in rows}
    if len(found) != len(rows):
        sys.exit("two bodies have one name")
    return found


def is_mutant(mutant, known):
    """Whether it changes a body: that of its name and no other, and not its length. Not every body has every part."""
    name, _, mutation = mutant.partition(":")
    # Nothing of an empty message can be spoilt.
    if mutation in {"message", "message-end"} and '"message":""' in known[name][1]:
        return False
    spoilt = bodies(mutant)
    changed = [other for other in known if known[other] != spoilt[other]]
    if changed and (changed != [name] or len(known[name][1]) != len(spoilt[name][1])):
        sys.exit(f"{mutant} spoils {', '.join(changed)}: {spoilt[name][1]}")
    return bool(changed)


def fails(command, mutant):
    """Whether the command notices the mutant. One that takes too long has noticed nothing: that ends the run."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    # Once more if it took too long: an hour's run does not end because the machine was held up.
    for is_last in [False, True]:
        try:
            return subprocess.run(command, cwd=ROOT, env=environment(mutant), timeout=TOO_LONG, **quiet).returncode != 0
        except subprocess.TimeoutExpired:
            if is_last:
                raise


def quotation(body):
    """The longest text of a body that has no placeholder, without its ends, which some mutants spoil; empty without words."""
    texts = re.findall(r'"((?:[^"\\]|\\.)*)"', body)
    parts = [part for text in texts for part in re.split(r"‹›|\{\w+\}", text[1:-1])]
    return max(parts, key=len, default="")


def quoting(body):
    """Commands that ask only what quotes the body: scenarios, and rows of the wire table. All are asked if they do not notice."""
    words = quotation(body)
    if len(words) < 4:
        return {}
    rules = [line.partition(" => ")[0] for line in REFUSALS if words in line]
    # Texts that hold JSON are written with their quotes escaped, or in single quotes.
    files = [str(path) for path, text in SCENARIOS.items() if words in text or words.replace('"', '\\"') in text]
    found = {}
    if rules:
        found["rules whose refusal quotes it"] = ["env", f"MOCK_PORTAL_RULES={','.join(rules[:MANY])}", *WITNESSES["the refusals of all rules"]]
    found |= {"rows that quote it": ["env", f"MOCK_PORTAL_WIRE_ROWS={words}", *TESTS, "--filter", r"^EnterpriseTests\.WireTests/row"]}
    if files:
        found["scenarios that quote it"] = [*COMMAND, "check", *files[:MANY]]
    return found


def witness(mutant, known, last={}):
    """Who notices the mutant. Who noticed the last one of the same body is asked first: most often it does again."""
    body = mutant.partition(":")[0]
    for name, command in quoting(known[body][1]).items():
        if fails(command, mutant):
            return name
    likely = last.get(body) or ("tests of services" if body.startswith("service.") else None)
    asked = sorted(WITNESSES, key=lambda name: name != likely)
    found = next((name for name in asked if fails(WITNESSES[name], mutant)), None)
    last[body] = found or last.get(body)
    return found


def main(wanted):
    started = time.monotonic()
    known = bodies()
    written = sum(len(re.findall(r"static let \w+ = ErrorBody\(", path.read_text(encoding="utf-8"))) for path in (ROOT / "Sources").rglob("*.swift"))
    if written != len(known):
        sys.exit(f"{written} bodies are written in Sources, and {len(known)} listed: see `words` of each slice")
    unknown = [name for name in wanted if name not in known]
    if unknown:
        sys.exit(f"no body is called {', '.join(unknown)}")
    for name, command in WITNESSES.items():
        if fails(command, ""):
            sys.exit(f"{name} fails as it is: {' '.join(command)}")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        thinkable = [f"{name}:{mutation}" for name in wanted or known for mutation in MUTATIONS]
        tried = [mutant for mutant, real in zip(thinkable, pool.map(lambda one: is_mutant(one, known), thinkable)) if real]
        noticed = {}
        for mutant, by in zip(tried, pool.map(lambda one: witness(one, known), tried)):
            noticed[mutant] = by
            if by is None or len(noticed) % 50 == 0:
                print(f"{len(noticed)} of {len(tried)}{'' if by else ': survives: ' + mutant}", file=sys.stderr)
    survivors = [mutant for mutant in tried if noticed[mutant] is None]
    for name, count in collections.Counter(filter(None, noticed.values())).most_common():
        print(f"{count} noticed by {name}")
    for mutant in survivors:
        confidence, body = known[mutant.partition(":")[0]]
        print(f"survives: {mutant} ({confidence}) {body}")
    sure = [mutant for mutant in survivors if known[mutant.partition(":")[0]][0] in {"captured", "documented"}]
    minutes = (time.monotonic() - started) / 60
    print(f"{len(known)} bodies, {len(tried)} mutants, {len(survivors)} survive, {len(sure)} of them captured or documented ({minutes:.1f} min)")
    return 1 if sure else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
