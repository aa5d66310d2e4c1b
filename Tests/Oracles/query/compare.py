"""Random queries over the 28,000 airports of airportsdata: MockPortal against plain Python and shapely.

Usage: compare.py path/to/mock-portal [COUNT] [SEED]
"""
import json
import math
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

import airportsdata
import numpy
import requests
import shapely

binary, count, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5000, int(sys.argv[3]) if len(sys.argv) > 3 else 7
dice = random.Random(seed)
FIELDS = ["ICAO", "IATA", "NAME", "COUNTRY", "ELEVATION"]
rows = []
for number, airport in enumerate(airportsdata.load("ICAO").values(), 1):
    # Empty codes are null, so that there are some.
    values = {"ICAO": airport["icao"], "IATA": airport["iata"] or None, "NAME": airport["name"], "COUNTRY": airport["country"],
              "ELEVATION": round(airport["elevation"])}
    rows.append({"OBJECTID": number, **values, "x": airport["lon"], "y": airport["lat"]})
points = shapely.points(numpy.array([[row["x"], row["y"]] for row in rows]))
columns = {name: [row[name] for row in rows] for name in ["OBJECTID", *FIELDS]}


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def like(pattern):
    """SQL's pattern as a regular expression: case counts."""
    return re.compile("".join(".*" if c == "%" else "." if c == "_" else re.escape(c) for c in pattern), re.S)


# A condition is its text and a list of True, False or None (unknown), a value a row: SQL's three-valued logic.
def compare():
    field = dice.choice(FIELDS)
    column = columns[field]
    sample = dice.choice(column)
    kind = dice.randrange(6)
    if kind == 0 or sample is None:
        negated = dice.random() < 0.5
        return f"{field} IS {'NOT ' if negated else ''}NULL", [(value is None) != negated for value in column]
    literal = str(sample) if field == "ELEVATION" else quoted(sample)
    if kind == 1:
        sign, test = dice.choice([("=", lambda a, b: a == b), ("<>", lambda a, b: a != b), ("<", lambda a, b: a < b),
                                  (">", lambda a, b: a > b), ("<=", lambda a, b: a <= b), (">=", lambda a, b: a >= b)])
        return f"{field} {sign} {literal}", [None if value is None else test(value.encode() if isinstance(value, str) else value, sample.encode() if isinstance(sample, str) else sample) for value in column]
    if kind == 2 and field != "ELEVATION":
        start = dice.randrange(len(sample)) if sample else 0
        pattern = dice.choice([sample[:start] + "%", "%" + sample[start:], "%" + sample[start:start + 2] + "%", sample[:start] + "_" + sample[start + 1:]])
        if dice.random() < 0.3:
            pattern = pattern.lower()
        found = like(pattern)
        negated = dice.random() < 0.3
        return f"{field} {'NOT ' if negated else ''}LIKE {quoted(pattern)}", [None if value is None else bool(found.fullmatch(value)) != negated for value in column]
    if kind == 3:
        chosen = [v for v in (dice.choice(column) for _ in range(dice.randint(1, 4))) if v is not None] or [sample]
        written = ", ".join(str(v) if field == "ELEVATION" else quoted(v) for v in chosen)
        negated = dice.random() < 0.3
        return f"{field} {'NOT ' if negated else ''}IN ({written})", [None if value is None else (value in chosen) != negated for value in column]
    if kind == 4 and field == "ELEVATION":
        low, high = sorted([sample, sample + dice.randint(-500, 500)])
        return f"ELEVATION BETWEEN {low} AND {high}", [None if value is None else low <= value <= high for value in column]
    if field != "ELEVATION":
        return texts(field, column, sample)
    return numbers(column, sample)


def upper(text):
    """Letter by letter; what has no single counterpart stays."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def texts(field, column, sample):
    """A function of a text, compared with what it gives for the sample."""
    start, size = dice.randint(1, 4), dice.randint(0, 4)
    name, test = dice.choice([
        (f"UPPER({field})", upper),
        (f"SUBSTRING({field}, {start}, {size})", lambda v: v[start - 1:start - 1 + size]),
        (f"SUBSTRING({field} FROM {start})", lambda v: v[start - 1:]),
        (f"{field} || '-x'", lambda v: v + "-x"), (f"TRIM({field})", lambda v: v.strip(" ")),
        (f"CHAR_LENGTH({field})", len), (f"POSITION('a' IN {field})", lambda v: v.find("a") + 1),
        (f"CASE WHEN {field} LIKE '%A%' THEN 'with' ELSE 'without' END", lambda v: "with" if "A" in v else "without"),
    ])
    wanted = test(sample)
    literal = str(wanted) if isinstance(wanted, int) else quoted(wanted)
    missing = "without" == wanted if name.startswith("CASE") else None
    return f"{name} = {literal}", [missing if v is None else test(v) == wanted for v in column]


def numbers(column, sample):
    """Arithmetic; whole numbers divide to whole numbers, cut off towards zero."""
    by = dice.choice([2, 3, 7, 100, -3])
    name, test = dice.choice([
        (f"ELEVATION / {by}", lambda v: int(v / by)), (f"ELEVATION / {by}.0", lambda v: v / by),
        (f"MOD(ELEVATION, {by})", lambda v: int(math.fmod(v, by))), (f"ABS(ELEVATION - {by})", lambda v: abs(v - by)),
        (f"-ELEVATION * {by} + 1", lambda v: -v * by + 1), (f"SIGN(ELEVATION)", lambda v: (v > 0) - (v < 0)),
        (f"FLOOR(ELEVATION / {by}.0)", lambda v: math.floor(v / by)), (f"CEILING(ELEVATION / {by}.0)", lambda v: math.ceil(v / by)),
        (f"CAST(ELEVATION / {by}.0 AS INTEGER)", lambda v: round(v / by)), (f"COALESCE(ELEVATION, {by})", lambda v: v),
    ])
    sign, compare = dice.choice([("=", lambda a, b: a == b), ("<", lambda a, b: a < b), (">=", lambda a, b: a >= b)])
    wanted = test(sample)
    return f"{name} {sign} {wanted!r}", [None if v is None else compare(test(v), wanted) for v in column]


def negate(values):
    return [None if value is None else not value for value in values]


def condition(depth=0):
    kind = dice.random()
    if depth > 2 or kind < 0.55:
        return compare()
    if kind < 0.65:
        text, values = condition(depth + 1)
        return f"NOT ({text})", negate(values)
    (left, a), (right, b) = condition(depth + 1), condition(depth + 1)
    if kind < 0.85:
        return f"({left}) AND ({right})", [False if x is False or y is False else None if x is None or y is None else True for x, y in zip(a, b)]
    return f"({left}) OR ({right})", [True if x or y else None if x is None or y is None else False for x, y in zip(a, b)]


def spatial():
    """Parameters, and which rows lie so."""
    x, y = dice.choice(rows)["x"], dice.choice(rows)["y"]
    width, height = dice.uniform(0.1, 60), dice.uniform(0.1, 40)
    kind = dice.randrange(3)
    if kind == 0:
        shape = shapely.box(x, y, x + width, y + height)
        parameters = {"geometry": f"{x},{y},{x + width},{y + height}", "geometryType": "esriGeometryEnvelope"}
    elif kind == 1:
        corners = sorted(dice.uniform(0, 2 * math.pi) for _ in range(dice.randint(3, 9)))
        ring = [[x + width * math.cos(a), y + height * math.sin(a)] for a in reversed(corners)]
        ring.append(ring[0])
        shape = shapely.make_valid(shapely.Polygon(ring))
        parameters = {"geometry": json.dumps({"rings": [ring], "spatialReference": {"wkid": 4326}}), "geometryType": "esriGeometryPolygon"}
    else:
        row = dice.choice(rows)
        shape = shapely.Point(row["x"], row["y"])
        parameters = {"geometry": f"{row['x']!r},{row['y']!r}", "geometryType": "esriGeometryPoint"}
    relation, test = dice.choice([
        ("esriSpatialRelIntersects", lambda: shapely.intersects(shape, points)),
        ("esriSpatialRelContains", lambda: shapely.contains(shape, points)),
        ("esriSpatialRelTouches", lambda: shapely.touches(shape, points)),
        ("esriSpatialRelWithin", lambda: shapely.within(shape, points)),
        ("esriSpatialRelEnvelopeIntersects", lambda: shapely.intersects(shapely.envelope(shape), points)),
    ])
    return {**parameters, "inSR": "4326", "spatialRel": relation}, test()


def same(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)
    return a == b


def case():
    """Parameters, and what must come."""
    parameters, chosen = {}, list(range(len(rows)))
    if dice.random() < 0.8:
        text, values = condition()
        parameters["where"] = text
        chosen = [at for at in chosen if values[at]]
    else:
        parameters["where"] = "1=1"
    if dice.random() < 0.4:
        more, lies = spatial()
        parameters.update(more)
        chosen = [at for at in chosen if lies[at]]
    kind = dice.randrange(5)
    if kind == 0:
        return {**parameters, "returnCountOnly": "true"}, {"count": len(chosen)}
    if kind == 1:
        return {**parameters, "returnIdsOnly": "true"}, {"objectIds": [rows[at]["OBJECTID"] for at in chosen] or None}
    if kind == 2:
        field = dice.choice(FIELDS)
        names = sorted({columns[field][at] for at in chosen}, key=lambda v: (v is None, v.encode() if isinstance(v, str) else v or 0))
        return {**parameters, "returnDistinctValues": "true", "returnGeometry": "false", "outFields": field}, {"rows": [{field: v} for v in names[:2000]]}
    if kind == 3:
        grouped = dice.random() < 0.6
        kinds = dice.sample(["count", "sum", "min", "max", "avg", "stddev", "var"], dice.randint(1, 4))
        wanted = [{"statisticType": k, "onStatisticField": "ELEVATION", "outStatisticFieldName": k.upper()} for k in kinds]
        groups = {}
        for at in chosen:
            groups.setdefault(columns["COUNTRY"][at] if grouped else None, []).append(columns["ELEVATION"][at])
        if not grouped and not groups:
            groups[None] = []
        answer = []
        for name in sorted(groups, key=lambda v: (v is None, (v or "").encode())):
            values = groups[name]
            sums = {"count": len(values), "sum": sum(values) if values else None, "min": min(values, default=None), "max": max(values, default=None),
                    "avg": statistics.fmean(values) if values else None,
                    "stddev": statistics.stdev(values) if len(values) > 1 else None, "var": statistics.variance(values) if len(values) > 1 else None}
            answer.append({**({"COUNTRY": name} if grouped else {}), **{k.upper(): sums[k] for k in kinds}})
        more = {"outStatistics": json.dumps(wanted)}
        if grouped:
            more["groupByFieldsForStatistics"] = "COUNTRY"
        return {**parameters, **more}, {"rows": answer[:2000]}
    order = dice.choice(FIELDS)
    descending = dice.random() < 0.5
    key = lambda at: (columns[order][at] is None, columns[order][at].encode() if isinstance(columns[order][at], str) else columns[order][at] or 0)  # noqa: E731
    ordered = sorted(chosen, key=key, reverse=descending)
    if descending:
        # Rows that are alike come by their ids, whichever way.
        ordered = sorted(sorted(chosen), key=key)
        groups, last = [], object()
        for at in ordered:
            if not groups or key(at) != last:
                groups.append([])
                last = key(at)
            groups[-1].append(at)
        ordered = [at for group in reversed(groups) for at in group]
    offset, size = dice.choice([0, 0, 1, 7, 500]), dice.choice([1, 10, 2000])
    page = ordered[offset:offset + size]
    more = {"orderByFields": f"{order} {'DESC' if descending else 'ASC'}", "resultOffset": offset, "resultRecordCount": size,
            "outFields": "OBJECTID", "returnGeometry": "false"}
    return {**parameters, **more}, {"rows": [{"OBJECTID": rows[at]["OBJECTID"]} for at in page], "more": len(ordered) > offset + size}


def differs(answer, expected):
    if "rows" in expected:
        got = [feature["attributes"] for feature in answer.get("features", [])]
        if len(got) != len(expected["rows"]):
            return f"{len(got)} rows, not {len(expected['rows'])}"
        for mine, theirs in zip(got, expected["rows"]):
            if mine.keys() != theirs.keys() or not all(same(mine[k], theirs[k]) for k in theirs):
                return f"{mine}, not {theirs}"
        if "more" in expected and answer.get("exceededTransferLimit", False) != expected["more"]:
            return f"exceededTransferLimit {answer.get('exceededTransferLimit')}, not {expected['more']}"
        return None
    (name, value), = expected.items()
    return None if name in answer and answer[name] == value else f"{name} {str(answer.get(name, answer))[:200]}, not {str(value)[:200]}"


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    features = [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [row["x"], row["y"]]},
                 "properties": {name: row[name] for name in FIELDS}} for row in rows]
    (folder / "all.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    (folder / "all.json5").write_text('{ portal: null, servers: [{ name: "gis", services: [{ name: "A", access: "public", featureServer: true, layers: [{ id: 0, source: "all.geojson" }] }] }] }')
    server = subprocess.Popen([binary, "serve", str(folder / "all.json5"), "--port", "0", "--log", "off"], stdout=subprocess.PIPE, text=True)
    try:
        base = re.search(r"http=(\S+)", server.stdout.readline()).group(1)
        session = requests.Session()
        wrong, began = 0, time.time()
        for number in range(count):
            parameters, expected = case()
            kind = dice.choice(["MapServer", "FeatureServer"])
            answer = session.post(f"{base}/arcgis/rest/services/A/{kind}/0/query", data={"f": "json", **parameters}).json()
            problem = differs(answer, expected)
            if problem:
                wrong += 1
                if wrong <= 5:
                    print(f"FAIL  query {number}: {parameters}\n      {problem}")
        print(f"{count - wrong} passed, {wrong} failed ({len(rows)} airports, seed {seed}, {time.time() - began:.0f} s)")
    finally:
        server.terminate()
        server.wait()
sys.exit(wrong != 0)
