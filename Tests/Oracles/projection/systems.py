"""Which systems of coordinates the oracle takes, and random shapes in them."""
import math
import random

import pyproj
from pyproj.database import query_crs_info

dice = random.Random()
# Methods whose axes Esri and EPSG point elsewhere (to the south and west), and those whose inverse is no function.
LEFT_OUT = {"Krovak", "Transverse Mercator (South Orientated)", "Lambert Azimuthal Equal Area (Spherical)"}
HALF = 5.0  # degrees: the largest window around a place that shapes lie in


def area(info):
    box = info.area_of_use
    return (box.west, box.south, box.east, box.north) if box else None


def all_systems():
    """Number, authority and area of each, but those across the 180th meridian and at the poles, which have tests of their own."""
    known = {}
    for authority in ["EPSG", "ESRI"]:
        for kind in ["PROJECTED_CRS", "GEOGRAPHIC_2D_CRS"]:
            for info in query_crs_info(authority, kind, allow_deprecated=False):
                box = area(info)
                if box and box[0] < box[2] and -80 <= box[1] < box[3] <= 84:
                    known.setdefault(int(info.code), (authority, box))
    return known


def name(number, systems):
    return f"{systems.get(number, ('EPSG',))[0]}:{number}"


def fits(system):
    operation = system.coordinate_operation
    return operation is None or operation.method_name not in LEFT_OUT


def window(box):
    """A part of an area of use, small enough for two systems to hold it."""
    west, south, east, north = box
    wide, high = min(HALF, east - west), min(HALF, north - south)
    left, bottom = dice.uniform(west, east - wide), dice.uniform(south, north - high)
    # A margin: at the very edge a version's area may end elsewhere.
    return left + wide * 0.1, bottom + high * 0.1, left + wide * 0.9, bottom + high * 0.9


def overlap(one, other):
    west, south, east, north = max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
    return (west, south, east, north) if east - west > 0.5 and north - south > 0.5 else None


def place(box):
    return dice.uniform(box[0], box[2]), dice.uniform(box[1], box[3])


def shape(kind, box):
    """A shape in degrees, as parts of positions."""
    if kind == "esriGeometryPoint":
        return [[place(box)]]
    if kind == "esriGeometryMultipoint":
        return [[place(box) for _ in range(dice.randint(1, 6))]]
    if kind == "esriGeometryPolyline":
        return [[place(box) for _ in range(dice.randint(2, 6))] for _ in range(dice.randint(1, 3))]
    x, y = place(box)
    size = min(box[2] - x, box[3] - y, x - box[0], y - box[1]) * 0.9
    turns = sorted(dice.uniform(0, 2 * math.pi) for _ in range(dice.randint(3, 8)))
    ring = [(x + size * math.cos(turn), y + size * math.sin(turn)) for turn in reversed(turns)]
    return [[*ring, ring[0]]]


def esri(kind, parts):
    if kind == "esriGeometryPoint":
        return dict(zip("xy", parts[0][0]))
    key = {"esriGeometryMultipoint": "points", "esriGeometryPolyline": "paths", "esriGeometryPolygon": "rings"}[kind]
    return {key: [list(p) for p in parts[0]] if key == "points" else [[list(p) for p in part] for part in parts]}


def positions(geometry):
    if geometry is None:
        return []
    if "x" in geometry:
        return [(geometry["x"], geometry["y"])]
    if "points" in geometry:
        return [tuple(p[:2]) for p in geometry["points"]]
    return [tuple(p[:2]) for part in geometry.get("paths", geometry.get("rings")) for p in part]


def moved(transformer, parts):
    return [list(zip(*transformer.transform(*zip(*part)))) for part in parts]
