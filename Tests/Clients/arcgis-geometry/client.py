"""The geometry module of the ArcGIS API for Python, unmodified, against Utilities/Geometry of the federated start: every function that
asks a geometry service.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import math
import os
import sys
import warnings

warnings.filterwarnings("ignore")
from arcgis import geometry  # noqa: E402
from arcgis.geometry import AreaUnits, LengthUnits, Point, Polygon, Polyline  # noqa: E402
from arcgis.gis import GIS  # noqa: E402
from checks import check, end, raised  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
gis = GIS(ready["portal"], "viewer", "viewer", ca_bundles=[os.environ["REQUESTS_CA_BUNDLE"]])
web, wgs = {"wkid": 3857}, {"wkid": 4326}


def polygon(*ring, sr=None):
    return Polygon({"rings": [list(ring)], "spatialReference": sr or web})


def polyline(*path, sr=None):
    return Polyline({"paths": [list(path)], "spatialReference": sr or web})


def point(x, y, sr=None):
    return Point({"x": x, "y": y, "spatialReference": sr or web})


square = polygon([0, 0], [0, 2], [2, 2], [2, 0], [0, 0])
beside = polygon([2, 0], [2, 2], [4, 2], [4, 0], [2, 0])
over = polygon([1, 0], [1, 2], [3, 2], [3, 0], [1, 0])
bow = polygon([0, 0], [2, 2], [2, 0], [0, 2], [0, 0])
line = polyline([0, 1], [4, 1])
cutter = polyline([1, -1], [1, 3])
degree = polygon([0, 0], [0, 1], [1, 1], [1, 0], [0, 0], sr=wgs)


def area(shape):
    def ring(points):
        return sum(x2 * y1 - x1 * y2 for (x1, y1), (x2, y2) in zip(points, points[1:])) / 2
    return sum(ring(points) for points in shape["rings"])


def near(one, other, share=1e-6):
    return math.isclose(one, other, rel_tol=share, abs_tol=share)


check("the portal's geometry service is found", lambda: gis._tools.geometry.url.endswith("/Utilities/Geometry/GeometryServer"))
check("its root", lambda: gis._tools.geometry.properties["serviceDescription"] == "Geometric operations")
check("project", lambda: near(geometry.project([point(-117, 34, wgs)], 4326, 102100, gis=gis)[0]["x"], -13024380.422813002))
check("project: back", lambda: near(geometry.project([point(-13024380.422813002, 4028802.0261344067)], 102100, 4326, gis=gis)[0]["y"], 34))
check("project: many, in parts of 75", lambda: len(geometry.project([point(n, n, wgs) for n in range(80)], 4326, 102100, gis=gis)) == 80)
check("areas_and_lengths: planar", lambda: geometry.areas_and_lengths([square], 9001, AreaUnits.SQUAREMETERS, "planar", 3857, gis=gis) == {"areas": [4.0], "lengths": [8.0]})
check("areas_and_lengths: geodesic", lambda: near(geometry.areas_and_lengths([degree], LengthUnits.METER, AreaUnits.SQUAREKILOMETERS, "geodesic", 4326, gis=gis)["areas"][0], 12308.778361469453))
check("areas_and_lengths: acres by name", lambda: near(geometry.areas_and_lengths([degree], 9035, "esriAcres", "preserveShape", 4326, gis=gis)["areas"][0], 3042125.5, 1e-3))
check("lengths", lambda: geometry.lengths(web, [line], 9001, "planar", gis=gis))
check("buffer", lambda: near(area(geometry.buffer([point(0, 0)], 3857, 100, 9001, gis=gis)[0]), math.pi * 10_000, 1e-3))
check("buffer: two distances, one union", lambda: len(geometry.buffer([point(0, 0), point(50, 0)], 3857, [100, 200], 9001, union_results=True, gis=gis)) == 2)
check("buffer: geodesic", lambda: geometry.buffer([point(10, 50, wgs)], 4326, 1, LengthUnits.KILOMETER, geodesic=True, gis=gis)[0]["rings"])
check("buffer: no unit, degrees into meters", lambda: raised(lambda: geometry.buffer([point(0, 0, wgs)], 4326, 1, None, out_sr=3857, gis=gis), "Wrong unit type"))
check("buffer: the name of a unit", lambda: raised(lambda: geometry.buffer([point(0, 0)], 102100, 6000, "esriMeters", gis=gis), "attempted on an empty geometry"))
check("union", lambda: near(area(geometry.union([square, beside], web, gis=gis)[0]), 8))
check("intersect", lambda: near(area(geometry.intersect(web, [square], over, gis=gis)[0]), 2))
check("difference", lambda: near(area(geometry.difference([square], web, over, gis=gis)[0]), 2))
check("simplify", lambda: len(geometry.simplify(web, [bow], gis=gis)[0]["rings"]) == 2)
check("convex_hull", lambda: geometry.convex_hull([point(0, 0), point(0, 2), point(2, 2)], web, gis=gis))
check("cut", lambda: len(geometry.cut(cutter, [square], web, gis=gis)) == 2)
check("densify", lambda: len(geometry.densify([line], web, 1, 9001, False, gis=gis)[0]["paths"][0]) == 5)
check("generalize", lambda: len(geometry.generalize(web, [polyline([0, 0], [1, 0.1], [2, 0])], 1, 9001, gis=gis)[0]["paths"][0]) == 2)
check("offset", lambda: geometry.offset([line], 1, 9001, spatial_ref=web, gis=gis)[0]["paths"] == [[[0.0, 0.0], [4.0, 0.0]]])
check("reshape", lambda: len(geometry.reshape(web, line, polyline([1, 1], [2, 2], [3, 1]), gis=gis)["paths"][0]) == 5)
check("trim_extend", lambda: geometry.trim_extend(web, [line], cutter, gis=gis)[0]["paths"] == [[[0.0, 1.0], [1.0, 1.0]]])
check("auto_complete", lambda: near(area(geometry.auto_complete([square], [polyline([2, 0], [3, 0], [3, 2], [2, 2])], web, gis=gis)[0]), 2))
check("label_points", lambda: geometry.label_points(web, [square], gis=gis))
check("distance", lambda: geometry.distance(web, point(0, 0), point(3, 4), gis=gis)["distance"] == 5)
check("distance: geodesic", lambda: near(geometry.distance(wgs, point(-116, 35, wgs), point(-115, 36, wgs), 9001, True, gis=gis)["distance"], 143321.57818195896, 1e-9))
check("relation", lambda: geometry.relation([square], [over], web, "esriGeometryRelationOverlap", gis=gis)["relations"] == [{"geometry1Index": 0, "geometry2Index": 0}])
check("find_transformation: none within a datum", lambda: geometry.find_transformation(4326, 3857, gis=gis)["transformations"] == [])
check("to_geo_coordinate_string", lambda: geometry.to_geo_coordinate_string(4326, [[-117, 34]], "MGRS", gis=gis)["strings"] == ["11S NT 00000 62156"])
check("from_geo_coordinate_string", lambda: near(geometry.from_geo_coordinate_string(4326, ["11SNT0000062155"], "MGRS", gis=gis)["coordinates"][0][0], -117))
check("a job in the future", lambda: geometry.simplify(web, [bow], gis=gis, future=True).result())
end()
