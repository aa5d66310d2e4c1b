#!/usr/bin/env bash
# `swift test` with these arguments, and once more at the end what failed: hundreds of tests run
# side by side, so the lines of a failure lie thousands of lines above the last.
set -uo pipefail
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift test --skip-build "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
if [ "$status" -ne 0 ]; then
    echo "what failed:"
    grep -E -A 12 '^✘.* recorded an issue|^[^ ]+:[0-9]+: error: |Fatal error|^error: ' "$log" \
        | grep -vE '^(◇|✔|--$)' | cut -c 1-400 | head -n 200
fi
exit "$status"
