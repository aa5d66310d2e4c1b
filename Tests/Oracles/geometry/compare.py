#!/usr/bin/env python3
"""Random geometries through the geometry service of a running mock-portal, against shapely, and against pyproj on the ellipsoid.

Usage: compare.py path/to/mock-portal [COUNT] [SEED]
"""
import http.client
import json
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

import shapely
from pyproj import Geod, Transformer
from shapely import MultiLineString, MultiPolygon, Point, Polygon
from shapely.geometry import LineString
from shapely.ops import polygonize, unary_union

GEOD = Geod(ellps="WGS84")
# Systems whose datum needs no grid, and where they are used.
SYSTEMS = {32633: (12, 0, 18, 84), 25832: (6, 38, 12, 84), 3978: (-140, 42, -50, 75), 2263: (-74.3, 40.5, -71.8, 41.3), 26911: (-120, 30, -114, 80)}
SCENARIO = '{ title: "Shapes", portal: null, servers: [{ services: [{ name: "Utilities/Geometry", type: "GeometryServer", access: "public" }] }] }'


class Door:
    def __init__(self, base):
        self.line = http.client.HTTPConnection(urllib.parse.urlsplit(base).netloc, timeout=120)
        self.used = time.monotonic()

    def ask(self, operation, **parameters):
        form = {key: value if isinstance(value, str) else json.dumps(value) for key, value in parameters.items()}
        # The server ends a connection on which nothing came for a minute, and reckoning may take that long.
        if time.monotonic() - self.used > 30:
            self.line.close()
        self.line.request("POST", f"/arcgis/rest/services/Utilities/Geometry/GeometryServer/{operation}", urllib.parse.urlencode({"f": "json", **form}),
                          {"Content-Type": "application/x-www-form-urlencoded"})
        body = json.loads(self.line.getresponse().read())
        self.used = time.monotonic()
        assert "error" not in body, (operation, parameters, body)
        return body


# Geometries, and their Esri forms.

def star(dice, x, y, size, corners=None):
    """A polygon that does not cross itself, clockwise."""
    count = corners or dice.randint(3, 12)
    turns = sorted(dice.random() * 2 * math.pi for _ in range(count))
    ring = [[round(x + size * (0.3 + dice.random()) * math.cos(-turn), 3), round(y + size * (0.3 + dice.random()) * math.sin(-turn), 3)] for turn in turns]
    return ring + ring[:1]


def tangle(dice):
    ring = [[round(dice.uniform(0, 100), 2), round(dice.uniform(0, 100), 2)] for _ in range(dice.randint(4, 9))]
    return ring + ring[:1]


def path(dice, x=0, y=0, size=100, most=8):
    return [[round(x + dice.uniform(0, size), 3), round(y + dice.uniform(0, size), 3)] for _ in range(dice.randint(2, most))]


def areas(shapes):
    return {"geometryType": "esriGeometryPolygon", "geometries": [{"rings": rings} for rings in shapes]}


def lines(shapes):
    return {"geometryType": "esriGeometryPolyline", "geometries": [{"paths": paths} for paths in shapes]}


def read(geometry):
    """What an answer holds: outer rings are clockwise, holes lie within them."""
    if "rings" in geometry:
        outer = [ring for ring in geometry["rings"] if not shapely.LinearRing(ring).is_ccw]
        holes = [ring for ring in geometry["rings"] if shapely.LinearRing(ring).is_ccw]
        parts = []
        for ring in outer:
            shell = Polygon(ring)
            parts.append(Polygon(ring, [hole for hole in holes if shell.contains(Polygon(hole).representative_point())]))
        return unary_union(parts) if len(parts) > 1 else (parts[0] if parts else Polygon())
    if "paths" in geometry:
        return MultiLineString(geometry["paths"])
    if "points" in geometry:
        return shapely.MultiPoint(geometry["points"])
    return Point() if geometry["x"] in ("NaN", None) else Point(geometry["x"], geometry["y"])


def same_area(one, other, tolerance=1e-6):
    return one.symmetric_difference(other).area <= tolerance * max(1, other.area)


def same_lines(one, other, tolerance=1e-6):
    return abs(one.length - other.length) <= tolerance * max(1, other.length) and (other.is_empty or one.hausdorff_distance(other) <= 1e-4)


def near(one, other, share=1e-9):
    return abs(one - other) <= share * max(1, abs(other))


class Tally:
    def __init__(self):
        self.counts, self.wrong = {}, []

    def note(self, what, ok, *facts):
        done, bad = self.counts.get(what, (0, 0))
        self.counts[what] = (done + 1, bad + (not ok))
        if not ok and len(self.wrong) < 20:
            self.wrong.append(f"FAIL  {what}: {' | '.join(str(fact)[:400] for fact in facts)}")


def areal(shape):
    """The areas of a polygon whose sides may cross: what is inside by the crossings of the sides."""
    valid = shapely.make_valid(shape)
    return unary_union([part for part in getattr(valid, "geoms", [valid]) if part.area])


def overlays(door, dice, count, tally):
    # Simplify: what is inside by the crossings of the sides, as shapely's linework has it.
    rings = [tangle(dice) for _ in range(count)]
    for ring, got in zip(rings, door.ask("simplify", sr="3857", geometries=areas([[ring] for ring in rings]))["geometries"]):
        wanted = areal(Polygon(ring))
        got = read(got)
        tally.note("simplify of polygons", got.is_valid and same_area(got, wanted), ring, got.area, wanted.area)
    paths = [[path(dice), path(dice)] for _ in range(count)]
    for given, got in zip(paths, door.ask("simplify", sr="3857", geometries=lines(paths))["geometries"]):
        wanted = unary_union(MultiLineString(given))
        tally.note("simplify of lines", same_lines(read(got), wanted) and all(LineString(part).is_simple for part in got["paths"]), given)
    clip = star(dice, 50, 50, 60, 9)
    other = Polygon(clip)
    stars = [star(dice, dice.uniform(0, 100), dice.uniform(0, 100), 30) for _ in range(count)]
    single = {"geometryType": "esriGeometryPolygon", "geometry": {"rings": [clip]}}
    both = zip(stars, door.ask("intersect", sr="3857", geometries=areas([[ring] for ring in stars]), geometry=single)["geometries"],
               door.ask("difference", sr="3857", geometries=areas([[ring] for ring in stars]), geometry=single)["geometries"])
    clipped = areal(other)
    for ring, common, rest in both:
        shape = areal(Polygon(ring))
        tally.note("intersect of polygons", same_area(read(common), shape.intersection(clipped)), ring, clip)
        tally.note("difference of polygons", same_area(read(rest), shape.difference(clipped)), ring, clip)
    given = [[path(dice)] for _ in range(count)]
    for one, common, rest in zip(given, door.ask("intersect", sr="3857", geometries=lines(given), geometry=single)["geometries"],
                                 door.ask("difference", sr="3857", geometries=lines(given), geometry=single)["geometries"]):
        whole = unary_union(MultiLineString(one))
        tally.note("intersect of lines", same_lines(read(common), whole.intersection(clipped)), one, clip)
        tally.note("difference of lines", same_lines(read(rest), whole.difference(clipped)), one, clip)
    for _ in range(max(1, count // 5)):
        some = [star(dice, dice.uniform(0, 100), dice.uniform(0, 100), 30) for _ in range(dice.randint(1, 6))]
        got = door.ask("union", sr="3857", geometries=areas([[ring] for ring in some]))
        tally.note("union", same_area(read(got["geometry"]), unary_union([areal(Polygon(ring)) for ring in some])), some)
        hull = door.ask("convexHull", sr="3857", geometries=areas([[ring] for ring in some]))
        tally.note("convexHull", same_area(read(hull["geometry"]), unary_union([areal(Polygon(ring)) for ring in some]).convex_hull), some)


def shaping(door, dice, count, tally):
    distance = dice.uniform(0.5, 20)
    stars = [star(dice, 0, 0, 30) for _ in range(count)]
    for ring, got in zip(stars, door.ask("buffer", inSR="3857", distances=str(distance), unit="9001", geometries=areas([[ring] for ring in stars]))["geometries"]):
        tally.note("buffer in the plane", same_area(read(got), areal(Polygon(ring)).buffer(distance, quad_segs=64), 1e-5), ring, distance)
    paths = [path(dice, most=20) for _ in range(count)]
    deviation = dice.uniform(1, 20)
    for line, got in zip(paths, door.ask("generalize", sr="3857", maxDeviation=str(deviation), geometries=lines([[line] for line in paths]))["geometries"]):
        wanted = LineString(line).simplify(deviation, preserve_topology=False)
        tally.note("generalize", got["paths"][0] == [list(map(float, point)) for point in wanted.coords], line, deviation, got)
    longest = dice.uniform(1, 20)
    for line, got in zip(paths, door.ask("densify", sr="3857", maxSegmentLength=str(longest), geometries=lines([[line] for line in paths]))["geometries"]):
        wanted = shapely.segmentize(LineString(line), longest)
        ours = LineString(got["paths"][0])
        tally.note("densify", len(ours.coords) == len(wanted.coords) and ours.hausdorff_distance(wanted) < 1e-9, line, longest)
    # Segments longer than the distance: beside shorter ones GEOS's curve comes nearer than it should (5 of 1,000 seen).
    straight = [[[0, 0], [round(dice.uniform(30, 50), 2), round(dice.uniform(-20, 20), 2)], [round(dice.uniform(60, 90), 2), round(dice.uniform(-20, 20), 2)]] for _ in range(count)]
    for line, got in zip(straight, door.ask("offset", sr="3857", offsetDistance=str(distance), geometries=lines([[line] for line in straight]))["geometries"]):
        whole, ours = LineString(line), read(got)
        beside = all(abs(whole.distance(Point(point)) - distance) < distance * 1e-3 for part in got["paths"] for point in part)
        first = line[0], line[1]
        side = all((first[1][0] - first[0][0]) * (part[0][1] - first[0][1]) - (first[1][1] - first[0][1]) * (part[0][0] - first[0][0]) < 0 for part in got["paths"][:1])
        tally.note("offset to the right", beside and side and ours.length > 0, line, distance, got)
    cutter = [[round(dice.uniform(20, 80), 2), -1], [round(dice.uniform(20, 80), 2), 101]]
    (ax, ay), (bx, by) = cutter
    answer = door.ask("cut", sr="3857", cutter={"paths": [cutter]}, target=lines([[line] for line in paths]))
    for index, line in enumerate(paths):
        pieces = [read(piece) for piece, number in zip(answer["geometries"], answer["cutIndexes"]) if number == index]
        crosses = LineString(line).intersects(LineString(cutter))
        if not crosses:
            tally.note("cut of what is not crossed", pieces == [], line, cutter)
            continue
        whole = sum(piece.length for piece in pieces)
        left = all((bx - ax) * (y - ay) - (by - ay) * (x - ax) > -1e-6 for x, y in shapely.get_coordinates(pieces[0])) if len(pieces) == 2 else True
        right = all((bx - ax) * (y - ay) - (by - ay) * (x - ax) < 1e-6 for x, y in shapely.get_coordinates(pieces[1])) if len(pieces) == 2 else True
        tally.note("cut of lines", len(pieces) == 2 and near(whole, LineString(line).length, 1e-9) and left and right, line, cutter, pieces)
    convex = [[[x, y] for x, y in Polygon(star(dice, 50, 50, 40, 8)).convex_hull.exterior.coords][::-1] for _ in range(count)]
    convex = [ring if not shapely.LinearRing(ring).is_ccw else ring[::-1] for ring in convex]
    answer = door.ask("cut", sr="3857", cutter={"paths": [cutter]}, target=areas([[ring] for ring in convex]))
    for index, ring in enumerate(convex):
        pieces = [read(piece) for piece, number in zip(answer["geometries"], answer["cutIndexes"]) if number == index]
        wanted = shapely.ops.split(Polygon(ring), LineString(cutter)).geoms
        sides = [(bx - ax) * (p.representative_point().y - ay) - (by - ay) * (p.representative_point().x - ax) > 0 for p in pieces]
        ok = len(pieces) == (len(wanted) if len(wanted) > 1 else 0) and near(sum(p.area for p in pieces), sum(w.area for w in wanted) if pieces else 0, 1e-6)
        tally.note("cut of polygons", ok and sides == sorted(sides, reverse=True), ring, cutter, pieces)
    answer = door.ask("trimExtend", sr="3857", trimExtendTo={"paths": [cutter]}, polylines=[{"paths": [line]} for line in paths])
    for line, got in zip(paths, answer["geometries"]):
        got = read(got)
        if LineString(line).intersects(LineString(cutter)):
            points = shapely.get_coordinates(got)
            tally.note("trim", len(points) > 0 and all((bx - ax) * (y - ay) - (by - ay) * (x - ax) > -1e-6 for x, y in points), line, cutter, got)
        elif not got.is_empty:
            tally.note("extend", got.length > LineString(line).length and got.distance(LineString(cutter)) < 1e-6, line, cutter, got)
    for ring, point in zip(stars, door.ask("labelPoints", sr="3857", polygons=[{"rings": [ring]} for ring in stars])["labelPoints"]):
        tally.note("labelPoints", areal(Polygon(ring)).buffer(1e-9).contains(Point(point["x"], point["y"])), ring, point)
    for _ in range(max(1, count // 5)):
        square = [[0, 0], [0, 10], [10, 10], [10, 0], [0, 0]]
        width, height = dice.uniform(1, 9), dice.uniform(1, 9)
        line = [[10, 1], [10 + width, 1], [10 + width, 1 + height], [dice.choice([9, 10, 10]), 1 + height]]
        got = door.ask("autoComplete", sr="3857", polygons=[{"rings": [square]}], polylines=[{"paths": [line]}])["geometries"]
        faces = polygonize(unary_union([Polygon(square).boundary, LineString(line)]))
        wanted = [face for face in faces if not Polygon(square).covers(face.representative_point())]
        tally.note("autoComplete", len(got) == len(wanted) and near(sum(read(g).area for g in got), sum(w.area for w in wanted), 1e-9), line, got)
        target = [[0, 0], [round(dice.uniform(8, 20), 2), 0]]
        low, high = sorted([dice.uniform(1, 3), dice.uniform(4, 7)])
        bow = [[low, -1], [low, 2], [high, 2], [high, -1]]
        got = door.ask("reshape", sr="3857", target={"geometryType": "esriGeometryPolyline", "geometry": {"paths": [target]}}, reshaper={"paths": [bow]})
        wanted = [[0, 0], [low, 0], [low, 2], [high, 2], [high, 0], target[1]]
        tally.note("reshape", LineString(got["geometry"]["paths"][0]).hausdorff_distance(LineString(wanted)) < 1e-9, target, bow, got)


RELATIONS = {
    "Cross": lambda a, b: a.crosses(b), "Disjoint": lambda a, b: a.disjoint(b), "In": lambda a, b: a.within(b), "Within": lambda a, b: a.covered_by(b),
    "InteriorIntersection": lambda a, b: a.relate_pattern(b, "T********"), "Intersection": lambda a, b: a.intersects(b),
    "Overlap": lambda a, b: a.overlaps(b), "Touch": lambda a, b: a.touches(b),
}


def relations(door, dice, count, tally):
    size = max(2, int(math.sqrt(count)))
    def corner():
        return [dice.randint(0, 6), dice.randint(0, 6)]
    def box():
        (x, y), (w, h) = corner(), (dice.randint(1, 4), dice.randint(1, 4))
        return [[x, y], [x, y + h], [x + w, y + h], [x + w, y], [x, y]]
    second = [box() for _ in range(size)]
    for kind in ("polygons", "lines"):
        first = [box() for _ in range(size)] if kind == "polygons" else []
        while kind == "lines" and len(first) < size:
            one, other = corner(), corner()
            if one != other:
                first.append([one, other])
        shapes = [Polygon(ring) if kind == "polygons" else LineString(ring) for ring in first]
        given = areas([[ring] for ring in first]) if kind == "polygons" else lines([[line] for line in first])
        for name, holds in RELATIONS.items():
            got = door.ask("relation", sr="3857", geometries1=given, geometries2=areas([[ring] for ring in second]), relation=f"esriGeometryRelation{name}")
            found = {(pair["geometry1Index"], pair["geometry2Index"]) for pair in got["relations"]}
            for i, a in enumerate(shapes):
                for j, ring in enumerate(second):
                    tally.note(f"relation of {kind}", ((i, j) in found) == bool(holds(a, Polygon(ring))), name, first[i], ring)
        pattern = "".join(dice.choice("TF***") for _ in range(9))
        got = door.ask("relation", sr="3857", geometries1=given, geometries2=areas([[ring] for ring in second]), relation="esriGeometryRelationRelation",
                       relationParam=f"RELATE(G1, G2, '{pattern}')")
        found = {(pair["geometry1Index"], pair["geometry2Index"]) for pair in got["relations"]}
        for i, a in enumerate(shapes):
            for j, ring in enumerate(second):
                tally.note("relation by a matrix", ((i, j) in found) == a.relate_pattern(Polygon(ring), pattern), pattern, first[i], ring)
    for _ in range(count):
        one, other = star(dice, 0, 0, 10), path(dice, 20, 20)
        got = door.ask("distance", sr="3857", geometry1={"geometryType": "esriGeometryPolygon", "geometry": {"rings": [one]}},
                       geometry2={"geometryType": "esriGeometryPolyline", "geometry": {"paths": [other]}})["distance"]
        tally.note("distance in the plane", near(got, areal(Polygon(one)).distance(LineString(other)), 1e-9), one, other, got)


def dense(line, steps):
    return [[x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps] for (x1, y1), (x2, y2) in zip(line, line[1:]) for n in range(steps)] + [line[-1]]


def ellipsoid(door, dice, count, tally):
    paths = [path(dice, dice.uniform(-170, 160), dice.uniform(-80, 70), 10) for _ in range(count)]
    got = door.ask("lengths", sr="4326", calculationType="geodesic", polylines=[{"paths": [line]} for line in paths])["lengths"]
    shaped = door.ask("lengths", sr="4326", calculationType="preserveShape", lengthUnit="9001", polylines=[{"paths": [line]} for line in paths])["lengths"]
    for line, ours, kept in zip(paths, got, shaped):
        tally.note("lengths, geodesic", near(ours, GEOD.line_length(*zip(*line)), 1e-12), line, ours)
        a, b = (GEOD.line_length(*zip(*dense(line, steps))) for steps in (200, 400))
        tally.note("lengths, shape preserved", near(kept, (4 * b - a) / 3, 1e-9), line, kept, b)
    rings = [star(dice, dice.uniform(-170, 170), dice.uniform(-70, 70), 5) for _ in range(count)]
    rings = [ring for ring in rings if Polygon(ring).is_valid and Polygon(ring).area > 1e-3 and not shapely.LinearRing(ring).is_ccw]
    got = door.ask("areasAndLengths", sr="4326", calculationType="geodesic", polygons=[{"rings": [ring]} for ring in rings])
    shaped = door.ask("areasAndLengths", sr="4326", calculationType="preserveShape", polygons=[{"rings": [ring]} for ring in rings])
    for ring, area, length, kept in zip(rings, got["areas"], got["lengths"], shaped["areas"]):
        wanted, around = GEOD.polygon_area_perimeter(*zip(*ring))
        tally.note("areas, geodesic", near(area, abs(wanted), 1e-9) and near(length, around, 1e-12), ring, area, wanted)
        a, b = (abs(GEOD.polygon_area_perimeter(*zip(*dense(ring, steps)))[0]) for steps in (200, 400))
        tally.note("areas, shape preserved", near(kept, (4 * b - a) / 3, 1e-7), ring, kept, b)
    for _ in range(count):
        (x1, y1), (x2, y2) = [(round(dice.uniform(-180, 180), 6), round(dice.uniform(-90, 90), 6)) for _ in range(2)]
        got = door.ask("distance", sr="4326", geodesic="true", geometry1={"geometryType": "esriGeometryPoint", "geometry": {"x": x1, "y": y1}},
                       geometry2={"geometryType": "esriGeometryPoint", "geometry": {"x": x2, "y": y2}})["distance"]
        tally.note("distance of points, geodesic", near(got, GEOD.inv(x1, y1, x2, y2)[2], 1e-12), (x1, y1), (x2, y2), got)
    for _ in range(max(1, count // 20)):
        ring, point = star(dice, 10, dice.uniform(-60, 60), 3), (dice.uniform(16, 25), dice.uniform(-60, 60))
        got = door.ask("distance", sr="4326", geodesic="true", geometry1={"geometryType": "esriGeometryPolygon", "geometry": {"rings": [ring]}},
                       geometry2={"geometryType": "esriGeometryPoint", "geometry": {"x": point[0], "y": point[1]}})["distance"]
        wanted = min(GEOD.inv(*point, *place)[2] for place in dense(ring, 2000))
        tally.note("distance of areas, geodesic", got <= wanted + 1e-6 and near(got, wanted, 1e-4), ring, point, got, wanted)
    centers = [[round(dice.uniform(-179, 179), 3), round(dice.uniform(-85, 85), 3)] for _ in range(count)]
    meters = dice.uniform(100, 200_000)
    got = door.ask("buffer", inSR="4326", distances=str(meters), unit="9001", geodesic="true", geometries=",".join(f"{x},{y}" for x, y in centers))["geometries"]
    for (x, y), shape in zip(centers, got):
        rim = [point for ring in shape["rings"] for point in ring]
        apart = [GEOD.inv(x, y, *point)[2] for point in rim]
        ok = sum(near(d, meters, 1e-6) for d in apart) >= 100 and all(d <= meters * (1 + 1e-6) for d in apart) and all(abs(px) <= 180 for px, _ in rim)
        tally.note("buffer of points, geodesic", ok and read(shape).buffer(1e-9).contains(Point(x, y)), (x, y), meters)
    some = [path(dice, dice.uniform(-150, 140), dice.uniform(-60, 50), 5, 4) for _ in range(max(1, count // 10))]
    for line, shape in zip(some, door.ask("buffer", inSR="4326", distances="20000", unit="9001", geodesic="true", geometries=lines([[line] for line in some]))["geometries"]):
        area = read(shape)
        for _ in range(20):
            x, y = dice.choice(dense(line, 50))
            x, y, _ = GEOD.fwd(x, y, dice.uniform(0, 360), dice.uniform(0, 40_000))
            apart = min(GEOD.inv(x, y, *place)[2] for place in dense(line, 400))
            if abs(apart - 20_000) > 200:
                tally.note("buffer of lines, geodesic", area.contains(Point(x, y)) == (apart < 20_000), line, (x, y), apart)
    longest = dice.uniform(20_000, 200_000)
    for line, shape in zip(paths, door.ask("densify", sr="4326", geodesic="true", maxSegmentLength=str(longest), lengthUnit="9001", geometries=lines([[line] for line in paths]))["geometries"]):
        ours = shape["paths"][0]
        apart = [GEOD.inv(*one, *other)[2] for one, other in zip(ours, ours[1:])]
        tally.note("densify, geodesic", max(apart) <= longest * (1 + 1e-9) and near(sum(apart), GEOD.line_length(*zip(*line)), 1e-9), line, longest)


def coordinates(door, dice, count, tally):
    to = Transformer.from_crs(4326, 3857, always_xy=True)
    places = [[round(dice.uniform(-179.9, 179.9), 6), round(dice.uniform(-79.9, 83.9), 6)] for _ in range(count)]
    got = door.ask("project", inSR="4326", outSR="3857", geometries=",".join(f"{x},{y}" for x, y in places))["geometries"]
    for (x, y), point in zip(places, got):
        wanted = to.transform(x, y)
        tally.note("project to Web Mercator", abs(point["x"] - wanted[0]) < 1e-6 and abs(point["y"] - wanted[1]) < 1e-6, (x, y), point, wanted)
    for code, (west, south, east, north) in SYSTEMS.items():
        some = [[round(dice.uniform(west, east), 6), round(dice.uniform(south, north), 6)] for _ in range(count)]
        there = Transformer.from_crs(4326, code, always_xy=True)
        got = door.ask("project", inSR="4326", outSR=str(code), geometries=",".join(f"{x},{y}" for x, y in some))["geometries"]
        again = door.ask("project", inSR=str(code), outSR="4326", geometries={"geometryType": "esriGeometryPoint", "geometries": got})["geometries"]
        for (x, y), point, back in zip(some, got, again):
            wanted = there.transform(x, y)
            tally.note(f"project to {code}", abs(point["x"] - wanted[0]) < 1e-3 and abs(point["y"] - wanted[1]) < 1e-3, (x, y), point, wanted)
            tally.note(f"project to {code} and back", abs(back["x"] - x) < 1e-8 and abs(back["y"] - y) < 1e-8, (x, y), back)
        ring = [[x, y] for x, y in there.itransform(star(dice, (west + east) / 2, (south + north) / 2, 0.3))]
        ring = ring if not shapely.LinearRing(ring).is_ccw else ring[::-1]
        shape = door.ask("areasAndLengths", sr=str(code), calculationType="geodesic", polygons=[{"rings": [ring]}])
        home = Transformer.from_crs(code, there.target_crs.geodetic_crs, always_xy=True)
        wanted, around = there.target_crs.get_geod().polygon_area_perimeter(*zip(*[home.transform(x, y) for x, y in ring]))
        if Polygon(ring).is_valid:
            tally.note("areas of projected polygons", near(shape["areas"][0], abs(wanted), 1e-8) and near(shape["lengths"][0], around, 1e-9), code, ring, shape, wanted, around)
    texts = door.ask("toGeoCoordinateString", sr="4326", conversionType="UTM", conversionMode="utmNorthSouth", coordinates=places)["strings"]
    for (x, y), text in zip(places, texts):
        zone, east, north = text.split(" ")
        code = (32600 if zone[2] == "N" else 32700) + int(zone[:2])
        wanted = Transformer.from_crs(4326, code, always_xy=True).transform(x, y)
        tally.note("UTM", abs(int(east) - wanted[0]) <= 0.5001 and abs(int(north) - wanted[1]) <= 0.5001, (x, y), text, wanted)
    for kind, reach in (("MGRS", 1.6), ("USNG", 1.6), ("UTM", 1.1), ("GeoRef", 60), ("DMS", 1), ("DDM", 1), ("DD", 1)):
        texts = door.ask("toGeoCoordinateString", sr="4326", conversionType=kind, rounding="false", coordinates=places)["strings"]
        back = door.ask("fromGeoCoordinateString", sr="4326", conversionType=kind, strings=texts)["coordinates"]
        for place, text, again in zip(places, texts, back):
            tally.note(f"{kind} and back", GEOD.inv(*place, *again)[2] < reach, place, text, again)


def main(binary, count=1000, seed=7):
    with tempfile.TemporaryDirectory() as folder:
        scenario = pathlib.Path(folder) / "shapes.json5"
        scenario.write_text(SCENARIO)
        server = subprocess.Popen([binary, "serve", str(scenario), "--port", "0", "--log", "off"], stdout=subprocess.PIPE, text=True)
        tally, began = Tally(), time.time()
        try:
            door = Door(re.search(r"http=(\S+)", server.stdout.readline()).group(1))
            dice, size = random.Random(seed), 100
            for part in range(0, count, size):
                for check in (overlays, shaping, relations, ellipsoid, coordinates):
                    check(door, dice, min(size, count - part), tally)
        finally:
            server.terminate()
            server.wait()
    print("\n".join(tally.wrong))
    for what, (done, bad) in tally.counts.items():
        print(f"{'FAIL' if bad else 'ok':5} {what}: {done - bad} of {done}")
    bad = sum(bad for _, bad in tally.counts.values())
    print(f"{sum(done for done, _ in tally.counts.values())} geometries, {bad} differ (seed {seed}, {time.time() - began:.0f} s)")
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])) != 0)
