#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# lintian finds nothing in the .deb. Usage: packaging/tests/deb.sh DEB
set -euo pipefail
command -v lintian >/dev/null || { echo "lintian is missing; install it with: apt-get install lintian" >&2; exit 1; }
said=$(lintian --no-cfg --allow-root --fail-on error,warning "$1" 2>&1) || { echo "$said" >&2; exit 1; }
[ -z "$said" ] || echo "$said"
echo "lintian: clean"
