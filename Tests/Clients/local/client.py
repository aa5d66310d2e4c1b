"""Clients, unmodified, on layers in local systems: GDAL, esridump, pygeoogc, OWSLib; and pixels of maps in other systems
than the map's own, at the places that pyproj reckons.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import io
import json
import os
import subprocess
import sys
import warnings

warnings.filterwarnings("ignore")
os.environ["HYRIVER_CACHE_DISABLE"] = "true"
os.environ["SSL_CERT_FILE"] = os.environ["CURL_CA_BUNDLE"] = os.environ["REQUESTS_CA_BUNDLE"]
import pyproj  # noqa: E402
import requests  # noqa: E402
from checks import check, end  # noqa: E402
from esridump.dumper import EsriDumper  # noqa: E402
from owslib.wms import WebMapService  # noqa: E402
from PIL import Image  # noqa: E402
from pygeoogc import ArcGISRESTful  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
base = ready["http"]
rest = f"{base}/arcgis/rest/services"
# Where the first three places of each service lie, in degrees.
PLACES = {
    "Munich": (25832, [(11.575488, 48.137225), (11.553757, 48.174444), (11.545747, 48.130578)]),
    "NewYork": (2263, [(-73.985656, 40.748433), (-73.977265, 40.752700), (-73.926186, 40.829659)]),
    "London": (27700, [(-0.124625, 51.500729), (-0.075406, 51.505456), (-0.001545, 51.477928)]),
}


def near(mine, theirs, most=5e-5):
    return len(mine) == len(theirs) and all(abs(a - b) < most for p, q in zip(sorted(mine), sorted(theirs)) for a, b in zip(p, q))


def ogr(name, more=""):
    """What ogr2ogr makes of a layer: degrees, by the system that the answer names."""
    url = f"{rest}/{name}/FeatureServer/0/query?where=1%3D1&outFields=*&f=json{more}"
    out = subprocess.run(["ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4326", "/vsistdout/", f"ESRIJSON:{url}"],
                         capture_output=True, text=True, check=True).stdout
    return [tuple(f["geometry"]["coordinates"][:2]) for f in json.loads(out)["features"]]


def red(picture, box, place):
    """Whether the circle of a place lies where it should, and nowhere near there is another."""
    xmin, ymin, xmax, ymax = box
    pixels = Image.open(io.BytesIO(picture)).convert("RGB")
    x, y = (place[0] - xmin) / (xmax - xmin) * pixels.width, (ymax - place[1]) / (ymax - ymin) * pixels.height
    inside = [pixels.getpixel((int(x + dx), int(y + dy))) == (200, 0, 0) for dx in (-2, 0, 2) for dy in (-2, 0, 2)]
    outside = [pixels.getpixel((int(x + dx), int(y + dy))) == (200, 0, 0) for dx, dy in ((9, 0), (-9, 0), (0, 9), (0, -9))]
    return all(inside) and not any(outside)


for name, (number, places) in PLACES.items():
    rough = 5e-5 if name != "London" else 1e-4
    check(f"ogr2ogr: {name} as it is, moved by GDAL", lambda: near(ogr(name), places, rough))
    check(f"ogr2ogr: {name} with outSR=4326", lambda: near(ogr(name, "&outSR=4326"), places, rough))
    dumped = lambda: [tuple(f["geometry"]["coordinates"]) for f in EsriDumper(f"{rest}/{name}/FeatureServer/0")]  # noqa: E731
    check(f"esridump: {name}", lambda: near(dumped(), places, rough))
    client = ArcGISRESTful(f"{rest}/{name}/MapServer", 0, outformat="geojson")
    found = lambda: [tuple(f["geometry"]["coordinates"]) for page in client.get_features(client.oids_bysql("1=1")) for f in page["features"]]  # noqa: E731
    check(f"pygeoogc: {name} in degrees", lambda: near(found(), places, rough))
    x, y = places[0]
    box = (x - 1e-3, y - 1e-3, x + 1e-3, y + 1e-3)
    check(f"pygeoogc: {name} in a rectangle of degrees", lambda: sum(map(len, client.oids_bygeom(box, geo_crs=4326))) == 1)

for name in ("Munich", "NewYork"):
    own, places = PLACES[name]
    for system in (own, 3857, 4326):
        move = pyproj.Transformer.from_crs(4326, system, always_xy=True)
        at = [move.transform(*place) for place in places]
        half = max(max(p[axis] for p in at) - min(p[axis] for p in at) for axis in (0, 1)) * 0.7
        x, y = (sum(p[axis] for p in at) / len(at) for axis in (0, 1))
        box = (x - half, y - half, x + half, y + half)
        asked = {"bbox": ",".join(map(str, box)), "bboxSR": system, "imageSR": system, "size": "400,400", "format": "png", "f": "image"}
        drawn = requests.get(f"{rest}/{name}/MapServer/export", params=asked).content
        check(f"export: {name} in {system}, every place where it lies", lambda: all(red(drawn, box, place) for place in at))
        # The window told in another system than the picture's.
        degrees = pyproj.Transformer.from_crs(system, 4326, always_xy=True).transform_bounds(*box)
        told = requests.get(f"{rest}/{name}/MapServer/export", params={**asked, "bbox": ",".join(map(str, degrees)), "bboxSR": 4326, "f": "json"}).json()
        check(f"export: {name}, a window in degrees of a picture in {system}", lambda: told["extent"]["xmin"] <= box[0] + half / 1000 and told["extent"]["xmax"] >= box[2] - half / 1000)
        if system != 4326:
            wms = WebMapService(f"{base}/arcgis/services/{name}/MapServer/WMSServer", version="1.3.0")
            layer = list(wms.contents)[0]
            check(f"WMS: {name} lists {system}", lambda: f"EPSG:{system}" in wms[layer].crsOptions)
            check(f"WMS: {name} in {system}", lambda: all(
                red(wms.getmap(layers=[layer], srs=f"EPSG:{system}", bbox=box, size=(400, 400), format="image/png").read(), box, place)
                for place in at))
        identified = requests.get(f"{rest}/{name}/MapServer/identify", params={
            "geometry": f"{at[0][0]},{at[0][1]}", "geometryType": "esriGeometryPoint", "sr": system, "tolerance": 5, "layers": "all",
            "mapExtent": ",".join(map(str, box)), "imageDisplay": "400,400,96", "returnGeometry": "true", "f": "json"}).json()
        check(f"identify: {name} in {system}", lambda: len(identified["results"]) == 1 and abs(
            identified["results"][0]["geometry"]["x"] - at[0][0]) < half / 1000)
end()
