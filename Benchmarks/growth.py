#!/usr/bin/env python3
"""What grows with what: make bench-growth.  Users, services, layers, portals, connections, the journal, resets.

Each row is measured from outside, on the command as users run it; a budget is of time or of memory. Rows of one kind at
several sizes show whether the cost is linear. Usage: growth.py [--json FILE] path/to/mock-portal [part of a section's name]
"""
import json
import pathlib
import resource
import socket
import statistics
import struct
import sys
import tempfile
import time

from results import Results
from served import Line, Served, grouped_layers, one_point

RESULTS = Results("growth", __doc__.split("Usage")[0])

FORM = {"username": "viewer", "password": "viewer", "client": "requestip", "f": "json"}
SECTIONS = {}


def section(name):
    def add(body):
        SECTIONS[name] = body
        return body
    return add


def row(what, measured, unit, budget=None):
    fine = budget is None or measured <= budget
    goal = f"{budget} {unit}" if budget is not None else ""
    RESULTS.add(what, f"{measured:.2f} {unit}", goal, fine if budget is not None else None)
    told = f" (budget {budget} {unit})" if budget is not None else ""
    print(f"{'ok  ' if fine else 'OVER'}  {what}: {measured:.2f} {unit}{told}", flush=True)


def median(count, body):
    took = []
    for _ in range(count):
        began = time.perf_counter()
        body()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


@section("users")
def users(command, folder):
    for count in (1_000, 10_000, 100_000):
        people = [{"username": f"user{number}", "password": "pw", "role": "org_user"} for number in range(count)]
        whole = folder / f"users-{count}.json5"
        whole.write_text(json.dumps({"portal": {"users": people}}))
        more = folder / f"more-{count}.json5"
        more.write_text(json.dumps({"extends": "start/federated", "portals": [{"name": "portal", "users": people}]}))
        for how, path in (("in a file", whole), ("by extends", more)):
            with Served(command, path) as served:
                row(f"{count} users {how}: start", served.started, "s", 2 if count == 100_000 else None)
                line = Line(served.port)
                request = Line.post("/portal/sharing/rest/generateToken",
                                    {**FORM, "username": f"user{count - 1}", "password": "pw"})
                assert line.ask(request)[0] == 200
                row(f"{count} users {how}: a token", median(50, lambda: line.ask(request)), "ms", 2)
                row(f"{count} users {how}: resident", served.status("VmRSS"), "MiB")


@section("services")
def services(command, folder):
    one_point(folder)
    for count in (100, 1_000, 10_000):
        path = folder / f"services-{count}.json5"
        path.write_text(json.dumps({"extends": "start/federated", "servers": [{"name": "gis", "services": [
            {"name": f"S{number}", "access": "public", "layers": [{"id": 0, "source": "one.geojson"}]}
            for number in range(count)]}]}))
        with Served(command, path) as served:
            row(f"{count} services: start", served.started, "s")
            line = Line(served.port)
            last = Line.get(f"/arcgis/rest/services/S{count - 1}/MapServer?f=json")
            assert line.ask(last)[0] == 200
            row(f"{count} services: the last one's root", median(200, lambda: line.ask(last)), "ms", 2)
            row(f"{count} services: the catalog", median(10, lambda: line.ask(Line.get("/arcgis/rest/services?f=json"))), "ms", 10)
            row(f"{count} services: resident", served.status("VmRSS"), "MiB")


@section("layers")
def layers(command, folder):
    """Of a service: a tenth of them groups."""
    one_point(folder)
    for count in (500, 1_000, 2_000):
        path = folder / f"layers-{count}.json5"
        path.write_text(json.dumps({"extends": "start/federated", "servers": [{"name": "gis", "services": [
            {"name": "Many", "access": "public", "featureServer": True, "layers": grouped_layers(count)}]}]}))
        with Served(command, path) as served:
            row(f"{count} layers: start", served.started, "s")
            line = Line(served.port)
            root, every, last = (Line.get(f"/arcgis/rest/services/Many/MapServer{path}?f=json") for path in ("", "/layers", f"/{count - 1}"))
            assert line.ask(last)[0] == 200
            row(f"{count} layers: the root", median(20, lambda: line.ask(root)), "ms", 20)
            row(f"{count} layers: all at once", median(10, lambda: line.ask(every)), "ms", 100)
            row(f"{count} layers: the last one", median(100, lambda: line.ask(last)), "ms", 2)


def many_descriptors():
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 20_000), hard))


@section("portals")
def portals(command, folder):
    many_descriptors()
    for count in (100, 1_000, 2_000):
        path = folder / f"portals-{count}.json5"
        path.write_text(json.dumps({"portals": [
            {"name": f"p{number}", "context": f"p{number}", "users": [{"username": "viewer", "password": "viewer"}]}
            for number in range(count)]}))
        with Served(command, path) as served:
            row(f"{count} portals of a scenario: start", served.started, "s")
            line = Line(served.port)
            request = Line.post(f"/p{count - 1}/sharing/rest/generateToken", FORM)
            assert line.ask(request)[0] == 200
            row(f"{count} portals of a scenario: a token of the last", median(200, lambda: line.ask(request)), "ms", 2)
            row(f"{count} portals of a scenario: resident", served.status("VmRSS"), "MiB")
    with Served(command, "start/federated") as served:
        line = Line(served.port)
        body = json.dumps({"name": "start/federated"})
        request = (f"POST /_mock/deployments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                   f"Content-Length: {len(body)}\r\n\r\n{body}").encode()
        before = served.status("VmRSS")
        done = 0
        # More than a thousand are refused.
        for count in (250, 500, 1_000):
            began = time.perf_counter()
            for _ in range(count - done):
                assert line.ask(request)[0] == 201
            each = (time.perf_counter() - began) * 1000 / (count - done)
            done = count
            row(f"deployments up to {count}: each started in", each, "ms")
            row(f"{count} deployments: resident for each", (served.status("VmRSS") - before) * 1024 / count, "KiB")
            tokens = Line.post("/portal/sharing/rest/generateToken", FORM)
            row(f"{count} deployments: a token of the first", median(100, lambda: line.ask(tokens)), "ms", 5)


@section("connections")
def connections(command, folder):
    many_descriptors()
    with Served(command, "start/federated") as served:
        before, open_ = served.status("VmRSS"), []
        tokens = Line.post("/portal/sharing/rest/generateToken", FORM)
        for count in (1_000, 4_000, 8_000):
            began, more = time.perf_counter(), count - len(open_)
            while len(open_) < count:
                line = Line(served.port)
                line.ask(tokens)
                open_.append(line)
            row(f"up to {count} connections: each, with its first token",
                (time.perf_counter() - began) * 1000 / more, "ms")
            row(f"{count} connections: resident for each", (served.status("VmRSS") - before) * 1024 / count, "KiB")
            row(f"{count} connections: a token on the first", median(200, lambda: open_[0].ask(tokens)), "ms", 5)
        for line in open_:
            line.socket.close()


def areas(folder, count=2000):
    """A page of about 0.96 MB."""
    ring = lambda n: [[n % 170 + a / 7, n % 80 + a / 9] for a in range(20)]
    (folder / "areas.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring(n) + ring(n)[:1]]},
         "properties": {"NAME": f"area {n}", "KIND": n % 7}} for n in range(count)]}))
    path = folder / "areas.json5"
    path.write_text(json.dumps({"extends": "start/federated", "servers": [{"name": "gis", "services": [
        {"name": "Areas", "access": "public", "featureServer": True, "maxRecordCount": 2000, "layers": [{"id": 0, "source": "areas.geojson"}]}]}]}))
    return path


@section("journal")
def journal(command, folder):
    page = Line.get("/arcgis/rest/services/Areas/FeatureServer/0/query?where=1%3D1&outFields=*&f=json")
    with Served(command, areas(folder)) as served:
        line = Line(served.port)
        _, length = line.ask(page)
        assert length > 900_000, length
        before = served.status("VmRSS")
        for count in (100, 500, 2_000):
            while line_count(line) < count:
                line.ask(page)
            row(f"{count} pages of {length / 1e6:.2f} MB: resident, more than after one", served.status("VmRSS") - before, "MiB", 160)
        row("reading 100 of them", median(3, lambda: line.ask(Line.get("/_mock/requests?limit=100"))), "ms")
        row("after reading: resident, more than after one page", served.status("VmRSS") - before, "MiB", 160)
    with Served(command, "start/federated") as served:
        line = Line(served.port)
        tokens = Line.post("/portal/sharing/rest/generateToken", FORM)
        for _ in range(10_000):
            line.ask(tokens)
        for what in ("hygiene", "requests?path=/portal/**", "requests?path=/nowhere", "requests?limit=1000"):
            row(f"/_mock/{what} after 10,000 tokens", median(5, lambda: line.ask(Line.get("/_mock/" + what))), "ms", 50)


def line_count(line):
    line.count = getattr(line, "count", 0) + 1
    return line.count


@section("resets")
def resets(command, folder):
    page = Line.get("/arcgis/rest/services/Areas/FeatureServer/0/query?where=1%3D1&outFields=*&f=json")
    with Served(command, areas(folder)) as served:
        assert Line(served.port).ask(page)[1] > 900_000
        after = []
        for round_ in range(5):
            lines = [Line(served.port) for _ in range(300)]
            for line in lines:
                line.socket.sendall(page)
            for line in lines:
                line.socket.recv(1000)
                line.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                line.socket.close()
            time.sleep(1)
            after.append(served.status("VmRSS"))
            row(f"300 connections reset in the middle of an answer, round {round_ + 1}: resident", after[-1], "MiB")
        row("the last round's, more than the first's", after[-1] - after[0], "MiB", 20)
        row("descriptors left", served.descriptors(), "of them", 40)


def main():
    command = pathlib.Path(sys.argv[1]).resolve()
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    for name, body in SECTIONS.items():
        if wanted in name:
            with tempfile.TemporaryDirectory() as folder:
                body(command, pathlib.Path(folder))
    RESULTS.write()
    print(f"{len(RESULTS.over)} over budget")


if __name__ == "__main__":
    main()
