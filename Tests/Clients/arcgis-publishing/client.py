"""ArcGIS API for Python, unmodified: files are uploaded, whole and in parts, published, changed, shared and deleted.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import io
import json
import os
import pathlib
import struct
import sys
import tempfile
import warnings
import zipfile

warnings.filterwarnings("ignore")
from arcgis.features import FeatureLayer, FeatureLayerCollection  # noqa: E402
from arcgis.gis import GIS, ItemProperties, ItemTypeEnum  # noqa: E402
from checks import check, end, impossible, raised  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
portal, server = ready["portal"], ready["servers"]["gis"]
bundle = {"ca_bundles": [os.environ["REQUESTS_CA_BUNDLE"]]}
gis = GIS(portal, "publisher", "publisher", **bundle)
admin = GIS(portal, "portadmin", "portadmin", **bundle)
viewer = GIS(portal, "viewer", "viewer", **bundle)
folder = pathlib.Path(tempfile.mkdtemp())


def file(name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def properties(title, kind, **more):
    return ItemProperties(title=title, item_type=kind, tags=["made"], **more)


places = {"type": "FeatureCollection", "features": [
    {"type": "Feature", "geometry": {"type": "Point", "coordinates": [x, 50]}, "properties": {"name": f"P{x}", "size": x}}
    for x in range(3)]}
root = gis.content.folders.get()

# Uploads.
trees = root.add(properties("Trees", ItemTypeEnum.GEOJSON), file=file("trees.geojson", json.dumps(places))).result()
check("upload: a file", lambda: trees.type == "GeoJson" and trees.size > 100 and trees.name == "trees.geojson")
check("upload: its data", lambda: json.loads(pathlib.Path(trees.download(str(folder / "down"))).read_text()) == places)
check("upload: the name again", lambda: raised(
    lambda: root.add(properties("Once more", ItemTypeEnum.GEOJSON), file=str(folder / "trees.geojson"), stream=True).result(), "already exists"))
large = b"x" * (6 * 1024 * 1024)
big = root.add(properties("Big", ItemTypeEnum.PDF), file=file("big.pdf", large)).result()
check("upload: more than 5 MB, in parts", lambda: big.size == len(large))
streamed = root.add(properties("Streamed", ItemTypeEnum.PDF), file=file("streamed.pdf", large), stream=True, upload_file_size=2 * 1024 * 1024).result()
check("upload: streamed", lambda: streamed.size == len(large))
note = root.add(properties("A map", ItemTypeEnum.WEB_MAP), text="{\"version\":\"2.0\"}").result()
check("upload: a text", lambda: note.get_data()["version"] == "2.0")
link = root.add(properties("A link", ItemTypeEnum.WEB_MAPPING_APPLICATION), url="https://example.com/app").result()
check("upload: a URL", lambda: link.url == "https://example.com/app")
old = gis.content.add({"title": "Old way", "type": "CSV", "tags": "made"}, data=file("old.csv", "name,lat,lon\na,1,2\nb,3,4\n"))
check("upload: as before 2.4", lambda: old.type == "CSV" and old.name == "old.csv")

# Publishing.
hosted = trees.publish()
check("publish: GeoJSON", lambda: hosted.type == "Feature Service" and hosted.owner == "publisher")
check("publish: its rows", lambda: len(hosted.layers[0].query().features) == 3)
check("publish: their fields", lambda: [f["name"] for f in hosted.layers[0].properties.fields] == ["OBJECTID", "name", "size"])
check("publish: the name again", lambda: raised(trees.publish, "already exists"))
check("publish: is related", lambda: [i.id for i in hosted.related_items("Service2Data", "forward")] == [trees.id])
check("publish: the other way", lambda: [i.id for i in trees.related_items("Service2Data", "reverse")] == [hosted.id])
check("publish: nobody else sees it", lambda: raised(lambda: viewer.content.get(hosted.id), "permissions"))
table = old.publish()
check("publish: CSV with coordinates", lambda: table.layers[0].properties.geometryType == "esriGeometryPoint" and table.layers[0].query(where="name='b'").features[0].geometry["x"] == 4)


def shapefile():
    """One square, by hand: .shp, .dbf and .prj in a ZIP archive."""
    ring = [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]
    shape = struct.pack("<i4dii", 5, 0, 0, 1, 1, 1, 5) + struct.pack("<i", 0) + b"".join(struct.pack("<2d", *p) for p in ring)
    record = struct.pack(">ii", 1, len(shape) // 2) + shape
    head = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, (100 + len(record)) // 2) + struct.pack("<ii8d", 1000, 5, 0, 0, 1, 1, 0, 0, 0, 0)
    fields = b"NAME".ljust(11, b"\0") + b"C" + b"\0" * 4 + bytes([10, 0]) + b"\0" * 14
    fields += b"COUNT".ljust(11, b"\0") + b"N" + b"\0" * 4 + bytes([5, 0]) + b"\0" * 14
    dbf = bytes([3, 126, 1, 1]) + struct.pack("<iHH", 1, 32 + len(fields) + 1, 16) + b"\0" * 20 + fields + b"\r"
    dbf += b" " + b"Square".ljust(10) + b"    7" + b"\x1a"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("squares.shp", head + record)
        archive.writestr("squares.dbf", dbf)
        archive.writestr("squares.prj", 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]]]')
    return out.getvalue()


squares = root.add(properties("Squares", ItemTypeEnum.SHAPEFILE), file=file("squares.zip", shapefile())).result().publish()
check("publish: a shapefile", lambda: [(f.attributes["NAME"], f.attributes["COUNT"]) for f in squares.layers[0].query().features] == [("Square", 7)])
check("publish: as areas", lambda: squares.layers[0].properties.geometryType == "esriGeometryPolygon")
packed = root.add(properties("Roads", ItemTypeEnum.SERVICE_DEFINITION), file=file("Roads.sd", b"7z")).result().publish()
check("publish: a service definition, whose layers the scenario names", lambda: [layer.properties.name for layer in packed.layers] == ["Roads"])
check("publish: who may not", lambda: raised(lambda: viewer.content.create_service("mine", service_type="featureService"), "permission"))

# What is published is there.
hosted.layers[0].container.manager.update_definition({"capabilities": "Create,Delete,Query,Update,Editing"})
layer = FeatureLayer(hosted.layers[0].url, gis=gis)
check("edit: rows", lambda: layer.edit_features(adds=[{"attributes": {"name": "P9", "size": 9}, "geometry": {"x": 9, "y": 50}}])["addResults"][0]["success"])
check("edit: as a query sees", lambda: layer.query(return_count_only=True) == 4)
check("definition: a field more", lambda: layer.manager.add_to_definition({"fields": [{"name": "note", "type": "esriFieldTypeString", "alias": "Note", "length": 50}]})["success"])
check("definition: it is there", lambda: "note" in [f["name"] for f in FeatureLayer(layer.url, gis=gis).properties.fields])
check("definition: an alias", lambda: layer.manager.update_definition({"fields": [{"name": "note", "alias": "Remark"}]})["success"])
check("definition: and no more", lambda: layer.manager.delete_from_definition({"fields": [{"name": "note"}]})["success"])
check("definition: it is gone", lambda: "note" not in [f["name"] for f in FeatureLayer(layer.url, gis=gis).properties.fields])
check("definition: a layer more", lambda: FeatureLayerCollection(hosted.url, gis).manager.add_to_definition({"layers": [
    {"id": 1, "name": "More", "type": "Feature Layer", "geometryType": "esriGeometryPoint", "fields": [{"name": "OBJECTID", "type": "esriFieldTypeOID"}, {"name": "name", "type": "esriFieldTypeString", "length": 20}]}]})["success"])
check("definition: later", lambda: layer.manager.update_definition({"description": "Trees of the town"}, future=True).result()["status"] == "Completed")
check("append: a file of the portal", lambda: layer.append(item_id=trees.id, upload_format="geojson") is True)
check("append: its rows are there", lambda: layer.query(return_count_only=True) == 7)
check("append: a feature collection", lambda: layer.append(upload_format="featureCollection", edits={"layerDefinition": {"geometryType": "esriGeometryPoint"}, "featureSet": {"features": [{"attributes": {"name": "E"}, "geometry": {"x": 1, "y": 1}}]}}) is True)
check("truncate", lambda: layer.manager.truncate()["success"] and layer.query(return_count_only=True) == 0)
check("truncate: later", lambda: layer.manager.truncate(asynchronous=True)["status"] == "Completed")
made = gis.content.create_service("Empty_one", service_type="featureService", create_params={"name": "Empty_one", "capabilities": "Query,Create"})
check("create service", lambda: made.type == "Feature Service" and made.layers == [])
check("create service: the name again", lambda: not gis.content.is_service_name_available("Empty_one", "featureService"))

# Overwritten, exported, changed.
check("overwrite", lambda: FeatureLayerCollection(table.url, gis).manager.overwrite(file("old.csv", "name,lat,lon\nc,5,6\n"))["success"])
check("overwrite: its rows", lambda: [f.attributes["name"] for f in FeatureLayer(table.layers[0].url, gis=gis).query().features] == ["c"])
exported = table.export("Old as GeoJSON", "GeoJson")
check("export: GeoJSON", lambda: exported.get_data()["features"][0]["properties"]["name"] == "c" if isinstance(exported.get_data(), dict) else json.loads(pathlib.Path(exported.get_data()).read_text())["features"][0]["properties"]["name"] == "c")
check("analyze", lambda: gis.content.analyze(text="name,lat,lon\nc,5,6\n", file_type="csv")["publishParameters"]["latitudeFieldName"] == "lat")
check("generate", lambda: gis.content.generate(item=old, publish_parameters={"name": "x"}, future=False)["featureCollection"]["layers"][0]["featureSet"]["features"][0]["attributes"]["name"] == "c")
check("update: properties", lambda: hosted.update({"snippet": "Trees", "tags": "a,b"}) and gis.content.get(hosted.id).tags == ["a", "b"])
check("update: a thumbnail", lambda: hosted.update(thumbnail=file("t.png", b"\x89PNG\r\n\x1a\n1234")) and gis.content.get(hosted.id).get_thumbnail().startswith(b"\x89PNG"))
check("update: a file", lambda: big.update(data=file("smaller.pdf", b"small")) and gis.content.get(big.id).size == 5)
check("update: a file in parts", lambda: big.update(data=file("larger.pdf", b"y" * int(2.6e7))) and gis.content.get(big.id).size == int(2.6e7))
impossible("update_info: the client sends the path of the file, and no file")
check("protect", lambda: hosted.protect(True)["success"] and raised(hosted.delete, "protection"))
check("protect: no more", lambda: hosted.protect(False)["success"] and hosted.can_delete)

# Folders.
maps = gis.content.folders.create("Maps")
check("folder: created", lambda: maps.name == "Maps")
check("folder: move", lambda: hosted.move(maps)["success"] and gis.content.get(hosted.id).ownerFolder == maps.properties["id"])
inside = maps.add(properties("Inside", ItemTypeEnum.CSV), file=file("inside.csv", "name,lat,lon\nz,1,1\n")).result()
check("folder: add", lambda: inside.ownerFolder == maps.properties["id"])
within = inside.publish()
check("folder: publish", lambda: within.ownerFolder == maps.properties["id"] and within.layers[0].query(return_count_only=True) == 1)
check("folder: renamed", lambda: maps.rename("Charts") and gis.content.get(inside.id).ownerFolder == maps.properties["id"])

# Sharing, giving away, deleting.
check("share: with the organization", lambda: setattr(hosted.sharing, "sharing_level", "ORGANIZATION") is None and viewer.content.get(hosted.id) is not None)
check("share: and its layer", lambda: FeatureLayer(layer.url, gis=viewer).query(return_count_only=True) == 0)
group = admin.groups.create("Team", tags="team")
group.add_users(["publisher", "viewer"])
check("share: with a group", lambda: setattr(within.sharing, "sharing_level", "PRIVATE") is None and within.sharing.groups.add(gis.groups.get(group.id)))
check("share: which sees it", lambda: FeatureLayer(within.layers[0].url, gis=viewer).query(return_count_only=True) == 1)
check("reassign", lambda: admin.content.get(note.id).reassign_to("viewer") and viewer.content.get(note.id).owner == "viewer")
check("delete: an item", lambda: hosted.delete() and gis.content.get(hosted.id) is None)
check("delete: and its service", lambda: raised(lambda: FeatureLayer(layer.url, gis=gis).query(), "not found"))
check("delete: several", lambda: gis.content.delete_items([big, streamed]) and gis.content.get(big.id) is None)
check("delete: a folder", lambda: maps.delete() and gis.content.get(inside.id) is None)

end()
