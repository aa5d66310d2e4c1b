"""ArcGIS API for Python, unmodified: rows are taken offline, edited on both sides, synchronized and given back; changes are
extracted; bins of dates and window functions are asked for.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import os
import pathlib
import sqlite3
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")
from arcgis.features import FeatureLayer, FeatureLayerCollection  # noqa: E402
from arcgis.gis import GIS  # noqa: E402
from checks import check, end, raised  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
bundle = {"ca_bundles": [os.environ["REQUESTS_CA_BUNDLE"]]}
gis = GIS(ready["portals"]["portal"], "publisher", "publisher", **bundle)
server, hosted = ready["servers"]["gis"], ready["servers"]["hosted"]
folder = pathlib.Path(tempfile.mkdtemp())
wells = FeatureLayerCollection(f"{server}/rest/services/Wells/FeatureServer", gis)
layer = wells.layers[0]
NEW = "{0F6F1C5B-6E3E-4F0C-9D0B-2D8B0C7A1E10}"
where = {"0": {"queryOption": "useFilter", "where": "IATA IN ('ATL','LAX','ORD')", "useGeometry": "false"}}


def read(made):
    """What a file of a result holds."""
    return made if "layers" in made or "edits" in made else gis._con.get(made["URL"], {"f": "json"})


def names(features):
    return sorted(feature["attributes"]["IATA"] or "" for feature in features)


check("the root says what it can", lambda: wells.properties.syncEnabled and wells.properties.syncCapabilities.supportsPerLayerSync)
check("no replica yet", lambda: wells.replicas.get_list() == [])

# Per replica, as JSON.
made = wells.replicas.create("field day", [0], layer_queries=where, sync_model="perReplica", data_format="json")
check("create: a file by its URL", lambda: made["transportType"] == "esriTransportTypeUrl" and made["URL"])
replica = read(made)
check("create: the rows of the filter", lambda: names(replica["layers"][0]["features"]) == ["ATL", "LAX", "ORD"])
check("create: listed", lambda: [one["replicaName"] for one in wells.replicas.get_list()] == ["field day"])
check("create: its description", lambda: wells.replicas.get(replica["replicaID"])["replicaServerGen"] == replica["replicaServerGen"])
rows = {feature["attributes"]["IATA"]: feature["attributes"] for feature in replica["layers"][0]["features"]}

# On the server: one row changes, one goes.
check("server: an edit", lambda: layer.edit_features(
    updates=[{"attributes": {"OBJECTID": rows["LAX"]["OBJECTID"], "CITY": "by the server"}}],
    deletes=str(rows["ORD"]["OBJECTID"]))["updateResults"][0]["success"])
# On the client: one row is new, and two change, of which the server changed one as well.
edits = [{"id": 0, "features": {
    "adds": [{"attributes": {"GlobalID": NEW, "IATA": "NEW", "NAME": "A field"}, "geometry": {"x": 1, "y": 2, "spatialReference": {"wkid": 4326}}}],
    "updates": [{"attributes": {"GlobalID": rows["ATL"]["GlobalID"], "CITY": "by the client"}},
                {"attributes": {"GlobalID": rows["LAX"]["GlobalID"], "STATE": "by the client"}}], "deleteIds": []}}]
answer = read(wells.replicas.synchronize(
    replica["replicaID"], replica_server_gen=replica["replicaServerGen"], edits=edits, sync_direction="bidirectional",
    return_ids_for_adds=True))
check("synchronize: what came of the client's edits", lambda: answer["responseType"] == "esriReplicaResponseTypeEdits"
      and answer["edits"][0]["addResults"][0]["success"] and [one["success"] for one in answer["edits"][0]["updateResults"]] == [True, True])
check("synchronize: the server's edits, and not the client's own", lambda: names(answer["edits"][0]["features"]["updates"]) == ["LAX"]
      and answer["edits"][0]["features"]["adds"] == [])
check("synchronize: a row that is gone", lambda: answer["edits"][0]["features"]["deleteIds"] == [rows["ORD"]["GlobalID"]])
check("conflict: each side's field stands", lambda: (lambda row: row["CITY"] == "by the server" and row["STATE"] == "by the client")(
    answer["edits"][0]["features"]["updates"][0]["attributes"]))
check("server: it has the client's edits", lambda: layer.query("CITY = 'by the client' OR IATA = 'NEW'", return_count_only=True) == 2)
again = read(wells.replicas.synchronize(
    replica["replicaID"], replica_server_gen=answer["replicaServerGen"], sync_direction="download"))
check("synchronize: nothing is new", lambda: again["edits"][0]["features"] == {"adds": [], "updates": [], "deleteIds": []})
gone = [{"id": 0, "features": {"updates": [{"attributes": {"GlobalID": rows["ORD"]["GlobalID"], "CITY": "late"}}]}}]
late = read(wells.replicas.synchronize(
    replica["replicaID"], replica_server_gen=answer["replicaServerGen"], edits=gone, sync_direction="bidirectional"))
check("conflict: a row that the server deleted", lambda: late["edits"][0]["updateResults"][0]["error"]["code"] == 1011)
check("unregister", lambda: wells.replicas.unregister(replica["replicaID"])["success"] and wells.replicas.get_list() == [])
check("unregister: it is gone", lambda: raised(lambda: wells.replicas.get(replica["replicaID"]), "replicaID"))

# Per layer, by a job.
made = wells.replicas.create("per layer", [0], layer_queries=where, sync_model="perLayer", asynchronous=True, wait=True, out_path=str(folder))
check("async: a job, and its file", lambda: made["status"] == "Completed" and made["download_url"])
second = json.loads(pathlib.Path(made["download_url"]).read_text())
check("per layer: generations", lambda: second["layerServerGens"][0]["id"] == 0 and "replicaServerGen" not in second)
layer.edit_features(updates=[{"attributes": {"OBJECTID": rows["ATL"]["OBJECTID"], "CITY": "again"}}])
per_layer = read(wells.replicas.synchronize(
    second["replicaID"], sync_layers=json.dumps([{**second["layerServerGens"][0], "syncDirection": "download"}]), sync_direction=None))
check("per layer: the server's edit", lambda: names(per_layer["edits"][0]["features"]["updates"]) == ["ATL"])
wells.replicas.unregister(second["replicaID"])

# As a database, without a replica.
made = wells.replicas.create("data", [0], layer_queries=where, sync_model="none", data_format="sqlite", out_path=str(folder))
base = sqlite3.connect(made["download_url"])
check("sqlite: the rows", lambda: sorted(row[0] for row in base.execute("SELECT IATA FROM Airports")) == ["ATL", "LAX"])
check("sqlite: what is in it", lambda: base.execute("SELECT DatasetName, ItemId FROM GDB_ServiceItems").fetchall() == [("Airports", 0)])
check("sqlite: a shape", lambda: len(base.execute("SELECT Shape FROM Airports").fetchone()[0]) == 21)

# Changes without a replica.
check("changes: the root's generation", lambda: FeatureLayerCollection(wells.url, gis).properties.changeTrackingInfo.layerServerGens[0].serverGen > 1)
changes = wells.extract_changes(layers=[0], layer_servergen=[{"id": 0, "serverGen": 1}], return_inserts=True, return_updates=True, return_deletes=True)
check("changes: rows", lambda: names(changes["edits"][0]["features"]["adds"]) == ["NEW"]
      and names(changes["edits"][0]["features"]["updates"]) == ["ATL", "LAX"] and names(changes["edits"][0]["features"]["deletes"]) == ["ORD"])
ids = wells.extract_changes(layers=[0], servergen=[1], return_ids_only=True, return_inserts=True, return_updates=True, return_deletes=True)
check("changes: ids", lambda: ids["edits"][0]["objectIds"]["deletes"] == [rows["ORD"]["OBJECTID"]])
last = ids["layerServerGens"][0]["serverGen"]
check("changes: none since", lambda: wells.extract_changes(layers=[0], servergen=[last], return_ids_only=True, return_updates=True)
      ["edits"][0]["objectIds"] == {"adds": [], "updates": [], "deletes": []})

# What hosted layers reckon.
check("estimates", lambda: FeatureLayer(f"{hosted}/rest/services/Airports/FeatureServer/0", gis).estimates["count"] == 300)
dates = FeatureLayer(f"{hosted}/rest/services/Dates/FeatureServer/0", gis)
count = [{"statisticType": "count", "onStatisticField": "OBJECTID", "outStatisticFieldName": "n"}]
bins = dates.query_date_bins("BUILT", {"calendarBin": {"unit": "year"}}, count)
check("date bins: a year has a bin, with rows or without", lambda: len(bins["features"]) == 71
      and bins["features"][0]["attributes"] == {"boundary": -2240524800000, "n": 1}
      and bins["features"][1]["attributes"]["n"] == 0 and bins["features"][-1]["attributes"]["n"] == 1)
online = GIS(ready["portals"]["online"], "publisher", "publisher", **bundle)
airports = FeatureLayer(f"{hosted}/rest/services/Airports/FeatureServer/0", online)
frame = airports.query_analytics(
    [{"analyticType": "RANK", "onAnalyticField": "ELEVATION", "outAnalyticFieldName": "place", "analyticParameters": {"orderBy": "ELEVATION DESC"}}],
    out_fields="ICAO", analytic_where="place <= 3", future=False)
check("analytics: a frame of pandas", lambda: len(frame) == 3 and sorted(frame["place"]) == [1, 2, 3])
end()
