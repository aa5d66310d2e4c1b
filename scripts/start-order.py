#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes packaging/start-order.txt: the functions that a start and the first answers run, in the order of their first call.

The linker puts them side by side, so that a start reads a quarter of the program and not three: docs/decisions/0060-order-of-a-start.md.
What has another name by now is passed over, and what is new lies with the rest; make it again after large changes.

Usage: scripts/start-order.py PROGRAM
"""
import http.client
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORM = "username=viewer&password=viewer&referer=x&f=json"


def main(program):
    defined = {line.split()[-1] for line in subprocess.run(
        ["nm", "--defined-only", program], check=True, capture_output=True, text=True).stdout.splitlines()}
    with tempfile.TemporaryDirectory() as folder:
        out, small = f"{folder}/out", f"{folder}/program"
        # valgrind reads what is for debuggers for a minute.
        subprocess.run(["objcopy", "--strip-debug", program, small], check=True)
        process = subprocess.Popen(
            ["valgrind", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={out}", "--compress-strings=no",
             small, "serve", "start/federated", "--port", "0", "--log", "off"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            client = http.client.HTTPConnection(re.search(r" http=http://([^/ ]+)", process.stdout.readline())[1], timeout=60)

            def ask(path, body=None):
                fields = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
                client.request("POST" if body else "GET", path, body, fields)
                return json.loads(client.getresponse().read())

            ask("/portal/sharing/rest?f=json")
            ask("/arcgis/rest/info?f=json")
            token = ask("/portal/sharing/rest/generateToken", FORM)["token"]
            ask(f"/portal/sharing/rest/community/self?f=json&token={token}")
            ask(f"/arcgis/rest/services/Airports/MapServer?f=json&token={token}")
        finally:
            process.terminate()
            process.wait()
        seen = {}
        for line in open(out, errors="replace"):
            if line.startswith(("fn=", "cfn=")):
                name = re.sub(r"'\d+$", "", line.split("=", 1)[1].strip())
                if name in defined:
                    seen.setdefault(name)
    (ROOT / "packaging/start-order.txt").write_text("\n".join(seen) + "\n")
    print(f"packaging/start-order.txt: {len(seen)} functions")


main(*sys.argv[1:])
