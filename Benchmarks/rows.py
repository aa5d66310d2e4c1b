#!/usr/bin/env python3
"""What grows with the answer and not with the rows of a layer: make bench-growth.  Method: one server a layer, with a layer made for
it from a seed; each figure is the median of repeated requests over one kept connection on the loopback interface, with what
the client needs to send and read bytes; "first" is the one request after a start. The journal is on, --log off.
Usage: rows.py [--json FILE] path/to/mock-portal [largest number of rows, 1000000]
"""
import http.client
import json
import math
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

from results import Results
from served import status

RESULTS = Results("rows", __doc__.split("Usage")[0])
COMMAND = pathlib.Path(sys.argv[1]).resolve()
LARGEST = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
FOLDER = pathlib.Path(tempfile.mkdtemp())


def row(what, measured, goal, fine):
    RESULTS.add(what, measured, "" if goal in ("-", "answered") else goal, None if goal in ("-", "answered") else fine)
    print(f"{'ok  ' if fine else 'OVER'}  {what}: {measured} (goal {goal})", flush=True)


def points(count):
    """A layer of points all over the world, with a text that few share, a number and a date."""
    chance = random.Random(count)
    path = FOLDER / f"points-{count}.geojson"
    with path.open("w") as file:
        file.write('{"type":"FeatureCollection","features":[')
        for number in range(count):
            x, y = chance.uniform(-180, 180), chance.uniform(-85, 85)
            file.write("," if number else "")
            file.write(
                f'{{"type":"Feature","geometry":{{"type":"Point","coordinates":[{x:.6f},{y:.6f}]}},"properties":{{'
                f'"NAME":"Name {number % (count // 2)}","KIND":"kind {number % 17}","SIZE":{chance.randrange(100000)},'
                f'"HEIGHT":{chance.uniform(0, 4000):.2f},"SEEN":{1_500_000_000_000 + number * 1000}}}}}')
        file.write("]}")
    return path


def polygons(count, corners=40):
    chance = random.Random(count)
    features = []
    for number in range(count):
        x, y = chance.uniform(-170, 170), chance.uniform(-80, 80)
        turns = [2 * math.pi * corner / corners for corner in range(corners)]
        ring = [[round(x + math.cos(turn) * chance.uniform(0.5, 1), 6), round(y + math.sin(turn) * chance.uniform(0.5, 1), 6)]
                for turn in turns]
        features.append({"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring + ring[:1]]},
                         "properties": {"NAME": f"area {number}"}})
    path = FOLDER / f"polygons-{count}.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


class Served:
    """mock-portal with a server of one layer that everybody may read and edit."""

    def __init__(self, source):
        scenario = FOLDER / f"{source.stem}.json5"
        scenario.write_text(f"""{{ portal: null, servers: [{{ services: [{{ name: "S", access: "public", maxRecordCount: 2000,
            featureServer: {{ capabilities: "Create,Delete,Query,Update,Editing" }},
            layers: [{{ id: 0, name: "L", source: "{source.name}" }}] }}] }}] }}""")
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [str(COMMAND), "serve", str(scenario), "--port", "0", "--log", "off"],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        port = int(re.search(r" http=http://127\.0\.0\.1:(\d+)", line).group(1))
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
        self.started = time.perf_counter() - began

    def ask(self, operation="query", **parameters):
        """Milliseconds, and the body."""
        body = urllib.parse.urlencode({"f": "json", **parameters})
        began = time.perf_counter()
        self.connection.request("POST", f"/arcgis/rest/services/S/FeatureServer/0/{operation}", body,
                                {"Content-Type": "application/x-www-form-urlencoded"})
        answer = self.connection.getresponse().read()
        taken = (time.perf_counter() - began) * 1000
        if answer.startswith(b'{"error"'):
            sys.exit(f"{operation} {parameters}: {answer[:300]}")
        return taken, answer

    def median(self, times, **parameters):
        return statistics.median(self.ask(**{key: value(number) if callable(value) else value for key, value in parameters.items()})[0]
                                 for number in range(times))

    def resident(self):
        return status(self.process.pid, "VmRSS")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.process.terminate()
        self.process.wait(30)


def searched(count):
    with Served(points(count)) as served:
        print(f"      {count} points: up in {served.started:.2f} s, {served.resident():.0f} MiB", flush=True)

        def window(number):
            x, y = (number * 37) % 340 - 170, (number * 17) % 160 - 80
            return f"{x - 0.5},{y - 0.5},{x + 0.5},{y + 0.5}"

        near = {"geometry": window, "returnCountOnly": "true", "where": "1=1"}
        first, _ = served.ask(**{**near, "geometry": window(0)})
        usual = served.median(40, **near)
        row(f"bbox of 1 degree, count, {count} points", f"{usual:.2f} ms, first {first:.0f} ms", "1 ms", usual <= 1)
        before = {28_270: 94, 100_000: 375, 1_000_000: 3040}.get(count)
        first, _ = served.ask(where="NAME = 'Name 17'", returnGeometry="false", outFields="*")
        usual = served.median(20, where=lambda number: f"NAME = 'Name {number}'", returnGeometry="false", outFields="*")
        row(f"first where, {count} rows", f"{first:.0f} ms, then {usual:.2f} ms", f"{before / 3:.0f} ms" if before else "-",
            before is None or first <= before / 3)
        for what, parameters in (
            ("LIKE", {"where": "NAME LIKE '%99'", "returnCountOnly": "true"}),
            ("UPPER(...) =", {"where": "UPPER(NAME) = 'NAME 17'", "returnCountOnly": "true"}),
            ("range of a number", {"where": "SIZE > 99900", "returnCountOnly": "true"}),
            ("group by", {"where": "1=1", "groupByFieldsForStatistics": "KIND",
                          "outStatistics": '[{"statisticType":"sum","onStatisticField":"SIZE","outStatisticFieldName":"S"}]'}),
        ):
            taken = statistics.median(served.ask(**parameters)[0] for _ in range(3))
            row(f"{what}, {count} rows", f"{taken:.0f} ms", "answered", True)
        if count == 100_000:
            taken = served.median(5, where="1=1", returnIdsOnly="true")
            row(f"returnIdsOnly, {count} rows", f"{taken:.1f} ms", "-", True)
        edited(served, count)


def feature(number):
    return {"attributes": {"NAME": f"new {number}", "KIND": "kind 3", "SIZE": number},
            "geometry": {"x": number % 360 - 180, "y": number % 170 - 85}}


def edited(served, count):
    adds, wheres, windows = [], [], []
    for number in range(20):
        adds.append(served.ask("addFeatures", features=json.dumps([feature(number)]))[0])
        wheres.append(served.ask(where=f"NAME = 'new {number}'", returnGeometry="false")[0])
        x, y = number % 360 - 180, number % 170 - 85
        taken, body = served.ask(geometry=f"{x - .1},{y - .1},{x + .1},{y + .1}", where="1=1", returnCountOnly="true")
        windows.append(taken)
        if json.loads(body)["count"] < 1:
            sys.exit("the row that was added is not found")
    both = statistics.median(add + where for add, where in zip(adds, wheres))
    row(f"one add and a query by where, {count} rows",
        f"{both:.2f} ms ({statistics.median(adds):.2f} + {statistics.median(wheres):.2f})", "5 ms", both <= 5)
    row(f"bbox after an add, {count} rows", f"{statistics.median(windows):.2f} ms", "1 ms", statistics.median(windows) <= 1)
    if count != 100_000:
        return
    began = time.perf_counter()
    for start in range(0, 100_000, 5000):
        served.ask("addFeatures", features=json.dumps([feature(start + number) for number in range(5000)]))
    print(f"      100000 rows added in {time.perf_counter() - began:.1f} s", flush=True)
    served.ask(where="NAME = 'new 1'", returnGeometry="false")
    edited_adds, edited_wheres = [], []
    for number in range(20):
        edited_adds.append(served.ask("addFeatures", features=json.dumps([feature(number)]))[0])
        edited_wheres.append(served.ask(where=f"NAME = 'Name {number}'", returnGeometry="false")[0])
    usual = statistics.median(edited_adds)
    row("one add while 100,000 edited rows stand", f"{usual:.2f} ms, a where after it {statistics.median(edited_wheres):.2f} ms", "2 ms",
        usual <= 2)


def written():
    with Served(polygons(2000)) as served:
        for what, parameters in (("json, own reference", {}), ("json in 3857", {"outSR": "3857"}), ("geojson", {"f": "geojson"}),
                                 ("pbf", {"f": "pbf"}), ("json on a grid", {
                                     "quantizationParameters": '{"mode":"edit","extent":{"xmin":-180,"ymin":-90,"xmax":180,"ymax":90}}'})):
            times, size = [], 0
            for _ in range(9):
                taken, body = served.ask(where="1=1", outFields="*", **parameters)
                times.append(taken)
                size = len(body)
            taken = statistics.median(times)
            speed = size / taken / 1000
            row(f"2,000 polygons of 41 positions, {what}", f"{taken:.0f} ms, {size / 1e6:.1f} MB, {speed:.0f} MB/s", "80 MB/s", speed >= 80)


def main():
    try:
        for count in (10_000, 28_270, 100_000, 1_000_000):
            if count <= LARGEST:
                searched(count)
        written()
    finally:
        shutil.rmtree(FOLDER)
    RESULTS.write()
    print(f"{len(RESULTS.over)} over their goals" if RESULTS.over else "all at their goals")


if __name__ == "__main__":
    main()
