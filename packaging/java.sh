#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the jar of the JUnit extension: packaging/java.sh OUTPUT-FOLDER. JUNIT names the jars it is compiled against.
set -euo pipefail
mkdir -p "$1"
output=$(realpath "$1")
cd "$(dirname "$0")/.."
junit=${JUNIT:-/usr/share/java/junit-jupiter-api.jar:/usr/share/java/junit-platform-commons.jar:/usr/share/java/apiguardian-api.jar:/usr/share/java/opentest4j.jar}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
javac -encoding UTF-8 --release 11 -Xlint:all,-requires-automatic,-processing,-classfile -Werror -d "$work" -cp "$junit" packaging/java/src/mockportal/*.java
mkdir "$work/META-INF"
cp LICENSE NOTICE "$work/META-INF/"
version=$(python3 packaging/recipe.py version)
printf 'Manifest-Version: 1.0\r\nAutomatic-Module-Name: mockportal\r\nImplementation-Title: mock-portal\r\nImplementation-Version: %s\r\n\r\n' "$version" \
    >"$work/META-INF/MANIFEST.MF"
python3 - "$work" "$output/mock-portal-junit-$version.jar" <<'PYTHON'
import sys, time, zipfile
from pathlib import Path
sys.path.insert(0, "packaging")
import recipe
folder, output = map(Path, sys.argv[1:])
moment = time.gmtime(max(recipe.epoch(), 315532800))[:6]
with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as jar:
    # The manifest is first in a jar.
    for name in sorted(recipe.files(folder), key=lambda n: (n.name != "MANIFEST.MF", str(n))):
        entry = zipfile.ZipInfo(str(name), moment)
        entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o100644 << 16, 3
        jar.writestr(entry, (folder / name).read_bytes())
print(output)
PYTHON
