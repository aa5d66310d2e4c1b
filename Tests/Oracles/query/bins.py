"""Random bins, bins of dates and window functions over the 28,000 airports of airportsdata: MockPortal against plain Python.

Usage: bins.py path/to/mock-portal [COUNT] [SEED]
"""
import bisect
import json
import math
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import requests

import airports
from airports import EPOCH, columns, dice, milliseconds, rank, rows
from conditions import condition

ZONES = ["UTC", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe"]


def same(a, b):
    # A deviation of equal values is not quite zero where sums of squares are subtracted.
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-5)
    return a == b


def chosen_rows():
    if dice.random() < 0.4:
        return "1=1", list(range(len(rows)))
    text, lies = condition()
    return text, [at for at, here in enumerate(lies) if here]


def asked_statistics():
    """What each bin says: `outStatistics`, and how it is reckoned."""
    kinds = dice.sample(["count", "sum", "min", "max", "avg", "stddev", "var"], dice.randint(1, 3))
    terms = [{"statisticType": k, "onStatisticField": "ELEVATION", "outStatisticFieldName": k.upper()} for k in kinds]
    return terms, kinds


def summed(kinds, chosen):
    values = [columns["ELEVATION"][at] for at in chosen]
    all_of = {"count": len(values), "sum": sum(values) if values else None, "min": min(values, default=None), "max": max(values, default=None),
              "avg": statistics.fmean(values) if values else None, "stddev": statistics.stdev(values) if len(values) > 1 else None,
              "var": statistics.variance(values) if len(values) > 1 else None}
    return {kind.upper(): all_of[kind] for kind in kinds}


def put(edges, column, chosen):
    """The rows of each bin: one belongs to the bin that it is not below, one at the very end to the last."""
    found = [[] for _ in edges]
    lower = [low for low, _ in edges]
    for at in chosen:
        value = column[at]
        if value is not None and edges and lower[0] <= value <= edges[-1][1]:
            found[bisect.bisect_right(lower, value) - 1].append(at)
    return found


def numeric():
    text, chosen = chosen_rows()
    column = columns["ELEVATION"]
    values = [column[at] for at in chosen if column[at] is not None]
    low, high = (min(values), max(values)) if values else (None, None)
    kind = dice.randrange(3)
    if kind == 0:
        count = dice.choice([1, 2, 5, 16, 50])
        parameters = {"numberOfBins": count}
        if dice.random() < 0.4:
            low, high = sorted(dice.sample(range(-500, 9000), 2))
            parameters.update(start=low, end=high)
        edges = [] if low is None else [(low, high)] if low == high else [
            (low + i * ((high - low) / count), high if i == count - 1 else low + (i + 1) * ((high - low) / count)) for i in range(count)]
        name = "autoIntervalBin"
    elif kind == 1:
        width = dice.choice([64, 250, 1000, 2500])
        parameters = {"interval": width}
        if dice.random() < 0.4:
            low, high = sorted(dice.sample(range(-500, 9000), 2))
            parameters.update(start=low, end=high)
        edges = []
        while low is not None and (not edges or edges[-1][1] < high):
            edges.append((low + len(edges) * width, min(high, low + (len(edges) + 1) * width)))
        name = "fixedIntervalBin"
    else:
        bounds = sorted(dice.sample(range(-200, 9000), dice.randint(2, 9)))
        parameters, edges, name = {"boundaries": bounds}, list(zip(bounds, bounds[1:])), "fixedBoundariesBin"
    terms, kinds = asked_statistics()
    bin = {"type": name, "onField": "ELEVATION", "parameters": parameters}
    expected = [{"lowerBoundary": a, "upperBoundary": b, **summed(kinds, some)} for (a, b), some in zip(edges, put(edges, column, chosen))]
    return "queryBins", {"where": text, "bin": json.dumps(bin), "outStatistics": json.dumps(terms)}, expected


def begins(unit, moment):
    moment = moment.replace(minute=0, second=0, microsecond=0)
    if unit == "hour":
        return moment
    moment = moment.replace(hour=0)
    if unit == "week":
        return moment - timedelta(days=(moment.weekday() + 1) % 7)
    if unit in ("month", "quarter", "year"):
        moment = moment.replace(day=1)
    if unit == "quarter":
        moment = moment.replace(month=(moment.month - 1) // 3 * 3 + 1)
    return moment.replace(month=1) if unit == "year" else moment


def later(unit, number, moment):
    if unit in ("day", "week"):
        return moment + timedelta(days=number * (7 if unit == "week" else 1))
    months = moment.year * 12 + moment.month - 1 + number * {"month": 1, "quarter": 3, "year": 12}[unit]
    return moment.replace(year=months // 12, month=months % 12 + 1)


def instant(moment):
    """In milliseconds; of a time that clocks do not show, that after the change, of one shown twice the first (PEP 495)."""
    return milliseconds(moment.astimezone(EPOCH.tzinfo))


def calendar_edges(unit, number, zone, low, high, full):
    at, edges = begins(unit, datetime.fromtimestamp(low // 1000, zone)), []
    while instant(at) <= high:
        after = later(unit, number, at)
        edges.append((instant(at), instant(after) if full or instant(after) <= high else high))
        at = after
    return edges


def dated():
    text, chosen = chosen_rows()
    column = columns["OPENED"]
    values = [column[at] for at in chosen if column[at] is not None]
    name = dice.choice(ZONES)
    unit, number = dice.choice([("day", 100), ("week", 9), ("month", 1), ("month", 7), ("quarter", 1), ("quarter", 2), ("year", 1), ("year", 5)])
    terms, kinds = asked_statistics()
    full = dice.random() < 0.5
    if dice.random() < 0.5:
        bin = {"calendarBin": {"unit": unit, "number": number, "timezone": name}}
        edges = calendar_edges(unit, number, ZoneInfo(name), min(values), max(values), True) if values else []
        expected = [{"boundary": a, **summed(kinds, some)} for (a, _), some in zip(edges, put(edges, column, chosen))]
        return "queryDateBins", {"where": text, "binField": "OPENED", "bin": json.dumps(bin), "outStatistics": json.dumps(terms)}, expected
    bin = {"type": "dateBin", "onField": "OPENED", "parameters": {"unit": unit, "number": number, "returnFullIntervalBin": full}}
    edges = calendar_edges(unit, number, ZoneInfo("UTC"), min(values), max(values), full) if values else []
    expected = [{"lowerBoundary": a, "upperBoundary": b, **summed(kinds, some)} for (a, b), some in zip(edges, put(edges, column, chosen))]
    return "queryBins", {"where": text, "bin": json.dumps(bin), "outStatistics": json.dumps(terms)}, expected


def analytic():
    """A window function of a country's airports, in an order without two that are alike."""
    country = dice.choice(sorted({name for name in columns["COUNTRY"] if name}))
    text = f"COUNTRY = '{country}'"
    chosen = [at for at, name in enumerate(columns["COUNTRY"]) if name == country][:2000]
    column, field = columns["ELEVATION"], dice.choice(["IATA", None])
    groups = {}
    for at in chosen:
        groups.setdefault(columns["IATA"][at] is None if field else 0, []).append(at)
    kind = dice.choice(["SUM", "AVG", "COUNT", "MIN", "MAX", "STDDEV", "VAR", "RANK", "DENSE_RANK", "ROW_NUMBER", "LAG", "LEAD", "NTILE", "PERCENTILE_CONT"])
    parameters, result = {}, {}
    if field:
        parameters["partitionBy"] = "CASE WHEN IATA IS NULL THEN 1 ELSE 0 END"
    ordered = kind in ("RANK", "DENSE_RANK", "ROW_NUMBER", "LAG", "LEAD", "NTILE") or kind != "PERCENTILE_CONT" and dice.random() < 0.5
    back = dice.randint(0, 3)
    framed = ordered and kind in ("SUM", "AVG", "COUNT", "MIN", "MAX", "STDDEV", "VAR") and dice.random() < 0.6
    offset, share = dice.randint(1, 4), dice.choice([0, 0.25, 0.5, 1])
    if ordered:
        parameters["orderBy"] = "ELEVATION, OBJECTID" if kind not in ("RANK", "DENSE_RANK") else "ELEVATION"
    if framed:
        parameters["windowFrame"] = {"type": "ROWS", "extent": {"extentType": "PRECEDING", "PRECEDING": {"type": "NUMERIC_CONSTANT", "value": back}}}
    if kind in ("LAG", "LEAD", "NTILE"):
        parameters["offset"] = offset
    if kind == "PERCENTILE_CONT":
        parameters["value"] = share
    for some in groups.values():
        some.sort(key=lambda at: (rank["ELEVATION"][at], at))
        values = [column[at] for at in some]
        for place, at in enumerate(some):
            if kind in ("SUM", "AVG", "COUNT", "MIN", "MAX", "STDDEV", "VAR"):
                window = some[max(0, place - back):place + 1] if framed else some[:place + 1] if ordered else some
                result[at] = summed([kind.lower()], window)[kind]
            elif kind == "RANK":
                result[at] = values.index(values[place]) + 1
            elif kind == "DENSE_RANK":
                result[at] = len(set(values[:values.index(values[place])])) + 1
            elif kind == "ROW_NUMBER":
                result[at] = place + 1
            elif kind == "NTILE":
                size, more = divmod(len(some), offset)
                result[at] = place // (size + 1) + 1 if place < more * (size + 1) else more + (place - more * (size + 1)) // size + 1
            elif kind in ("LAG", "LEAD"):
                other = place - offset if kind == "LAG" else place + offset
                result[at] = values[other] if 0 <= other < len(values) else None
            else:
                index = share * (len(values) - 1)
                below, above = values[math.floor(index)], values[math.ceil(index)]
                result[at] = below + (above - below) * (index - math.floor(index))
    asked = [{"analyticType": kind, "onAnalyticField": "ELEVATION", "outAnalyticFieldName": "V", "analyticParameters": parameters}]
    expected = [{"OBJECTID": rows[at]["OBJECTID"], "V": result[at]} for at in sorted(chosen)]
    # The rows of where are those that functions see.
    if len([1 for name in columns["COUNTRY"] if name == country]) > 2000:
        return analytic()
    return "queryAnalytic", {"where": text, "outAnalytics": json.dumps(asked), "outFields": "OBJECTID", "orderByFields": "OBJECTID"}, expected


def differs(answer, expected):
    if "error" in answer:
        return f"refused: {answer['error']}"
    got = [feature["attributes"] for feature in answer["features"]]
    if len(got) != len(expected):
        return f"{len(got)} rows, not {len(expected)}"
    for mine, theirs in zip(got, expected):
        if mine.keys() != theirs.keys() or not all(same(mine[k], theirs[k]) for k in theirs):
            return f"{mine}, not {theirs}"
    return None


def main(binary, count=1500, seed=7):
    with tempfile.TemporaryDirectory() as folder:
        path = airports.write(pathlib.Path(folder))
        scenario = json.loads(path.read_text())
        # Hosted: bins of dates are of hosted layers alone.
        scenario["servers"][0]["version"] = "online"
        path.write_text(json.dumps(scenario))
        server = subprocess.Popen([binary, "serve", str(path), "--port", "0", "--log", "off"], stdout=subprocess.PIPE, text=True)
        try:
            base = re.search(r"http=(\S+)", server.stdout.readline()).group(1)
            session, wrong, filled, began = requests.Session(), [], 0, time.time()
            for number in range(count):
                dice.seed(f"bins {seed}.{number}")
                operation, parameters, expected = dice.choice([numeric, dated, analytic])()
                for _ in range(3):
                    answer = session.post(f"{base}/arcgis/rest/services/A/FeatureServer/0/{operation}", data={"f": "json", **parameters})
                    if answer.headers.get("X-Mock-Portal-Because") != "query.too-long":
                        break
                problem = differs(answer.json(), expected)
                if problem:
                    wrong.append(f"FAIL  {number} {operation}: {parameters}\n      {problem}")
                filled += bool(expected)
            print("\n".join(wrong))
            print(f"{count - len(wrong)} passed, {len(wrong)} failed; {filled} answers are not empty (seed {seed}, {time.time() - began:.0f} s)")
        finally:
            server.terminate()
            server.wait()
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])) != 0)
