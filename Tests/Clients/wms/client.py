"""owslib, unmodified: the capabilities, a map and what is at a point, of a secured service.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import io
import json
import sys

import requests
from owslib.wms import WebMapService
from PIL import Image

ready = json.load(open(sys.argv[1], encoding="utf-8"))
passed = failed = 0


def check(name, ok, seen=""):
    global passed, failed
    if ok:
        passed += 1
        print(f"ok    {name}")
    else:
        failed += 1
        print(f"FAIL  {name}: {seen}")


def refused(run):
    try:
        run()
    except Exception as problem:  # noqa: BLE001
        return f"{type(problem).__name__}: {problem}"
    return ""


def login():
    answer = requests.post(
        ready["portal"] + "/sharing/rest/generateToken",
        data={"username": "viewer", "password": "viewer", "client": "requestip", "referer": "x", "f": "json"})
    return answer.json()["token"]


def color(response, x, y):
    with Image.open(io.BytesIO(response.read())) as picture:
        return picture.size, picture.convert("RGBA").getpixel((x, y))


token = login()
for base in (ready["http"], ready["https"]):
    scheme = base.split(":")[0]
    url = f"{base}/arcgis/services/Travel/MapServer/WMSServer?token={token}"
    for version in ("1.1.1", "1.3.0"):
        name = f"{scheme}, WMS {version}"
        wms = WebMapService(url, version=version)
        layers = {layer.title: key for key, layer in wms.contents.items() if key}
        check(f"{name}: layers with their titles", set(layers) == {"Airports", "Routes", "States"}, layers)
        airports = layers["Airports"]
        west, south, east, north = wms.contents[layers["States"]].boundingBoxWGS84
        check(f"{name}: the states lie where they are", (west, south, east, north) == (-114.05, 37.0, -102.05, 45.0),
              (west, south, east, north))
        check(f"{name}: the address repeats the token", token in wms.getOperationByName("GetMap").methods[0]["url"])
        for system, box, at in (("EPSG:4326", (-125, 30, -100, 50), (406, 202)),
                                ("EPSG:3857", (-12000000, 4500000, -11000000, 5300000), (173, 227))):
            picture = wms.getmap(
                layers=[layers["States"], airports], styles=["", ""], srs=system, bbox=box, size=(500, 400),
                format="image/png", transparent=True)
            size, seen = color(picture, *at)
            check(f"{name}: Denver's airport is red in {system}", size == (500, 400) and seen == (200, 0, 0, 255),
                  (size, seen))
        info = wms.getfeatureinfo(
            layers=[airports], srs="EPSG:4326", bbox=(-125, 30, -100, 50), size=(500, 400), format="image/png",
            query_layers=[airports], info_format="text/plain", xy=(406, 202), styles=[""]).read().decode()
        check(f"{name}: the airport under a pixel", "IATA: DEN" in info, info)
        problem = refused(lambda: wms.getmap(
            layers=["77"], styles=[""], srs="EPSG:4326", bbox=(-125, 30, -100, 50), size=(50, 40), format="image/png"))
        check(f"{name}: an unknown layer is a ServiceException", problem.startswith("ServiceException"), problem)
        plain = url.split("?", 1)[0]
        check(f"{name}: nothing without a token", refused(lambda: WebMapService(plain, version=version)) != "")

print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
