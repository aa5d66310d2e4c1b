#!/usr/bin/env bash
# The sample client passes its tests, and fails them when its renewal is broken.
#
# It is built in the repository's own scratch folder: SwiftPM compiles a library with the same commands for a package that
# depends on it, so that after `make build` only the client itself is compiled.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
scratch="$root/.build"
copy="$scratch/examples/broken"
mkdir -p "$scratch/examples"

# SwiftPM keeps the plan of a scratch folder's last package, and would take it for that of the next.
forget_plan() { rm -f "$scratch"/*.yaml "$scratch"/debug/description.json; }
trap forget_plan EXIT

build() {
    forget_plan
    swift build --build-tests --package-path "$1" --scratch-path "$scratch"
}

build "$root/Examples/Client"
swift test --skip-build --package-path "$root/Examples/Client" --scratch-path "$scratch"

# Without renewal a token is kept for ever: in a copy, the line that looks at its end is changed.
rm -rf "$copy"
cp -r "$root/Examples/Client" "$copy"
sed -i.old "s|path: \"../..\"|path: \"$root\"|" "$copy/Package.swift"
source="$copy/Sources/PortalClient/PortalClient.swift"
sed -i.old 's|if let token, .* { return token.string }|if let token { return token.string }|' "$source"
cmp -s "$source" "$source.old" && { echo "examples: nothing was broken: look at $0"; exit 1; }
find "$copy" -name '*.old' -delete
build "$copy"
attachments="$scratch/examples/attachments"
rm -rf "$attachments"
mkdir -p "$attachments"
log="$scratch/examples/broken.log"
if swift test --skip-build --package-path "$copy" --scratch-path "$scratch" --attachments-path "$attachments" >"$log" 2>&1; then
    echo "examples: the client's tests pass although its renewal is broken"
    exit 1
fi
grep -q 'Test "renews before the token ends" failed' "$log" ||
    { cat "$log"; echo "examples: another test failed than the one of renewal"; exit 1; }
grep -q 'generateToken' "$attachments"/mock-portal*.txt ||
    { echo "examples: no journal is attached to the failed test"; exit 1; }
echo "examples: the sample client passes, and fails when its renewal is broken"
