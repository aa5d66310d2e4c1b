"""Random geometries of queries, and which rows lie to them as asked, by shapely."""
import json
import math

import numpy
import shapely

from airports import dice, points, rows, shapes

RELATIONS = {"Intersects": shapely.intersects, "Contains": shapely.contains, "Within": shapely.within, "Touches": shapely.touches,
             "Crosses": shapely.crosses, "Overlaps": shapely.overlaps}
# Equal, interiors that meet, boundaries that share a line, a boundary in an interior, nothing in common, and others.
MATRICES = ["T*F**FFF*", "T********", "****1****", "***T*****", "FF*FF****", "T*T***T**", "1********", "F***0****", "2*1*****F", "*T*F*****"]


def among_points(kind_of_service):
    """Parameters, and which airports lie so."""
    x, y = dice.choice(rows)["x"], dice.choice(rows)["y"]
    width, height = dice.uniform(0.1, 60), dice.uniform(0.1, 40)
    kind = dice.randrange(4)
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
        if kind == 3:
            return distant(row, parameters, kind_of_service)
    relation = dice.choice(["Intersects", "Contains", "Touches", "Within", "EnvelopeIntersects"])
    if relation == "EnvelopeIntersects":
        lies = shapely.intersects(shapely.envelope(shape), points)
    else:
        lies = RELATIONS[relation](shape, points)
    return {**parameters, "inSR": "4326", "spatialRel": "esriSpatialRel" + relation}, lies


# MARK: distances


def earth(x, y):
    """Places on the ellipsoid of WGS 84, from the middle of the earth, in meters."""
    (x, y), squared = numpy.radians([x, y]), 0.00669437999014
    wide = 6378137 / numpy.sqrt(1 - squared * numpy.sin(y) ** 2)
    return numpy.stack([wide * numpy.cos(y) * numpy.cos(x), wide * numpy.cos(y) * numpy.sin(x), wide * (1 - squared) * numpy.sin(y)], -1)


_places = earth(shapely.get_x(points), shapely.get_y(points))
UNITS = [("esriSRUnit_Meter", 1), ("esriSRUnit_Kilometer", 1000), ("esriSRUnit_StatuteMile", 1609.344), ("esriSRUnit_Foot", 0.3048), ("esriSRUnit_NauticalMile", 1852)]
# What is meant where nothing is said: documented of a FeatureServer.
UNSAID = {"FeatureServer": 0.3048, "MapServer": 1}


def distant(row, parameters, kind):
    """What is no farther than so much. A row so near that distance that it is a matter of how one measures is None: either
    way is right, by half of a hundredth."""
    chord = numpy.linalg.norm(_places - earth(row["x"], row["y"]), axis=1)
    # Through the earth the way is a little shorter than along it.
    away = chord * (1 + (chord / 6371000) ** 2 / 24)
    meters = dice.choice([1, 1000, 30_000, 300_000]) * dice.uniform(0.5, 1.5)
    name, unit = dice.choice([*UNITS, (None, UNSAID[kind])])
    lies = [None if abs(far - meters) < meters * 0.005 else far < meters for far in away]
    return {**parameters, "inSR": "4326", "distance": repr(meters / unit), **({"units": name} if name else {})}, lies


# MARK: lines and areas


def corner(shape):
    return dice.choice(shapely.get_coordinates(shape).tolist())


def step():
    return dice.randint(-12, 12) / 16


def geometry(anchor):
    """A geometry with a corner in one of another's, on the same grid: its parameters and itself."""
    x, y = corner(anchor)
    kind = dice.randrange(5)
    if kind == 0:
        return {"geometry": f"{x},{y}", "geometryType": "esriGeometryPoint"}, shapely.Point(x, y)
    if kind == 1:
        places = [[x, y]] + [[x + step(), y + step()] for _ in range(3)]
        return {"geometry": json.dumps({"points": places}), "geometryType": "esriGeometryMultipoint"}, shapely.MultiPoint(places)
    if kind == 2:
        if dice.random() < 0.3:
            # The very line, or one edge of the area.
            path = shapely.get_coordinates(shapely.get_geometry(anchor, 0)).tolist()[:dice.randint(2, 5)]
        else:
            path = [[x, y]] + [[x + step(), y + step()] for _ in range(dice.randint(1, 3))]
        if path[0] == path[1]:
            path[1] = [x + 1, y]
        return {"geometry": json.dumps({"paths": [path]}), "geometryType": "esriGeometryPolyline"}, shapely.LineString(path)
    width, height = dice.randint(1, 40) / 16, dice.randint(1, 40) / 16
    x, y = x + dice.choice([0, 0, -width, step()]), y + dice.choice([0, 0, -height, step()])
    if kind == 3:
        return {"geometry": f"{x},{y},{x + width},{y + height}", "geometryType": "esriGeometryEnvelope"}, shapely.box(x, y, x + width, y + height)
    if anchor.geom_type == "MultiPolygon" and dice.random() < 0.3:
        parts = [[ring.coords for ring in [part.exterior, *part.interiors]] for part in anchor.geoms]
        return {"geometry": json.dumps({"rings": [list(map(list, ring)) for part in parts for ring in part]}), "geometryType": "esriGeometryPolygon"}, anchor
    outer = [[x, y], [x, y + height], [x + width, y + height], [x + width, y], [x, y]]
    rings = [outer]
    if width > 0.25 and height > 0.25 and dice.random() < 0.5:
        a, b, c, d = x + 1 / 16, y + 1 / 16, x + width - 1 / 16, y + height - 1 / 16
        rings.append([[a, b], [c, b], [c, d], [a, d], [a, b]])
    return {"geometry": json.dumps({"rings": rings}), "geometryType": "esriGeometryPolygon"}, shapely.Polygon(outer, rings[1:])


def among_shapes():
    """A layer of lines or areas, parameters, and which of them lie so."""
    layer = dice.choice([1, 2])
    others = shapes[layer]
    parameters, shape = geometry(dice.choice(others))
    relation = dice.choice([*RELATIONS, "EnvelopeIntersects", "IndexIntersects", "Relation", "Relation"])
    if relation == "Relation":
        matrix = dice.choice(MATRICES)
        parameters["relationParam"] = matrix
        lies = shapely.relate_pattern(shape, others, matrix)
    elif relation in RELATIONS:
        lies = RELATIONS[relation](shape, others)
    else:
        box = shape.bounds
        xmin, ymin, xmax, ymax = shapely.bounds(others).T
        lies = (xmin <= box[2]) & (xmax >= box[0]) & (ymin <= box[3]) & (ymax >= box[1])
    return layer, {**parameters, "inSR": "4326", "spatialRel": "esriSpatialRel" + relation}, lies
