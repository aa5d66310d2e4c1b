"""Queries of layers in local systems: boxes, shapes, distances and extents, reckoned by pyproj and shapely."""
import json

import airportsdata
import pyproj
import shapely
from shapely.ops import transform

from systems import dice

SYSTEMS = [2263, 26911, 25832, 27700, 3978]
UNITS = {"esriSRUnit_Meter": 1, "esriSRUnit_Kilometer": 1000, "esriSRUnit_StatuteMile": 1609.344, "esriSRUnit_Foot": 0.3048,
         "esriSRUnit_NauticalMile": 1852, "esriSRUnit_USNauticalMile": 1853.248}
DEGREES = pyproj.CRS(4326)
_rows = {}


class System:
    """A system with the airports in its area of use, in its own coordinates."""

    def __init__(self, number):
        self.number, self.crs = number, pyproj.CRS(number)
        self.here = pyproj.Transformer.from_crs(DEGREES, self.crs, always_xy=True)
        self.back = pyproj.Transformer.from_crs(self.crs, DEGREES, always_xy=True)
        self.own = pyproj.Transformer.from_crs(self.crs, self.crs.geodetic_crs, always_xy=True)
        box = self.crs.area_of_use
        inside = [a for a in airportsdata.load("ICAO").values() if box.west < a["lon"] < box.east and box.south < a["lat"] < box.north]
        self.degrees = [(a["lon"], a["lat"]) for a in inside]
        self.points = [self.here.transform(*p) for p in self.degrees]
        self.geographic = [self.own.transform(*p) for p in self.points]
        self.geod = self.crs.get_geod()


def write(folder):
    services = []
    for number in SYSTEMS:
        system = _rows[number] = System(number)
        features = [{"attributes": {"OBJECTID": at}, "geometry": {"x": x, "y": y}} for at, (x, y) in enumerate(system.points, 1)]
        (folder / f"airports{number}.json").write_text(json.dumps(
            {"geometryType": "esriGeometryPoint", "spatialReference": {"wkid": number}, "features": features}))
        services.append({"name": f"L{number}", "access": "public", "featureServer": True, "layers": [{"id": 0, "source": f"airports{number}.json"}]})
    return services


def box(system):
    """A box in degrees, and the rows surely and perhaps in the rectangle around it."""
    x, y = dice.choice(system.degrees)
    wide, high = dice.uniform(0.01, 2), dice.uniform(0.01, 2)
    bounds = (x - wide, y - high, x + wide, y + high)
    left, bottom, right, top = system.here.transform_bounds(*bounds, densify_pts=21)
    size = max(right - left, top - bottom) * 1e-6
    def rows(margin):
        return {at for at, (x, y) in enumerate(system.points, 1) if left - margin <= x <= right + margin and bottom - margin <= y <= top + margin}
    return {"geometry": ",".join(map(repr, bounds)), "inSR": "4326"}, rows(-size), rows(size)


def polygon(system):
    x, y = dice.choice(system.degrees)
    ring = [(x - dice.uniform(0.1, 2), y), (x, y + dice.uniform(0.1, 2)), (x + dice.uniform(0.1, 2), y), (x, y - dice.uniform(0.1, 2))]
    ring.append(ring[0])
    area = transform(system.here.transform, shapely.Polygon(ring))
    edge, points = area.boundary, shapely.points(system.points)
    inside, near = shapely.contains(area, points), shapely.distance(edge, points) < 1e-3
    sure = {at for at, (i, n) in enumerate(zip(inside, near), 1) if i and not n}
    geometry = {"rings": [[list(p) for p in ring]], "spatialReference": {"wkid": 4326}}
    return ({"geometry": json.dumps(geometry), "geometryType": "esriGeometryPolygon"}, sure,
            {at for at, (i, n) in enumerate(zip(inside, near), 1) if i or n})


def distance(system):
    """Around a point: along the ellipsoid, whatever the system does to lengths."""
    at = dice.randrange(len(system.points))
    meters, unit = dice.uniform(1000, 200_000), dice.choice(sorted(UNITS))
    x, y = system.points[at]
    lon, lat = system.geographic[at]
    away = [system.geod.inv(lon, lat, *other)[2] for other in system.geographic]
    # A circle of 256 corners is a little too small, and the last bits of two libraries are nobody's.
    sure = {row for row, d in enumerate(away, 1) if d < meters * 0.9998}
    maybe = {row for row, d in enumerate(away, 1) if d < meters * 1.000001 + 1e-3}
    return ({"geometry": f"{x!r},{y!r}", "geometryType": "esriGeometryPoint", "distance": repr(meters / UNITS[unit]), "units": unit}, sure, maybe)


def extent(session, url, system):
    answer = session.get(url, params={"where": "1=1", "returnExtentOnly": "true", "outSR": "4326", "f": "json"}).json()
    xs, ys = zip(*system.points)
    theirs = system.back.transform_bounds(min(xs), min(ys), max(xs), max(ys), densify_pts=21)
    mine = [answer["extent"][key] for key in ["xmin", "ymin", "xmax", "ymax"]]
    return [] if all(abs(a - b) < 1e-9 for a, b in zip(mine, theirs)) else [f"extent of {system.number}: {mine}, not {theirs}"]


def check(session, base, count):
    wrong = []
    for number, system in _rows.items():
        wrong += extent(session, f"{base}/arcgis/rest/services/L{number}/MapServer/0/query", system)
    for index in range(count):
        number = SYSTEMS[index % len(SYSTEMS)]
        parameters, sure, maybe = dice.choice([box, polygon, distance])(_rows[number])
        kind = dice.choice(["MapServer", "FeatureServer"])
        answer = session.post(f"{base}/arcgis/rest/services/L{number}/{kind}/0/query", data={"returnIdsOnly": "true", "f": "json", **parameters}).json()
        got = set(answer.get("objectIds") or []) if "objectIds" in answer else None
        if got is None or not sure <= got <= maybe:
            wrong.append(f"{number}: {parameters}: {answer if got is None else (sorted(sure - got), sorted(got - maybe))}")
    return count + len(_rows), wrong
