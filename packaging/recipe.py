# SPDX-License-Identifier: Apache-2.0
"""What all packages share: the version, the moment of a release, the machine, and archives whose bytes are always the same."""
import gzip
import io
import os
import platform
import re
import subprocess
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Where the version stands, and nowhere else: packages, SBOM and workflows read it from here.
VERSION_FILE = ROOT / "Sources/MockPortal/MockEnterprise.swift"


def version():
    found = re.search(r'public static let version = "([^"]+)"', VERSION_FILE.read_text())
    return found.group(1)


def epoch():
    """The time that archives carry: SOURCE_DATE_EPOCH, or the time of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    log = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True)
    return int(log.stdout or 0) if log.returncode == 0 else 0


def architecture():
    """x86_64 or aarch64."""
    return platform.machine()


def debian_architecture():
    return {"x86_64": "amd64", "aarch64": "arm64"}[architecture()]


def files(folder):
    """Every file of a folder, as relative paths in one order on every machine."""
    folder = Path(folder)
    return sorted((p.relative_to(folder) for p in folder.rglob("*") if p.is_file() or p.is_symlink()), key=str)


def executable(path):
    return bool(os.stat(path).st_mode & 0o100)


def tar(folder, output, prefix, moment):
    """Writes a .tar.gz whose bytes depend on the names, the modes and the contents alone."""
    folder = Path(folder)
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        folders = sorted({parent for f in files(folder) for parent in f.parents if str(parent) != "."}, key=str)
        for name in [Path(".")] + folders + files(folder):
            source = folder / name
            entry = tarfile.TarInfo(prefix if str(name) == "." else f"{prefix}/{name}")
            entry.mtime = moment
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            if source.is_dir():
                entry.type, entry.mode = tarfile.DIRTYPE, 0o755
                archive.addfile(entry)
            else:
                entry.size, entry.mode = source.stat().st_size, 0o755 if executable(source) else 0o644
                with source.open("rb") as content:
                    archive.addfile(entry, content)
    with open(output, "wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=moment) as packed:
        packed.write(plain.getvalue())


if __name__ == "__main__":
    import sys

    print({"version": version, "epoch": epoch, "architecture": architecture, "debian": debian_architecture}[sys.argv[1]]())
