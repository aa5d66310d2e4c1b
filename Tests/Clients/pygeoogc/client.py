"""pygeoogc, unmodified: a service's properties, ids by area, field and condition, features by id, and a map by WMS.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import os
import sys
import warnings

warnings.filterwarnings("ignore")
os.environ["HYRIVER_CACHE_DISABLE"] = "true"
# It asks by aiohttp, which knows the authority by this name only.
os.environ["SSL_CERT_FILE"] = os.environ["REQUESTS_CA_BUNDLE"]
import shapely  # noqa: E402
from pygeoogc import WMS, ArcGISRESTful  # noqa: E402
from pygeoogc.exceptions import ServiceError, ZeroMatchedError  # noqa: E402
from checks import check, end, impossible  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))


def error(kind, run):
    """Whether it raises an error of that type, and nothing else."""
    try:
        run()
    except kind:
        return True
    except Exception as problem:  # noqa: BLE001
        return print(f"      raised {type(problem).__name__}: {problem}")
    return print("      raised nothing")


for base in (ready["http"], ready["https"]):
    scheme = base.split(":")[0]
    url = f"{base}/arcgis/rest/services/Open/Travel"

    for kind in ("MapServer", "FeatureServer"):
        name = f"{scheme}, {kind}"
        # The root of a FeatureServer lists JSON alone (captured of 10.2.1 to 11.5), and the client believes it.
        kinds = dict(outformat="geojson" if kind == "MapServer" else "json")
        airports = ArcGISRESTful(f"{url}/{kind}", 0, **kinds)
        client = airports.client
        check(f"{name}: layers", lambda: client.valid_layers["0"] == "Airports" and len(client.valid_layers) == 2)
        check(f"{name}: formats", lambda: ("geojson" in client.query_formats) == (kind == "MapServer"))
        check(f"{name}: where it lies", lambda: client.extent[0] < -100 and client.extent[3] > 50)
        check(f"{name}: rows a request", lambda: client.max_nrecords == 100)
        check(f"{name}: types of fields", lambda: client.field_types["ELEVATION"] in ("integer", "double"))
        check(f"{name}: all ids, in pages", lambda: [len(page) for page in airports.oids_bysql("1=1")] == [100] * 3)
        check(f"{name}: all features",
              lambda: sum(len(page["features"]) for page in airports.get_features(airports.oids_bysql("1=1"))) == 300)
        values = lambda feature: feature.get("properties") or feature["attributes"]  # noqa: E731
        found = lambda: airports.get_features(airports.oids_byfield("IATA", ["DEN", "LAX"]))[0]  # noqa: E731
        check(f"{name}: by a field", lambda: {values(f)["IATA"] for f in found()["features"]} == {"DEN", "LAX"})
        check(f"{name}: in degrees", lambda: all(
            -180 < (f["geometry"].get("coordinates") or [f["geometry"].get("x")])[0] < -100 for f in found()["features"]))
        box = (-125.0, 30.0, -100.0, 50.0)
        inside = lambda geometry, **more: {  # noqa: E731
            values(f)["IATA"]
            for page in airports.get_features(airports.oids_bygeom(geometry, **more)) for f in page["features"]}
        check(f"{name}: in a rectangle", lambda: {"DEN", "LAX"} <= inside(box) and "JFK" not in inside(box))
        check(f"{name}: in a polygon", lambda: inside(shapely.box(*box)) == inside(box))
        check(f"{name}: near a point", lambda: inside((-104.67, 39.86), distance=20_000) == {"DEN"})
        check(f"{name}: near several", lambda: inside([(-104.67, 39.86), (-118.4, 33.94)], distance=9_000) == {"DEN", "LAX"})
        check(f"{name}: along a line",
              lambda: inside(shapely.LineString([(-105, 39.86), (-104, 39.86)]), distance=20_000) == {"DEN"})
        check(f"{name}: with a condition", lambda: inside(box, sql_clause="IATA = 'DEN'") == {"DEN"})
        check(f"{name}: in another system", lambda: inside((-13e6, 4.6e6, -11.5e6, 5.2e6), geo_crs=3857) & {"DEN"})
        check(f"{name}: nothing there", lambda: error(ZeroMatchedError, lambda: airports.oids_bygeom((0.0, 0.0))))
        check(f"{name}: a field that is not there", lambda: error(ZeroMatchedError, lambda: airports.oids_bysql("NOPE = 1")))

    esri = ArcGISRESTful(f"{url}/FeatureServer/1", outformat="json", outfields=["NAME"], crs=3857)
    check(f"{scheme}: JSON in another system", lambda: (lambda page: page["spatialReference"]["latestWkid"] == 3857
          and set(page["features"][0]["attributes"]) == {"NAME"})(esri.get_features(esri.oids_bysql("1=1"))[0]))
    check(f"{scheme}: no token: refused",
          lambda: error(ServiceError, lambda: ArcGISRESTful(f"{base}/arcgis/rest/services/Travel/MapServer", 0)))

    wms = f"{base}/arcgis/services/Open/Travel/MapServer/WMSServer"
    drawn = WMS(wms, layers="1", outformat="image/png", crs=4326)
    check(f"{scheme}: a map by WMS", lambda: all(
        tile[:8] == b"\x89PNG\r\n\x1a\n" for tile in drawn.getmap_bybox((-125, 30, -100, 50), 20_000).values()))
impossible("secured services: the client has no place for a token")
impossible("geojson of a FeatureServer by default: it goes by the root, whose supportedQueryFormats is JSON")
end()
