#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the .deb, which uses Debian's own libraries: packaging/deb.sh BINARY OUTPUT-FOLDER. Prints the file's name.
set -euo pipefail
binary=$(realpath "$1")
mkdir -p "$2"
output=$(realpath "$2")
cd "$(dirname "$0")/.."
umask 022
version=$(python3 packaging/recipe.py version) architecture=$(python3 packaging/recipe.py debian)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(python3 packaging/recipe.py epoch)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
packaging/install.sh "$binary" "$root" /usr
doc=$root/usr/share/doc/mock-portal
rm "$doc/LICENSE" "$doc/NOTICE" "$doc/CHANGELOG.md"
sed "s/@VERSION@/$version/" packaging/deb/copyright >"$doc/copyright"
printf 'mock-portal (%s) unstable; urgency=medium\n\n  * What changed is told in NEWS.gz.\n\n -- The MockPortal authors <mock-portal@localhost>  %s\n' \
    "$version" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$doc/changelog.gz"
gzip -9nc CHANGELOG.md >"$doc/NEWS.gz"
gzip -9n "$root/usr/share/man/man1/mock-portal.1"
install -Dm644 packaging/deb/lintian-overrides "$root/usr/share/lintian/overrides/mock-portal"

# What it is linked with, by Debian's own reading; what it loads when needed, by name.
mkdir -p "$work/debian"
printf 'Source: mock-portal\n\nPackage: mock-portal\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info root/usr/bin/mock-portal 2>/dev/null | sed 's/^shlibs:Depends=//')
mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: mock-portal
Version: $version
Architecture: $architecture
Maintainer: The MockPortal authors <mock-portal@localhost>
Installed-Size: $(du -ks --apparent-size --exclude=DEBIAN "$root" | cut -f1)
Depends: $depends, libgeos-c1v5, libcairo2
Recommends: libproj25, proj-data, libgssapi-krb5-2, libyaml-0-2, libhiredis0.14, fonts-dejavu-core
Section: devel
Priority: optional
Description: emulated Portal for ArcGIS and ArcGIS Server for tests
 MockPortal starts a Portal for ArcGIS and its ArcGIS Server inside a test:
 sign-in, tokens, federation, services, edits and maps, by release, word for
 word as real systems answer. Each refusal names the rule behind it, what it
 looked at and what would have passed.
 .
 It listens on the loopback interface and asks nothing of the network.
CONTROL
(cd "$root" && find usr -type f -printf '%P\n' | LC_ALL=C sort | sed 's|^|usr/|' | xargs md5sum >DEBIAN/md5sums)
find "$root" -depth -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
file=$output/mock-portal_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$file" >/dev/null
echo "$file"
