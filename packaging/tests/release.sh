#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a release is made of, without making one: the version is one, notes and formula can be written, the workflows can be read.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
# The one that `make deps` gave PyYAML.
python=$PWD/.venv/bin/python
[ -x "$python" ] || python=python3
holds() { if "${@:2}"; then passed=$((passed + 1)); else echo "FAIL  $1" >&2; exit 1; fi; }
version=$(python3 packaging/recipe.py version)
holds 'the OpenAPI page has the version' grep -q "\"version\": \"$version\"" docs/openapi.json
holds 'no other file has it' test -z "$(grep -rlF "\"$version\"" packaging action.yml docker .github Makefile | head -1)"
# On a machine that has Swift alone, these are what making and trying packages asks for.
for package in python3 patchelf binutils icu-devtools default-jdk-headless junit5 dpkg-dev lintian debootstrap buildah crun iproute2 strace libnss3-tools node-typescript; do
    holds "packages.txt has $package" grep -qx "$package" <(scripts/packages.sh list package package-layout)
done
python3 packaging/release-notes.py >"$work/notes"
holds 'the notes are there' test -s "$work/notes"
holds 'a tag of another version is refused' eval '! python3 packaging/release-notes.py v9.9.9 2>"$work/said" && grep -q "is not v$version" "$work/said"'
git archive --format=tar.gz -o "$work/source.tar.gz" HEAD
python3 packaging/homebrew.py https://example.com/source.tar.gz "$work/source.tar.gz" >"$work/mock-portal.rb"
holds 'nothing is left to fill in' eval '! grep -q @ "$work/mock-portal.rb" || ! grep -qE "@[A-Z]+@" "$work/mock-portal.rb"'
for library in openssl@3 libevent geos proj krb5; do holds "the formula needs $library" grep -q "depends_on \"$library\"" "$work/mock-portal.rb"; done
if command -v ruby >/dev/null; then holds 'the formula is Ruby' eval 'ruby -c "$work/mock-portal.rb" >/dev/null'; else echo "the formula was not read by Ruby: it is missing"; fi
"$python" - <<'PYTHON'
import re, sys
from pathlib import Path
try:
    import yaml
except ImportError:
    sys.exit("pyyaml is missing; install it with: make deps")
targets = set(re.findall(r"^([\w-]+):", Path("Makefile").read_text(), re.M))
for file in [*Path(".github/workflows").glob("*.yml"), Path("action.yml")]:
    text = file.read_text()
    document = yaml.safe_load(text)
    for words in re.findall(r"run: make ([\w -]+)", text):
        for target in words.split():
            assert target in targets, f"{file}: no target {target}"
    for script in re.findall(r"\b((?:packaging|scripts)/[\w./-]+\.(?:sh|py))", text):
        assert Path(script).exists(), f"{file}: no {script}"
    for name, job in document.get("jobs", {}).items():
        assert all("uses" in step or "run" in step for step in job["steps"]), name
PYTHON
passed=$((passed + 1))
echo "release: $passed passed, 0 failed"
