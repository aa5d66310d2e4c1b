"""What a served scenario was asked, as an HTTP archive with its secrets: harvest.py READY OUT

The journal has every exchange; each is asked for with its archive, and the entries go into one file.
"""
import json
import pathlib
import sys

import requests

ready, out = json.load(open(sys.argv[1], encoding="utf-8")), pathlib.Path(sys.argv[2])
asked = requests.Session()
asked.trust_env = False
entries, after = [], 0
while True:
    page = asked.get(f"{ready['control']}/requests", params={"after": after, "limit": 1000}, timeout=60).json()["requests"]
    for each in page:
        whole = asked.get(f"{ready['control']}/exchanges/{each['id']}", params={"secrets": "true"}, timeout=60)
        if whole.status_code == 200:
            entries += whole.json()["har"].get("log", {}).get("entries", [])
    if not page:
        break
    after = page[-1]["id"]
out.write_text(json.dumps({"log": {"version": "1.2", "creator": {"name": "mock-portal", "version": "0"}, "entries": entries}}))
print(f"{len(entries)} entries in {out.name}")
