#!/usr/bin/env python3
"""The budgets, from one run: make bench.  Method: the server is pinned to one core and the load to the other (taskset);
wrk with 64 keep-alive connections; CPU is what the server's processes used (user and system, /proc) over the requests that
wrk counted; nginx answers the same bytes by `return 200` with access_log off. Journal on, --log off.
The programs are built as the container has them: optimized, Swift's own libraries linked in.
Usage: bench.py [--json FILE] path/to/release/folder
"""
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from results import Results
from served import status

RESULTS = Results("budgets", __doc__.split("Usage")[0])
RELEASE = pathlib.Path(sys.argv[1]).resolve()
SECONDS = 2
ROWS = []
TICKS = os.sysconf("SC_CLK_TCK")


def row(what, measured, budget, fine):
    ROWS.append((what, measured, budget, "ok" if fine else "OVER"))
    RESULTS.add(what, measured, budget, fine)
    print(f"{'ok  ' if fine else 'OVER'}  {what}: {measured} (budget {budget})", flush=True)


def cpu(pid):
    total = 0
    pids = [pid] + [int(child) for child in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    for process in pids:
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def load(pid, url, lua):
    """Microseconds of the server's CPU a request, and requests a second."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(lua)
        script.flush()
        command = ["taskset", "-c", "1", "wrk", "-t1", "-c64", "-s", script.name]
        subprocess.run([*command, "-d1s", url], check=True, capture_output=True)
        before = cpu(pid)
        output = subprocess.run([*command, f"-d{SECONDS}s", url], check=True, capture_output=True, text=True).stdout
        used = cpu(pid) - before
    requests = int(re.search(r"(\d+) requests in", output).group(1))
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)", output)
    if wrong:
        sys.exit(f"{url}: {wrong.group(0)}")
    return used / requests * 1e6, requests / SECONDS


def post(body):
    return f'wrk.method = "POST"\nwrk.body = {json.dumps(body)}\nwrk.headers["Content-Type"] = "application/x-www-form-urlencoded"\n'


class Served:
    """mock-portal with a scenario."""

    def __init__(self, scenario):
        began = time.perf_counter()
        self.process = subprocess.Popen(
            ["taskset", "-c", "0", str(RELEASE / "mock-portal"), "serve", scenario, "--port", "0", "--log", "off"],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.http, self.https, self.ca = (re.search(rf" {key}=(\S+)", line).group(1) for key in ("http", "https", "ca"))
        urllib.request.urlopen(self.http + "/arcgis/rest/info?f=json").read()
        self.started = (time.perf_counter() - began) * 1000

    def ask(self, path, body=None):
        data = urllib.parse.urlencode(body).encode() if body else None
        with urllib.request.urlopen(self.http + path, data) as response:
            return response.read()

    def resident(self):
        return status(self.process.pid, "VmRSS")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)


class Nginx:
    """nginx that answers one body."""

    def __init__(self, body):
        self.folder = tempfile.mkdtemp()
        key, pem = f"{self.folder}/key.pem", f"{self.folder}/cert.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1",
                        "-subj", "/CN=localhost", "-keyout", key, "-out", pem], check=True, capture_output=True)
        text = body.decode().replace("\\", "\\\\").replace("'", "\\'").replace("$", "")
        pathlib.Path(f"{self.folder}/nginx.conf").write_text(f"""
            daemon off; master_process off; worker_processes 1; pid {self.folder}/pid; error_log {self.folder}/error.log;
            events {{ worker_connections 1024; }}
            http {{ access_log off; keepalive_requests 100000000; client_body_temp_path {self.folder}/a; proxy_temp_path {self.folder}/b;
              fastcgi_temp_path {self.folder}/c; uwsgi_temp_path {self.folder}/d; scgi_temp_path {self.folder}/e;
              server {{ listen 127.0.0.1:18080; listen 127.0.0.1:18443 ssl; ssl_certificate {pem}; ssl_certificate_key {key};
                location / {{ default_type text/plain; return 200 '{text}'; }} }} }}""")
        self.process = subprocess.Popen(["taskset", "-c", "0", shutil.which("nginx") or "/usr/sbin/nginx", "-c", f"{self.folder}/nginx.conf"])
        time.sleep(0.5)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        shutil.rmtree(self.folder)


def ratio(what, budget, served, path, body, lua):
    """Three rounds in turn, so that both see the same machine; the medians are compared."""
    for scheme, base in (("http", served.http), ("https", served.https)):
        with Nginx(body) as nginx:
            port = 18080 if scheme == "http" else 18443
            rounds = [(load(nginx.process.pid, f"{scheme}://127.0.0.1:{port}{path}", lua), load(served.process.pid, base + path, lua))
                      for _ in range(3)]
        (theirs, their_rate), (ours, our_rate) = ([statistics.median(column) for column in zip(*side)] for side in zip(*rounds))
        row(f"{what}, {scheme}", f"{ours / theirs:.2f} x ({ours:.1f} µs to {theirs:.1f} µs; {our_rate:.0f}/s to {their_rate:.0f}/s)",
            f"{budget} x", ours / theirs <= budget)


def airports(blanks=0):
    """A scenario with all the airports of airportsdata; blanks make it a file of its own."""
    import airportsdata
    folder = pathlib.Path(tempfile.mkdtemp())
    features = [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [a["lon"], a["lat"]]},
                 "properties": {"ICAO": a["icao"], "IATA": a["iata"], "NAME": a["name"], "COUNTRY": a["country"], "ELEVATION": a["elevation"]}}
                for a in airportsdata.load("ICAO").values()]
    (folder / "all.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}) + " " * blanks)
    (folder / "all.json5").write_text("""{ extends: "start/federated", servers: [{ name: "gis", services: [
        { name: "Airports", layers: [{ id: 0, source: "all.geojson" }] }] }] }""")
    return folder, len(features)


def main():
    for tool in ("wrk", "taskset", "openssl"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is missing; install it with: apt-get install wrk util-linux openssl")
    folders = [airports(blanks) for blanks in range(5)]
    try:
        inside = json.loads(subprocess.run(
            [str(RELEASE / "InProcessBench"), *(str(folder / "all.json5") for folder, _ in folders)],
            check=True, capture_output=True, text=True).stdout)
    finally:
        for folder, _ in folders:
            shutil.rmtree(folder)
    row(f"start with {folders[0][1]} features from GeoJSON (median of 5)", f"{inside['load_ms']:.0f} ms", "150 ms", inside["load_ms"] <= 150)
    row("one more portal with the same file (median)", f"{inside['again_ms']:.1f} ms", "15 ms", inside["again_ms"] <= 15)
    row("memory of one more portal with the same file (20)", f"{inside['again_kib']:.0f} KiB", "64 KiB", inside["again_kib"] <= 64)
    row("start in process, listening (median of 200)", f"{inside['start_http_ms']:.2f} ms", "1 ms", inside["start_http_ms"] <= 1)
    row("start in process to first HTTPS answer (median of 200)", f"{inside['first_https_ms']:.2f} ms", "3 ms", inside["first_https_ms"] <= 3)
    row("memory of one more idle portal (500)", f"{inside['idle_kib']:.0f} KiB", "64 KiB", inside["idle_kib"] <= 64)
    row("1,000 portals started, asked once, stopped", f"{inside['thousand_s']:.2f} s", "2 s", inside["thousand_s"] <= 2)
    flat = inside["check_us_1000000"] / inside["check_us_1"]
    row("checking a token, after 1,000,000 to after 1", f"{flat:.2f} x ({inside['check_us_1']:.1f} µs)", "flat: 1.25 x", flat <= 1.25)

    starts = []
    for _ in range(15):
        with Served("start/federated") as served:
            starts.append(served.started)
            memory = served.resident()
    row("mock-portal serve: exec to first answer (median of 15)", f"{statistics.median(starts):.1f} ms", "30 ms", statistics.median(starts) <= 30)
    row("resident memory of serve, idle", f"{memory:.1f} MiB", "30 MiB", memory <= 30)

    with Served("start/federated") as served:
        path = "/portal/sharing/rest/generateToken"
        form = {"username": "viewer", "password": "viewer", "client": "referer", "referer": "https://app.example", "f": "json"}
        body = served.ask(path, form)
        ratio("CPU of a keep-alive generateToken, to nginx", 2.0, served, path, body, post(urllib.parse.urlencode(form)))

    folder, count = airports()
    try:
        with Served(str(folder / "all.json5")) as served:
            token = json.loads(served.ask("/portal/sharing/rest/generateToken", form))["token"]
            layer = "/arcgis/rest/services/Airports/FeatureServer/0/query"
            for what, query in (("objectIds=4711", {"objectIds": "4711"}), ("where=IATA='LAX'", {"where": "IATA='LAX'"})):
                path = layer + "?" + urllib.parse.urlencode({**query, "outFields": "*", "f": "json", "token": token})
                body = served.ask(path)
                assert len(json.loads(body)["features"]) == 1, body
                ratio(f"CPU of a secured one-feature query of {count} ({what}), to nginx", 4.0, served, path, body, "")
    finally:
        shutil.rmtree(folder)
    over = [entry for entry in ROWS if entry[3] == "OVER"]
    RESULTS.write()
    print(f"{len(ROWS)} rows, {len(over)} over budget")


main()
