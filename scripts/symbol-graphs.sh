#!/usr/bin/env bash
# Writes the symbol graphs of what users see into .build/graphs, from the modules that `make build` made: a second build
# for `swift package dump-symbol-graph` would take minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
out=.build/graphs
rm -rf "$out" && mkdir -p "$out"
flags=()
for map in $(find Sources/C .build/debug/ -name module.modulemap); do flags+=(-Xcc "-fmodule-map-file=$map"); done
for flag in $(pkg-config --cflags-only-I xmlsec1-openssl geos sqlite3 libevent_openssl cairo); do flags+=(-Xcc "$flag"); done
target=$(swift -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p' | head -1)
# Of what this module adds to the types of others, DocC makes pages of their own: the trait is an extension of Swift Testing's.
declare -A extra=([MockPortalTesting]=-emit-extension-block-symbols)
for module in Facts Enterprise MockPortal MockPortalTesting MockPortalXCTest; do
    swift symbolgraph-extract -module-name "$module" -target "$target" -I .build/debug/Modules "${flags[@]}" \
        -minimum-access-level public -skip-synthesized-members ${extra[$module]:-} \
        -output-dir "$out"
done
