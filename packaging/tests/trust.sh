#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Each block of docs/trust.md, as it stands. A block whose program is missing is told, and not counted.
# Usage: packaging/tests/trust.sh path/to/mock-portal [PYTHON with requests, httpx and aiohttp]
set -euo pipefail
mock_portal=$(realpath "$1")
python=$(realpath -s "${2:-python3}" 2>/dev/null || command -v python3)
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
serving=
trap '[ -z "$serving" ] || kill "$serving" 2>/dev/null || true; rm -rf "$work"' EXIT
python3 - docs/trust.md "$work" <<'PYTHON'
import pathlib, re, sys
for number, (kind, body) in enumerate(re.findall(r"^```(\w+(?: \w+)?)\n(.*?)^```", pathlib.Path(sys.argv[1]).read_text(), re.M | re.S)):
    pathlib.Path(sys.argv[2], f"{number:02}.{kind.replace(' ', '.')}").write_text(body)
PYTHON
cd "$work"
export HOME=$work
mkdir bin
ln -s "$mock_portal" bin/mock-portal
export PATH=$work/bin:$PATH
# shellcheck disable=SC1090
. ./*.sh.setup >/dev/null 2>&1
serving=$(python3 -c 'import json; print(json.load(open("ready.json"))["pid"])')
passed=0 missing=
run() { # run NAME NEEDS COMMAND…
    local name=$1 needs=$2 each
    shift 2
    for each in $needs; do command -v "$each" >/dev/null || { missing="$missing $each"; return 0; }; done
    "$@" >said 2>&1 || { cat said; echo "FAIL  docs/trust.md: $name" >&2; exit 1; }
    passed=$((passed + 1))
}
for block in [0-9]*; do
    case $block in
    *.sh.setup) ;;
    *.sh.java) run java 'java keytool' bash -euo pipefail "$block" ;;
    *.sh.gdal) run gdal ogrinfo bash -euo pipefail "$block" ;;
    *.sh.browser) run browser 'chromium certutil' bash -euo pipefail "$block" ;;
    *.sh) run "$block" 'curl node' bash -euo pipefail "$block" ;;
    *.js) cp "$block" block.mjs && run node node node block.mjs ;;
    *.python) run python "$python" "$python" "$block" ;;
    *) echo "FAIL  docs/trust.md: nobody runs $block" >&2; exit 1 ;;
    esac
done
# And nobody is trusted without it.
run 'no trust without it' curl bash -c '! curl -sS "$PORTAL/sharing/rest?f=json"'
kill "$serving"
serving=
echo "trust: $passed passed, 0 failed${missing:+; not run, for they are missing:$missing}"
