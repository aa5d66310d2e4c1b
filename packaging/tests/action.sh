#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What action.yml runs, with a runner's files made here. Usage: packaging/tests/action.sh TARBALL
set -euo pipefail
archive=$(realpath "$1")
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT
export GITHUB_OUTPUT=$work/output GITHUB_ENV=$work/environment GITHUB_PATH=$work/path RUNNER_TEMP=$work
: >"$GITHUB_OUTPUT" >"$GITHUB_ENV"
printf '{ extends: "start/federated", portal: { version: "10.9.1" } }' >"$work/mine.json5"
INPUT_ARCHIVE=$archive INPUT_SCENARIO=$work/mine.json5 INPUT_PORT=0 INPUT_VERSION='' INPUT_ARGUMENTS='--seed 7' packaging/action/start.sh
# shellcheck disable=SC1090
. <(sed 's/^/export /' "$GITHUB_ENV")
pid=$MOCK_PORTAL_PID
curl -sSf --cacert "$MOCK_PORTAL_CA" "$MOCK_PORTAL_URL/sharing/rest?f=json" | grep -q currentVersion
curl -sSf "$MOCK_PORTAL_CONTROL/health" | grep -q '"status":"ok"'
"$(cat "$GITHUB_PATH")/mock-portal" --version >/dev/null
python3 - action.yml "$GITHUB_OUTPUT" <<'PYTHON'
import re, sys
# Each output that action.yml promises is told.
promised = set(re.findall(r"steps\.start\.outputs\.([\w-]+)", open(sys.argv[1]).read()))
told = {line.split("=")[0] for line in open(sys.argv[2])}
assert promised == told, promised ^ told
PYTHON
# What packaging/README.md shows has inputs and outputs that there are, and the version of the sources.
python3 - action.yml packaging/README.md "$(python3 packaging/recipe.py version)" <<'PYTHON'
import re, sys
action, readme = (open(name).read() for name in sys.argv[1:3])
(block,) = re.findall(r"^```yaml\n(.*?)^```", readme, re.M | re.S)
inputs = re.search(r"^inputs:\n(.*?)^\w", action, re.M | re.S).group(1)
given = re.findall(r"(\w[\w-]*):", re.search(r"with: \{(.*)\}", block).group(1))
assert given and set(given) <= set(re.findall(r"^  ([\w-]+):", inputs, re.M)), given
used = set(re.findall(r"steps\.portal\.outputs\.([\w-]+)", block))
assert used and used <= set(re.findall(r"steps\.start\.outputs\.([\w-]+)", action)), used
assert re.findall(r"uses: \S+@v(\S+)", block) == [sys.argv[3]], block
PYTHON
kill "$pid"
pid=
if INPUT_ARCHIVE=$archive INPUT_SCENARIO=start/federatd packaging/action/start.sh >"$work/said"; then echo "a wrong scenario was served" >&2; exit 1; fi
grep -q '::error::.*did you mean "start/federated"' "$work/said" || { cat "$work/said"; exit 1; }
echo "action: 6 passed, 0 failed"
