#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The wheel in an environment of its own: its tests, auditwheel's verdict, the types. Usage: packaging/tests/wheel.sh WHEEL
set -euo pipefail
wheel=$(realpath "$1")
cd "$(dirname "$0")/../.."
venv=.build/wheel-venv
if [ ! -e $venv/.complete ] || ! cmp -s packaging/tests/requirements.txt $venv/.complete; then
    rm -rf $venv
    python3 -m venv $venv
    $venv/bin/pip install -q --disable-pip-version-check -r packaging/tests/requirements.txt
    cp packaging/tests/requirements.txt $venv/.complete
fi
$venv/bin/pip install -q --disable-pip-version-check --no-index --no-deps --force-reinstall "$wheel"
python=$PWD/$venv/bin/python
"$python" packaging/clients.py --check
env -u MOCK_PORTAL MOCK_PORTAL_README="$PWD/packaging/python/README.md" "$python" -m pytest -q -p no:cacheprovider packaging/python/tests
"$python" -m mypy --strict --no-error-summary -p mock_portal
echo "types: no errors"
# Which platform the libraries inside allow, by another's judgment; the name may not promise more.
verdict=$("$python" -m auditwheel show "$wheel")
tag=$(basename "$wheel" | sed 's/.*-none-\(.*\)\.whl/\1/')
grep -q "\"$tag\"" <<<"$verdict" || { echo "$verdict" >&2; echo "auditwheel does not say $tag" >&2; exit 1; }
echo "auditwheel: $tag"
