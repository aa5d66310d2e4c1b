#!/usr/bin/env bash
# The sample client passes its tests, and fails them when its renewal is broken.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
scratch="$root/.build/examples"
mkdir -p "$scratch"
swift test --package-path "$root/Examples/Client" --scratch-path "$scratch"

# Without renewal a token is kept for ever: in a copy, the line that looks at its end is changed.
copy="$scratch/broken"
rm -rf "$copy"
cp -r "$root/Examples/Client" "$copy"
sed -i.old "s|path: \"../..\"|path: \"$root\"|" "$copy/Package.swift"
source="$copy/Sources/PortalClient/PortalClient.swift"
sed -i.old 's|if let token, .* { return token.letters }|if let token { return token.letters }|' "$source"
cmp -s "$source" "$source.old" && { echo "examples: nothing was broken: look at $0"; exit 1; }
find "$copy" -name '*.old' -delete
swift build --build-tests --package-path "$copy" --scratch-path "$scratch"
rm -rf "$scratch/attachments"
mkdir -p "$scratch/attachments"
if swift test --skip-build --package-path "$copy" --scratch-path "$scratch" --attachments-path "$scratch/attachments" \
    >"$scratch/broken.log" 2>&1; then
    echo "examples: the client's tests pass although its renewal is broken"
    exit 1
fi
grep -q 'Test "renews before the token ends" failed' "$scratch/broken.log" ||
    { cat "$scratch/broken.log"; echo "examples: another test failed than the one of renewal"; exit 1; }
grep -q 'generateToken' "$scratch"/attachments/mock-portal*.txt ||
    { echo "examples: no journal is attached to the failed test"; exit 1; }
echo "examples: the sample client passes, and fails when its renewal is broken"
