#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the image from a program that is there, by docker/Dockerfile's last stage: packaging/container.sh BINARY BASE STORAGE
# BASE is the Debian 12 (packaging/root.sh) that the C library comes from. Needs root and buildah; fetches nothing.
set -euo pipefail
binary=$(realpath "$1") base=$(realpath "$2") storage=$(realpath -m "$3")
cd "$(dirname "$0")/.."
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT
mkdir "$context/build"
packaging/container/rootfs.sh "$binary" "$context/build/out" "$base"
moment=$(python3 packaging/recipe.py epoch)
buildah --root "$storage" --runroot "$storage.run" --storage-driver vfs build --isolation chroot --format docker --quiet \
    --target final --build-context build="$context/build" --timestamp "$moment" \
    --build-arg VERSION="$(python3 packaging/recipe.py version)" --build-arg REVISION="$(git rev-parse --short HEAD 2>/dev/null || echo unknown)" \
    -f docker/Dockerfile -t mock-portal "$context"
