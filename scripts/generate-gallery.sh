#!/bin/sh
# Writes docs/gallery.md from the built-in scenarios. Usage: scripts/generate-gallery.sh, after a build
set -eu
cd "$(dirname "$0")/.."
.build/debug/mock-portal gallery >docs/gallery.md.new
mv docs/gallery.md.new docs/gallery.md
