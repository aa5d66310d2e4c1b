#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What action.yml does: unpacks the command, starts it, and tells URLs and authority to the steps that follow, as outputs and as
# MOCK_PORTAL_URL, MOCK_PORTAL_SERVER, MOCK_PORTAL_HTTP, MOCK_PORTAL_HTTPS, MOCK_PORTAL_CONTROL, MOCK_PORTAL_CA, MOCK_PORTAL_READY.
# Inputs are INPUT_… as action.yml gives them; GITHUB_OUTPUT, GITHUB_ENV, GITHUB_PATH and RUNNER_TEMP are the runner's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
temporary=$(mktemp -d "${RUNNER_TEMP:-/tmp}/mock-portal.XXXXXX")
version=${INPUT_VERSION:-}
[ -n "$version" ] || version=$(python3 "$root/packaging/recipe.py" version)
archive=${INPUT_ARCHIVE:-}
if [ -z "$archive" ]; then
    name=mock-portal-$version-linux-$(uname -m).tar.gz
    archive=$temporary/$name
    release=${GITHUB_SERVER_URL:-https://github.com}/$ACTION_REPOSITORY/releases/download/v$version
    curl -fsSL --retry 3 -o "$archive" "$release/$name"
    curl -fsSL --retry 3 -o "$temporary/SHA256SUMS" "$release/SHA256SUMS"
    (cd "$temporary" && grep " $name\$" SHA256SUMS | sha256sum --check --status) || { echo "::error::$name is not what the release's SHA256SUMS says"; exit 1; }
fi
mkdir "$temporary/home"
tar -xzf "$archive" -C "$temporary/home" --strip-components 1
echo "$temporary/home/bin" >>"$GITHUB_PATH"

scenario=${INPUT_SCENARIO:-start/federated}
# A file of the repository under test may be named as it is.
if [ -f "$scenario" ]; then scenario=$(realpath "$scenario"); fi
ready=$temporary/ready.json
# shellcheck disable=SC2086
setsid "$temporary/home/bin/mock-portal" serve "$scenario" --port "${INPUT_PORT:-0}" --ready-file "$ready" --log pretty ${INPUT_ARGUMENTS:-} \
    </dev/null >"$temporary/out" 2>"$temporary/log" &
started=$!
for _ in $(seq 300); do
    [ ! -s "$ready" ] || break
    kill -0 "$started" 2>/dev/null || break
    sleep 0.1
done
if [ ! -s "$ready" ]; then
    sed 's/^/::error::/' "$temporary/log"
    echo "::error::mock-portal did not start"
    exit 1
fi
python3 - "$ready" "$temporary/log" <<'PYTHON'
import json, os, sys
ready = json.load(open(sys.argv[1]))
told = {"portal": ready["portal"], "server": next(iter(ready["servers"].values()), None), "http": ready["http"], "https": ready["https"],
        "control": ready["control"], "ca": ready["ca"], "ready-file": sys.argv[1]}
names = {"portal": "URL", "ready-file": "READY"}
with open(os.environ["GITHUB_OUTPUT"], "a") as outputs, open(os.environ["GITHUB_ENV"], "a") as environment:
    for name, value in told.items():
        if value is not None:
            outputs.write(f"{name}={value}\n")
            environment.write(f"MOCK_PORTAL_{names.get(name, name.upper())}={value}\n")
    environment.write(f"MOCK_PORTAL_PID={ready['pid']}\nMOCK_PORTAL_LOG_FILE={sys.argv[2]}\n")
print(f"mock-portal {ready['version']} serves {ready['scenario']}: {told['portal'] or told['server']}")
PYTHON
