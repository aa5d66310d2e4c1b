#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Lays out the root file system of the container: the program with its libraries, the C library, and no shell.
# Usage: packaging/container/rootfs.sh BINARY FOLDER [BASE], where BASE is the Debian 12 that the C library is taken from (/).
set -euo pipefail
binary=$(realpath "$1") folder=$2 base=${3:-}
mkdir -p "$(dirname "$folder")"
folder=$(realpath -m "$folder")
cd "$(dirname "$0")/../.."
rm -rf "$folder"
home=$folder/opt/mock-portal
python3 packaging/stage.py "$binary" "$home"
# The shell's part, and what only a person in a shell would read. The scenarios are in the program.
rm -r "$home/bin" "$home/share/mock-portal/scenarios" "$home/share/doc/mock-portal/README.md" "$home/share/doc/mock-portal/openapi.json"
multiarch=$(python3 -c 'import platform; print(platform.machine() + "-linux-gnu")')
install -d "$folder/lib/$multiarch" "$folder/etc" "$folder/usr/bin"
case $multiarch in
x86_64-*) loader=lib64/ld-linux-x86-64.so.2 ;;
aarch64-*) loader=lib/ld-linux-aarch64.so.1 ;;
esac
install -Dm755 "$(readlink -f "$base/$loader")" "$folder/$loader"
for name in libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libresolv.so.2 libnss_files.so.2 libnss_dns.so.2; do
    [ ! -e "$base/lib/$multiarch/$name" ] || install -m755 "$(readlink -f "$base/lib/$multiarch/$name")" "$folder/lib/$multiarch/$name"
done
install -Dm644 "$base/usr/share/doc/libc6/copyright" "$home/share/doc/mock-portal/licenses/libc6"
ln -s /opt/mock-portal/lib/mock-portal/mock-portal "$folder/usr/bin/mock-portal"
printf 'root:x:0:0:root:/:/nonexistent\nmock-portal:x:65532:65532:mock-portal:/:/nonexistent\n' >"$folder/etc/passwd"
printf 'root:x:0:\nmock-portal:x:65532:\n' >"$folder/etc/group"
printf 'hosts: files dns\n' >"$folder/etc/nsswitch.conf"
install -d -m1777 "$folder/tmp"
install -d "$folder/proc" "$folder/dev" "$folder/sys" "$folder/scenarios"
du -sh --apparent-size "$folder"
