#!/usr/bin/env python3
"""Spoilt recordings, to the importer as the command has it, and one of 200 MB: it ends with 0 or 2, says what is wrong, and stays small.
Usage: recordings.py path/to/mock-portal [seconds] [seed]; what it died of is kept and named.
"""
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

binary, seconds, seed = sys.argv[1], int((sys.argv[2:] or [60])[0]), int((sys.argv[3:] or [7])[0])
# Resident memory in KiB that an archive of 200 MB may take.
MOST = 300 * 1024
PORTAL = "https://gis.example.com/portal/sharing/rest"
SERVER = "https://gis.example.com/arcgis/rest"


def entry(url, answer, form=None, type="application/json", size=None):
    request = {"method": "POST" if form else "GET", "url": url, "headers": [{"name": "Accept", "value": "*/*"}]}
    if form:
        request["postData"] = {"mimeType": "application/x-www-form-urlencoded", "text": form}
    return {
        "startedDateTime": "2026-01-02T03:04:05.678Z", "time": 1, "request": request,
        "response": {"status": 200, "headers": [{"name": "Content-Type", "value": type}],
                     "content": {"size": size or len(answer), "mimeType": type, "text": answer}}}


session = [
    entry(f"{PORTAL}/generateToken", '{"token":"aBcDeFgH1jKlMnOpQrStUvWx","expires":1795950000000,"ssl":true}',
          "username=jdoe&password=hunter2&client=requestip&f=json"),
    entry(f"{PORTAL}/portals/self?f=json&token=aBcDeFgH1jKlMnOpQrStUvWx", '{"currentVersion":"2024.1","user":{"username":"jdoe"}}'),
    entry(f"{SERVER}/services/Roads/MapServer/0?f=json", '{"id":0,"name":"Roads","type":"Feature Layer","geometryType":"esriGeometryPoint"}'),
    entry(f"{SERVER}/services/Roads/MapServer/0/query?f=json&where=1%3D1", '{"error":{"code":498,"message":"Invalid token.","details":[]}}'),
]
archive = json.dumps({"log": {"version": "1.2", "creator": {"name": "x", "version": "1"}, "entries": session}}).encode()
cassette = b"""interactions:
- request:
    method: POST
    uri: https://gis.example.com/portal/sharing/rest/generateToken
    body: username=jdoe&password=hunter2&client=requestip&f=json
    headers: &h
      Content-Type: [application/x-www-form-urlencoded]
  response:
    status: {code: 200, message: OK}
    headers: {Content-Type: [application/json]}
    body: {string: '{"token":"aBcDeFgH1jKlMnOpQrStUvWx","expires":1795950000000}'}
- request:
    method: GET
    uri: https://gis.example.com/arcgis/rest/info?f=json
    body: null
    headers: *h
  response:
    status: {code: 200, message: OK}
    headers: {Content-Type: [application/json]}
    body: {string: !!binary eyJjdXJyZW50VmVyc2lvbiI6MTEuMX0=}
version: 1
"""
curl = b"""curl 'https://gis.example.com/portal/sharing/rest/generateToken' --data-raw 'username=jdoe&password=hunter2&f=json' --compressed
{"token":"aBcDeFgH1jKlMnOpQrStUvWx","expires":1795950000000,"ssl":true}
curl -H 'Accept: */*' "https://gis.example.com/arcgis/rest/info?f=json"
"""
cases = [("har", archive), ("yml", cassette), ("txt", curl)]
pieces = [b'"', b"{", b"}", b"[" * 80, b"\\u", b"\\ud800", b"\xff", b"&a ", b"*a", b"!!binary ", b"- ", b"\n", b"\t", b"null", b"-1e999",
          b"https://gis.example.com/arcgis/rest/services/", b"99999999999999999999", b"'", b"{{", b"{token}", b"%", b"%zz", b"=" * 300]
dice = random.Random(seed)


def changed(text):
    text = bytearray(text)
    for _ in range(dice.randint(1, 6)):
        place = dice.randint(0, len(text))
        kind = dice.randint(0, 4)
        if kind == 0 and place < len(text):
            text[place] = dice.randint(0, 255)
        elif kind == 1:
            text[place:place] = dice.choice(pieces)
        elif kind == 2:
            del text[place:place + dice.randint(1, 40)]
        elif kind == 3:
            del text[place:]
        else:
            start = dice.randint(0, len(text))
            text[place:place] = text[start:start + dice.randint(1, 400)]
    return bytes(text)


def imported(path):
    return subprocess.run([binary, "import", str(path), "-o", f"{path}.json5"], capture_output=True, timeout=600)


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    count, whole, end = 0, 0, time.monotonic() + seconds
    while time.monotonic() < end or count < 20:
        ending, text = dice.choice(cases)
        spoilt = changed(text) if count >= len(cases) else cases[count][1]
        path = folder / f"spoilt.{ending if count >= len(cases) else cases[count][0]}"
        path.write_bytes(spoilt)
        result = imported(path)
        said = result.stderr + result.stdout
        if result.returncode not in (0, 2) or not said.strip() or b"hunter2" in said:
            kept = pathlib.Path(tempfile.gettempdir()) / f"spoilt-{seed}-{count}.{path.suffix[1:]}"
            kept.write_bytes(spoilt)
            sys.exit(f"FAIL  recording {count} ended with {result.returncode}, kept as {kept}: {said[-600:]!r}")
        if count < len(cases) and result.returncode != 0:
            sys.exit(f"FAIL  the recording that is not spoilt ended with {result.returncode}: {said!r}")
        whole += result.returncode == 0
        count += 1
    print(f"ok    {count} recordings, spoilt by {seed}: {whole} imported, {count - whole} told as wrong, none ended otherwise")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    large = folder / "large.har"
    picture = json.dumps(entry("https://gis.example.com/tiles/1.png", "A" * 1_000_000, type="image/png", size=750_000))
    described = json.dumps(entry(f"{SERVER}/services/Roads/MapServer/0?f=json", json.dumps({"id": 0, "name": "Roads", "x": "y" * 900_000})))
    with large.open("w") as file:
        file.write('{"log":{"entries":[')
        file.write(",".join(json.dumps(one) for one in session))
        for index in range(210):
            file.write("," + (described if index % 100 == 0 else picture))
        file.write("]}}")
    size = large.stat().st_size
    result = imported(large)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if result.returncode != 0 or size < 200_000_000 or peak > MOST:
        sys.exit(f"FAIL  an archive of {size >> 20} MiB ended with {result.returncode} and took {peak >> 10} MiB: {result.stderr[-400:]!r}")
    print(f"ok    an archive of {size >> 20} MiB is imported in {peak >> 10} MiB of memory, small ones in {before >> 10} MiB at most")
