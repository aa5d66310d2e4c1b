"""Random descriptions of services at every release: what root and layer announce is asked for, and what they do not announce too.

The few rules of what an announcement promises stand in probes.py, in plain Python. Usage: compare.py path/to/mock-portal [COUNT] [SEED]
"""
import http.client
import json
import multiprocessing
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

from probes import KINDS, probes

RELEASES = ["10.0", "10.1", "10.2", "10.2.2", "10.3", "10.3.1", "10.4", "10.5", "10.6.1", "10.7.1", "10.8.1", "10.9.1", "11.1", "11.3", "11.4", "online"]
WORDS = ["Map", "Query", "Data", "Create", "Update", "Delete", "Editing", "TilesOnly", "Tilemap", "Sync", "ChangeTracking", "Extract"]
FLAGS = ["supportsStatistics", "supportsHavingClause", "supportsOrderBy", "supportsDistinct", "supportsQueryWithDistance", "supportsReturningQueryExtent",
         "supportsCoordinatesQuantization", "supportsPercentileStatistics", "supportsExceedsLimitStatistics", "supportsReturningGeometryCentroid", "supportsQueryAnalytic", "supportsQueryBins"]
ROWS = [("a", 1, [0, 0]), ("b", 2, [2, 0]), ("c", -3, [4, 0]), ("b", 5, [6, 0])]


def words(dice):
    return dice.choice([",", ", "]).join(word for word in WORDS if dice.random() < (0.1 if word == "TilesOnly" else 0.6))


def layer(dice):
    made = {"id": 0, "name": "Layer", "source": "squares.json"}
    if dice.random() < 0.3:
        made["capabilities"] = words(dice)
    if dice.random() < 0.3:
        made["supportsPagination"] = dice.random() < 0.5
    if dice.random() < 0.4:
        made["hasAttachments"] = True
    if dice.random() < 0.5:
        made["advancedQueryCapabilities"] = {flag: dice.random() > 0.3 for flag in FLAGS if dice.random() < 0.5}
    if dice.random() < 0.1:
        # A recorded description in its place, with what it says that the layer cannot do.
        flags = {flag: False for flag in FLAGS + ["supportsPagination"] if dice.random() < 0.5}
        made["json"] = {"id": 0, "name": "Layer", "type": "Feature Layer", "geometryType": "esriGeometryPolygon", "capabilities": words(dice),
                        "supportedQueryFormats": dice.choice(["JSON", "JSON, geoJSON", "JSON, geoJSON, PBF"]), "fields": [
                            {"name": "OBJECTID", "type": "esriFieldTypeOID"}, {"name": "T", "type": "esriFieldTypeString", "length": 9},
                            {"name": "N", "type": "esriFieldTypeInteger"}],
                        "advancedQueryCapabilities": flags}
    return made


def service(number, release, dice):
    made = {"name": f"S{number}", "type": "MapServer", "access": "public", "layers": [layer(dice)], "featureServer": dice.random() < 0.9}
    if made["featureServer"] and dice.random() < 0.7:
        made["featureServer"] = {"capabilities": words(dice)}
    if dice.random() < 0.6:
        made["capabilities"] = words(dice)
    if dice.random() < 0.5:
        made["cached"] = {"levels": dice.randint(0, 12)}
    if dice.random() < 0.2:
        made["supportsDynamicLayers"] = dice.random() < 0.5
    if release in ("10.4", "10.5", "10.6.1", "10.7.1", "10.8.1", "10.9.1") and dice.random() < 0.5:
        made["runtime"] = "ArcGISPro"
    return made


def write(folder, count, seed):
    squares = {"objectIdFieldName": "OBJECTID", "geometryType": "esriGeometryPolygon", "spatialReference": {"wkid": 4326}, "features": [
        {"attributes": {"OBJECTID": place, "T": text, "N": number}, "geometry": {"rings": [[[x, y], [x, y + 1], [x + 1, y + 1], [x + 1, y], [x, y]]]}}
        for place, (text, number, (x, y)) in enumerate(ROWS, 1)]}
    (folder / "squares.json").write_text(json.dumps(squares))
    servers = []
    for place, release in enumerate(RELEASES):
        services = [service(number, release, random.Random(f"{seed}.{number}")) for number in range(place, count, len(RELEASES))]
        servers.append({"name": f"r{place}", "context": f"r{place}", "version": release, "services": services})
    (folder / "random.json5").write_text(json.dumps({"title": "Random descriptions", "portal": None, "servers": servers}))
    return folder / "random.json5"


class Door:
    def __init__(self, base):
        self.place = urllib.parse.urlsplit(base).netloc
        self.line = http.client.HTTPConnection(self.place, timeout=60)

    def ask(self, path, parameters, method="GET"):
        text = urllib.parse.urlencode({"f": "json", **parameters})
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        for attempt in (1, 2):
            try:
                self.line.request(method, path if method == "POST" else f"{path}?{text}", text if method == "POST" else None, form if method == "POST" else {})
                answer = self.line.getresponse()
                return answer.status, answer.headers.get("Content-Type", ""), answer.read(), answer.headers.get("X-Mock-Portal-Because", "")
            except (http.client.HTTPException, ConnectionError):
                if attempt == 2:
                    raise
                self.line = http.client.HTTPConnection(self.place, timeout=60)


def parsed(kind, body):
    try:
        return json.loads(body) if "json" in kind or body[:1] in (b"{", b"[") else None
    except ValueError:
        return None


def run(part):
    """Asks of some of the descriptions. Tells what went wrong, and how often something was announced, and not."""
    base, seed, numbers = part
    door, wrong, counts = Door(base), [], {True: 0, False: 0}
    for number in numbers:
        dice = random.Random(f"{seed}.ask.{number}")
        place = number % len(RELEASES)
        kind = dice.choice(KINDS)
        path = f"/r{place}/rest/services/S{number}/{kind}"
        root = parsed(*door.ask(path, {})[1:3])
        if root is None or "error" in root:
            continue
        described = parsed(*door.ask(f"{path}/0", {})[1:3])
        for probe in dice.sample(probes(kind), 8):
            announced = probe.announced(root, described, RELEASES[place])
            if announced is None:
                continue
            status, media, body, because = door.ask(f"{path}/{probe.path(root)}", probe.parameters, probe.method)
            # The release does not have the operation.
            if because.startswith("service.no-resource"):
                continue
            counts[announced] += 1
            done = probe.done(status, media, parsed(media, body))
            if done != announced:
                wrong.append(f"FAIL  {RELEASES[place]} {path} {probe.name}: {'announced, not done' if announced else 'done, not announced'}\n"
                             f"      root {root.get('capabilities')!r}, layer {described.get('capabilities')!r}; {status} {because} {body[:160]!r}")
    return wrong, counts


def main(binary, count=5000, seed=7):
    with tempfile.TemporaryDirectory() as folder:
        scenario = write(pathlib.Path(folder), count, seed)
        server = subprocess.Popen([binary, "serve", str(scenario), "--port", "0", "--log", "off"], stdout=subprocess.PIPE, text=True)
        try:
            base = re.search(r"http=(\S+)", server.stdout.readline()).group(1)
            began, size = time.time(), 50
            parts = [(base, seed, range(first, min(first + size, count))) for first in range(0, count, size)]
            wrong, counts = [], {True: 0, False: 0}
            with multiprocessing.Pool(2) as workers:
                for problems, some in workers.imap_unordered(run, parts):
                    wrong += problems
                    for key, number in some.items():
                        counts[key] += number
            print("\n".join(wrong[:12]))
            print(f"{count} descriptions: {counts[True]} announced operations, {counts[False]} others, {len(wrong)} differ (seed {seed}, {time.time() - began:.0f} s)")
        finally:
            server.terminate()
            server.wait()
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])) != 0)
