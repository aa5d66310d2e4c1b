#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the command for the libraries of this machine: packaging/install.sh BINARY DESTDIR PREFIX, for `make install`.
set -euo pipefail
binary=$(realpath "$1") destination=$2$3
cd "$(dirname "$0")/.."
install -d "$destination/bin" "$destination/share/man/man1" "$destination/share/doc/mock-portal" "$destination/share/mock-portal"
install -m755 "$binary" "$destination/bin/mock-portal"
strip "$destination/bin/mock-portal"
python3 packaging/man.py "$binary" >"$destination/share/man/man1/mock-portal.1"
# Completions: only where the command prints them.
for shell in bash:bash-completion/completions/mock-portal zsh:zsh/vendor-completions/_mock-portal fish:fish/vendor_completions.d/mock-portal.fish; do
    if script=$("$binary" completions "${shell%%:*}" 2>/dev/null) && [ -n "$script" ]; then
        install -d "$(dirname "$destination/share/${shell#*:}")"
        printf '%s\n' "$script" >"$destination/share/${shell#*:}"
    fi
done
install -m644 LICENSE NOTICE CHANGELOG.md "$destination/share/doc/mock-portal"
cp -r scenarios "$destination/share/mock-portal/"
find "$destination/share/mock-portal" -name __pycache__ -prune -exec rm -r {} +
find "$destination/share/mock-portal" -type f -exec chmod 644 {} + -o -type d -exec chmod 755 {} +
