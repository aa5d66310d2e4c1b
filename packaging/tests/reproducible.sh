#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Packs the same program twice, in other folders, at other times, with other habits of the machine: the bytes must be the same.
# Usage: packaging/tests/reproducible.sh BINARY
set -euo pipefail
binary=$(realpath "$1")
cd "$(dirname "$0")/../.."
# A commit made meanwhile changes nothing.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(python3 packaging/recipe.py epoch)}
export SOURCE_DATE_EPOCH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
make_all() { # make_all FOLDER
    mkdir -p "$1"
    python3 packaging/stage.py "$binary" "$1/some stage" >/dev/null
    for each in tarball wheel npm; do python3 packaging/$each.py "$1/some stage" "$1/out" >/dev/null; done
    packaging/deb.sh "$binary" "$1/out" >/dev/null
    packaging/java.sh "$1/out" >/dev/null
}
(umask 022; export TZ=UTC LC_ALL=C.UTF-8; make_all "$work/one")
sleep 1.1
(umask 077; export TZ=Asia/Kathmandu LC_ALL=C; make_all "$work/two folders deep/two")
same=0 differ=0
for file in "$work/one/out"/*; do
    if cmp -s "$file" "$work/two folders deep/two/out/$(basename "$file")"; then same=$((same + 1)); else differ=$((differ + 1)); echo "differs: $(basename "$file")" >&2; fi
done
echo "reproducible: $same passed, $differ failed"
[ $differ = 0 ]
