"""The data that queries are asked of, made from the 28,000 airports of airportsdata: points, and of every fifth of them a
line and an area. All that is random comes from one seed, so each process has the same."""
import json
import random
from datetime import datetime, timedelta, timezone

import airportsdata
import numpy
import shapely

# A test's own dice; data has others.
dice = random.Random()
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
# The portal's clock, which stands: queries are asked for as long as they take.
CLOCK = datetime(2020, 6, 15, 12, tzinfo=timezone.utc)
FIELDS = ["ICAO", "IATA", "NAME", "COUNTRY", "ELEVATION", "OPENED"]


def moment(milliseconds):
    return EPOCH + timedelta(milliseconds=milliseconds)


def milliseconds(moment):
    return (moment - EPOCH) // timedelta(milliseconds=1)


def opened(made):
    """A date between 1950 and 2030, on the second, one of three at midnight, some unknown."""
    if made.random() < 1 / 12:
        return None
    day = made.randint(-7305, 21914) * 86400
    second = day if made.random() < 1 / 3 else day + made.randrange(86400)
    return second * 1000


def load():
    made = random.Random("airports")
    rows = []
    for number, airport in enumerate(airportsdata.load("ICAO").values(), 1):
        # Empty codes are null, so that there are some.
        rows.append({"OBJECTID": number, "ICAO": airport["icao"], "IATA": airport["iata"] or None, "NAME": airport["name"],
                     "COUNTRY": airport["country"], "ELEVATION": round(airport["elevation"]), "OPENED": opened(made),
                     "x": airport["lon"], "y": airport["lat"]})
    return rows


rows = load()
points = shapely.points(numpy.array([[row["x"], row["y"]] for row in rows]))
columns = {name: [row[name] for row in rows] for name in ["OBJECTID", *FIELDS]}
# As the database orders: texts by their bytes.
keys = {name: [value.encode() if isinstance(value, str) else value for value in column] for name, column in columns.items()}


def ranks(column):
    """Where each value stands among all; what is NULL stands last."""
    order = {value: place for place, value in enumerate(sorted({value for value in column if value is not None}))}
    return [len(order) if value is None else order[value] for value in column]


rank = {name: ranks(column) for name, column in keys.items()}


# Lines and areas have their corners on a grid of sixteenths of a degree, which binary numbers hold exactly, and lines run
# along it or across its squares: so that some really touch, and nothing is a matter of the last bit.
def near(made, row):
    return (round(row["x"] * 16) + made.randint(-2, 2)) / 16, (round(row["y"] * 16) + made.randint(-2, 2)) / 16


def line(made, row):
    """One to three paths of two to five corners."""
    paths = []
    for _ in range(made.choice([1, 1, 1, 2, 3])):
        path = [near(made, row)]
        for _ in range(made.randint(1, 4)):
            x, y = path[-1]
            (right, up), size = made.choice([(1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (1, -1)]), made.randint(1, 8) / 16
            path.append((x + right * size, y + up * size))
        paths.append(path)
    return paths


def area(made, row):
    """Rectangles side by side or triangles, with the clock; in some rectangles a hole, against it."""
    (x, y), polygons = near(made, row), []
    for part in range(made.choice([1, 1, 1, 2])):
        width, height = made.randint(3, 12) / 16, made.randint(3, 12) / 16
        left = x + part * 2
        if made.random() < 0.3:
            polygons.append([[(left, y), (left + width / 2, y + height), (left + width, y), (left, y)]])
            continue
        rings = [[(left, y), (left, y + height), (left + width, y + height), (left + width, y), (left, y)]]
        if made.random() < 0.4:
            a, b, c, d = left + 1 / 16, y + 1 / 16, left + width - 1 / 16, y + height - 1 / 16
            rings.append([(a, b), (c, b), (c, d), (a, d), (a, b)])
        polygons.append(rings)
    return polygons


def multilines(parts):
    return shapely.MultiLineString(parts)


def multipolygon(parts):
    return shapely.MultiPolygon([(rings[0], rings[1:]) for rings in parts])


_made = random.Random("shapes")
_chosen = rows[::5]
_lines = [line(_made, row) for row in _chosen]
_areas = [area(_made, row) for row in _chosen]
# By the layer's id.
shapes = {1: numpy.array([multilines(paths) for paths in _lines]), 2: numpy.array([multipolygon(parts) for parts in _areas])}
for _all in shapes.values():
    shapely.prepare(_all)


def write(folder):
    """The files of the layers, and a scenario that serves them."""
    features = [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [row["x"], row["y"]]},
                 "properties": {name: row[name] for name in FIELDS}} for row in rows]
    (folder / "points.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    # Lines as GeoJSON, areas as a set of Esri's: both readers are asked.
    features = [{"type": "Feature", "geometry": {"type": "MultiLineString", "coordinates": paths}, "properties": {"ICAO": row["ICAO"]}}
                for row, paths in zip(_chosen, _lines)]
    (folder / "lines.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    features = [{"attributes": {"OBJECTID": number, "ICAO": row["ICAO"]}, "geometry": {"rings": [ring for rings in parts for ring in rings]}}
                for number, (row, parts) in enumerate(zip(_chosen, _areas), 1)]
    (folder / "areas.json").write_text(json.dumps({"geometryType": "esriGeometryPolygon", "spatialReference": {"wkid": 4326}, "features": features}))
    layers = [{"id": 0, "source": "points.geojson", "fields": [{"name": "OPENED", "type": "esriFieldTypeDate"}]},
              {"id": 1, "source": "lines.geojson"}, {"id": 2, "source": "areas.json"}]
    services = [{"name": "A", "access": "public", "featureServer": True, "maxRecordCount": 2000, "layers": layers}]
    (folder / "all.json").write_text(json.dumps({"clock": {"set": CLOCK.isoformat().replace("+00:00", "Z"), "freeze": True}, "portal": None, "servers": [{"name": "gis", "services": services}]}))
    return folder / "all.json"
