#!/usr/bin/env python3
"""Requests to everything that there is, with values that are right, wrong and absurd: make fuzz.

`mock-portal routes` says what there is. A request takes a route, fills its names with ones that exist or rubbish, and has up to eight
parameters, a token of somebody's or none; requests to /_mock have JSON. Sixteen go at once on a kept connection, and each must be
answered by a status within 5 s; every 1,000 requests all is reset. One in sixteen is spoilt by the byte, and ends its connection.
Answers of status 500 and more are listed. At the end the command lives, ends as it should, and holds little more than after the
first tenth.
Usage: surfaces.py path/to/mock-portal [seconds, 60] [seed, 7] [scenario]
"""
import json
import os
import pathlib
import random
import re
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request

binary = sys.argv[1]
seconds, seed = (int(word) for word in (sys.argv[2:4] + ["60", "7"][len(sys.argv[2:4]):]))
scenario = (sys.argv[4:] or [str(pathlib.Path(__file__).parent / "surfaces.json5")])[0]
LATE, BATCH, RESET = 5, 16, 1000
# Memory that may come after the first tenth, in MiB.
MOST = 64
dice = random.Random(seed)

# Names of routes and what may stand there, values that are right, wrong and absurd, names of parameters.
WORDS = json.loads((pathlib.Path(__file__).parent / "words.json").read_text())
NAMES, PARAMETERS = WORDS["names"], WORDS["parameters"]
VALUES = WORDS["values"] + [one["text"] * one["times"] for one in WORDS["repeated"]]
CONTROL = [
    ("GET", "requests?limit=5"), ("GET", "hygiene"), ("GET", "contract"), ("GET", "clock"), ("GET", "faults"), ("GET", "deployments"), ("GET", "ready"),
    ("GET", "openapi.json"), ("GET", "requests/last"), ("POST", "verify"), ("POST", "clock"), ("POST", "events"), ("POST", "tokens"), ("PUT", "scenario"),
    ("POST", "sign-in"), ("POST", "tokens/decode"), ("DELETE", "requests"), ("POST", "check"),
]
# Endpoints with what may be asked there; a stream has no end, and of deployments there would be a thousand.
CALLS = [
    (method.upper(), path.removeprefix("/"), [one["name"] for one in call.get("parameters", []) if one.get("in") == "query"])
    for path, calls in json.loads((pathlib.Path(__file__).parents[2] / "docs/openapi.json").read_text())["paths"].items()
    for method, call in calls.items() if (method, path) not in {("get", "/live"), ("post", "/deployments"), ("post", "/check")}
]
NUMBERS = ["0", "-1", "1", "2147483648", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e999", "NaN", "00", "+1"]
BODIES = [
    {"request": {"path": "/arcgis/**", "method": "GET"}, "times": 1}, {"advance": "PT61M"}, {"set": "2030-01-01T00:00:00Z"}, {"freeze": True},
    {"event": "restart-server", "server": "gis"}, {"event": "disable-user", "user": "viewer"}, {"event": "drop-field", "service": "Airports", "field": "NAME"},
    {"user": "viewer", "at": "portal", "minutes": -5}, {"name": "start/standalone"}, {"portal": {"version": "11.4"}}, {"token": "x"}, [], 1, None, {"advance": 1e300},
]


def described():
    """Paths of all that is routed, below which context."""
    told = json.loads(subprocess.run([binary, "routes", "--json"], capture_output=True, text=True, check=True).stdout)
    paths = []
    for context, rows in (("/portal/", told["portal"]), ("/arcgis/", told["server"]), ("/idp/", told["idp"])):
        for row in rows:
            path = row["path"]
            paths.append(path if path.startswith("/") else context + path)
    return paths


def filled(path):
    def value(match):
        if dice.random() < 0.1:
            return urllib.parse.quote(dice.choice(VALUES)[:300], safe="/")
        name = match.group(1)
        return urllib.parse.quote(dice.choice(NAMES.get(name, NAMES["id"] + NAMES["layer"])), safe="/")
    return re.sub(r"\{([^}]*)\}", value, path)


def request(paths, tokens):
    if dice.random() < 0.06:
        method, path = dice.choice(CONTROL)
        if dice.random() < 0.5:
            method, path, known = dice.choice(CALLS)
            path = re.sub(r"\{[^}]*\}", lambda _: urllib.parse.quote(dice.choice(dice.choice([NUMBERS, VALUES]))[:300], safe=""), path)
            asked = [(dice.choice(known), dice.choice(dice.choice([NUMBERS, VALUES]))[:300]) for _ in range(dice.randrange(3))] if known else []
            path += "?" + urllib.parse.urlencode(asked)
        body = b"" if method in ("GET", "DELETE") else json.dumps(dice.choice(BODIES)).encode()
        if body and dice.random() < 0.3:
            body = body[:dice.randrange(len(body) + 1)] + bytes([dice.randrange(256)])
        return (f"{method} /_mock/{path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
                .encode() + body)
    form = [(dice.choice(PARAMETERS), dice.choice(VALUES)) for _ in range(dice.randrange(9))]
    if dice.random() < 0.7:
        form.append(("f", "json"))
    if dice.random() < 0.6:
        form.append(("token", dice.choice(tokens)))
    path, text = filled(dice.choice(paths)), urllib.parse.urlencode(form)
    head = "Host: localhost\r\n" + ("Accept-Encoding: gzip\r\n" if dice.random() < 0.2 else "")
    kind = dice.random()
    if kind < 0.4:
        return f"GET {path}?{text[:8000]} HTTP/1.1\r\n{head}\r\n".encode()
    if kind < 0.9:
        body, media = text.encode(), "application/x-www-form-urlencoded"
    else:
        parts = "".join(f'--b\r\nContent-Disposition: form-data; name="{name}"{dice.choice(["", "; filename=x.zip"])}\r\n\r\n{value}\r\n'
                        for name, value in form)
        body, media = (parts + "--b--\r\n").encode(), "multipart/form-data; boundary=b"
    return f"POST {path} HTTP/1.1\r\n{head}Content-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def spoilt(text):
    text = bytearray(text)
    for _ in range(dice.randint(1, 5)):
        place = dice.randrange(len(text) + 1)
        kind = dice.randrange(3)
        if kind == 0 and place < len(text):
            text[place] = dice.randrange(256)
        elif kind == 1:
            text[place:place] = bytes(dice.randrange(256) for _ in range(dice.randint(1, 8)))
        else:
            del text[place:place + dice.randint(1, 10)]
    return bytes(text)


class Line:
    """A kept connection: how many of a batch were answered, before it was closed."""

    def __init__(self, port):
        self.port, self.socket, self.data = port, None, b""

    def more(self):
        piece = self.socket.recv(1 << 18)
        if not piece:
            raise ConnectionResetError
        self.data += piece

    def one(self):
        while b"\r\n\r\n" not in self.data:
            self.more()
        head, self.data = self.data.split(b"\r\n\r\n", 1)
        status = int(head.split(b" ", 2)[1])
        if not head.startswith(b"HTTP/1.1 ") or not 100 <= status < 600:
            raise SystemExit(f"FAIL  no answer of HTTP: {head[:200]!r}")
        if status == 100:
            return self.one()
        length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
        if length:
            size = int(length.group(1))
            pieces, there = [self.data], len(self.data)
            while there < size:
                piece = self.socket.recv(1 << 20)
                if not piece:
                    raise ConnectionResetError
                pieces.append(piece)
                there += len(piece)
            data = b"".join(pieces)
            self.data = data[size:]
        elif re.search(rb"(?i)\r\ntransfer-encoding: *chunked", head):
            while True:
                while b"\r\n" not in self.data:
                    self.more()
                size, self.data = self.data.split(b"\r\n", 1)
                count = int(size, 16) + 2
                while len(self.data) < count:
                    self.more()
                self.data = self.data[count:]
                if count == 2:
                    break
        elif status not in (204, 304):
            raise SystemExit(f"FAIL  an answer without a length: {head[:300]!r}")
        if re.search(rb"(?i)\r\nconnection: *close", head):
            self.close()
        return status

    def close(self):
        if self.socket:
            self.socket.close()
        self.socket, self.data = None, b""

    def ask(self, texts):
        """Statuses of the answers; fewer if the connection was closed, which only a request that ends it may do."""
        if not self.socket:
            self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        statuses = []
        try:
            self.socket.sendall(b"".join(texts))
            while len(statuses) < len(texts) and self.socket:
                statuses.append(self.one())
        except (ConnectionResetError, BrokenPipeError):
            self.close()
        return statuses


def resident(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text()).group(1)) / 1024


def control(base, method, path, body=None):
    data = json.dumps(body).encode() if body is not None else b""
    asked = urllib.request.Request(f"{base}/_mock/{path}", data, {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(asked, timeout=60) as answer:
        text = answer.read()
    return json.loads(text) if text else None


def fail(process, what, texts):
    kept = pathlib.Path(os.environ.get("TMPDIR", "/tmp")) / f"fuzz-{seed}.bin"
    kept.write_bytes(b"".join(texts))
    process.kill()
    sys.exit(f"FAIL  {what}; the last requests are in {kept}")


def main():
    paths = described()
    process = subprocess.Popen([binary, "serve", scenario, "--port", "0", "--log", "off"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               text=True)
    base = next(word for word in process.stdout.readline().split() if word.startswith("http="))[5:]
    port = int(base.rsplit(":", 1)[1])
    line = Line(port)
    sent = answered = spoilt_ones = resets = 0
    statuses, slowest, began = {}, (0, b""), time.monotonic()
    # What a server fails at by its own words, for somebody to look at.
    failures = {}
    # The first tenth fills what is filled once.
    first, last, tokens = None, [], []
    while time.monotonic() < began + seconds:
        if first is None and time.monotonic() > began + seconds / 10:
            first = resident(process.pid)
        if sent // RESET >= resets:
            # Another scenario may be there, without these people.
            control(base, "PUT", "scenario", {"name": scenario})
            tokens = [control(base, "POST", "tokens", {"user": user, "at": "portal", "client": "referer", "referer": "https://a.example"})["token"]
                      for user in ("viewer", "publisher", "portadmin")]
            tokens += [control(base, "POST", "tokens", {"siteAdmin": True, "at": "gis"})["token"], "rubbish"]
            resets += 1
        batch = [request(paths, tokens) for _ in range(BATCH)]
        last = batch
        started = time.monotonic()
        try:
            told = line.ask(batch)
            took = time.monotonic() - started
            if took > slowest[0]:
                slowest = (took, batch)
            sent += BATCH
            answered += len(told)
            for status, text in zip(told, batch):
                statuses[status] = statuses.get(status, 0) + 1
                if status >= 500:
                    method, target = text.split(b" ", 2)[:2]
                    key = (status, method.decode(), target.split(b"?")[0].decode("latin-1")[:100])
                    failures.setdefault(key, text)
            # By the byte, on a connection of its own.
            with socket.create_connection(("127.0.0.1", port), timeout=60) as other:
                text = spoilt(request(paths, tokens))
                last = [*batch, text]
                started = time.monotonic()
                try:
                    other.sendall(text)
                    other.shutdown(socket.SHUT_WR)
                    while other.recv(1 << 16):
                        pass
                except (ConnectionResetError, BrokenPipeError):
                    pass
                spoilt_ones += 1
                if time.monotonic() - started > slowest[0]:
                    slowest = (time.monotonic() - started, [text])
        except (ConnectionRefusedError, TimeoutError, socket.timeout) as failure:
            fail(process, f"after {sent} requests: {failure!r}, the command {'lives' if process.poll() is None else 'died'}", last)
        if process.poll() is not None:
            fail(process, f"it died after {sent} requests with {process.returncode}", last)
    took = time.monotonic() - began
    line.close()
    control(base, "PUT", "scenario", {"name": scenario})
    time.sleep(2)
    end = resident(process.pid)
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    used = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    process.terminate()
    code = process.wait(30)
    counts = ", ".join(f"{number} of {status}" for status, number in sorted(statuses.items()))
    print(f"{sent} requests to {len(paths)} routes and /_mock, {answered} answered ({counts}), and {spoilt_ones} spoilt by the byte, in {took:.0f} s, "
          f"{(sent + spoilt_ones) / took:.0f} a second, {used:.0f} s of processor, seed {seed}; the slowest {BATCH} together took {slowest[0]:.2f} s; "
          f"{first or 0:.1f} MiB after a tenth, {end:.1f} MiB at the end")
    for (status, method, path), text in sorted(failures.items())[:40]:
        print(f"  {status} {method} {path}: {text[:1500]!r}")
    if code != 0:
        fail(process, f"it ended with {code}", last)
    if slowest[0] > LATE:
        fail(process, f"answers took {slowest[0]:.1f} s", slowest[1])
    if end > (first or end) + MOST:
        fail(process, f"it grew by {end - first:.0f} MiB", last)


main()
