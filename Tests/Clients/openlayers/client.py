"""OpenLayers, unmodified, in a Chromium without a window: MapProxy's, and that of 2013 which Debian has.

Usage: client.py READY-FILE READY-FILE: of the scenario of services, and of that of layers in local systems;
REQUESTS_CA_BUNDLE names a file with the authorities' certificates.
"""
import functools
import http.server
import json
import sys
import threading
from pathlib import Path

import mapproxy
import requests
from checks import check, end, impossible
from webdriver import Browser

ready, local = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
files = {
    "/ol.js": Path(mapproxy.__file__).with_name("service") / "templates/demo/static/ol.js",
    "/OpenLayers.js": Path("/usr/share/javascript/openlayers/OpenLayers.min.js"),
    "/modern.html": Path(__file__).with_name("modern.html"), "/old.html": Path(__file__).with_name("old.html"),
    "/local.html": Path(__file__).with_name("local.html"),
}


class Pages(http.server.BaseHTTPRequestHandler):
    """The pages, from an origin of their own."""

    def do_GET(self):
        path = files.get(self.path)
        self.send_response(200 if path else 404)
        self.send_header("Content-Type", "text/javascript" if self.path.endswith(".js") else "text/html")
        self.end_headers()
        if path:
            self.wfile.write(path.read_bytes())

    def log_message(self, *arguments):
        pass


pages = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
threading.Thread(target=pages.serve_forever, daemon=True).start()
origin = f"http://127.0.0.1:{pages.server_port}"
login = {"username": "viewer", "password": "viewer", "client": "referer", "referer": origin, "f": "json"}
token = requests.post(f'{ready["portal"]}/sharing/rest/generateToken', data=login, timeout=20).json()["token"]
services = f'{ready["https"]}/arcgis/rest/services'
opened, secured, tiles = f"{services}/Open/Travel/MapServer", f"{services}/Travel/MapServer", f"{services}/Open/Tiles/MapServer"
wms = f'{ready["https"]}/arcgis/services/Open/Travel/MapServer/WMSServer'


def red(pixel):
    return pixel[0] > 180 and pixel[1] < 40 and pixel[3] > 200


def ground(pixel):
    return pixel[3] > 200 and not red(pixel)


browser = Browser()
try:
    browser.open(f"{origin}/modern.html")
    version = browser.run("return ol.util ? ol.util.VERSION || '' : ''")
    ask = lambda function, *more: browser.promised(function, *more)  # noqa: E731
    check("a map image", lambda: red(ask("image", opened, {})))
    check("layers to show", lambda: ground(ask("image", opened, {"LAYERS": "show:1"})))
    check("layers to hide", lambda: ground(ask("image", opened, {"LAYERS": "hide:0"})))
    check("a definition", lambda: ground(ask("image", opened, {"LAYERDEFS": '{"0": "IATA <> \'DEN\'"}'})))
    check("finer pixels", lambda: red(ask("image", opened, {}, {"hidpi": True})))
    check("map images in tiles", lambda: red(ask("tiled", opened, {})))
    check("with a token", lambda: red(ask("image", secured, {"TOKEN": token})))
    check("no token: an event", lambda: ask("failing", secured, {}) is True)
    check("a bad one: an event", lambda: ask("failing", secured, {"TOKEN": "rubbish"}) is True)
    check("an image service", lambda: ask("raster", f"{services}/Quarters/ImageServer")[0] > 150)
    check("tiles of a cache", lambda: ask("cache", tiles) == [0, 120, 193, 128])
    check("by its own grid", lambda: ask("grid", tiles) == [0, 120, 193, 128])
    check("WMS", lambda: red(ask("wms", wms, {"LAYERS": "1"})))
    for kind in ("MapServer", "FeatureServer"):
        found = ask("rows", f"{services}/Open/Travel/{kind}/0")
        names = [row[1] for row in found]
        check(f"{kind}: points of an area", lambda: "Denver International Airport" in names and len(names) == len(set(names)))
        place = next((row for row in found if "Denver Int" in row[1]), None)
        check(f"{kind}: a point, in meters", lambda: place[2] == "Point" and abs(place[3][0] + 11651477) < 3000)
        check(f"{kind}: areas", lambda: any(row[2] == "Polygon" and row[1] == "Colorado" for row in ask("rows", f"{services}/Open/Travel/{kind}/1")))
        check(f"{kind}: with a condition", lambda: len(ask("rows", f"{services}/Open/Travel/{kind}/0", "&where=IATA%3D%27DEN%27")) == 1)
        check(f"{kind}: a condition that is none", lambda: "failed: " in ask("rows", f"{services}/Open/Travel/{kind}/0", "&where=NOPE"))
        check(f"{kind}: no token", lambda: ask("rows", f"{services}/Travel/{kind}/0") == "failed: Token Required")

    browser.open(f"{origin}/local.html")
    munich = f'{local["https"]}/arcgis/rest/services/Munich/MapServer'
    places = [[11.575488, 48.137225], [11.553757, 48.174444], [11.545747, 48.130578]]
    for asked, system in ((None, "EPSG:25832"), (None, "EPSG:3857"), ("EPSG:25832", "EPSG:3857"), ("EPSG:3857", "EPSG:25832")):
        check(f"a map of zone 32, asked for in {asked or system}, drawn in {system}", lambda: ask("picture", munich, places, asked, system))
    for system in ("EPSG:25832", "EPSG:3857", "EPSG:4326"):
        check(f"rows of zone 32, drawn in {system}", lambda: ask("rows", f"{munich}/0", places, system))

    browser.open(f"{origin}/old.html")
    old = browser.run("return OpenLayers.VERSION_NUMBER")
    check("2: a map image", lambda: red(ask("dynamic", opened, {"layers": "show:0,1"}, {"singleTile": True, "ratio": 1})[0]))
    answer = ask("dynamic", opened, {"layers": "show:0"})
    check("2: in tiles", lambda: red(answer[0]) and answer[1] > 3 and answer[2])
    check("2: other layers", lambda: ground(ask("dynamic", opened, {"layers": "show:1"}, {"singleTile": True})[0]))
    check("2: with a token", lambda: red(ask("dynamic", secured, {"layers": "show:0", "token": token}, {"singleTile": True})[0]))
    check("2: without one, no image", lambda: "failed" in ask("dynamic", secured, {"layers": "show:0"}, {"singleTile": True}))
    check("2: tiles of a cache", lambda: ask("cached", tiles)[0] == [0, 120, 193, 128])
    check("2: WMS", lambda: red(ask("wms", wms, "1")[0]))
    check("2: a filter in the form of its time", lambda: "failed" in ask("filtered", opened, "0", "IATA <> 'DEN'"))
finally:
    browser.end()

impossible(f"OpenLayers {old}: a filter of a layer: it sends layerDefs as 0:CONDITION;, which servers refuse since 10.5")
print(f"OpenLayers {version or 'of MapProxy'} and {old}")
end()
