#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is loaded by name comes from the package, although the machine has it, too: OpenSSL's legacy provider for NTLM, GSSAPI for Kerberos,
# PROJ for coordinates, GEOS for shapes, cairo for pictures. Usage: packaging/tests/loaded.sh STAGE
set -euo pipefail
stage=$(realpath "$1")
cd "$(dirname "$0")/../.."
command -v strace >/dev/null || { echo "strace is missing; install it with: apt-get install strace" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '#!/bin/sh\nexec strace -D -f -qq -e trace=openat -o "%s/$$" "%s/bin/mock-portal" "$@"\n' "$work" "$stage" >"$work/mock-portal"
chmod +x "$work/mock-portal"
mkdir "$work/done"
passed=0
# from_package WHAT PATTERN COMMAND…: the command has the program open what fits the pattern, in the package alone.
from_package() {
    local what=$1 pattern=$2 opened
    shift 2
    timeout 120 "$@" >"$work/done/said" 2>&1 || { tail -5 "$work/done/said"; echo "FAIL  $what" >&2; exit 1; }
    opened=$(grep -hE "openat.*($pattern).* = [0-9]" "$work"/[0-9]* | sed 's/.*"\(.*\)".*/\1/' | sort -u)
    [ -n "$opened" ] || { echo "FAIL  $what was not opened" >&2; exit 1; }
    ! grep -v "^$stage/" <<<"$opened" >&2 || { echo "FAIL  $what is the machine's" >&2; exit 1; }
    rm -f "$work"/[0-9]*
    passed=$((passed + 1))
}
from_package "OpenSSL's legacy provider" 'legacy\.so' Tests/Clients/web-tier/run "$work/mock-portal"
from_package 'GSSAPI' 'libgssapi_krb5|libkrb5|libk5crypto' Tests/Clients/kerberos/run "$work/mock-portal"
# PROJ, with the database that the program finds beside itself: services in local systems.
from_package PROJ 'libproj|proj\.db|libtiff|libcurl' "$work/mock-portal" check data-shapes/local-systems
from_package GEOS 'libgeos|libstdc' "$work/mock-portal" check data-shapes/local-systems
from_package cairo 'libcairo|libpixman|libfontconfig' "$work/mock-portal" check maps/drawn
echo "loaded: $passed passed, 0 failed"
