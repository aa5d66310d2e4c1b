#!/usr/bin/env python3
"""Peers side by side on one machine: make bench-peers.  moto's server and pytest-httpserver stand in for other services in tests; pygeoapi
serves features. Method: each is started alone, as its own documentation says, and asked over one kept connection on the
loopback interface; a figure is the median of repeated requests, with what the client needs to send and read. The features are the
same 20,000 points with the same attributes: of pygeoapi by its GeoJSON provider, of pytest-httpserver as the bytes of MockPortal's
own answer, which it only sends. Each answer's number of features is checked.
Usage: peers.py [--json FILE] path/to/mock-portal path/to/environment-of-the-peers
"""
import http.client
import json
import os
import pathlib
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

from results import Results
from served import status

RESULTS = Results("peers", __doc__.split("Usage")[0])
ALL = 20_000
SIZES = (10, 1_000, 10_000)
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def points(path):
    """Points in windows of their own: each size has one, and a word in KIND."""
    chance = random.Random(7)
    features = []
    for place, size in enumerate(SIZES):
        for _ in range(size):
            features.append((f"of{size}", place * 20 + chance.random(), chance.random()))
    while len(features) < ALL:
        features.append(("other", chance.uniform(-170, -10), chance.uniform(-80, 80)))
    chance.shuffle(features)
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": number, "geometry": {"type": "Point", "coordinates": [round(x, 6), round(y, 6)]},
         "properties": {"NAME": f"place {number}", "KIND": kind, "SIZE": number % 977}}
        for number, (kind, x, y) in enumerate(features, 1)]}))


def window(place):
    return f"{place * 20},0,{place * 20 + 1},1"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Peer:
    """A server that runs until the block ends, and one connection to it."""

    def __init__(self, name, command, port=None, ready=("GET", "/", None, {}), cwd=None, env=None):
        self.name, self.port = name, port
        began = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=cwd, env={**os.environ, **(env or {})})
        if port is None:
            line = self.process.stdout.readline()
            self.port = int(re.search(r"http://127\.0\.0\.1:(\d+)", line).group(1))
        while True:
            try:
                self.ask(*ready)
                break
            except (ConnectionError, http.client.HTTPException):
                self.connection.close()
                if self.process.poll() is not None or time.perf_counter() - began > 120:
                    sys.exit(f"{name} does not answer")
                time.sleep(0.005)
        self.started = (time.perf_counter() - began) * 1000

    @property
    def connection(self):
        if "_connection" not in self.__dict__:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        return self._connection

    def ask(self, method, path, body=None, headers=None):
        """Milliseconds, status and body."""
        began = time.perf_counter()
        self.connection.request(method, path, body, headers or {})
        response = self.connection.getresponse()
        answer = response.read()
        return (time.perf_counter() - began) * 1000, response.status, answer

    def median(self, times, request, features=None):
        taken = []
        for _ in range(times):
            took, status, body = self.ask(*request)
            if status != 200:
                sys.exit(f"{self.name}: {request[:2]} gives {status}: {body[:300]}")
            taken.append(took)
        if features is not None and len(json.loads(body)["features"]) != features:
            sys.exit(f"{self.name}: {request[:2]} gives {len(json.loads(body)['features'])} features, not {features}")
        return statistics.median(taken), body

    def resident(self):
        return status(self.process.pid, "VmRSS")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def row(what, measured):
    RESULTS.add(what, measured)
    print(f"      {what}: {measured}", flush=True)


def common(peer, request, what):
    row(f"{peer.name}: from start to the first answer", f"{peer.started:.0f} ms")
    usual, body = peer.median(200, request)
    row(f"{peer.name}: {what}", f"{usual:.2f} ms ({len(body)} bytes)")


def times(size):
    return {10: 30, 1_000: 10, 10_000: 5}[size]


def mock_portal(command, folder):
    """The answers of each query, for who only sends them."""
    (folder / "here.json5").write_text("""{ extends: "start/federated", servers: [{ name: "gis", services: [
        { name: "Peers", access: "public", featureServer: true, maxRecordCount: 10000, layers: [{ id: 0, source: "points.geojson" }] }] }] }""")
    arguments = [command, "serve", str(folder / "here.json5"), "--port", "0", "--log", "off"]
    token = ("POST", "/portal/sharing/rest/generateToken", urllib.parse.urlencode(
        {"username": "viewer", "password": "viewer", "client": "requestip", "f": "json"}), FORM)
    answers = {}
    with Peer("MockPortal", arguments, ready=token) as peer:
        common(peer, token, "a token")
        for place, size in enumerate(SIZES):
            for what, parameters in ((f"a rectangle with {size} of {ALL} points", {"geometry": window(place), "inSR": "4326"}),
                                     (f"an attribute that {size} of {ALL} points have", {"where": f"KIND = 'of{size}'"})):
                path = "/arcgis/rest/services/Peers/FeatureServer/0/query?" + urllib.parse.urlencode(
                    {"where": "1=1", **parameters, "outFields": "*", "f": "geojson"})
                usual, body = peer.median(times(size), ("GET", path), size)
                row(f"MockPortal: {what}", f"{usual:.1f} ms ({len(body) / 1e6:.2f} MB)")
                answers[what] = body
        row("MockPortal: resident after that", f"{peer.resident():.0f} MiB")
    return answers


def moto(tool):
    port = free_port()
    request = ("POST", "/", "Action=GetCallerIdentity&Version=2011-06-15", {**FORM, "Host": "sts.us-east-1.amazonaws.com"})
    with Peer("moto", [tool, "-H", "127.0.0.1", "-p", str(port)], port, ready=request) as peer:
        common(peer, request, "GetCallerIdentity of STS")
        row("moto: resident after that", f"{peer.resident():.0f} MiB")


CANNED = """
import json, pathlib, sys, threading
from pytest_httpserver import HTTPServer
server = HTTPServer(host="127.0.0.1", port=int(sys.argv[1]))
server.expect_request("/token", method="POST").respond_with_json({"token": "a" * 64, "expires": 1, "ssl": False})
for path in pathlib.Path(sys.argv[2]).iterdir():
    server.expect_request("/" + path.name).respond_with_data(path.read_bytes(), content_type="application/json")
server.start()
threading.Event().wait()
"""


def httpserver(python, folder, answers):
    canned, port = folder / "canned", free_port()
    canned.mkdir()
    names = {}
    for number, (what, body) in enumerate(answers.items()):
        names[what] = f"answer-{number}.json"
        (canned / names[what]).write_bytes(body)
    request = ("POST", "/token", "username=viewer", FORM)
    with Peer("pytest-httpserver", [python, "-c", CANNED, str(port), str(canned)], port, ready=request) as peer:
        common(peer, request, "an answer that is given to it")
        for what, name in names.items():
            usual, body = peer.median(10, ("GET", "/" + name), None)
            row(f"pytest-httpserver: the same bytes, of {what}", f"{usual:.1f} ms ({len(body) / 1e6:.2f} MB)")
        row("pytest-httpserver: resident after that", f"{peer.resident():.0f} MiB")


def pygeoapi(tool, folder):
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    configuration = {
        "server": {"bind": {"host": "127.0.0.1", "port": port}, "url": url, "mimetype": "application/json; charset=UTF-8",
                   "encoding": "utf-8", "gzip": False, "languages": ["en-US"], "pretty_print": False,
                   "limits": {"default_items": 10, "max_items": 10_000}, "map": {"url": url, "attribution": "none"}},
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {"title": "points", "description": "points", "keywords": ["points"], "keywords_type": "theme",
                               "terms_of_service": "none", "url": url},
            "license": {"name": "none", "url": url}, "provider": {"name": "none", "url": url},
            "contact": {"name": "none"}},
        "resources": {"points": {
            "type": "collection", "title": "points", "description": "points", "keywords": ["points"], "links": [],
            "extents": {"spatial": {"bbox": [-180, -90, 180, 90]}},
            "providers": [{"type": "feature", "name": "GeoJSON", "data": str(folder / "points.geojson"), "id_field": "id"}]}}}
    # JSON is YAML.
    (folder / "pygeoapi.yml").write_text(json.dumps(configuration))
    environment = {"PYGEOAPI_CONFIG": str(folder / "pygeoapi.yml"), "PYGEOAPI_OPENAPI": str(folder / "openapi.yml")}
    generated = subprocess.run(
        [tool, "openapi", "generate", str(folder / "pygeoapi.yml"), "--output-file", str(folder / "openapi.yml")],
        env={**os.environ, **environment}, capture_output=True, text=True)
    if generated.returncode:
        sys.exit(f"pygeoapi: {generated.stderr[-2000:]}")
    landing = ("GET", "/?f=json")
    with Peer("pygeoapi", [tool, "serve"], port, ready=landing, env=environment) as peer:
        common(peer, landing, "the landing page")
        for place, size in enumerate(SIZES):
            for what, parameters in ((f"a rectangle with {size} of {ALL} points", {"bbox": window(place)}),
                                     (f"an attribute that {size} of {ALL} points have", {"KIND": f"of{size}"})):
                path = "/collections/points/items?" + urllib.parse.urlencode({**parameters, "limit": 10_000, "f": "json"})
                usual, body = peer.median(5, ("GET", path), size)
                row(f"pygeoapi: {what}", f"{usual:.1f} ms ({len(body) / 1e6:.2f} MB)")
        row("pygeoapi: resident after that", f"{peer.resident():.0f} MiB")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    command, tools = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).absolute() / "bin"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        points(folder / "points.geojson")
        answers = mock_portal(command, folder)
        httpserver(str(tools / "python"), folder, answers)
        moto(str(tools / "moto_server"))
        pygeoapi(str(tools / "pygeoapi"), folder)
    RESULTS.write()


if __name__ == "__main__":
    main()
