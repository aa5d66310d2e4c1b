# SPDX-License-Identifier: Apache-2.0
"""Makes the Python wheel: python3 packaging/wheel.py STAGE OUTPUT-FOLDER. Prints the file's name.

Nothing is compiled for Python, so the tag names the machine alone: py3-none-manylinux_2_36_x86_64. The libraries are those of
packaging/stage.py, which finds and bundles them as auditwheel does; packaging/tests/wheel.sh lets auditwheel judge the result.
For aarch64 the same two commands run on such a machine: recipe.architecture() is the only difference.
"""
import base64
import hashlib
import re
import sys
import time
import zipfile
from pathlib import Path

import recipe

# The newest symbol that a bundled library takes from the C library; packaging/tests/wheel.sh checks it.
GLIBC = (2, 36)
SOURCE = recipe.ROOT / "packaging/python"


def pyproject():
    """The few things that are read of pyproject.toml; tomllib is not in every Python that builds."""
    try:
        import tomllib
    except ImportError:
        import tomli as tomllib
    return tomllib.loads((SOURCE / "pyproject.toml").read_text())["project"]


def metadata(project):
    lines = ["Metadata-Version: 2.4", f"Name: {project['name']}", f"Version: {recipe.version()}", f"Summary: {project['description']}",
             f"License-Expression: {project['license']}", "License-File: LICENSE", "License-File: NOTICE",
             f"Requires-Python: {project['requires-python']}"]
    lines += [f"Classifier: {each}" for each in project["classifiers"]]
    for extra, needs in project["optional-dependencies"].items():
        lines.append(f"Provides-Extra: {extra}")
        lines += [f'Requires-Dist: {need}; extra == "{extra}"' for need in needs]
    lines += ["Description-Content-Type: text/markdown", "", (SOURCE / "README.md").read_text()]
    return "\n".join(lines)


def main(stage, output):
    project, version = pyproject(), recipe.version()
    tag = f"py3-none-manylinux_{GLIBC[0]}_{GLIBC[1]}_{recipe.architecture()}"
    info = f"mock_portal-{version}.dist-info"
    contents = {}  # name -> (bytes, executable)
    for name in recipe.files(SOURCE / "mock_portal"):
        if name.suffix in (".py", ".typed"):
            contents[f"mock_portal/{name}"] = ((SOURCE / "mock_portal" / name).read_bytes(), False)
    init = contents["mock_portal/__init__.py"][0].decode()
    contents["mock_portal/__init__.py"] = (re.sub(r'__version__ = "0".*', f'__version__ = "{version}"', init).encode(), False)
    for name in recipe.files(stage):
        # The launcher is for shells: here Python finds the folder. The scenarios are in the command, too.
        if name.parts[0] == "bin" or name.parts[:3] == ("share", "mock-portal", "scenarios") and name.name != "schema.json":
            continue
        path = Path(stage) / name
        contents[f"mock_portal/_home/{name}"] = (path.read_bytes(), recipe.executable(path))
    for name in ("LICENSE", "NOTICE"):
        contents[f"{info}/licenses/{name}"] = ((recipe.ROOT / name).read_bytes(), False)
    contents[f"{info}/sboms/mock-portal.cdx.json"] = ((Path(stage) / "share/doc/mock-portal/sbom.cdx.json").read_bytes(), False)
    contents[f"{info}/METADATA"] = (metadata(project).encode(), False)
    contents[f"{info}/WHEEL"] = (f"Wheel-Version: 1.0\nGenerator: mock-portal\nRoot-Is-Purelib: false\nTag: {tag}\n".encode(), False)
    entries = ["[console_scripts]"] + [f"{k} = {v}" for k, v in project["scripts"].items()]
    for group, points in project["entry-points"].items():
        entries += ["", f"[{group}]"] + [f"{k} = {v}" for k, v in points.items()]
    contents[f"{info}/entry_points.txt"] = ("\n".join(entries) + "\n").encode(), False
    record = [f"{n},sha256={base64.urlsafe_b64encode(hashlib.sha256(b).digest()).rstrip(b'=').decode()},{len(b)}"
              for n, (b, _) in sorted(contents.items())]
    contents[f"{info}/RECORD"] = ("\n".join([*record, f"{info}/RECORD,,"]) + "\n").encode(), False

    path = Path(output) / f"mock_portal-{version}-{tag}.whl"
    path.parent.mkdir(parents=True, exist_ok=True)
    moment = time.gmtime(max(recipe.epoch(), 315532800))[:6]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as wheel:
        # What describes the wheel stands at its end, as installers like it.
        for name in sorted(contents, key=lambda n: (n.startswith(info), n)):
            content, is_program = contents[name]
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = (0o100755 if is_program else 0o100644) << 16
            wheel.writestr(entry, content)
    print(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
