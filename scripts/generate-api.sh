#!/usr/bin/env bash
# Writes docs/api.txt, the public API as the modules of the last build have it.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/symbol-graphs.sh
python3 scripts/api.py
