"""ArcGIS Maps SDK for JavaScript 4.33 in a Chromium without a window, as PyPI's arcgis-mapping carries it: its map widget, unmodified.

Usage: client.py READY-FILE FOLDER, which has arcgis-mapping; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import base64
import contextlib
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
# Texts of its widgets are not in the package; those that the dialog for signing in cannot do without.
TEXTS = {
    "common": {"auth": {"signIn": "Sign in"}},
    "identity": {"info": "{server} {resource}", "lblItem": "item", "invalidUser": "wrong", "noAuthService": "no service", "lblUser": "User", "lblPwd": "Password",
                 "lblCancel": "Cancel", "lblSigning": "Signing in", "lblOk": "OK"},
}


class Pages(http.server.BaseHTTPRequestHandler):
    """The page and the SDK, from an origin of their own."""

    def do_GET(self):
        path = {"/map_widget.js": widget, "/page.html": Path(__file__).with_name("page.html")}.get(self.path)
        texts = TEXTS.get(self.path.rpartition("/")[2].partition(".")[0].partition("_")[0], {})
        body = path.read_bytes() if path else json.dumps(texts).encode() if self.path.split("?")[0].endswith(".json") else None
        self.send_response(404 if body is None else 200)
        kind = {"js": "text/javascript", "html": "text/html", "json": "application/json"}
        self.send_header("Content-Type", kind.get(self.path.split("?")[0].rpartition(".")[2], "text/plain"))
        self.end_headers()
        # A page that is left does not wait.
        with contextlib.suppress(ConnectionError):
            self.wfile.write(body or b"")

    def log_message(self, *arguments):
        pass


pages = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
threading.Thread(target=pages.serve_forever, daemon=True).start()
origin = f"http://127.0.0.1:{pages.server_port}"
portal = ready["portal"]
login = {"username": "viewer", "password": "viewer", "client": "referer", "referer": origin, "f": "json"}
token = requests.post(f"{portal}/sharing/rest/generateToken", data=login, timeout=20).json()["token"]


def sharing(path, **query):
    return requests.get(f"{portal}/sharing/rest/{path}", {"f": "json", "token": token, **query}, headers={"Referer": origin}, timeout=20).json()


found = sharing("search", q='type:"Web Map"')["results"]
webmap = sharing(f"content/items/{found[0]['id']}/data")
layer = "/arcgis/rest/services/Airports/FeatureServer/0"
described = requests.get(ready["https"] + layer, {"f": "json", "token": token}, headers={"Referer": origin}, timeout=20).json()


def came(path, **wanted):
    """The requests to a path that have an answer, without preflights."""
    got = requests.get(f"{control}/requests", {"path": path, "limit": 1000, **wanted}, timeout=20).json()["requests"]
    return [each for each in got if each["method"] != "OPTIONS" and each["response"]]


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


def dialog():
    return browser.run("return document.querySelectorAll('form calcite-input').length") >= 2


def refused():
    return browser.run("return document.querySelector('form calcite-notice')?.textContent") == TEXTS["identity"]["invalidUser"]


def sign_in(user, password):
    browser.run("""const form = document.querySelector("form"), [user, password] = form.querySelectorAll("calcite-input");
        user.value = arguments[0]; password.value = arguments[1];
        form.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));""", user, password)


browser = Browser("--enable-unsafe-swiftshader", "--use-angle=swiftshader", "--ignore-gpu-blocklist")
try:
    shown(webmap, token, "viewer")
    check("the portal, with the token", lambda: until(lambda: came("/portal/sharing/rest/portals/self"))[0]["response"]["status"] == 200)
    check("who is signed in", lambda: until(lambda: came("/portal/sharing/rest/community/self")))
    check("the layer refuses without a token, and the SDK reads why", lambda: came(layer)[0]["because"]["rule"] == "token.required")
    check("it finds the server's portal, and gets a token for the server", lambda: len(came("/portal/sharing/rest/generateToken")) == 1)
    check("with it the layer is read", lambda: came(layer)[-1]["because"] is None and "token=" in came(layer)[-1]["target"])
    form = "pbf" if "PBF" in described["supportedQueryFormats"] else "json"
    check(f"its features, by {form} as the layer says", lambda: until(lambda: [q for q in came(layer + "/query") if f"f={form}&" in q["target"]
                                                                              and "outFields=OBJECTID" in q["target"] and q["because"] is None]))
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
    check("a token that has ended: the SDK asks to sign in", lambda: until(dialog) and came(layer + "/query", rule="token.undecipherable"))
    sign_in("viewer", "wrong")
    check("a wrong password: the dialog says so", lambda: until(refused) and came("/portal/sharing/rest/generateToken", rule="generate-token.wrong-password"))
    sign_in("viewer", "viewer")
    check("signed in, it goes on with the same request", lambda: kept("_smart_mapping_renderer")["type"] == "uniqueValue" and came(layer + "/query")[-1]["because"] is None)

    public = json.loads(json.dumps(webmap).replace("/Airports/", "/PublicAirports/"))
    shown(public)
    check("a public layer, without a token", lambda: until(lambda: drawn() > 2000) and not any("token=" in each["target"] for each in came("/**")))
    shown(webmap)
    shown(webmap)
    check("a secured one: it reads where its tokens come from, and asks", lambda: until(dialog) and came("/arcgis/rest/info") and came(layer)[0]["because"]["rule"] == "token.required")
    # What the forum thread is about, in the client that it is about.
    sign_in("dirk@CONTOSO", "known-only-to-the-idp")
    check("an ADFS user: the dialog stays and names an invalid user",
          lambda: until(refused) and came("/portal/sharing/rest/generateToken", rule="generate-token.enterprise-login"))
    sign_in("viewer", "viewer")
    check("another user: it is drawn", lambda: until(lambda: drawn() > 2000))
finally:
    browser.end()

# Told once.
if form == "pbf":
    impossible("what needs the SDK's other files, which the package does not have: its workers, its geometry engine, texts and styles of its widgets")
end()
