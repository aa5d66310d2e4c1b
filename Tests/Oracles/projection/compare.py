"""Random geometries in random systems of coordinates, asked with outSR: MockPortal against pyproj, to the micrometer.

Usage: compare.py path/to/mock-portal [COUNT] [SEED]

Both libraries are PROJ, of different versions and with different databases. Where they differ, a reason has to be found,
and is printed: pyproj knows the other transformation too, or the installed PROJ, asked by its own program, gives what
MockPortal gave. Between two systems on one datum there is nothing to choose: a difference there fails, whatever the reason,
unless its method is listed in CHANGED.
"""
import json
import math
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter

import pyproj
import requests
from pyproj.transformer import TransformerGroup

import local
from systems import all_systems, dice, esri, fits, moved, name, overlap, positions, shape, window

# That a grid is missing is known: neither library has any but its own.
warnings.simplefilter("ignore")
KINDS = ["esriGeometryPoint", "esriGeometryMultipoint", "esriGeometryPolyline", "esriGeometryPolygon"]
PER_LAYER = 10
# Methods whose formulas PROJ changed between the versions, and when.
CHANGED = {}


def close(mine, theirs, unit):
    """The same to a micrometer; of degrees, to what a micrometer is at the equator."""
    return len(mine) == len(theirs) and all(abs(a - b) <= unit + 2e-15 * abs(b) for p, q in zip(mine, theirs) for a, b in zip(p, q))


def unit(system):
    axis = system.axis_info[0]
    return 1e-6 / (axis.unit_conversion_factor * (6378137 if system.is_geographic else 1))


def installed(source, target, parts):
    """What the installed PROJ's own program says."""
    if not shutil.which("cs2cs"):
        sys.exit("there is no cs2cs: apt-get install proj-bin")
    # Both programs have the axes of the authorities; -E echoes nothing of them.
    text = "\n".join(f"{x!r} {y!r}" for part in parts for x, y in part)
    words = ["cs2cs", "-d", "12", source, target]
    out = subprocess.run(words, input=text, capture_output=True, text=True).stdout
    try:
        return [tuple(map(float, line.split()[:2])) for line in out.splitlines() if line.strip()]
    except ValueError:
        return None


def north_first(system):
    return system.axis_info[0].direction == "north"


def reason(source, target, parts, mine):
    """Why the two differ, or None."""
    one, other = pyproj.CRS(source), pyproj.CRS(target)
    group = TransformerGroup(one, other, always_xy=True)
    for transformer in group.transformers:
        theirs = [p for part in moved(transformer, parts) for p in part]
        if close(mine, theirs, unit(other)):
            return f"chose {transformer.description}"
    turned = [[(y, x) for x, y in part] for part in parts] if north_first(one) else parts
    theirs = installed(source, target, turned)
    if theirs and north_first(other):
        theirs = [(y, x) for x, y in theirs]
    # The program rounds.
    if theirs and close(mine, theirs, 2 * unit(other)):
        return "the installed PROJ says so by its own program"
    return None


def pairs(count):
    """Source, target and where: as many as it takes."""
    systems, numbers = all_systems(), None
    numbers = sorted(systems)
    while count > 0:
        source = dice.choice(numbers)
        box = window(systems[source][1])
        others = [n for n in dice.sample(numbers, 300) if overlap(box, systems[n][1])] + [4326, 3857]
        target = dice.choice(others)
        common = overlap(box, systems[target][1]) if target not in (4326, 3857) else box
        one, other = pyproj.CRS(name(source, systems)), pyproj.CRS(name(target, systems))
        if source == target or common is None or not fits(one) or not fits(other):
            continue
        try:
            pyproj.Transformer.from_crs(one, other, always_xy=True)
        except pyproj.exceptions.ProjError:
            # Of two bodies, or of none.
            continue
        yield name(source, systems), name(target, systems), common
        count -= 1


def write(folder, count):
    """The layers, each in a system of its own, and what is to be asked of them."""
    layers, asked = [], []
    for source, target, box in pairs(math.ceil(count / PER_LAYER)):
        kind, crs = dice.choice(KINDS), pyproj.CRS(source)
        there = pyproj.Transformer.from_crs(crs.geodetic_crs, crs, always_xy=True)
        shapes = [moved(there, shape(kind, box)) for _ in range(PER_LAYER)]
        shapes = [parts for parts in shapes if all(map(math.isfinite, (v for part in parts for p in part for v in p)))]
        if not shapes:
            continue
        number = len(layers)
        features = [{"attributes": {"OBJECTID": at}, "geometry": esri(kind, parts)} for at, parts in enumerate(shapes, 1)]
        (folder / f"{number}.json").write_text(json.dumps(
            {"geometryType": kind, "spatialReference": {"wkid": int(source.split(":")[1])}, "features": features}))
        layers.append({"id": number, "source": f"{number}.json"})
        asked.append((source, target, shapes))
    return layers, asked


def check(session, base, number, source, target, shapes, told):
    """What is wrong with one layer's answer; what is different for a reason is told."""
    answer = session.get(f"{base}/arcgis/rest/services/P/MapServer/{number}/query",
                         params={"where": "1=1", "outSR": target.split(":")[1], "f": "json"})
    body = answer.json()
    if "error" in body:
        if answer.headers.get("X-Mock-Portal-Because", "").startswith("query.unknown-reference"):
            told[f"not in the installed PROJ's database: {source} or {target}"] += 1
            return []
        return [f"{source} to {target}: {body}"]
    one, other = pyproj.CRS(source), pyproj.CRS(target)
    transformer, wrong = pyproj.Transformer.from_crs(one, other, always_xy=True), []
    for feature, parts in zip(body["features"], shapes):
        mine = positions(feature.get("geometry"))
        theirs = [p for part in moved(transformer, parts) for p in part]
        if close(mine, theirs, unit(other)):
            continue
        method = next((c.coordinate_operation.method_name for c in (one, other)
                       if c.coordinate_operation and c.coordinate_operation.method_name in CHANGED), None)
        why = CHANGED[method] if method else reason(source, target, parts, mine)
        # On one datum there is nothing to choose from.
        if why and (method or one.geodetic_crs != other.geodetic_crs):
            told[f"{source} to {target}: {why}"] += 1
            continue
        worst = max((math.dist(a, b) for a, b in zip(mine, theirs)), default=math.inf)
        wrong.append(f"{source} to {target}: {len(mine)} of {len(theirs)} positions, {worst:g} apart; {mine[:1]}, not {theirs[:1]}; {why}")
    return wrong


def main(binary, count=5000, seed=7):
    dice.seed(seed)
    began = time.time()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        layers, asked = write(folder, count)
        services = [{"name": "P", "access": "public", "layers": layers}, *local.write(folder)]
        (folder / "all.json").write_text(json.dumps({"portal": None, "servers": [{"name": "gis", "services": services}]}))
        server = subprocess.Popen([binary, "serve", str(folder / "all.json"), "--port", "0", "--log", "off"], stdout=subprocess.PIPE, text=True)
        try:
            base = re.search(r"http=(\S+)", server.stdout.readline()).group(1)
            session, told, wrong = requests.Session(), Counter(), []
            for number, (source, target, shapes) in enumerate(asked):
                wrong += check(session, base, number, source, target, shapes, told)
            queries, more = local.check(session, base, 400)
            wrong += more
        finally:
            server.terminate()
            server.wait()
    for what, times in sorted(told.items()):
        print(f"differs {times:3}  {what}")
    print("\n".join("FAIL  " + one for one in wrong[:20]))
    total = sum(len(shapes) for _, _, shapes in asked)
    print(f"{total} geometries, {sum(told.values())} differ for a reason; {queries} queries of local systems; {len(wrong)} failed "
          f"(pyproj {pyproj.__version__} with PROJ {pyproj.proj_version_str}, seed {seed}, {time.time() - began:.0f} s)")
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])) != 0)
