"""Random queries over the 28,000 airports of airportsdata: MockPortal against plain Python and shapely.

Usage: compare.py path/to/mock-portal [COUNT] [SEED]
"""
import json
import math
import multiprocessing
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import requests
import shapely

import airports
from airports import FIELDS, columns, dice, rank, rows, shapes
from conditions import condition
from places import among_points, among_shapes


def same(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)
    return a == b


def case(kind_of_service):
    """A layer, parameters, and what must come."""
    if dice.random() < 0.25:
        return shape_case()
    parameters, lies = {"where": "1=1"}, [True] * len(rows)
    if dice.random() < 0.8:
        parameters["where"], lies = condition()
    if dice.random() < 0.4:
        more, near = among_points(kind_of_service)
        parameters.update(more)
        lies = [False if not at else here if here is None else bool(here) for at, here in zip(lies, near)]
        if None in near:
            chosen = {rows[at]["OBJECTID"] for at, here in enumerate(lies) if here}
            return 0, {**parameters, "returnIdsOnly": "true"}, {"least": chosen, "most": chosen | {rows[at]["OBJECTID"] for at, here in enumerate(lies) if here is None}}
    chosen = [at for at, here in enumerate(lies) if here]
    kind = dice.randrange(5)
    if kind == 0:
        return 0, {**parameters, "returnCountOnly": "true"}, {"count": len(chosen)}
    if kind == 1:
        return 0, {**parameters, "returnIdsOnly": "true"}, {"objectIds": [rows[at]["OBJECTID"] for at in chosen] or None}
    if kind == 2:
        return 0, *distinct(parameters, chosen)
    if kind == 3:
        return 0, *summed(parameters, chosen)
    return 0, *ordered(parameters, chosen)


def shape_case():
    layer, parameters, lies = among_shapes()
    chosen = [number for number, here in enumerate(lies, 1) if here]
    parameters["where"] = "1=1"
    if dice.random() < 0.3:
        half = dice.randint(1, len(lies))
        parameters["where"] = f"OBJECTID <= {half}"
        chosen = [number for number in chosen if number <= half]
    kind = dice.randrange(4)
    if kind == 0:
        return layer, {**parameters, "returnCountOnly": "true"}, {"count": len(chosen)}
    if kind == 1 and chosen:
        box = shapely.total_bounds(shapes[layer][[number - 1 for number in chosen]])
        names = ["xmin", "ymin", "xmax", "ymax"]
        return layer, {**parameters, "returnExtentOnly": "true"}, {"extent": dict(zip(names, box.tolist()))}
    return layer, {**parameters, "returnIdsOnly": "true"}, {"objectIds": chosen or None}


def distinct(parameters, chosen):
    field = dice.choice(FIELDS)
    first = {}
    for at in chosen:
        first.setdefault(rank[field][at], columns[field][at])
    names = [first[place] for place in sorted(first)]
    return {**parameters, "returnDistinctValues": "true", "returnGeometry": "false", "outFields": field}, {"rows": [{field: v} for v in names[:2000]]}


def summed(parameters, chosen):
    grouped, field = dice.random() < 0.6, dice.choice(["ELEVATION", "ELEVATION", "OPENED"])
    kinds = ["count", "min", "max"] + (["sum", "avg", "stddev", "var"] if field == "ELEVATION" else [])
    kinds = dice.sample(kinds, dice.randint(1, min(4, len(kinds))))
    wanted = [{"statisticType": k, "onStatisticField": field, "outStatisticFieldName": k.upper()} for k in kinds]
    groups = {}
    for at in chosen:
        groups.setdefault(columns["COUNTRY"][at] if grouped else None, []).append(columns[field][at])
    if not grouped and not groups:
        groups[None] = []
    answer = []
    for name in sorted(groups, key=lambda v: (v is None, (v or "").encode())):
        values = [value for value in groups[name] if value is not None]
        sums = {"count": len(values), "min": min(values, default=None), "max": max(values, default=None)}
        if field == "ELEVATION":
            sums |= {"sum": sum(values) if values else None, "avg": statistics.fmean(values) if values else None,
                     "stddev": statistics.stdev(values) if len(values) > 1 else None, "var": statistics.variance(values) if len(values) > 1 else None}
        answer.append({**({"COUNTRY": name} if grouped else {}), **{k.upper(): sums[k] for k in kinds}})
    more = {"outStatistics": json.dumps(wanted)} | ({"groupByFieldsForStatistics": "COUNTRY"} if grouped else {})
    return {**parameters, **more}, {"rows": answer[:2000]}


def ordered(parameters, chosen):
    """Rows that are alike come by their ids, whichever way."""
    field, descending = dice.choice(FIELDS), dice.random() < 0.5
    place = rank[field]
    chosen.sort(key=(lambda at: -place[at]) if descending else place.__getitem__)
    offset, size = dice.choice([0, 0, 1, 7, 500]), dice.choice([1, 10, 2000])
    page = chosen[offset:offset + size]
    more = {"orderByFields": f"{field} {'DESC' if descending else 'ASC'}", "resultOffset": offset, "resultRecordCount": size,
            "outFields": "OBJECTID", "returnGeometry": "false"}
    return {**parameters, **more}, {"rows": [{"OBJECTID": rows[at]["OBJECTID"]} for at in page], "more": len(chosen) > offset + size}


def differs(answer, expected):
    if "error" in answer:
        return f"refused: {answer['error']}"
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
    if "least" in expected:
        got = set(answer["objectIds"] or []) if "objectIds" in answer else None
        return None if got is not None and expected["least"] <= got <= expected["most"] else f"{str(answer)[:200]}, not {str(expected)[:200]}"
    (name, value), = expected.items()
    if name == "extent":
        return None if all(same(answer.get("extent", {}).get(k), v) for k, v in value.items()) else f"{answer}, not {value}"
    return None if name in answer and answer[name] == value else f"{name} {str(answer.get(name, answer))[:200]}, not {str(value)[:200]}"


def run(part):
    """Asks some of the queries; each has dice of its own, whoever asks it. Tells what went wrong, and how many rows came."""
    base, seed, numbers = part
    session, wrong, filled = requests.Session(), [], 0
    for number in numbers:
        dice.seed(f"{seed}.{number}")
        kind = dice.choice(["MapServer", "FeatureServer"])
        layer, parameters, expected = case(kind)
        # On a machine with other work a query may take longer than the server lets it: that is asked again.
        for _ in range(3):
            answer = session.post(f"{base}/arcgis/rest/services/A/{kind}/{layer}/query", data={"f": "json", **parameters})
            if answer.headers.get("X-Mock-Portal-Because") != "query.too-long":
                break
        problem = differs(answer.json(), expected)
        if problem:
            wrong.append(f"FAIL  query {number} of layer {layer}: {parameters}\n      {problem}")
        filled += any(value not in (None, 0, [], set()) for value in expected.values())
    return wrong, filled


def main(binary, count=5000, seed=7):
    with tempfile.TemporaryDirectory() as folder:
        scenario = airports.write(pathlib.Path(folder))
        server = subprocess.Popen([binary, "serve", str(scenario), "--port", "0", "--log", "off"], stdout=subprocess.PIPE, text=True)
        try:
            base = re.search(r"http=(\S+)", server.stdout.readline()).group(1)
            began, size = time.time(), 25
            parts = [(base, seed, range(first, min(first + size, count))) for first in range(0, count, size)]
            wrong, filled = [], 0
            # Two: while one reckons, the other's answer is made.
            with multiprocessing.Pool(2) as workers:
                for problems, some in workers.imap_unordered(run, parts):
                    wrong += problems
                    filled += some
            print("\n".join(wrong[:5]))
            print(f"{count - len(wrong)} passed, {len(wrong)} failed; {filled} answers are not empty ({len(rows)} airports, seed {seed}, {time.time() - began:.0f} s)")
        finally:
            server.terminate()
            server.wait()
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])) != 0)
