"""MapProxy, unmodified: maps, tiles and what is at a point, of map and image services as its sources; a cache is seeded.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import io
import json
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
import requests  # noqa: E402
import yaml  # noqa: E402
from mapproxy.wsgiapp import make_wsgi_app  # noqa: E402
from PIL import Image  # noqa: E402
from werkzeug.test import Client  # noqa: E402
from checks import check, end, impossible  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
work = tempfile.TemporaryDirectory()
services = f'{ready["https"]}/arcgis/rest/services'
login = {"username": "viewer", "password": "viewer", "client": "requestip", "f": "json"}
token = requests.post(f'{ready["portal"]}/sharing/rest/generateToken', data=login, timeout=20).json()["token"]


def source(url, *, layers=None, transparent=True, **more):
    request = {"url": url, "transparent": transparent}
    if layers:
        request["layers"] = layers
    opts = {"featureinfo": True, "featureinfo_return_geometries": True, "featureinfo_tolerance": 10}
    return {"type": "arcgis", "req": request, "opts": opts, "supported_srs": ["EPSG:3857", "EPSG:4326"], **more}


sources = {
    "plain": source(f'{ready["http"]}/arcgis/rest/services/Open/Travel/MapServer', layers="show:0,1"),
    "all": source(f"{services}/Open/Travel/MapServer"),
    "one": source(f"{services}/Open/Travel/MapServer/export", layers="show:1"),
    "white": source(f"{services}/Open/Travel/MapServer", layers="show:0", transparent=False),
    # A token as people give it: in the address, or in a header.
    "secured": source(f"{services}/Travel/MapServer?token={token}", layers="show:0"),
    "header": source(f"{services}/Travel/MapServer", layers="show:0",
                     http={"headers": {"X-Esri-Authorization": f"Bearer {token}"}}),
    "refused": source(f"{services}/Travel/MapServer", layers="show:0"),
    "image": source(f"{services}/Quarters/ImageServer"),
    # An ImageServer has no export; the client asks exportImage, since mapproxy#235.
    "mistaken": source(f"{services}/Quarters/ImageServer/export/"),
    "tiles": {"type": "tile", "url": f"{services}/Open/Tiles/MapServer/tile/%(z)s/%(y)s/%(x)s", "grid": "from_above",
              # Beyond the cache there is no tile.
              "on_error": {404: {"response": "transparent", "cache": False}}},
}
cached = ("one", "image", "tiles")
configuration = {
    "services": {"wms": {"md": {"title": "x"}, "srs": ["EPSG:3857", "EPSG:4326"], "featureinfo_types": ["json", "text", "html"]},
                 "tms": None, "wmts": None},
    "layers": [{"name": name, "title": name, "sources": [f"{name}_cache" if name in cached else name]} for name in sources],
    "sources": sources,
    "caches": {f"{name}_cache": {
        "sources": [name], "grids": ["from_above"], "format": "image/png", "meta_size": [1, 1], "meta_buffer": 0} for name in cached},
    # The first row is the upper one, as in caches of map services.
    "grids": {"from_above": {"base": "GLOBAL_WEBMERCATOR", "origin": "nw"}},
    "globals": {"cache": {"base_dir": f"{work.name}/cache", "lock_dir": f"{work.name}/locks", "tile_lock_dir": f"{work.name}/tile_locks"},
                "http": {"ssl_ca_certs": os.environ["REQUESTS_CA_BUNDLE"], "client_timeout": 20}},
}
path = Path(work.name, "mapproxy.yaml")
path.write_text(yaml.safe_dump(configuration))
proxy = Client(make_wsgi_app(str(path)))


def image(response):
    assert response.content_type.startswith("image/"), response.data[:300]
    return Image.open(io.BytesIO(response.data)).convert("RGBA")


def drawn(name, srs="EPSG:3857", box="-12000000,4500000,-11000000,5300000", size=(500, 400)):
    return image(proxy.get("/service", query_string={
        "service": "WMS", "version": "1.1.1", "request": "GetMap", "layers": name, "styles": "", "srs": srs, "bbox": box,
        "width": size[0], "height": size[1], "format": "image/png", "transparent": "true"}))


def info(name, kind="application/json", at=(173, 227)):
    return proxy.get("/service", query_string={
        "service": "WMS", "version": "1.1.1", "request": "GetFeatureInfo", "layers": name, "query_layers": name, "styles": "",
        "srs": "EPSG:3857", "bbox": "-12000000,4500000,-11000000,5300000", "width": 500, "height": 400,
        "x": at[0], "y": at[1], "info_format": kind, "format": "image/png"})


red = (200, 0, 0, 255)
for name in ("plain", "all", "secured", "header"):
    check(f"{name}: Denver's airport", lambda: drawn(name).getpixel((173, 227)) == red)
    check(f"{name}: in degrees too", lambda: drawn(name, "EPSG:4326", "-125,30,-100,50").getpixel((406, 202)) == red)
    found = lambda: json.loads(info(name).data)["results"]  # noqa: E731
    check(f"{name}: what is there", lambda: any("Denver" in row["value"] for row in found()))
    check(f"{name}: with its shape", lambda: all("geometry" in row for row in found()))
    check(f"{name}: only that", lambda: all(row["layerName"] in ("Airports", "States") for row in found()))
check("the ground is clear", lambda: drawn("secured").getpixel((3, 3))[3] == 0)
check("or white", lambda: drawn("white").getpixel((3, 3)) == (255, 255, 255, 255))
check("layers that are not shown", lambda: drawn("one", size=(125, 100)).getpixel((43, 57))[2] > 50)
check("as a page", lambda: b"<html" in info("plain", "text/html").data.lower() and b"Denver" in info("plain", "text/html").data)
check("as text", lambda: b"Denver" in info("plain", "text/plain").data)
check("an image service", lambda: drawn("image", box="-12000000,1000000,-11000000,1800000", size=(125, 100)).getpixel((25, 25))[0] > 150)
check("its pixel", lambda: b"Pixel" in info("image").data)
check("tiles of a cached map", lambda: drawn("tiles", size=(125, 100)).getpixel((62, 50))[3] == 255)
check("a tile by its number", lambda: image(proxy.get("/wmts/one/from_above/3/1/3.png")).size == (256, 256))
check("no token: an error, no image", lambda: b"ServiceException" in proxy.get("/service", query_string={
    "service": "WMS", "version": "1.1.1", "request": "GetMap", "layers": "refused", "styles": "", "srs": "EPSG:3857",
    "bbox": "-12000000,4500000,-11000000,5300000", "width": 50, "height": 40, "format": "image/png"}).data)
check("an image service's export", lambda: drawn("mistaken", box="-12000000,1000000,-11000000,1800000", size=(125, 100)).getpixel((25, 25))[0] > 150)

seeds = {"seeds": {"start": {"caches": ["one_cache", "image_cache"], "grids": ["from_above"], "levels": {"to": 2}}}}
plan = Path(work.name, "seed.yaml")
plan.write_text(yaml.safe_dump(seeds))
seeding = subprocess.run(
    [sys.executable, "-c", "from mapproxy.seed.script import main; main()", "-f", str(path), "-s", str(plan), "-c", "2", "--quiet"],
    capture_output=True, text=True, timeout=300)
made = list(Path(work.name, "cache").rglob("*.png"))
check("seeding ends", lambda: seeding.returncode == 0 or print(seeding.stdout, seeding.stderr))
check("seeded: every tile of three levels, twice", lambda: len(made) >= 2 * (1 + 4 + 16) or print("     ", len(made)))
check("each of them an image", lambda: all(Image.open(tile).size == (256, 256) for tile in made))

work.cleanup()
end()
