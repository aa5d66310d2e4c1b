#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a request for each endpoint, in GET and POST, as files to begin with: surfaces_as_files.py PROGRAM FOLDER"""
import json
import pathlib
import re
import subprocess
import sys

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
VALUES = {"service": "Airports", "folder": "Hosted", "layer": "0", "user": "viewer", "username": "viewer", "id": "a", "server": "gis"}
routes = json.loads(subprocess.run([program, "routes", "--json"], capture_output=True, text=True, check=True).stdout)
number = 0
for site, list in routes.items():
    for route in list:
        number += 1
        path = f"/{'portal' if site == 'portal' else 'arcgis'}/" + re.sub(
            r"\{(\w+)\}", lambda match: VALUES.get(match[1], "1"), route["path"])
        body = "f=json&where=1%3D1&objectIds=1&name=x&username=viewer&password=viewer"
        (folder / f"{number}-get").write_text(f"GET {path}?{body} HTTP/1.1\r\nHost: h.example\r\n\r\n")
        (folder / f"{number}-post").write_text(
            f"POST {path} HTTP/1.1\r\nHost: h.example\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}")
print(f"{number} endpoints")
