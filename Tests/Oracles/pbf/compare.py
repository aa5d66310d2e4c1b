"""f=pbf against f=json: the same query in both, decoded by the protobuf library, must give the same features.

Usage: compare.py path/to/mock-portal [COUNT] [SEED]
"""
import json
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import requests

import captured
import decode

binary, count, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 800, int(sys.argv[3]) if len(sys.argv) > 3 else 7
dice = random.Random(seed)
golden = pathlib.Path(__file__).parents[2] / "Golden/arcgis"
# A MapServer of 10.8.1 has no pbf: its description says so, and it answers with JSON.
RELEASES = ["11.4", "online"]
TYPES = {
    "SMALL": "SmallInteger", "WHOLE": "Integer", "BIG": "BigInteger", "HALF": "Single", "FULL": "Double", "TEXT": "String",
    "DAY": "Date", "DAYONLY": "DateOnly", "TIMEONLY": "TimeOnly", "STAMP": "TimestampOffset", "GLOBALID": "GlobalID", "REF": "GUID",
}


def guid():
    return "{%08X-%04X-4%03X-A%03X-%012X}" % tuple(dice.getrandbits(bits) for bits in (32, 16, 12, 12, 48))


def values(number):
    """A value of each type; one in six is null."""
    made = {
        "SMALL": dice.randint(-32768, 32767), "WHOLE": dice.choice([0, -1, 2147483647, -2147483648, dice.randint(-9999, 9999)]),
        "BIG": dice.choice([2**53 - 1, -2**53 + 1, dice.randint(-2**40, 2**40)]), "HALF": dice.choice([0.1, -2.5, 1e-7, 3.0]),
        "FULL": dice.choice([0.1, 1e300, -5e-324, dice.gauss(0, 1e6)]), "TEXT": dice.choice(["", "é \U0001F3D4", "a", "</b>\n", "x" * 200]),
        "DAY": dice.choice([0, -2208988800000, 1700000000123]), "DAYONLY": "1999-12-31", "TIMEONLY": "23:59:59",
        "STAMP": "2024-02-29T12:00:00.000+02:00", "REF": guid(),
    }
    return {"OBJECTID": number, **{k: None if dice.random() < 1 / 6 else v for k, v in made.items()}, "GLOBALID": guid()}


def position(z, m, x, y):
    return [x, y] + [dice.choice([0, 12.5, -3.25])] * z + [dice.choice([None, 0, 7.125, -9.5])] * m


def ring(z, m, x, y, size, corners, holes):
    """A ring, closed: with the clock, and holes against it."""
    at = [2 * math.pi * k / corners for k in range(corners)]
    path = [position(z, m, x + size * math.cos(a), y + size * math.sin(a)) for a in (at if holes else reversed(at))]
    return path + [path[0]]


def geometry(kind, z, m, scale):
    """A geometry; one in eight is none. Coordinates may have more digits than the grid keeps."""
    if dice.random() < 1 / 8:
        return None
    x, y = (dice.uniform(-100, 100) * scale, dice.uniform(-50, 50) * scale)
    if kind == "Point":
        return dict(zip(["x", "y"] + ["z"] * z + ["m"] * m, position(z, m, x, y)))
    line = lambda: [position(z, m, x + dice.uniform(-5, 5) * scale, y + dice.uniform(-5, 5) * scale) for _ in range(dice.randint(2, 30))]  # noqa: E731
    flags = {"hasZ": True} if z else {}
    flags |= {"hasM": True} if m else {}
    if kind == "Multipoint":
        return {**flags, "points": line()[:dice.randint(1, 30)]}
    if kind == "Polyline":
        return {**flags, "paths": [line() for _ in range(dice.randint(1, 4))]}
    rings = []
    for part in range(dice.randint(1, 3)):
        middle = x + part * 10 * scale
        rings.append(ring(z, m, middle, y, 4 * scale, dice.randint(3, 40), False))
        for hole in range(dice.randint(0, 2)):
            rings.append(ring(z, m, middle + (hole * 2 - 1) * 0.8 * scale, y, 0.5 * scale, dice.randint(3, 9), True))
    return {**flags, "rings": rings}


def layer(kind, z=False, m=False, wkid=4326, rows=60):
    """A set of features as a file for a layer."""
    fields = [{"name": "OBJECTID", "type": "esriFieldTypeOID", "alias": "Number"}]
    fields += [{"name": name, "type": "esriFieldType" + kind, "alias": name.title()} for name, kind in TYPES.items()]
    fields[2]["domain"] = {"type": "codedValue", "name": "One", "codedValues": [{"name": "none", "code": 0}]}
    ids = sorted(dice.sample(range(1, 2**32 - 1), rows)) if kind == "Point" else range(1, rows + 1)
    features = []
    for number in ids:
        feature = {"attributes": values(number)}
        if kind != "Table":
            feature["geometry"] = geometry(kind, z, m, 1 if wkid == 4326 else 100000)
        features.append(feature)
    told = {"objectIdFieldName": "OBJECTID", "fields": fields, "features": features, "hasZ": z, "hasM": m}
    if kind != "Table":
        told |= {"geometryType": "esriGeometry" + kind, "spatialReference": {"wkid": 102100, "latestWkid": 3857} if wkid == 3857 else {"wkid": wkid}}
    return told


LAYERS = [("Point", False, False, 4326), ("Point", True, True, 3857), ("Multipoint", True, False, 4326), ("Polyline", True, True, 4326),
          ("Polyline", False, True, 3857), ("Polygon", False, False, 4326), ("Polygon", True, True, 3857), ("Table",)]
# What real services answer is given as the data of layers of their release: what comes from them in pbf is known.
REAL = ["LineHasZ", "LineHasZM", "PolygonHasZ"]


def grid(kind):
    scale = dice.choice([0.001, 0.5, 20]) * (1 if kind == 4326 else 1000)
    box = {"xmin": dice.uniform(-180, 0), "ymin": dice.uniform(-90, 0), "xmax": dice.uniform(1, 180), "ymax": dice.uniform(1, 90)}
    given = {"mode": dice.choice(["view", "edit"]), "tolerance": scale, "extent": {k: v * (1 if kind == 4326 else 1e5) for k, v in box.items()}}
    if dice.random() < 0.7:
        given["originPosition"] = dice.choice(["upperLeft", "lowerLeft"])
    return given


def asked(place):
    """A random query of a layer, and how fine its grid of positions is; the grid if it is given."""
    told = LAYERS[place]
    has = {"where": dice.choice(["1=1", "WHOLE > 0", "SMALL IS NULL", "TEXT LIKE '%a%'", "1=2", "DAY > TIMESTAMP '1970-01-01 00:00:00'"])}
    kind = dice.randrange(10)
    if kind == 0:
        return has | {dice.choice(["returnCountOnly", "returnIdsOnly"]): "true"}, 0, None
    if kind == 1:
        return has | {"returnExtentOnly": "true"} | dice.choice([{}, {"returnCountOnly": "true"}]), 0, None
    if kind == 2:
        fields = ",".join(dice.sample(["SMALL", "WHOLE", "TEXT", "DAY", "HALF"], 2))
        return has | {"returnDistinctValues": "true", "returnGeometry": "false", "outFields": fields} | dice.choice([{}, {"returnCountOnly": "true"}]), 0, None
    if kind == 3:
        sums = [{"statisticType": dice.choice(["count", "min", "max"]), "onStatisticField": dice.choice(["DAY", "TEXT", "SMALL", "FULL"])},
                {"statisticType": dice.choice(["sum", "avg", "stddev", "var"]), "onStatisticField": dice.choice(["WHOLE", "HALF"]), "outStatisticFieldName": "S"}]
        return has | {"outStatistics": json.dumps(sums)} | dice.choice([{}, {"groupByFieldsForStatistics": "SMALL,TEXT"}]), 0, None
    has |= {"outFields": dice.choice(["*", "*", "OBJECTID", "TEXT,DAY", "FULL,GLOBALID"]), "returnZ": dice.choice(["true", "false"]), "returnM": dice.choice(["true", "false"])}
    own = told[3] if len(told) > 3 else 4326
    out = dice.choice([own, own, 4326, 3857])
    if out != own or dice.random() < 0.5:
        has["outSR"] = dice.choice([4326, '{"wkid":4326}']) if out == 4326 else dice.choice([3857, 102100])
    step, given = 1e-9 if out == 4326 else 0.0001, None
    if dice.random() < 0.2:
        has["returnGeometry"] = "false"
    elif dice.random() < 0.5:
        given = grid(out)
        has["quantizationParameters"] = json.dumps(given)
    elif dice.random() < 0.3:
        has[dice.choice(["geometryPrecision"])] = dice.randint(0, 9)
    elif dice.random() < 0.3:
        has["maxAllowableOffset"] = 0.1 if out == 4326 else 10000
    if dice.random() < 0.3:
        has |= {"orderByFields": dice.choice(["WHOLE DESC", "TEXT"]), "resultOffset": dice.choice([0, 5, 55, 100]), "resultRecordCount": dice.choice([1, 7, 200])}
    if told[0] == "Polygon" and dice.random() < 0.3:
        has["returnCentroid"] = "true"
    return has, step, given


def off_grid(plain, answer, given, step):
    """Whether positions lie elsewhere than the grid's nearest points to those of the plain answer; what falls together comes
    once where it is drawn. Reckoned here, without a look at the grid of the answer. Where it is edited the grid is the
    reference's own, whatever tolerance is given."""
    if given["mode"] == "edit":
        return next(filter(None, (decode.moved(decode.placed(mine["parts"]), decode.placed(theirs["parts"]), step) for mine, theirs in zip(answer["features"], plain["features"]))), None)
    size, box = given["tolerance"], given["extent"]
    top = given.get("originPosition", "upperLeft") == "upperLeft"
    edge = box["ymax"] if top else box["ymin"]
    for mine, theirs in zip(answer["features"], plain["features"]):
        if mine["parts"] is None:
            continue
        wanted = []
        for part in theirs["parts"]:
            kept = []
            for x, y, z, m in part:
                here = (box["xmin"] + size * math.floor((x - box["xmin"]) / size + 0.5), edge - size * math.floor((edge - y) / size + 0.5) if top else edge + size * math.floor((y - edge) / size + 0.5))
                if not (kept and math.dist(kept[-1][:2], here) < size / 2):
                    kept.append((*here, z, m))
            wanted.append(kept)
        problem = decode.moved(mine["parts"], wanted, size * 1e-6, 0.0001)
        if problem:
            return problem
    return None


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    problems = captured.problems()
    print("\n".join(f"FAIL  captured: {line}" for line in problems) or "the captured files decode to what is known of them")
    for place, told in enumerate(LAYERS):
        (folder / f"{place}.json").write_text(json.dumps(layer(*told)))
    for name in REAL:
        (folder / f"{name}.json").write_text((golden / f"restjs/{name}.json").read_text())
    sources = [f"{place}.json" for place in range(len(LAYERS))] + [f"{name}.json" for name in REAL]
    layers = [{"id": place, "name": source, "source": source} for place, source in enumerate(sources)]
    servers = [{"name": f"s{place}", "context": f"s{place}", "version": version,
                "services": [{"name": "S", "access": "public", "maxRecordCount": 50, "featureServer": True, "layers": layers}]}
               for place, version in enumerate(RELEASES)]
    (folder / "all.json5").write_text(json.dumps({"portal": None, "servers": servers}))
    server = subprocess.Popen([binary, "serve", str(folder / "all.json5"), "--port", "0", "--log", "off"], stdout=subprocess.PIPE, text=True)
    wrong = len(problems)
    try:
        base = re.search(r"http=(\S+)", server.stdout.readline()).group(1)
        session = requests.Session()

        def ask(release, kind, place, parameters, form):
            # On a machine with other work a query may take longer than the server lets it: that is asked again.
            for _ in range(3):
                answer = session.post(f"{base}/s{release}/rest/services/S/{kind}/{place}/query", data=parameters | {"f": form})
                if answer.headers.get("X-Mock-Portal-Because") != "query.too-long":
                    break
            return answer

        for number in range(count):
            release, kind, place = dice.randrange(len(RELEASES)), dice.choice(["MapServer", "FeatureServer"]), dice.randrange(len(LAYERS))
            parameters, step, given = asked(place)
            problem, told = None, ask(release, kind, place, parameters, "json").json()
            answer = ask(release, kind, place, parameters, "pbf")
            try:
                if "error" in told:
                    raise ValueError(f"refused: {told['error']}")
                if answer.headers["Content-Type"] != "application/x-protobuf":
                    raise ValueError(f"a {answer.headers['Content-Type']}: {answer.text[:100]}")
                mine = decode.pbf(answer.content)
                if "outStatistics" in parameters and "spatialReference" not in told:
                    # In JSON, statistics of a service that is not hosted have none.
                    mine["spatialReference"] = {}
                problem = decode.differs(mine, decode.json(told), step if given is None else 0)
                if problem is None and given is not None:
                    plain = ask(release, kind, place, {k: v for k, v in parameters.items() if k != "quantizationParameters"}, "json").json()
                    problem = off_grid(decode.json(plain), mine, given, step)
            except ValueError as error:
                problem = error
            if problem:
                wrong += 1
                if wrong <= 5:
                    print(f"FAIL  query {number} of {RELEASES[release]} {kind}/{place}: {parameters}\n      {problem}")
        for name in REAL:
            data = ask(RELEASES.index("online"), "FeatureServer", sources.index(f"{name}.json"), {"where": "1=1", "outFields": "*", "returnZ": "true", "returnM": "true"}, "pbf").content
            mine, real = decode.message(data), golden / f"pbf/restjs_PBF{name}.pbf"
            problem = decode.differs(decode.pbf(data), decode.json(json.loads((golden / f"restjs/{name}.json").read_text())), 0.0001)
            if problem is None and real.exists():
                theirs = decode.message(real.read_bytes())
                # Of lengths and areas that fields hold a layer here says nothing, in JSON neither.
                theirs.queryResult.features.ClearField("geometryProperties")
                problem = None if mine == theirs else f"{mine}\nnot {theirs}"
            if problem:
                wrong += 1
                print(f"FAIL  {name} is not what the real service gave: {problem}")
        print(f"{'all' if wrong == 0 else 'not all'} of {count} queries agree, {wrong} failed (seed {seed})")
    finally:
        server.terminate()
        server.wait()
sys.exit(wrong != 0)
