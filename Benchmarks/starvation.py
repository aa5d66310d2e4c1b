#!/usr/bin/env python3
"""What others wait while one client asks for much: make bench-growth.

One client asks for tokens and one secured feature, in turn, every 3 ms over a kept connection; beside it another process
repeats a heavy request. Printed: median, 99th percentile and maximum of what the first one waited, alone and beside each.
On two cores the two clients and the server share them, so that the figures contain the scheduler.
Usage: starvation.py [--json FILE] path/to/mock-portal [seconds [part of a name]]
"""
import gc
import json
import multiprocessing
import os
import pathlib
import random
import statistics
import sys
import tempfile
import time
import urllib.parse

from results import Results
from served import Line, Served, grouped_layers, one_point

RESULTS = Results("starvation", __doc__.split("Usage")[0])

FORM = {"username": "viewer", "password": "viewer", "client": "referer", "referer": "https://app.example", "f": "json"}
BUDGET = 5.0


def polygons(folder, count):
    """Polygons of 24 corners each."""
    import math
    random.seed(1)
    features = []
    for number in range(count):
        x, y = random.uniform(-170, 170), random.uniform(-80, 80)
        ring = [[x + 0.3 * math.cos(a * math.pi / 12), y + 0.3 * math.sin(a * math.pi / 12)] for a in range(24)]
        features.append({"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring + ring[:1]]},
                         "properties": {"NAME": f"area {number}", "KIND": number % 7, "SIZE": number * 1.5}})
    path = folder / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def points(folder, count):
    random.seed(2)
    features = [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [random.uniform(-170, 170), random.uniform(-80, 80)]},
                 "properties": {"NAME": f"place {number}", "KIND": number % 11}} for number in range(count)]
    (folder / "points.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def scenario(folder):
    polygons(folder, 4000)
    points(folder, 100_000)
    path = folder / "much.json5"
    path.write_text("""{ extends: "start/federated", servers: [{ name: "gis", services: [
        { name: "Areas", featureServer: true, maxRecordCount: 2000, layers: [{ id: 0, source: "areas.geojson" }] },
        { name: "Points", featureServer: true, maxRecordCount: 200000, layers: [{ id: 0, source: "points.geojson" }] },
        { name: "Edited", featureServer: { capabilities: "Query,Create,Update,Delete,Editing" },
          layers: [{ id: 0, source: "points.geojson" }] }] }] }""")
    return path


def crowd(folder):
    """A service of 2,000 layers, a tenth of them groups, 10,000 services, 100,000 members, 10,000 items."""
    one_point(folder)
    services = [{"name": "Areas", "featureServer": True, "layers": [{"id": 0, "source": "areas.geojson"}]},
                {"name": "Many", "featureServer": True, "layers": grouped_layers(2000)}]
    services += [{"name": f"S{number}", "layers": [{"id": 0, "source": "one.geojson"}]} for number in range(10_000)]
    members = [{"username": f"user{number}", "password": "pw", "role": "org_user"} for number in range(100_000)]
    items = [{"id": f"{number:032x}", "title": f"item {number}", "type": "Web Map", "owner": "viewer", "access": "public"}
             for number in range(10_000)]
    path = folder / "crowd.json5"
    path.write_text(json.dumps({
        "extends": "start/federated", "portals": [{"name": "portal", "users": members, "items": items}],
        "servers": [{"name": "gis", "services": services}]}))
    return path


def heavy(name, port, token, ready, stop):
    """Repeats one heavy request until it is told to stop; puts how often, and the median of what it took."""
    line = Line(port)
    rest = "/arcgis/rest/services/"
    many = json.dumps([{"attributes": {"NAME": f"new {n}", "KIND": 1}, "geometry": {"x": n % 170, "y": n % 80}}
                       for n in range(5000)])
    query = lambda service, **more: Line.get(
        f"{rest}{service}/FeatureServer/0/query?" + urllib.parse.urlencode({**more, "token": token}))
    control = lambda path, body=None: (
        Line.get("/_mock/" + path) if body is None else
        (f"POST /_mock/{path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
         f"Content-Length: {len(body)}\r\n\r\n{body}").encode())
    requests = {
        "2,000 polygons as geojson": lambda n: query("Areas", where="1=1", outFields="*", f="geojson", resultOffset=n % 2 * 2000),
        "2,000 polygons as json": lambda n: query("Areas", where="1=1", outFields="*", f="json", resultOffset=n % 2 * 2000),
        "returnIdsOnly of 100,000": lambda n: query("Points", where="1=1", returnIdsOnly="true", f="json"),
        "addFeatures of 5,000": lambda n: Line.post(
            f"{rest}Edited/FeatureServer/0/addFeatures", {"features": many, "f": "json", "token": token}),
        "calculate all": lambda n: Line.post(
            f"{rest}Edited/FeatureServer/0/calculate",
            {"where": "1=1", "calcExpression": json.dumps([{"field": "KIND", "value": n % 100}]), "f": "json", "token": token}),
        "requests?limit=1000": lambda n: control("requests?limit=1000"),
        "requests?path=": lambda n: control("requests?path=/arcgis/**"),
        "verify": lambda n: control("verify", json.dumps({"request": {"path": "/nowhere/*"}, "times": 3})),
        "hygiene": lambda n: control("hygiene"),
        "2,000 layers at once": lambda n: Line.get(f"{rest}Many/MapServer/layers?f=json&token={token}"),
        "a root of 2,000 layers": lambda n: Line.get(f"{rest}Many/MapServer?f=json&token={token}"),
        "a catalog of 10,000": lambda n: Line.get(f"{rest[:-1]}?f=json&token={token}"),
        "a search among 100,000 members": lambda n: Line.get(f"/portal/sharing/rest/community/users?q=user9*&num=100&f=json&token={token}"),
        "a search among 20,000 items": lambda n: Line.get(f"/portal/sharing/rest/search?q=item&num=100&f=json&token={token}"),
        "export of 4,000 by 4,000": lambda n: Line.get(
            f"{rest}Areas/MapServer/export?bbox=-180,-90,180,90&bboxSR=4326&size=4000,4000&format=png&f=image&token={token}"),
    }
    ask = requests[name]
    took, bytes_ = [], 0
    number = 0
    ready.set()
    while not stop.is_set():
        began = time.perf_counter()
        status, length = line.ask(ask(number))
        took.append((time.perf_counter() - began) * 1000)
        bytes_ = length
        if status != 200:
            print(f"{name}: status {status}", flush=True)
            break
        number += 1
    RESULT.put((number, statistics.median(took), bytes_))


RESULT = multiprocessing.Queue()
HEAVY = ["2,000 polygons as geojson", "2,000 polygons as json", "returnIdsOnly of 100,000", "addFeatures of 5,000", "calculate all",
         "requests?limit=1000", "requests?path=", "verify", "hygiene", "export of 4,000 by 4,000"]
# Of the scenario with thousands of layers, services, members and items.
CROWDED = ["2,000 layers at once", "a root of 2,000 layers", "a catalog of 10,000", "a search among 100,000 members",
           "a search among 20,000 items"]


def wait(port, token, seconds):
    """Milliseconds that each request waited."""
    line = Line(port)
    tokens = Line.post("/portal/sharing/rest/generateToken", FORM)
    feature = Line.get("/arcgis/rest/services/Areas/FeatureServer/0/query?" + urllib.parse.urlencode(
        {"objectIds": "17", "outFields": "*", "f": "json", "token": token}))
    took = []
    gc.disable()
    end = time.perf_counter() + seconds
    number = 0
    while time.perf_counter() < end:
        began = time.perf_counter()
        status, _ = line.ask(feature if number % 2 else tokens)
        took.append((time.perf_counter() - began) * 1000)
        assert status == 200
        number += 1
        time.sleep(0.003)
    gc.enable()
    return took


def percentile(list_, part):
    return sorted(list_)[min(len(list_) - 1, int(len(list_) * part))]


def main():
    command = pathlib.Path(sys.argv[1]).resolve()
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 5
    wanted = sys.argv[3] if len(sys.argv) > 3 else ""
    over = 0
    with tempfile.TemporaryDirectory() as name:
        path, crowded = scenario(pathlib.Path(name)), crowd(pathlib.Path(name))
        for what in ["(alone)", *HEAVY, *CROWDED]:
            if wanted not in what:
                continue
            # Each has its own server: the edits of one are not another's.
            with Served(command, crowded if what in CROWDED else path) as served:
                token = served.token()
                wait(served.port, token, 1)
                if "requests" in what or what in ("verify", "hygiene"):
                    line = Line(served.port)
                    for _ in range(10_000):
                        line.ask(Line.get("/arcgis/rest/services/Areas/FeatureServer/0?f=json&token=" + token))
                if what == "(alone)":
                    took, note = wait(served.port, token, seconds), ""
                else:
                    ready, stop = multiprocessing.Event(), multiprocessing.Event()
                    process = multiprocessing.Process(target=heavy, args=(what, served.port, token, ready, stop))
                    process.start()
                    ready.wait()
                    took = wait(served.port, token, seconds)
                    stop.set()
                    count, median, length = RESULT.get(timeout=120)
                    process.join()
                    note = f"; it was answered {count} times, median {median:.0f} ms, {length / 1e6:.2f} MB"
                p99 = percentile(took, 0.99)
                fine = p99 <= BUDGET
                over += not fine
                RESULTS.add(
                    f"beside {what}", f"p50 {statistics.median(took):.2f}, p99 {p99:.2f}, max {max(took):.1f} ms", f"p99 {BUDGET:.0f} ms", fine)
                print(f"{'ok  ' if fine else 'OVER'}  {what}: p50 {statistics.median(took):.2f}, p99 {p99:.2f}, "
                      f"max {max(took):.1f} ms of {len(took)}{note}; resident {served.status('VmRSS'):.0f} MiB", flush=True)
    RESULTS.write()
    print(f"{over} over the budget of {BUDGET:.0f} ms at p99")


if __name__ == "__main__":
    main()
