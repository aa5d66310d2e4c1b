"""ArcREST_Package 3.5.9 (Esri), unmodified: sign-ins, maps, layers, images, places, the portal's content.

Usage, by Jython: esri.py FOLDER-OF-THE-PACKAGE READY-FILE FOLDER-OF-STAND-INS
"""
import json
import os
import sys

sys.path[:0] = [sys.argv[3], sys.argv[1]]
from jython import check, end, impossible, refused
from arcrest.web._base import BaseWebOperations
# It takes Jython 2.7.3 for a Python before 2.7.9, and then has no context for what it asks without verifying.
BaseWebOperations._verify = True
from arcrest.ags import FeatureLayer, FeatureService, ImageService, MapService
from arcrest.ags._geocodeservice import GeocodeService
from arcrest.ags.server import Server
from arcrest.common.filters import GeometryFilter, LayerDefinitionFilter
from arcrest.common.geometry import Envelope, Point, Polygon
from arcrest.manageorg import Administration
from arcrest.security import AGSTokenSecurityHandler, PortalTokenSecurityHandler

ready = json.load(open(sys.argv[2]))
http = str(ready["http"])
portal, services = http + "/portal", http + "/arcgis/rest/services"


def login(name, password):
    return PortalTokenSecurityHandler(name, password, portal, token_url=portal + "/sharing/rest/generateToken")


def quietly(run):
    """It prints every key that it does not know."""
    shown, sys.stdout = sys.stdout, open(os.devnull, "w")
    try:
        return run()
    finally:
        sys.stdout = shown


def quiet(name, run):
    check(name, lambda: quietly(run))


member = login("viewer", "viewer")
quiet("signed in", lambda: len(member.token) > 40)
quiet("a wrong password", lambda: not login("viewer", "wrong").token)
quiet("at the server itself", lambda: len(AGSTokenSecurityHandler(
    "siteadmin", "siteadmin", token_url=http + "/arcgis/tokens/generateToken").token) > 40)
quiet("services for anybody", lambda: len(Server(services, None).services) >= 4)

layer = FeatureLayer(services + "/Travel/FeatureServer/0", member)
quiet("a layer", lambda: layer.name == "Airports" and layer.objectIdField == "OBJECTID")
quiet("a row", lambda: layer.query(where="IATA='DEN'", out_fields="*").features[0].asDictionary["attributes"]["ICAO"] == "KDEN")
quiet("how many", lambda: layer.query(where="1=1", returnCountOnly=True)["count"] == 300)
quiet("ids", lambda: len(layer.query(where="1=1", returnIDsOnly=True)["objectIds"]) == 300)
around = Polygon([[[-110, 35], [-110, 45], [-100, 45], [-100, 35], [-110, 35]]], 4326)
inside = GeometryFilter(around, spatialFilter="esriSpatialRelIntersects")
quiet("rows of an area", lambda: "DEN" in [row.asDictionary["attributes"]["IATA"] for row in layer.query(where="1=1", geometryFilter=inside).features])
quiet("a condition that is none", lambda: refused(lambda: layer.query(where="NOPE = 1"), "error"))
feature = FeatureService(services + "/Travel/FeatureServer", member)
quiet("its service", lambda: [one.name for one in feature.layers] == ["Airports", "Routes", "Land", "States"])

travel = MapService(services + "/Open/Travel/MapServer")
area = Envelope(-125, 30, -100, 50, wkid=4326)
quiet("a map", lambda: travel.mapName and [one.name for one in travel.layers] == ["Airports", "States"])
quiet("all layers", lambda: [one.name for one in travel.allLayers["layers"]] == ["Airports", "States"])
quiet("a picture", lambda: travel.exportMap(area, size="400,300", image_format="png", layers="show:0", transparent=True, dpi=96)["href"])
quiet("what is there", lambda: travel.identify(
    Point([-104.67, 39.86], 4326), mapExtent="-125,30,-100,50", imageDisplay="400,300,96", tolerance=5, layers="all:0")["results"])
quiet("found", lambda: [row.asDictionary["attributes"]["IATA"] for row in travel.find("Denver", "0", searchFields="NAME")] == ["DEN"])

picture = ImageService(services + "/Quarters/ImageServer")
quiet("an image service", lambda: picture.bandCount == 3)
quiet("its image", lambda: picture.exportImage("-40,-40,40,40", "4326", "4326", f="json", size=[40, 40]).get("href"))
quiet("its pixel", lambda: picture.identify(Point([-104, 1], 4326))["value"].endswith(", 40, 40"))

places = GeocodeService(services + "/World/GeocodeServer")
quiet("a locator", lambda: places.singleLineAddressField["name"] == "SingleLine" and "Suggest" in places.capabilities)
quiet("many addresses", lambda: [row["attributes"]["Status"] for row in places.geocodeAddresses(
    {"records": [{"attributes": {"OBJECTID": 1, "SingleLine": "1411 E Mission Ave"}}]})["locations"]] == ["M"])

organization = Administration(portal, member)
quiet("the portal", lambda: organization.portals.portalSelf.name and organization.portals.portalSelf.isPortal)
quiet("a user", lambda: organization.community.users.user("viewer").fullName == "viewer")
airports = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
quiet("an item", lambda: organization.content.getItem(airports).title == "Airports of the world")
quiet("its data", lambda: organization.content.getItem(airports).itemData()["operationalLayers"][0]["title"] == "Airports")
quiet("the administrator's services", lambda: len(Server(services, login("portadmin", "portadmin")).admin.services.services) >= 4)

impossible("ArcREST_Package 3.5.9 by Python 3: async is a parameter of its functions, a syntax error since Python 3.7; Jython runs it")
impossible("ArcREST_Package 3.5.9: uploads in parts and geoenrichment: mmap and numpy, which Jython lacks, are empty stand-ins")
end()
