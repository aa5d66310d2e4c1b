#!/usr/bin/env python3
"""Spoils each error body in turn by one byte and sees that `check`, or the tests of what goes over the wire and of what is committed, fail of it.

Usage: scripts/mutate.py, after `swift build --build-tests`. Survivors are listed by name; it fails if one of them is
captured or documented.
"""
import os
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
WORDS = re.compile(r'=\s*Words\(\s*"([^"]+)",\s*\d+,\s*"((?:[^"\\\\]|\\\\.)*)"(.*?)evidence:\s*\.(\w+)', re.S)
words = {}
messages = {}
for path in sorted((root / "Sources/Enterprise").rglob("*.swift")):
    for match in WORDS.finditer(path.read_text()):
        words[match[1]] = match[4]
        messages[match[1]] = match[2].split("‹")[0]
scenarios = {path: path.read_text() for path in sorted((root / "scenarios").rglob("*.json5"))}


def fails(command, name):
    """Whether the command fails, and only because of the spoilt body: without it, it passes."""
    environment = dict(os.environ, MOCK_PORTAL_MUTATE=name)
    result = subprocess.run(command, cwd=root, env=environment, capture_output=True, timeout=300)
    return result.returncode != 0


def check(name):
    """The scenarios that have the words in them: others cannot notice."""
    files = [f"./{path.relative_to(root)}" for path, text in scenarios.items() if messages.get(name, "") in text]
    return [".build/debug/mock-portal", "check", *files] if files else ["true"]


tests = ["swift", "test", "--skip-build", "--filter", "WireTests|RepositoryTests"]
for command in (check(""), tests):
    if fails(command, ""):
        sys.exit(f"{' '.join(command[:6])} fails as it is")
survivors = [name for name in words if not fails(check(name), name)]
print(f"{len(words)} bodies, {len(words) - len(survivors)} noticed by check", flush=True)
survivors = [name for name in survivors if not fails(tests, name)]
for name in survivors:
    print(f"survives: {name} ({words[name]})")
known = [name for name in survivors if words[name] in {"captured", "documented"}]
print(f"{len(survivors)} survivors, {len(known)} of them captured or documented")
sys.exit(1 if known or len(words) < 40 else 0)
