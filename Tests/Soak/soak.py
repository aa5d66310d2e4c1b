#!/usr/bin/env python3
"""Four unlike clients for half an hour, with edits, faults, resets, clock jumps, reloads, and deployments made and dropped beside
them: what the clients sent is what the journal has, and the command holds as much at the end as at the beginning: make endure.

A round takes 15 s. In it Python pages over https, node edits over http by eight at once, curl signs in and asks with a
connection each, GDAL reads a layer; faults reset, cut, delay and refuse some of it, the clock jumps, deployments come, answer
and go. At its end the clients stop, and numbers are compared. Between rounds there is a reset, a reload, another scenario and
back, or the file is written anew for --watch.
Usage: soak.py path/to/mock-portal [seconds]
"""
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).parent
COMMAND = pathlib.Path(sys.argv[1]).resolve()
SECONDS = int(sys.argv[2]) if len(sys.argv) > 2 else 1800
ROUND = 15
# An answer that takes longer than this is a failure, whatever the fault; faults wait for less.
LATE = 5
# What may be held more in the last third than before: heaps are never quite the same.
MOST = {"MiB": 1.05, "descriptors": 1, "threads": 1}
ENOUGH = 30
REST, GIS = "/portal/sharing/rest", "/arcgis/rest/services"
FAULTS = [
    {"when": {"path": "/arcgis/**", "headers": {"X-Client": "*"}, "percent": 2}, "then": {"reset": "head"}},
    {"when": {"path": "/arcgis/**", "headers": {"X-Client": "*"}, "percent": 2}, "then": {"reset": "body"}},
    {"when": {"path": "/arcgis/**", "headers": {"X-Client": "*"}, "percent": 2}, "then": {"truncate": {"afterBytes": 5}}},
    {"when": {"path": "/arcgis/**", "percent": 3}, "then": {"error": {"code": 500, "message": "Unable to complete operation."}}},
    {"when": {"path": "/arcgis/**", "percent": 3}, "then": {"delay": "PT0.2S"}},
    {"when": {"path": "/portal/**", "percent": 2}, "then": {"delay": "PT0.1S"}},
]


class Failure(Exception):
    pass


def form(**values):
    return urllib.parse.urlencode(values)


class Tally:
    """What one client did in a round."""

    def __init__(self):
        self.sent = self.answered = self.failed = self.late = 0
        self.wrong = []


class Python:
    """Pages over https on one kept connection, with a token that it renews."""

    def __init__(self, served):
        self.served, self.token, self.line = served, None, None
        self.context = ssl.create_default_context(cafile=served.ca)

    def ask(self, tally, method, path, body=None):
        if self.line is None:
            self.line = http.client.HTTPSConnection("localhost", served_port(self.served.https), context=self.context, timeout=20)
        head = {"X-Client": "python"}
        if body:
            head["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.monotonic()
        tally.sent += 1
        try:
            self.line.request(method, path, body, head)
            answer = self.line.getresponse()
            value = json.loads(answer.read())
            tally.answered += 1
            return value
        except (http.client.HTTPException, OSError, ValueError):
            tally.failed += 1
            self.close()
            return {}
        finally:
            tally.late += time.monotonic() - began > LATE

    def close(self):
        if self.line:
            self.line.close()
        self.line = None

    def round(self, tally, until):
        while time.monotonic() < until:
            if not self.token:
                login = form(username="viewer", password="viewer", client="requestip", expiration=60, f="json")
                self.token = self.ask(tally, "POST", f"{REST}/generateToken", login).get("token")
                continue
            for offset in range(0, 300, 100):
                page = self.ask(tally, "GET", f"{GIS}/Airports/FeatureServer/0/query?" + form(
                    where="1=1", outFields="*", resultOffset=offset, resultRecordCount=100, f="json", token=self.token))
                if page.get("error", {}).get("code") in (498, 499):
                    self.token = None
                elif "features" in page and len(page["features"]) != 100:
                    tally.wrong.append(f"a page of {len(page['features'])}")
            self.ask(tally, "GET", f"{REST}/community/self?" + form(f="json", token=self.token or "none"))
            time.sleep(0.01)
        self.close()


class Curl:
    """curl, which makes a connection for each request."""

    def __init__(self, served):
        self.served = served

    def ask(self, tally, url, *words):
        tally.sent += 1
        run = subprocess.run(["curl", "-sS", "--compressed", "--max-time", "20", "-H", "X-Client: curl", "--cacert", self.served.ca,
                              "-w", "\n%{time_total}", *words, url], capture_output=True, text=True)
        body, _, took = run.stdout.rpartition("\n")
        tally.late += float(took or 0) > LATE
        try:
            value = json.loads(body) if run.returncode == 0 else None
        except ValueError:
            value = None
        tally.answered += value is not None
        tally.failed += value is None
        return value or {}

    def round(self, tally, until):
        while time.monotonic() < until:
            for base in (self.served.http, self.served.https.replace("127.0.0.1", "localhost")):
                token = self.ask(tally, f"{base}{REST}/generateToken", "-d", form(
                    username="publisher", password="publisher", client="requestip", f="json")).get("token", "none")
                self.ask(tally, f"{base}{GIS}?f=json&token={token}")
                found = self.ask(tally, f"{base}{GIS}/Airports/MapServer/0/query", "-d", form(
                    where="IATA='LAX'", outFields="*", f="json", token=token))
                if "features" in found and len(found["features"]) != 1:
                    tally.wrong.append(f"{len(found['features'])} of one airport")
                self.ask(tally, f"{base}{GIS}/Airports/MapServer?f=json&token=rubbish")


class Gdal:
    """OGR, which reads a whole layer by pages. Its library for HTTP asks again by itself, so nothing resets its connections."""

    def __init__(self, served):
        self.served = served

    def round(self, tally, until):
        whole = 0
        while time.monotonic() < until:
            query = form(where="1=1", outFields="*", orderByFields="OBJECTID", resultRecordCount=50, f="json")
            began = time.monotonic()
            run = subprocess.run(["ogrinfo", "-ro", "-al", f"ESRIJSON:{self.served.http}{GIS}/PublicAirports/FeatureServer/0/query?{query}"],
                                 capture_output=True, text=True, timeout=60, env={**os.environ, "CPL_DEBUG": "ON"})
            # Each request that it makes is a line of its log.
            asked = len(re.findall(r"^HTTP: Fetch\(", run.stderr, re.M))
            fine = run.returncode == 0 and run.stdout.count("\nOGRFeature(") == 300
            tally.sent += asked
            tally.answered += asked if fine else 0
            tally.failed += 0 if fine else asked
            whole += fine
            # Each of its pages may be delayed.
            tally.late += time.monotonic() - began > 2 * LATE
            time.sleep(0.1)
        if not whole and tally.sent > 60:
            tally.wrong.append("no layer was read whole")


class Node:
    """Edits by eight at once."""

    def __init__(self, served):
        self.served = served
        self.process = subprocess.Popen(["node", str(HERE / "edits.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def round(self, tally, until):
        self.process.stdin.write(f"go {max(1, int((until - time.monotonic()) * 1000))} {self.served.http}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Failure("node ended")
        for name, value in json.loads(line).items():
            if name != "kept":
                setattr(tally, name, getattr(tally, name) + value)

    def end(self):
        self.process.stdin.close()
        self.process.wait(30)


def served_port(url):
    return int(re.search(r":(\d+)", url[8:]).group(1))


class Served:
    def __init__(self, scenario):
        self.process = subprocess.Popen([str(COMMAND), "serve", str(scenario), "--port", "0", "--watch", "--log", "off"],
                                        stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if " http=" not in line:
            raise SystemExit(f"it is not served: {line!r}")
        self.http, self.https, self.ca = (re.search(rf" {key}=(\S+)", line).group(1) for key in ("http", "https", "ca"))

    def control(self, method, path, body=None, base=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request((base or self.http) + "/_mock/" + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                text = answer.read()
        except urllib.error.HTTPError as refused:
            raise Failure(f"{method} {path}: {refused.read().decode()[:500]}") from refused
        return json.loads(text) if text else None

    def held(self):
        folder = pathlib.Path(f"/proc/{self.process.pid}")
        status = (folder / "status").read_text()
        number = lambda name: int(re.search(rf"{name}:\s+(\d+)", status).group(1))
        return {"MiB": number("VmRSS") / 1024, "descriptors": len(list((folder / "fd").iterdir())), "threads": number("Threads")}


def deployments(served, until, told):
    """Deployments come, answer and go beside the clients."""
    names = ["start/standalone", "start/federated", "saml/adfs-sign-in"]
    while time.monotonic() < until - 1:
        made = served.control("POST", "deployments", {"name": names[told["made"] % len(names)]})
        told["made"] += 1
        sent = 0
        for _ in range(10):
            urllib.request.urlopen(made["http"] + "/arcgis/rest/info?f=json", timeout=20).read()
            sent += 1
        total = served.control("GET", "requests?limit=1", base=made["http"])["total"]
        if total != sent:
            told["wrong"].append(f"a deployment of {sent} requests has {total}")
        served.control("DELETE", f"deployments/{made['id']}")
        time.sleep(0.3)


def between(served, number, scenario):
    """Whatever forgets the journal."""
    kind = ("reset", "reload", "another and back", "watch")[number % 4]
    if kind == "reset":
        served.control("POST", "reset")
    elif kind == "reload":
        served.control("PUT", "scenario", {"name": str(scenario)})
    elif kind == "another and back":
        served.control("PUT", "scenario", {"name": "start/standalone"})
        served.control("PUT", "scenario", {"name": str(scenario)})
    else:
        # What the round asked is forgotten once the file was read again.
        scenario.write_text(scenario.read_text() + f"// round {number}\n")
        deadline = time.monotonic() + 60
        while served.control("GET", "requests?limit=1")["total"]:
            if time.monotonic() > deadline:
                raise Failure("--watch does not see that the file changed")
            time.sleep(0.1)
    return kind


def by_client(served):
    """How many of each the journal still has."""
    counts, after = {}, 0
    while True:
        page = served.control("GET", f"requests?limit=1000&after={after}")["requests"]
        if not page:
            return counts
        after = page[-1]["id"]
        for one in page:
            head = {name.lower(): value for name, value in one["headers"]}
            name = head.get("x-client", "").capitalize() or head.get("user-agent") or one.get("unreadable") or "nobody"
            counts[name] = counts.get(name, 0) + 1


def one_round(served, clients, number, told):
    served.control("DELETE", "faults")
    served.control("POST", "faults", FAULTS)
    until = time.monotonic() + ROUND
    tallies, problems = {client: Tally() for client in clients}, []

    def run(what, *arguments):
        try:
            what(*arguments)
        except Exception as failure:  # noqa: BLE001: whatever it is ends the run
            problems.append(f"{getattr(what, '__qualname__', what)}: {failure!r}")

    threads = [threading.Thread(target=run, args=(client.round, tallies[client], until)) for client in clients]
    threads.append(threading.Thread(target=run, args=(deployments, served, until, told)))
    for thread in threads:
        thread.start()
    for advance in ("PT61M", "PT30S", "P1D"):
        time.sleep(ROUND / 4)
        served.control("POST", "clock", {"advance": advance})
    for thread in threads:
        thread.join()
    if problems:
        raise Failure("; ".join(problems))
    # What was reset or cut is noted when it ends.
    time.sleep(0.5)
    sent = sum(tally.sent for tally in tallies.values())
    journal = served.control("GET", "requests?limit=1")
    # A fast machine asks more in a round than the journal keeps; what it keeps no longer, it counts.
    total = journal["total"] + journal["dropped"]
    if sent != total:
        raise Failure(f"round {number}: the clients sent {sent}, and the journal has {total}: "
                      + f"{ {type(client).__name__: tally.sent for client, tally in tallies.items()} }, {by_client(served)}")
    for client, tally in tallies.items():
        name = type(client).__name__
        if tally.wrong:
            raise Failure(f"round {number}: {name}: {tally.wrong[:3]}")
        if tally.answered < tally.sent * (0.7 if name != "Gdal" else 0):
            raise Failure(f"round {number}: {name}: {tally.answered} of {tally.sent} were answered")
    if told["wrong"]:
        raise Failure(f"round {number}: {told['wrong']}")
    return {type(client).__name__: tally for client, tally in tallies.items()}


def main():
    with tempfile.TemporaryDirectory() as folder:
        scenario = pathlib.Path(folder) / "scenario.json5"
        shutil.copy(HERE / "scenario.json5", scenario)
        served = Served(scenario)
        clients = [Python(served), Node(served), Curl(served), Gdal(served)]
        sums, held, told, number = {}, [], {"made": 0, "wrong": []}, 0
        failed = late = 0
        end = time.monotonic() + SECONDS
        try:
            while time.monotonic() < end or number < 4:
                for name, tally in one_round(served, clients, number, told).items():
                    sums[name] = sums.get(name, 0) + tally.sent
                    failed += tally.failed
                    late += tally.late
                kind = between(served, number, scenario)
                # Connections that were reset or are kept without need are gone, and memory was given back.
                time.sleep(5)
                held.append(served.held())
                number += 1
                print(f"round {number}, then {kind}: {sum(sums.values())} requests, {held[-1]['MiB']:.1f} MiB, "
                      f"{held[-1]['descriptors']} descriptors, {held[-1]['threads']} threads", flush=True)
            if served.process.poll() is not None:
                raise Failure(f"it ended with {served.process.returncode}")
        except (Failure, OSError, urllib.error.URLError) as failure:
            raise SystemExit(f"FAILED: {failure!r}; the command {'lives' if served.process.poll() is None else 'ended'}")
        finally:
            clients[1].end()
            served.process.terminate()
            code = served.process.wait(60)
        judge(sums, failed, late, held, told, number, code)


def judge(sums, failed, late, held, told, number, code):
    """The last third of the rounds beside those before: how much is held depends on how much was asked at once, so the highest count."""
    part = max(1, number // 3)
    before, after = held[:-part], held[-part:]
    print(f"{sum(sums.values())} requests in {number} rounds, of {sums}; {failed} were failed by faults, as they should; "
          f"{told['made']} deployments made and dropped; the clients and the journal counted the same in every round")
    wrong = [f"{late} answers took longer than {LATE} s"] if late else []
    for key, most in MOST.items():
        first, last = (max(one[key] for one in rounds) for rounds in (before, after))
        print(f"{key}: at most {first:.1f} in the first {number - part} rounds, {last:.1f} in the last {part}")
        if key == "MiB" and number < ENOUGH:
            print(f"note: {number} rounds are too few to judge memory, which is filled once; {ENOUGH} would be enough")
        elif last > first * most:
            wrong.append(f"{key} grew from {first:.1f} to {last:.1f}")
    if code != 0:
        wrong.append(f"it ended with {code}")
    if wrong:
        raise SystemExit("FAILED: " + "; ".join(wrong))


main()
