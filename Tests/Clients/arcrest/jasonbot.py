"""arcrest 10.3 (jasonbot), unmodified: catalog, maps, images, places.

Usage, by Jython: jasonbot.py FOLDER-OF-THE-PACKAGE READY-FILE
"""
import json
import sys

sys.path.insert(0, sys.argv[1])
from jython import check, end, impossible, refused
from arcrest import Catalog, geometry

ready = json.load(open(sys.argv[2]))
services = str(ready["http"]) + "/arcgis/rest/services"
catalog = Catalog(services)
area = geometry.Envelope(-125, 30, -100, 50, geometry.SpatialReference(4326))
denver = geometry.Point(-104.67, 39.86, geometry.SpatialReference(4326))

check("folders and services", lambda: set(catalog.foldernames) == {"Open", "Utilities"} and "World" in catalog.servicenames)
check("a folder", lambda: catalog.Open.servicenames == set(["Travel", "Tiles"]))
check("the release", lambda: catalog.currentVersion == 11.4)
travel = catalog.Open.Travel.MapServer
check("layers", lambda: travel.layernames == ["Airports", "States"] and [layer.name for layer in travel.layers] == travel.layernames)
check("a layer's fields", lambda: "IATA" in [field["name"] for field in travel.layers[0].fields])
check("where it lies", lambda: travel.spatialReference.wkid == 4326 and travel.fullExtent.xmin < -100)
check("formats of images", lambda: "PNG24" in travel.supportedImageFormatTypes)
for shown, at in ((None, "all"), ("show:0", "one"), ("hide:1", "all but one")):
    drawn = travel.ExportMap(area, size="400,300", bboxSR=4326, format="png", layers=shown)
    check("a map: %s" % at, lambda: drawn.data[:4] == b"\x89PNG" and drawn.width == 400 and drawn.extent.xmin <= -125)
check("a map without a ground", lambda: travel.ExportMap(area, size="40,30", transparent=True).href.endswith(".png"))
for layers in ("all", "all:0", "top", "visible:0,1", None):
    found = travel.Identify(denver, layers=layers, tolerance=5, mapExtent=area, imageDisplay="400,300,96").results
    names = [row["attributes"].get("NAME") for row in found]
    check("what is there: layers=%s" % layers, lambda: "Denver International Airport" in names)
check("found by a word", lambda: [row["attributes"]["IATA"] for row in travel.Find("Denver", layers="0", searchFields="NAME").results] == ["DEN"])
check("a tile", lambda: catalog.Open.Tiles.tile(6, 24, 13).data[:4] == b"\x89PNG")
check("beyond the cache", lambda: refused(lambda: catalog.Open.Tiles.tile(9, 0, 0).data, "404"))
check("an image", lambda: catalog.Quarters.ExportImage(area, size="40,30", bboxSR=4326).href.startswith("http"))
check("a place by a line", lambda: catalog.World.FindAddressCandidates(SingleLine="1411 E Mission Ave").candidates[0]["location"].x == -117.3866)
check("a place by its parts", lambda: len(catalog.World.FindAddressCandidates(Address="Mission", City="Spokane").candidates) > 0)
check("an address", lambda: catalog.World.ReverseGeocode("-117.3866,47.6717", 100).City == "Spokane")
check("no address", lambda: refused(lambda: catalog.World.ReverseGeocode("0,0", 100).address, "ERROR 400"))
check("the administrator's token is none for services of a federated server", lambda: refused(
    lambda: Catalog(services, "siteadmin", "siteadmin", generate_token=True), "No folders in catalog root"))
check("a wrong password", lambda: refused(lambda: Catalog(services, "siteadmin", "wrong", generate_token=True), "Could not create token"))

impossible("arcrest 10.3 by Python 3: it calls cgi.parse_qs, which is gone since Python 3.8; Jython runs it unmodified")
impossible("arcrest 10.3 QueryLayer: it sends its own module as geometry: %s" % refused(
    lambda: travel.layers[0].QueryLayer(where="IATA='DEN'"), "ERROR 400"))
end()
