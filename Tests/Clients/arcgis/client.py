"""ArcGIS API for Python, unmodified: every way of signing in that a portal without a browser allows, the way from a
search to a layer, and what it reads and writes there.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import os
import pathlib
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")
import requests  # noqa: E402
from arcgis.features import FeatureLayer  # noqa: E402
from arcgis.geocoding import geocode, get_geocoders  # noqa: E402
from arcgis.gis import GIS  # noqa: E402
from arcgis.gis.server import ServicesDirectory  # noqa: E402
from arcgis.layers import MapImageLayer  # noqa: E402
from checks import check, end, raised  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
portal, server = ready["portal"], ready["servers"]["gis"]
app = ready["apps"][0]
bundle = {"ca_bundles": [os.environ["REQUESTS_CA_BUNDLE"]]}


def me(gis):
    user = gis.users.me
    return user.username if user else None


def count(gis, service="Airports"):
    layer = FeatureLayer(f"{server}/rest/services/{service}/FeatureServer/0", gis=gis)
    return layer.query(where="1=1", return_count_only=True)


check("anonymous: no user", lambda: me(GIS(portal, **bundle)) is None)
check("anonymous: a public layer", lambda: count(GIS(portal, **bundle), "PublicAirports") == 300)
check("anonymous: a secured layer asks for a token", lambda: raised(lambda: count(GIS(portal, **bundle)), "Token Required"))

user = GIS(portal, "viewer", "viewer", **bundle)
check("name and password (it scrapes the sign-in page)", lambda: me(user) == "viewer")
check("name and password: a secured layer", lambda: count(user) == 300)
check("name and password: version", lambda: user.version[0] == 2024)
check("the name in other letters", lambda: me(GIS(portal, "VIEWER", "viewer", **bundle)) == "viewer")
# The client tries everything twice: five failures lock an account, so each wrong password is another user's.
check(
    "a wrong password",
    lambda: raised(lambda: GIS(portal, "publisher", "wrong", **bundle).users.me, "Invalid username or password"),
)

generated = GIS(portal, "portadmin", "portadmin", use_gen_token=True, **bundle)
check("use_gen_token", lambda: me(generated) == "portadmin")
check("use_gen_token: a secured layer", lambda: count(generated) == 300)
check(
    "use_gen_token: a wrong password",
    lambda: raised(lambda: me(GIS(portal, "portadmin", "wrong", use_gen_token=True, **bundle)), "Unable to generate token."),
)
check(
    "use_gen_token: the enterprise user is refused",
    lambda: raised(
        lambda: me(GIS(portal, "dirk@CONTOSO", "known-only-to-the-idp", use_gen_token=True, **bundle)),
        "Invalid username or password.",
    ),
)
check(
    "the enterprise user is refused by the sign-in page",
    lambda: raised(
        lambda: me(GIS(portal, "dirk@CONTOSO", "known-only-to-the-idp", **bundle)), "Invalid username or password"
    ),
)

own = GIS(portal, client_id=app["clientId"], client_secret=app["clientSecret"], **bundle)
check("an app for itself: no user", lambda: me(own) is None)
check("an app for itself: a secured layer", lambda: count(own) == 300)

code = GIS(portal, "viewer", "viewer", client_id=app["clientId"], **bundle)
check("code by client id, name and password", lambda: me(code) == "viewer")
check("code: a secured layer", lambda: count(code) == 300)
refresh = getattr(code._con._session.auth, "_refresh_token", None)
check("code: a refresh token came", lambda: refresh)
check("a refresh token for a password", lambda: me(GIS(portal, client_id=app["clientId"], password=refresh, **bundle)) == "viewer")
token = user._con.token or code._con.token
check("a token", lambda: me(GIS(portal, token=token, **bundle)) == "viewer")

admin = GIS(portal, "portadmin", "portadmin", **bundle)
found = admin.content.search("airports", item_type="Web Map")
check("search: the web map", lambda: [item.title for item in found] == ["Airports of the world"])
check("search: both items of a service", lambda: len(admin.content.search('title:"Airports" -type:"Web Map"')) == 2)
check("search: only what is shared", lambda: [i.title for i in GIS(portal, **bundle).content.search("*")] == ["PublicAirports"] * 2)
check("item: by id", lambda: admin.content.get(found[0].id).owner == "portadmin")
layer_url = found[0].get_data()["operationalLayers"][0]["url"]
check("item: its data name the layer", lambda: layer_url == f"{server}/rest/services/Airports/FeatureServer/0")
collection = admin.content.search("airports", item_type="Feature Layer")[0]
check("item: layers of a feature service", lambda: collection.layers[0].properties.name == "Airports")
check("item: nobody is told of it", lambda: GIS(portal, **bundle).content.get(found[0].id) is None)
check("item: no comments, nothing depends on it", lambda: found[0].comments == [] and found[0].dependencies.properties["items"] == [])
check("item: is done", lambda: found[0].status()["status"] == "completed")
check("users: me", lambda: admin.users.me.role == "org_admin" and "portal:admin:viewUsers" in admin.users.me.privileges)
check("users: found", lambda: [u.username for u in admin.users.search("viewer")] == ["viewer"])
check("users: what is mine", lambda: [i.title for i in admin.users.me.items()].count("Airports") == 2)
check("groups: none", lambda: admin.groups.search("*") == [])
check("servers", lambda: admin.servers["servers"][0]["url"] == server)
check("admin.servers", lambda: len(admin.admin.servers.list()) == 1)
made = admin.content.add({"title": "Made here", "type": "Web Map", "text": "{}", "tags": "made"})
check("content: an item is added", lambda: admin.content.get(made.id).title == "Made here")
check("content: and found", lambda: len(admin.content.search("tags:made")) == 1)
check("content: and changed", lambda: made.update({"snippet": "new"}) and admin.content.get(made.id).snippet == "new")
check("content: shared", lambda: made.share(org=True) and user.content.get(made.id) is not None)
check("content: and deleted", lambda: made.delete() and admin.content.get(made.id) is None)

layer = FeatureLayer(layer_url, gis=user)
check("layer: properties", lambda: layer.properties.geometryType == "esriGeometryPoint" and layer.properties.maxRecordCount)
check("layer: all rows", lambda: len(layer.query().features) == 300)
check("layer: some rows", lambda: len(layer.query(where="OBJECTID > 10 AND OBJECTID <= 20").features) == 10)
check("layer: ids", lambda: len(layer.query(return_ids_only=True)["objectIds"]) == 300)
check("layer: a data frame", lambda: layer.query(as_df=True).shape[0] == 300)
check("layer: a field that is not there", lambda: raised(lambda: layer.query(where="nope = 1"), "400"))
small = FeatureLayer(f"{server}/rest/services/Small/FeatureServer/0", gis=user)
check("layer: more rows than one answer holds", lambda: len(small.query().features) == 300)
picture = MapImageLayer(f"{server}/rest/services/Airports/MapServer", gis=user)
check("map: properties and layers", lambda: picture.properties.mapName and picture.layers[0].properties.name == "Airports")
check("map: legend", lambda: picture.legend["layers"][0]["legend"][0]["imageData"])
own_token = {"X-Esri-Authorization": f"Bearer {token}"}
exported = picture.export_map(bbox="-180,-90,180,90", size="600,550", dpi=200)
check("map: export names a picture", lambda: (exported["width"], exported["height"]) == (600, 550) and exported["href"].startswith(server))
check("map: which can be loaded", lambda: requests.get(exported["href"], headers=own_token, timeout=20).content.startswith(b"\x89PNG"))
asked = {"geometry": {"x": -118.4, "y": 33.94}, "map_extent": "-180,-90,180,90", "image_display": "600,550,96"}
hits = picture.identify(**asked, geometry_type="Point", layers="all", tolerance=5)
check("map: identify", lambda: hits["results"][0]["layerName"] == "Airports")

editable = FeatureLayer(f"{server}/rest/services/Editable/FeatureServer/0", gis=user)
row = {"attributes": {"IATA": "NEW"}, "geometry": {"x": 1, "y": 2}}
added = editable.edit_features(adds=[row])["addResults"][0]
check("edits: a row is added", lambda: added["success"] and editable.query(return_count_only=True) == 301)
change = {"attributes": {"OBJECTID": added["objectId"], "IATA": "OLD"}}
check("edits: changed", lambda: editable.edit_features(updates=[change])["updateResults"][0]["success"])
check("edits: as a query sees", lambda: editable.query(where="IATA = 'OLD'").features[0].attributes["OBJECTID"] == added["objectId"])
check("edits: and deleted", lambda: editable.edit_features(deletes=str(added["objectId"]))["deleteResults"][0]["success"])
check("edits: as they were", lambda: editable.query(return_count_only=True) == 300)
two = [{"attributes": {"IATA": "TWO"}, "geometry": {"x": 1, "y": 2}}, {"attributes": {"ELEVATION": "high"}}]
check("edits: one that fails takes the other back", lambda: raised(lambda: editable.edit_features(adds=two), "rolled back"))
check("edits: or not, if asked", lambda: [r["success"] for r in editable.edit_features(adds=two, rollback_on_failure=False)["addResults"]] == [True, False])
check("edits: calculated", lambda: editable.calculate("IATA = 'TWO'", [{"field": "ELEVATION", "value": 7}])["updatedFeatureCount"] == 1)
check("edits: by a clause", lambda: editable.delete_features(where="ELEVATION = 7 AND IATA = 'TWO'")["success"])
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "note.txt")
    with open(path, "w") as file:
        file.write("hello")
    attached = editable.attachments.add(1, path)["addAttachmentResult"]
    check("attachments: added", lambda: attached["success"])
    check("attachments: listed", lambda: [(a["name"], a["size"]) for a in editable.attachments.get_list(1)] == [("note.txt", 5)])
    os.remove(path)
    saved = editable.attachments.download(oid=1, attachment_id=attached["objectId"], save_path=folder)
    check("attachments: loaded", lambda: pathlib.Path(saved[0]).read_text() == "hello")
    check("attachments: deleted", lambda: editable.attachments.delete(1, attached["objectId"])["deleteAttachmentResults"][0]["success"])

locator = get_geocoders(user)[0]
check("locator: found by the portal's helper services", lambda: geocode("Mission Park", geocoder=locator)[0]["location"]["x"] == -117.3833)

# It takes no authority of its own, so it does not verify.
named = ServicesDirectory(server, "viewer", "viewer", verify_cert=False)
check("services directory: name and password, by the portal's token service", lambda: len(named.list()) == 9)
services = ServicesDirectory(server, portal_connection=GIS(portal, "viewer", "viewer", use_gen_token=True, **bundle))
check("services directory: through a portal's session", lambda: len(services.list()) == 9)

end()
