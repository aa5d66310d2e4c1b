"""What an announcement promises: for each operation which key of which description speaks of it, and how its answer shows that it was done."""
import json

KINDS = ["MapServer", "FeatureServer"]


def has(description, word, key="capabilities"):
    return word.lower() in [part.strip().lower() for part in (description.get(key) or "").split(",")]


def may(description, word):
    """A service of tiles only gives nothing else, whatever words stand beside."""
    return has(description, word) and not has(description, "TilesOnly")


def edits(description, word):
    if may(description, word):
        return True
    return may(description, "Editing") and not any(has(description, one) for one in ("Create", "Update", "Delete"))


def flag(description, name):
    advanced = description.get("advancedQueryCapabilities") or {}
    return advanced.get(name, description.get(name))


class Probe:
    method = "GET"

    def __init__(self, name, path, parameters, announced, done, kinds=KINDS, method="GET"):
        self.name, self.parameters, self.kinds, self.method = name, parameters, kinds, method
        self.path = path if callable(path) else lambda root: path
        self.announced, self._done = announced, done

    def done(self, status, media, body):
        return status == 200 and bool(self._done(media, body or {})) if body is not None or "json" not in media else False


def query(name, wanted, parameters, done, kinds=KINDS):
    def announced(root, layer, release):
        if not may(layer, "Query"):
            return False
        return True if wanted is None else flag(layer, wanted)
    return Probe(name, "0/query", {"where": "1=1", **parameters}, announced, lambda media, body: done(body), kinds)


def statistic(kind, **more):
    return {"outStatistics": json.dumps([{"statisticType": kind, "onStatisticField": "N", "outStatisticFieldName": "C", **more}])}


def value(body):
    rows = body.get("features") or [{}]
    return list((rows[0].get("attributes") or {"": None}).values())[0]


def formats(word, f, done):
    def announced(root, layer, release):
        if not may(layer, "Query"):
            return False
        return has(layer, word, "supportedQueryFormats") if "supportedQueryFormats" in layer else None
    return Probe(f"f={f}", "0/query", {"where": "1=1", "f": f}, announced, done)


def edit(name, word, parameters, done):
    return Probe(name, f"0/{name}", parameters, lambda root, layer, release: edits(layer, word), lambda media, body: done(body), ["FeatureServer"], "POST")


def operation(name, wanted, parameters, done, kinds=KINDS):
    """An operation of a layer that a flag of its description announces."""
    def announced(root, layer, release):
        return flag(layer, wanted) if may(layer, "Query") else False
    return Probe(name, f"0/{name}", parameters, announced, lambda media, body: done(body), kinds)


def offline(name, word, key, parameters, done):
    """An operation of a service that a word of its capabilities announces; releases before it do not have the key."""
    def announced(root, layer, release):
        return None if may(root, word) and key not in root else may(root, word)
    return Probe(name, name, parameters, announced, lambda media, body: done(body), ["FeatureServer"], "POST")


def success(key):
    return lambda body: bool(body.get(key)) and "error" not in body


def deepest(root):
    level = max([one["level"] for one in (root.get("tileInfo") or {}).get("lods", [])] or [0])
    middle = (1 << level) // 2
    return f"tile/{level}/{max(0, middle - 1)}/{middle}"


PROBES = [
    query("query", None, {}, lambda body: len(body.get("features", [])) >= 4),
    query("count", None, {"returnCountOnly": "true"}, lambda body: "count" in body),
    query("statistics", "supportsStatistics", statistic("max"), lambda body: value(body) == 5),
    query("percentiles", "supportsPercentileStatistics", statistic("percentile_disc", statisticParameters={"value": 1}), lambda body: value(body) == 5),
    query("exceedslimit", "supportsExceedsLimitStatistics", statistic("exceedslimit", maxVertexCount=3),
          lambda body: (body.get("features") or [{}])[0].get("attributes") == {"C": 1}),
    query("having", "supportsHavingClause", {**statistic("count"), "having": "COUNT(N) > 99"}, lambda body: body.get("features") == []),
    query("order", "supportsOrderBy", {"orderByFields": "N DESC", "outFields": "N", "returnGeometry": "false"}, lambda body: value(body) == 5),
    query("distinct", "supportsDistinct", {"returnDistinctValues": "true", "outFields": "T", "returnGeometry": "false"},
          lambda body: sorted(row["attributes"]["T"] or "" for row in body.get("features", [])) in (["a", "b", "c"], ["", "a", "b", "c"])),
    query("pages", "supportsPagination", {"resultOffset": "1", "resultRecordCount": "1", "outFields": "OBJECTID", "returnGeometry": "false"},
          lambda body: value(body) == 2 and len(body["features"]) == 1),
    query("extent", "supportsReturningQueryExtent", {"returnExtentOnly": "true"}, lambda body: "extent" in body),
    query("distance", "supportsQueryWithDistance", {"geometry": "-0.5,0.5", "geometryType": "esriGeometryPoint", "distance": "100000", "units": "esriSRUnit_Meter"},
          lambda body: len(body.get("features", [])) == 1),
    query("grid", "supportsCoordinatesQuantization", {"quantizationParameters": '{"mode":"view","tolerance":1}'}, lambda body: "transform" in body),
    query("centroid", "supportsReturningGeometryCentroid", {"returnCentroid": "true"}, lambda body: "centroid" in (body.get("features") or [{}])[0], ["FeatureServer"]),
    formats("geoJSON", "geojson", lambda media, body: body.get("type") == "FeatureCollection"),
    formats("PBF", "pbf", lambda media, body: "protobuf" in media),
    Probe("query of the service", "query", {"layerDefs": '{"0":"1=1"}'}, lambda root, layer, release: may(root, "Query") and may(layer, "Query") if may(root, "Query") == may(layer, "Query") else None,
          lambda media, body: "layers" in body, ["FeatureServer"]),
    Probe("row", "0/1", {}, lambda root, layer, release: may(layer, "Query"), lambda media, body: "feature" in body),
    Probe("attachments", "0/1/attachments", {}, lambda root, layer, release: bool(layer["hasAttachments"]) and may(layer, "Query") if "hasAttachments" in layer else None,
          lambda media, body: "attachmentInfos" in body),
    Probe("export", "export", {"bbox": "-10,-10,10,10"}, lambda root, layer, release: may(root, "Map"), lambda media, body: "href" in body, ["MapServer"]),
    Probe("identify", "identify", {"geometry": "0.5,0.5", "tolerance": "3", "mapExtent": "-10,-10,10,10", "imageDisplay": "400,400,96"},
          lambda root, layer, release: may(root, "Query"), lambda media, body: "results" in body, ["MapServer"]),
    Probe("find", "find", {"searchText": "a", "layers": "0"}, lambda root, layer, release: may(root, "Query"), lambda media, body: "results" in body, ["MapServer"]),
    Probe("tile", "tile/0/0/0", {}, lambda root, layer, release: root.get("singleFusedMapCache"), lambda media, body: media.startswith("image/"), ["MapServer"]),
    Probe("deepest tile", deepest, {}, lambda root, layer, release: True if "tileInfo" in root else None, lambda media, body: media.startswith("image/"), ["MapServer"]),
    Probe("tilemap", "tilemap/0/0/0/1/1", {}, lambda root, layer, release: has(root, "Tilemap"), lambda media, body: len(body.get("data", [])) == 1, ["MapServer"]),
    operation("queryAnalytic", "supportsQueryAnalytic",
              {"outAnalytics": '[{"analyticType":"MAX","onAnalyticField":"N","outAnalyticFieldName":"V"}]', "outFields": "OBJECTID", "returnGeometry": "false"},
              lambda body: bool(body.get("features")) and body["features"][0]["attributes"].get("V") == 5),
    operation("queryBins", "supportsQueryBins", {"bin": '{"type":"autoIntervalBin","onField":"N","parameters":{"numberOfBins":1}}'},
              lambda body: len(body.get("features", [])) == 1, ["FeatureServer"]),
    offline("unRegisterReplica", "Sync", "syncCapabilities", {"replicaID": "*"}, success("success")),
    offline("extractChanges", "ChangeTracking", "extractChangesCapabilities", {"layers": "0", "serverGens": "1"}, lambda body: "edits" in body),
    edit("updateFeatures", "Update", {"features": '[{"attributes":{"OBJECTID":1,"N":1}}]'}, success("updateResults")),
    edit("addFeatures", "Create", {"features": '[{"attributes":{"N":0}}]'}, success("addResults")),
    edit("deleteFeatures", "Delete", {"objectIds": "4000", "rollbackOnFailure": "false"}, success("deleteResults")),
    edit("calculate", "Update", {"where": "OBJECTID=1", "calcExpression": '[{"field":"N","value":1}]'}, success("success")),
]


def probes(kind):
    return [probe for probe in PROBES if kind in probe.kinds]
