#!/bin/sh
# Writes docs/gallery.md from the built-in scenarios, and docs/scenarios/reports.md but for its reasons at the end, which people
# write. Usage: scripts/generate-gallery.sh, after a build
set -eu
cd "$(dirname "$0")/.."
.build/debug/mock-portal gallery >docs/gallery.md.new
mv docs/gallery.md.new docs/gallery.md
page=docs/scenarios/reports.md
{ .build/debug/mock-portal gallery --reports; sed '1,/^## Why some need a fault$/d' "$page"; } >"$page.new"
mv "$page.new" "$page"
