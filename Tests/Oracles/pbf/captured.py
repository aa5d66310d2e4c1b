"""Proves the decoder of decode.py on pbf that real services gave, each against the same features in JSON where there are any."""
import json
import math
import pathlib

import decode
from schema import FIELD_TYPES

golden = pathlib.Path(__file__).parents[2] / "Golden/arcgis"
# How each type of field is written, in all files.
KINDS = {"OID": "uint_value", "GlobalID": "string_value", "String": "string_value", "Integer": "sint_value", "Double": "double_value"}


def read(name):
    return (golden / "pbf" / name).read_bytes()


def geojson(data):
    """The features of a GeoJSON file: attributes and parts."""
    for feature in data["features"]:
        kind, places = (feature["geometry"][key] for key in ("type", "coordinates"))
        lists = {"Point": [[places]], "LineString": [places]}[kind] if kind in ("Point", "LineString") else places
        yield feature["properties"], [[(*place, None, None) for place in part] for part in lists]


def problems():
    """Lines of what went wrong; an empty list: the decoder reads what real services write."""
    found = []
    for path in sorted((golden / "pbf").glob("*.pbf")):
        result = decode.message(path.read_bytes()).queryResult.features
        decoded = decode.features(result)
        for feature in result.features:
            for field, value in zip(result.fields, feature.attributes):
                kind, name = value.WhichOneof("kind"), FIELD_TYPES[field.fieldType]
                if kind not in (None, KINDS.get(name)):
                    found.append(f"{path.name}: {name} as {kind}")
        for feature in decoded["features"]:
            for ring in feature["parts"] if decoded["geometryType"] == "esriGeometryPolygon" else []:
                if ring[0] != ring[-1]:
                    found.append(f"{path.name}: an open ring")
        if not decoded["features"]:
            found.append(f"{path.name}: no features")
    twin = decode.json(json.loads((golden / "restjs/LineHasZ.json").read_text()))
    problem = decode.differs(decode.pbf(read("restjs_PBFLineHasZ.pbf")), twin, 0.0001)
    found += [f"restjs_PBFLineHasZ.pbf against LineHasZ.json: {problem}"] if problem else []
    for name, other, off in [("rowan_pbf-lines-quantization.pbf", "pbf/rowan_pbf-lines-quantization.decoded.geojson", 1e-6),
                             ("restjs_PBFPointResponseCRS4326.pbf", "restjs/geoJSONPointResponse.json", 1e-9)]:
        data = json.loads((golden / other).read_text())
        wanted = list(geojson(data.get("featureCollection", data)))
        got = decode.pbf(read(name))["features"]
        if len(got) != len(wanted):
            found.append(f"{name}: {len(got)} features, not {len(wanted)}")
        for mine, (values, parts) in zip(got, wanted):
            problem = None if mine["attributes"] == values else f"{mine['attributes']}, not {values}"
            problem = problem or decode.moved(mine["parts"], parts, off, 0)
            found += [f"{name}: {problem}"] if problem else []
    # A line in degrees, decoded from meters: the same places by the projection's own formula.
    lines = list(geojson(json.loads((golden / "restjs/geoJSONLineHasZCRS4326.json").read_text())))
    radius = 6378137
    for mine, (_, parts) in zip(decode.pbf(read("restjs_PBFLineHasZ.pbf"))["features"], lines):
        degrees = [[(math.degrees(x / radius), math.degrees(2 * math.atan(math.exp(y / radius)) - math.pi / 2), None, None) for x, y, _, _ in part] for part in mine["parts"]]
        parts = [[(place[0], place[1], None, None) for place in part] for part in parts]
        problem = decode.moved(degrees, parts, 1e-8, 0)
        found += [f"restjs_PBFLineHasZ.pbf against geoJSONLineHasZCRS4326.json: {problem}"] if problem else []
    return found


if __name__ == "__main__":
    lines = problems()
    print("\n".join(lines) or "the captured files decode to what is known of them")
    raise SystemExit(bool(lines))
