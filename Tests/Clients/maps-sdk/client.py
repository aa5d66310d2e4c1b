"""ArcGIS Maps SDK for JavaScript 4.33 in a Chromium without a window, as PyPI's arcgis-mapping carries it: its map widget, unmodified.

Usage: client.py READY-FILE FOLDER, which has arcgis-mapping; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import base64
import http.server
import io
import json
import sys
import threading
import time
from pathlib import Path

import requests
from PIL import Image
from checks import check, end, impossible
from webdriver import Browser

ready = json.load(open(sys.argv[1], encoding="utf-8"))
widget = next(Path(sys.argv[2]).glob("arcgis/map/static/map_widget.js"))
control = ready["control"]


class Pages(http.server.BaseHTTPRequestHandler):
    """The page and the SDK, from an origin of their own. Texts of its widgets are not in the package: they are empty."""

    def do_GET(self):
        path = {"/map_widget.js": widget, "/page.html": Path(__file__).with_name("page.html")}.get(self.path)
        body = path.read_bytes() if path else b"{}" if self.path.split("?")[0].endswith(".json") else None
        self.send_response(404 if body is None else 200)
        kind = {"js": "text/javascript", "html": "text/html", "json": "application/json"}
        self.send_header("Content-Type", kind.get(self.path.split("?")[0].rpartition(".")[2], "text/plain"))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *arguments):
        pass


pages = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
threading.Thread(target=pages.serve_forever, daemon=True).start()
origin = f"http://127.0.0.1:{pages.server_port}"
portal, server = ready["portal"], ready["servers"]["gis"]
login = {"username": "viewer", "password": "viewer", "client": "referer", "referer": origin, "f": "json"}
token = requests.post(f"{portal}/sharing/rest/generateToken", data=login, timeout=20).json()["token"]
items = requests.get(f"{portal}/sharing/rest/search", {"q": 'type:"Web Map"', "f": "json", "token": token}, headers={"Referer": origin}, timeout=20).json()["results"]
webmap = requests.get(f"{portal}/sharing/rest/content/items/{items[0]['id']}/data", {"f": "json", "token": token}, headers={"Referer": origin}, timeout=20).json()


layer = "/arcgis/rest/services/Airports/FeatureServer/0"


def came(path, **wanted):
    """The requests that came to a path, without preflights."""
    got = requests.get(f"{control}/requests", {"path": path, "limit": 1000, **wanted}, timeout=20).json()["requests"]
    return [each for each in got if each["method"] != "OPTIONS"]


def drawn():
    """The pixels of a layer's symbols in a picture of the page: blue, as the SDK draws points without a renderer."""
    shot = Image.open(io.BytesIO(base64.b64decode(browser.get("screenshot")))).convert("RGB")
    return sum(1 for red, green, blue in shot.crop((0, 60, 600, 400)).get_flattened_data() if red < 60 and 90 < green < 160 and blue > 150)


def shown(webmap, *signed_in):
    """A page of its own that shows a web map."""
    requests.delete(f"{control}/requests", timeout=20)
    browser.open(f"{origin}/page.html")
    return browser.promised("show", webmap, f"{portal}/sharing/rest/", *signed_in)


def kept(name, seconds=90):
    """What the widget told the notebook last, once it did."""
    return json.loads(until(lambda: browser.run("return kept(arguments[0])", name), seconds) or "null")


def until(test, seconds=90):
    began = time.monotonic()
    while not (got := test()) and time.monotonic() - began < seconds:
        time.sleep(0.5)
    return got


def mapped(kind, field):
    """The renderer that smart mapping makes, or its error."""
    browser.run("set('_smart_mapping_params', arguments[0])", {"type": kind, "layerId": "airports", "field": field})
    return kept("_smart_mapping_renderer")


browser = Browser("--enable-unsafe-swiftshader", "--use-angle=swiftshader", "--ignore-gpu-blocklist")
try:
    shown(webmap, token, "viewer")
    check("the portal, with the token", lambda: until(lambda: came("/portal/sharing/rest/portals/self"))[0]["response"]["status"] == 200)
    check("who is signed in", lambda: until(lambda: came("/portal/sharing/rest/community/self")))
    check("the layer refuses without a token, and the SDK reads why", lambda: came(layer)[0]["because"]["rule"] == "token.required")
    check("it finds the server's portal, and gets a token for the server", lambda: len(came("/portal/sharing/rest/generateToken")) == 1)
    check("with it the layer is read", lambda: came(layer)[-1]["because"] is None and "token=" in came(layer)[-1]["target"])
    check("its features, by pbf", lambda: until(lambda: [q for q in came(layer + "/query") if "f=pbf" in q["target"] and q["response"]["status"] == 200]))
    check("the view stands", lambda: kept("_view_state")["extent"]["spatialReference"]["wkid"] == 102100)
    check("points are drawn", lambda: until(lambda: drawn() > 2000))
    browser.run("set('_view_state', {center: [48.2, 16.37], scale: 2e7})")
    check("it goes elsewhere", lambda: abs(kept("_view_state")["scale"] - 2e7) < 1e5 and abs(kept("_view_state")["center"][0] - 48.2) < 0.1)
    check("and draws there", lambda: until(lambda: 100 < drawn() < 2000))

    # Renderers that the SDK makes of what the layer says of its values.
    countries = mapped("uniqueValues", "COUNTRY")["uniqueValueGroups"][0]["classes"]
    check("unique values, by statistics in groups", lambda: countries[0]["values"] == [["US"]] and len(countries) > 5)
    check("classes of colors, by generateRenderer", lambda: len(mapped("classBreaksColor", "ELEVATION")["classBreakInfos"]) == 5)
    check("the server's generateRenderer was asked", lambda: came(layer + "/generateRenderer")[0]["response"]["status"] == 200)
    sizes = mapped("classBreaksSize", "ELEVATION")["classBreakInfos"]
    check("classes of sizes, of the least value and the greatest", lambda: sizes[0]["label"].startswith("-11 ") and sizes[-1]["classMaxValue"] == 8502)
    steady = {each["field"]: each for each in mapped("univariateColorSize", "ELEVATION")["visualVariables"] if each["type"] == "sizeInfo"}
    check("color and size, by statistics", lambda: (steady["ELEVATION"]["minDataValue"], steady["ELEVATION"]["maxDataValue"]) == (-11, 8502))
    check("a heat map", lambda: mapped("heatmap", None)["type"] == "heatmap")
    check("a field that the layer does not have", lambda: "Unknown fields: NOPE" in mapped("classBreaksColor", "NOPE")["error"])

    # The geometry engine's program is a file of its own, which the package does not have.
    told = [each for each in browser.run("return told") if "wasm" not in each]
    check("nothing went wrong in the page", lambda: not told or print(told))

    # The server starts anew, and knows its tokens no more. The dialog's texts are missing, and the SDK says so when it wants them.
    requests.post(f"{control}/events", json={"event": "restart-server", "server": "gis"}, timeout=20).raise_for_status()
    browser.run("set('_smart_mapping_params', {type: 'uniqueValues', layerId: 'airports', field: 'CITY'})")
    check("a token that has ended: the SDK asks to sign in", lambda: until(lambda: "signIn" in str(browser.run("return told")))
          and came(layer + "/query", rule="token.undecipherable"))

    public = json.loads(json.dumps(webmap).replace("/Airports/", "/PublicAirports/"))
    shown(public)
    check("a public layer, without a token", lambda: until(lambda: drawn() > 2000) and not any("token=" in each["target"] for each in came("/**")))
    shown(webmap)
    check("a secured one: it reads where its tokens come from", lambda: until(lambda: came("/arcgis/rest/info")) and came(layer)[0]["because"]["rule"] == "token.required")
finally:
    browser.end()

impossible("signing in at its dialog: the texts of the dialog are not in the package")
end()
