# SPDX-License-Identifier: Apache-2.0
"""README and the guides, their blocks, and what these are run with: the command, and a deployment that is served."""
import json
import os
import re
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DOCC = "Sources/MockPortal/MockPortal.docc"
mock_portal, work = sys.argv[1], Path(sys.argv[2])
environment = os.environ | {"HOME": str(work)}


def pages():
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    return [page for page in listed if not page.startswith(("docs/reference/", "docs/decisions/", "Tests/", ".github/")) and (ROOT / page).exists()]


def blocks(page):
    return re.findall(r"^ *```([^`\n]*)\n(.*?)^ *```", (ROOT / page).read_text(), re.M | re.S)


def commands(block):
    """The commands of a block: lines that a backslash continues are one; a comment at the end is none of it."""
    joined = re.sub(r"\\\n\s*", "", block)
    return [re.sub(r"\s+# .*", "", line) for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def shell(command, folder=None, **more):
    ran = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder or work, env=environment | more, capture_output=True, text=True, timeout=120)
    return ran.returncode, ran.stdout + ran.stderr


def fail(told):
    raise AssertionError(told)


class Served:
    """A deployment that is served while a block runs."""

    def __init__(self, *arguments):
        self.arguments = arguments

    def __enter__(self):
        self.log = open(work / "log", "w+")
        self.process = subprocess.Popen([mock_portal, "serve", *self.arguments, "--port", "0"], stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        self.urls = dict(part.split("=", 1) for part in line.split() if "=" in part)
        self.http = self.urls["http"]
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)
        self.log.close()

    def told(self):
        time.sleep(0.2)
        return (work / "log").read_text()

    def ask(self, path, form=None):
        data = urllib.parse.urlencode(form | {"f": "json"}).encode() if form is not None else None
        request = urllib.request.Request(self.http + path, data, {"Referer": self.http + "/portal"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
