# SPDX-License-Identifier: Apache-2.0
"""Lays out what every package of the command is made of: a folder that runs wherever it is put.

    python3 packaging/stage.py BINARY FOLDER

    bin/mock-portal          finds the folder it is in, and starts lib/mock-portal/mock-portal
    lib/mock-portal/         the program and each library it needs, found by $ORIGIN; those that are loaded when needed
                             (PROJ, GSSAPI, OpenSSL's legacy provider for NTLM's MD4), too
    share/mock-portal/       PROJ's database, a font for labels of maps, the built-in scenarios, the schema
    share/doc/mock-portal/   README, licenses of everything in it, sbom.cdx.json (CycloneDX)

Only libraries of the C library itself (libc, libm, the loader) are the machine's. Debian's names and versions of
everything else come from dpkg. Needs: dpkg, binutils, patchelf, and a C compiler and icupkg for the smaller data of ICU.
"""
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path

import recipe

# The machine's: they belong to its kernel and loader, and a second C library in a process is none.
OF_THE_MACHINE = re.compile(r"^(ld-linux.*|libc|libm|libdl|libpthread|librt|libresolv|libanl|libutil|linux-vdso)\.so")
# Loaded by name while it runs: docs/decisions/0034-libraries-loaded-when-needed.md.
LOADED = [
    "libgeos_c.so.1", "libcairo.so.2", "libproj.so.25", "libgssapi_krb5.so.2", "libyaml-0.so.2", "libhiredis.so.0.14"]
# The data of PROJ that transformations without grids need; grids of single countries are left to PROJ_DATA.
PROJ_DATA = ["proj.db", "proj.ini", "CH", "GL27", "ITRF2000", "ITRF2008", "ITRF2014", "nad.lst", "nad27", "nad83",
             "other.extra", "world"]
FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]

LAUNCHER = """#!/bin/sh
# Finds the folder it stands in, through links, and starts the program, which finds its own libraries and files.
self=$0
while [ -h "$self" ]; do
    link=$(readlink "$self")
    case $link in /*) self=$link ;; *) self=${self%/*}/$link ;; esac
done
root=$(CDPATH= cd -- "${self%/*}/.." && pwd -P) || exit 3
exec "$root/lib/mock-portal/mock-portal" "$@"
"""

FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<!-- Read where the machine has no fonts of its own. -->
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""


def run(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def needed(path):
    """The libraries of a program or library with everything they need, by name: where each is on this machine."""
    found = {}
    for line in run("ldd", path).splitlines():
        match = re.match(r"\s*(\S+) => (/\S+)", line)
        if match and not OF_THE_MACHINE.match(match.group(1)):
            found[match.group(1)] = match.group(2)
        elif "not found" in line:
            sys.exit(f"{path}: {line.strip()}; install it first")
    return found


def installed(name):
    """Where the loader finds a library of this name."""
    for line in run("/sbin/ldconfig", "-p").splitlines():
        if line.strip().startswith(name + " ") and recipe.architecture().replace("_", "-") in line.replace("_", "-"):
            return line.split("=> ")[1]
    sys.exit(f"{name} is not installed; packages.txt says which package has it")


def package_of(path):
    """The Debian package that a file belongs to."""
    real = os.path.realpath(path)
    for candidate in (path, real, real.removeprefix("/usr"), "/usr" + str(path)):
        done = subprocess.run(["dpkg", "-S", candidate], capture_output=True, text=True)
        if done.returncode == 0 and not done.stdout.startswith("diversion"):
            return done.stdout.split(":")[0].split(",")[0]
    sys.exit(f"{path} belongs to no package")


def smaller_icu(library, output):
    """libxml2 asks ICU for encodings alone: a libicudata with the converters and without the locales of the world.

    Made from Debian's own library by ICU's own tool. Returns whether it could be made."""
    # Where Swift is and no C compiler, its clang is one.
    compiler = shutil.which("cc") or shutil.which("clang")
    if not (shutil.which("icupkg") and compiler):
        return False
    symbols = run("readelf", "-Ws", "--dyn-syms", library)
    _, value, size, name = re.search(r"(\d+): ([0-9a-f]+)\s+(\S+) OBJECT\s+GLOBAL DEFAULT\s+\d+ (icudt\d+_dat)", symbols).groups()
    begin, count = int(value, 16), int(size, 0)
    section = re.search(r"\.rodata\s+PROGBITS\s+([0-9a-f]+) ([0-9a-f]+)", run("readelf", "-SW", library))
    begin += int(section.group(2), 16) - int(section.group(1), 16)
    soname = re.search(r"soname: \[(.*)\]", run("readelf", "-d", library)).group(1)
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        whole = work / (name.removesuffix("_dat") + "l.dat")
        whole.write_bytes(Path(library).read_bytes()[begin:begin + count])
        drop = [e for e in run("icupkg", "-l", str(whole)).split() if not e.endswith(".cnv") and e != "cnvalias.icu"]
        (work / "drop.txt").write_text("\n".join(drop) + "\n")
        (work / "kept").mkdir()
        kept = work / "kept" / whole.name
        run("icupkg", "--ignore-deps", "-r", str(work / "drop.txt"), str(whole), str(kept))
        (work / "data.s").write_text(
            f'.section .rodata\n.balign 16\n.globl {name}\n.type {name},%object\n{name}:\n.incbin "{kept}"\n'
            f".size {name},.-{name}\n.section .note.GNU-stack,\"\",%progbits\n")
        run(compiler, "-shared", "-nostdlib", f"-Wl,-soname,{soname}", "-Wl,--build-id=none", "-o", str(output), str(work / "data.s"))
    return True


def licenses_of(copyright_file):
    """The names of licenses in a machine-readable copyright file."""
    text = copyright_file.read_text(errors="replace")
    if not text.startswith("Format:"):
        return []
    return sorted({name.strip() for name in re.findall(r"^License: *(\S.*)$", text, re.M)})


def swift_version():
    """Of the compiler, whose runtime is linked in; nothing if it is not here."""
    if not shutil.which("swift"):
        return ""
    found = re.search(r"Swift version (\S+)", run("swift", "--version"))
    return found.group(1) if found else ""


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def main(binary, folder):
    folder = Path(folder)
    if folder.exists():
        shutil.rmtree(folder)
    lib, share, doc = folder / "lib/mock-portal", folder / "share/mock-portal", folder / "share/doc/mock-portal"
    for each in (folder / "bin", lib / "ossl-modules", share / "proj", share / "fonts", doc / "licenses"):
        each.mkdir(parents=True)
    came_from = {}  # path in the folder -> path on this machine

    def take(source, target, mode=0o644):
        shutil.copyfile(os.path.realpath(source), target)
        target.chmod(mode)
        came_from[target] = str(source)

    # The program and its libraries.
    program = lib / "mock-portal"
    shutil.copyfile(binary, program)
    program.chmod(0o755)
    run("strip", str(program))
    libraries = needed(binary)
    for name in LOADED:
        libraries[name] = installed(name)
        libraries.update(needed(libraries[name]))
    legacy = str(Path(libraries["libcrypto.so.3"]).parent / "ossl-modules/legacy.so")
    smaller = False
    for name, path in sorted(libraries.items()):
        target = lib / name
        if name.startswith("libicudata.so") and smaller_icu(os.path.realpath(path), target):
            smaller = True
            target.chmod(0o644)
            came_from[target] = path
            continue
        take(path, target)
        run("patchelf", "--force-rpath", "--set-rpath", "$ORIGIN", str(target))
    take(legacy, lib / "ossl-modules/legacy.so")
    run("patchelf", "--force-rpath", "--set-rpath", "$ORIGIN/..", str(lib / "ossl-modules/legacy.so"))
    # An rpath, and not a runpath: it comes before LD_LIBRARY_PATH, and holds for what is loaded by name, too.
    run("patchelf", "--force-rpath", "--set-rpath", "$ORIGIN", str(program))
    (folder / "bin/mock-portal").write_text(LAUNCHER)
    (folder / "bin/mock-portal").chmod(0o755)

    # Data.
    for name in PROJ_DATA:
        take(f"/usr/share/proj/{name}", share / "proj" / name)
    for name in FONTS:
        take(f"/usr/share/fonts/truetype/dejavu/{name}", share / "fonts" / name)
    (share / "fonts/fonts.conf").write_text(FONTS_CONF)
    shutil.copytree(recipe.ROOT / "scenarios", share / "scenarios", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("LICENSE", "NOTICE", "CHANGELOG.md"):
        shutil.copyfile(recipe.ROOT / name, doc / name)
    shutil.copyfile(recipe.ROOT / "docs/openapi.json", doc / "openapi.json")
    shutil.copyfile(recipe.ROOT / "packaging/INSTALLED.md", doc / "README.md")

    # Licenses and SBOM.
    packages = {}
    for target, source in came_from.items():
        packages.setdefault(package_of(source), []).append(target)
    components, referred = [], set()
    for name, targets in sorted(packages.items()):
        fields = "${Version}\t${source:Package}\t${source:Version}\t${Architecture}\t${Homepage}\n"
        number, source, source_number, arch, page = run("dpkg-query", "-W", "-f", fields, name).splitlines()[0].split("\t")
        notice = Path(f"/usr/share/doc/{name}/copyright")
        text = notice.read_text(errors="replace")
        (doc / "licenses" / name).write_text(text)
        referred |= set(re.findall(r"/usr/share/common-licenses/([A-Za-z0-9.+-]*[A-Za-z0-9])", text))
        component = {
            "type": "library", "bom-ref": f"deb/{name}", "name": name, "version": number,
            "purl": f"pkg:deb/debian/{name}@{number.replace('+', '%2B').replace(':', '%3A').replace('~', '~')}?arch={arch}&distro=debian-12",
            "licenses": [{"license": {"name": each}} for each in licenses_of(notice)],
            "properties": [{"name": "debian:source", "value": f"{source} {source_number}"}]
            + [{"name": "file", "value": f"{t.relative_to(folder)} sha256:{digest(t)}"} for t in sorted(targets)],
        }
        if smaller and any(t.name.startswith("libicudata") for t in targets):
            component["modified"] = True
            component["description"] = "libicudata holds the converters alone; everything else was taken out by icupkg"
        if page:
            component["externalReferences"] = [{"type": "website", "url": page}]
        components.append(component)
    for name in sorted(referred):
        shared = Path("/usr/share/common-licenses") / name
        if shared.exists():
            (doc / "licenses" / f"common-{name}").write_bytes(shared.read_bytes())
    swift = Path(os.path.realpath(shutil.which("swift") or "/usr/bin/swift")).parent.parent
    text = swift / "share/swift/LICENSE.txt"
    if text.exists():
        shutil.copyfile(text, doc / "licenses/swift-runtime")
    components.append({
        "type": "library", "bom-ref": "swift-runtime", "name": "swift-runtime", "version": swift_version(),
        "licenses": [{"license": {"name": "Apache-2.0 WITH Swift-exception"}}],
        "description": "Swift's standard library and Foundation's essentials, linked into the program"})
    airports = recipe.ROOT / "scenarios/data/LICENSE-airportsdata.txt"
    shutil.copyfile(airports, doc / "licenses/airportsdata")
    components.append({"type": "data", "bom-ref": "airportsdata", "name": "airportsdata",
                       "licenses": [{"license": {"id": "MIT"}}], "description": "airports of the built-in scenarios, trimmed"})
    moment = recipe.epoch()
    import datetime
    bom = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {
            "timestamp": datetime.datetime.fromtimestamp(moment, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application", "bom-ref": "mock-portal", "name": "mock-portal", "version": recipe.version(),
                "licenses": [{"license": {"id": "Apache-2.0"}}],
                "hashes": [{"alg": "SHA-256", "content": digest(program)}]}},
        "components": components,
        "dependencies": [{"ref": "mock-portal", "dependsOn": [c["bom-ref"] for c in components]}],
    }
    plain = json.dumps(bom, sort_keys=True)
    bom["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, plain)}"
    (doc / "sbom.cdx.json").write_text(json.dumps(bom, indent=1) + "\n")
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
        elif not os.access(path, os.X_OK) or path.suffix in (".json", ".md"):
            path.chmod(0o644)
        os.utime(path, (moment, moment))
    size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    print(f"{folder}: {len(libraries)} libraries of {len(packages)} packages, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
