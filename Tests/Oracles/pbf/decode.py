"""Answers of a query, from pbf and from JSON, in one form: what a client that reads either ends up with."""
import struct

from google.protobuf import unknown_fields

from schema import FIELD_TYPES, GEOMETRY_TYPES, FeatureCollection

SQL_TYPES = {0: "sqlTypeBigInt", 6: "sqlTypeDouble", 10: "sqlTypeInteger", 16: "sqlTypeOther", 18: "sqlTypeSmallInt"}


def message(data):
    """The message in the bytes. What the schema does not know is an error, at any depth."""
    answer = FeatureCollection()
    if answer.ParseFromString(data) != len(data):
        raise ValueError("the message ends before the bytes do")
    strangers(answer)
    return answer


def strangers(part):
    found = [(field.field_number, field.data) for field in unknown_fields.UnknownFieldSet(part)]
    if found:
        raise ValueError(f"{part.DESCRIPTOR.name} has unknown fields {found}")
    for field, value in part.ListFields():
        if field.message_type:
            for inner in value if field.is_repeated else [value]:
                strangers(inner)


def pbf(data):
    result = message(data).queryResult
    kind = result.WhichOneof("kind")
    if kind == "count":
        return {"count": result.count.count}
    if kind == "ids":
        return {"ids": list(result.ids.objectIds), "objectIdFieldName": result.ids.objectIdFieldName}
    if kind == "extent":
        box = result.extent.extent if result.extent.HasField("extent") else None
        answer = {"extent": box and [box.xmin, box.ymin, box.xmax, box.ymax, reference(box.spatialReference)]}
        return answer | ({"count": result.extent.count} if result.extent.count else {})
    return features(result.features)


def reference(sr):
    return {name: getattr(sr, name) for name in ("wkid", "latestWkid") if getattr(sr, name)}


def features(result):
    stride = 2 + result.hasZ + result.hasM
    fields = [{"name": field.name, "type": "esriFieldType" + FIELD_TYPES[field.fieldType], "alias": field.alias,
               "sqlType": SQL_TYPES.get(field.sqlType), "domain": field.domain or None, "defaultValue": field.defaultValue or None}
              for field in result.fields]
    answer = {"objectIdFieldName": result.objectIdFieldName, "globalIdFieldName": result.globalIdFieldName,
              "geometryType": None if result.geometryType == 127 else "esriGeometry" + GEOMETRY_TYPES[result.geometryType],
              "spatialReference": reference(result.spatialReference), "more": result.exceededTransferLimit, "hasZ": result.hasZ,
              "hasM": result.hasM, "fields": fields, "features": []}
    for feature in result.features:
        if len(feature.attributes) != len(fields):
            raise ValueError(f"{len(feature.attributes)} values for {len(fields)} fields")
        values = [value.WhichOneof("kind") and getattr(value, value.WhichOneof("kind")) for value in feature.attributes]
        parts, middle = None, None
        if feature.HasField("geometry"):
            parts = places(feature.geometry, result, stride)
        if feature.HasField("centroid"):
            middle = places(feature.centroid, result, 2)[0][0][:2]
        answer["features"].append({"attributes": {field["name"]: value for field, value in zip(fields, values)},
                                   "parts": parts, "centroid": middle})
    return answer


def places(geometry, result, stride):
    """Parts of positions `(x, y, z or None, m or None)`. The first of a part stands on the grid, the others are steps."""
    transform, numbers = result.transform, geometry.coords
    lengths = list(geometry.lengths) or [len(numbers) // stride]
    if sum(lengths) * stride != len(numbers):
        raise ValueError(f"parts of {lengths} positions of {stride} numbers, and {len(numbers)} numbers")
    up = 1 if transform.quantizeOriginPosition else -1
    parts, at = [], 0
    for length in lengths:
        part, x, y = [], 0, 0
        for _ in range(length):
            x, y = x + numbers[at], y + numbers[at + 1]
            rest = list(numbers[at + 2:at + stride])
            z = rest.pop(0) * transform.scale.z + transform.translate.z if stride > 2 and result.hasZ else None
            m = rest.pop(0) if rest else None
            # A measure that was never set is 0 on the grid (captured).
            m = m * transform.scale.m + transform.translate.m if m else None
            part.append((x * transform.scale.x + transform.translate.x, up * y * transform.scale.y + transform.translate.y, z, m))
            at += stride
        parts.append(part)
    return parts


def json(answer):
    """The same of an answer in JSON."""
    if "features" not in answer:
        if "objectIds" in answer:
            return {"ids": answer["objectIds"] or [], "objectIdFieldName": answer["objectIdFieldName"]}
        if "extent" in answer:
            box = answer["extent"]
            box = None if box is None or box["xmin"] == "NaN" else [box["xmin"], box["ymin"], box["xmax"], box["ymax"], box["spatialReference"]]
            return {"extent": box} | ({"count": answer["count"]} if answer.get("count") else {})
        return {"count": answer["count"]}
    # A hosted set without rows says next to nothing of itself in JSON: what is None is not compared.
    bare = "fields" not in answer
    told = {"objectIdFieldName": answer.get("objectIdFieldName"), "globalIdFieldName": answer.get("globalIdFieldName"),
            "geometryType": answer.get("geometryType"), "spatialReference": answer.get("spatialReference", None if bare else {}),
            "more": answer.get("exceededTransferLimit", False), "hasZ": answer.get("hasZ", None if bare else False),
            "hasM": answer.get("hasM", None if bare else False), "fields": answer.get("fields"), "features": []}
    for feature in answer["features"]:
        middle = feature.get("centroid")
        told["features"].append({"attributes": feature["attributes"], "parts": shape(feature.get("geometry"), answer),
                                 "centroid": middle and shape(middle, {**answer, "hasZ": False, "hasM": False})[0][0][:2]})
    return told


def shape(geometry, answer):
    if geometry is None or geometry.get("x") == "NaN":
        return None
    hasz, hasm = answer.get("hasZ", False), answer.get("hasM", False)
    if "x" in geometry:
        lists = [[[geometry["x"], geometry["y"]] + [geometry.get("z")] * hasz + [geometry.get("m")] * hasm]]
    else:
        lists = geometry.get("paths", geometry.get("rings"))
        lists = [geometry["points"]] if lists is None else lists
    transform, parts = answer.get("transform"), []
    for numbers in lists:
        part, x, y = [], 0, 0
        for position in numbers:
            here, rest = position[:2], list(position[2:])
            if transform:
                (x, y) = here = (x + here[0], y + here[1])
                (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
                here = (here[0] * sx + tx, (here[1] if transform["originPosition"] == "lowerLeft" else -here[1]) * sy + ty)
            part.append((*here, rest.pop(0) if hasz else None, rest.pop(0) if hasm else None))
        parts.append(part)
    return parts


def single(number):
    """A number as 32 bits hold it."""
    return struct.unpack("f", struct.pack("f", number))[0]


def placed(parts):
    """The parts, or None where there is no position in any."""
    return parts if parts and any(parts) else None


def differs(mine, theirs, step, height=0.0001):
    """What a set has otherwise than another, in words; None: nothing. `step`: how fine the grid of positions is."""
    if mine.keys() != theirs.keys():
        return f"{list(mine)}, not {list(theirs)}"
    if "features" not in mine:
        if "extent" in mine and mine["extent"] and theirs["extent"]:
            near = all(abs(a - b) <= 1e-9 * max(1, abs(a)) for a, b in zip(mine["extent"][:4], theirs["extent"][:4]))
            return None if near and mine["extent"][4] == theirs["extent"][4] and mine.get("count") == theirs.get("count") else f"{mine}, not {theirs}"
        return None if mine == theirs else f"{str(mine)[:300]}, not {str(theirs)[:300]}"
    for name in ("objectIdFieldName", "globalIdFieldName", "geometryType", "spatialReference", "more", "hasZ", "hasM"):
        if theirs[name] is not None and mine[name] != theirs[name]:
            return f"{name} {mine[name]}, not {theirs[name]}"
    if theirs["fields"] is not None:
        if len(mine["fields"]) != len(theirs["fields"]):
            return f"{len(mine['fields'])} fields, not {len(theirs['fields'])}"
        for a, b in zip(mine["fields"], theirs["fields"]):
            for name in ("name", "type", "alias", "sqlType"):
                if name in b and a[name] != b[name]:
                    return f"field {b['name']}: {name} {a[name]}, not {b[name]}"
    if len(mine["features"]) != len(theirs["features"]):
        return f"{len(mine['features'])} features, not {len(theirs['features'])}"
    kinds = {field["name"]: field["type"] for field in mine["fields"]}
    for number, (a, b) in enumerate(zip(mine["features"], theirs["features"])):
        if list(a["attributes"]) != list(b["attributes"]):
            return f"feature {number}: {list(a['attributes'])}, not {list(b['attributes'])}"
        for name, value in b["attributes"].items():
            wanted = single(value) if kinds[name] == "esriFieldTypeSingle" and value is not None else value
            if a["attributes"][name] != wanted:
                return f"feature {number}: {name} {a['attributes'][name]!r}, not {value!r}"
        # A MapServer writes no geometry as an empty one in JSON; in pbf there is none.
        problem = moved(placed(a["parts"]), placed(b["parts"]), step, height)
        if problem:
            return f"feature {number}: {problem}"
        if (a["centroid"] is None) != (b["centroid"] is None) or (a["centroid"] and moved([[(*a["centroid"], None, None)]], [[(*b["centroid"], None, None)]], step, height)):
            return f"feature {number}: centroid {a['centroid']}, not {b['centroid']}"
    return None


def moved(mine, theirs, step, height=0.0001):
    if (mine is None) != (theirs is None):
        return f"geometry {str(mine)[:100]}, not {str(theirs)[:100]}"
    if [len(part) for part in mine or []] != [len(part) for part in theirs or []]:
        return f"parts of {[len(part) for part in mine]} positions, not {[len(part) for part in theirs]}"
    for a, b in zip(mine or [], theirs or []):
        for p, q in zip(a, b):
            for mark, n, o, off in zip("xyzm", p, q, (step, step, height, height)):
                if (n is None) != (o is None) or (n is not None and abs(n - o) > off * 0.5001 + abs(o) * 1e-15 * 4):
                    return f"{mark} {n!r}, not {o!r}"
    return None
