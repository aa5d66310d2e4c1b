#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the root file system of a fresh Debian 12, once: packaging/root.sh FOLDER [PACKAGE…]. Needs root and debootstrap.
# MIRROR is where Debian's packages come from; without it, where this machine's do.
set -euo pipefail
folder=$1
shift
[ -e "$folder/.complete" ] && [ "$(cat "$folder/.complete")" = "$*" ] && exit 0
command -v debootstrap >/dev/null || { echo "debootstrap is missing; install it with: apt-get install debootstrap" >&2; exit 1; }
mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' | awk '$2 == "bookworm" { print $1; exit }')}
rm -rf "$folder"
mkdir -p "$(dirname "$folder")"
include=$(IFS=,; echo "$*")
nice debootstrap --variant=minbase ${include:+--include="$include"} bookworm "$folder" "${mirror:-http://deb.debian.org/debian/}" \
    >"$folder.log" 2>&1 || { tail -5 "$folder.log" >&2; exit 1; }
rm -rf "$folder"/var/cache/apt/archives/*.deb "$folder"/var/lib/apt/lists/*
echo "$*" >"$folder/.complete"
