// SPDX-License-Identifier: Apache-2.0

/// The answer of a query in `f=pbf`, read as JSON with the names of the schema.
///
/// Numbers, types and names are facts of Esri/arcgis-pbf, FeatureCollection.proto; the fourth kind of result is what
/// Esri/arcgis-rest-js reads. What has the schema's default is not on the wire, and not in the JSON either.
package enum FeatureCollection {
    /// The type of a field.
    private enum Kind: Sendable {
        case string, bytes, bool, unsigned, signed, zigzag, float, double
        case message(String)
        indirect case list(Kind)
    }

    /// Returns the bytes as JSON, or `nil` if they are no such message: a field that the schema does not have is an error,
    /// for a comparison must not pass over it.
    package static func json(_ bytes: [UInt8]) -> JSON? { message("FeatureCollection", bytes[...]) }

    private static func message(_ name: String, _ bytes: ArraySlice<UInt8>) -> JSON? {
        guard let fields = messages[name] else { return nil }
        var reader = PBFReader(bytes)
        var members: [JSON.Member] = []
        // A list's elements come one by one; they are collected, and put where the first of them stood.
        var lists: [Int: (index: Int, elements: [JSON])] = [:]
        while !reader.isAtEnd {
            guard let (number, value) = reader.field(), let (label, kind) = fields[number] else { return nil }
            guard case .list(let inner) = kind else {
                guard let json = scalar(kind, value) else { return nil }
                members.append(.init(label, json))
                continue
            }
            guard let more = elements(inner, value) else { return nil }
            if lists[number] == nil { members.append(.init(label, .null)) }
            lists[number, default: (members.count - 1, [])].elements += more
        }
        for list in lists.values { members[list.index].value = .array(list.elements) }
        return .object(members)
    }

    /// Returns the elements that one field adds to a list: several if they are packed.
    private static func elements(_ kind: Kind, _ value: PBFReader.Value) -> [JSON]? {
        guard case .block(let block) = value, isPacked(kind) else { return scalar(kind, value).map { [$0] } }
        var reader = PBFReader(block)
        var elements: [JSON] = []
        while !reader.isAtEnd {
            guard let number = reader.varint(), let json = scalar(kind, .varint(number)) else { return nil }
            elements.append(json)
        }
        return elements
    }

    private static func isPacked(_ kind: Kind) -> Bool {
        switch kind {
        case .unsigned, .signed, .zigzag, .bool: true
        default: false
        }
    }

    private static func scalar(_ kind: Kind, _ value: PBFReader.Value) -> JSON? {
        switch (kind, value) {
        case (.string, .block(let bytes)): String(validating: bytes, as: UTF8.self).map(JSON.string)
        case (.bytes, .block(let bytes)): .string(Base64.encode(Array(bytes)))
        case (.bool, .varint(let number)): .bool(number != 0)
        case (.unsigned, .varint(let number)): .number(String(number))
        case (.signed, .varint(let number)): .number(String(Int64(bitPattern: number)))
        case (.zigzag, .varint(let number)): .number(String(PBFReader.unzigzag(number)))
        case (.float, .four(let bits)): finite(Double(Float(bitPattern: bits)), "\(Float(bitPattern: bits))")
        case (.double, .eight(let bits)): finite(Double(bitPattern: bits), "\(Double(bitPattern: bits))")
        case (.message(let name), .block(let bytes)): message(name, bytes)
        default: nil
        }
    }

    /// Returns a number, or the text where JSON has no number for it.
    private static func finite(_ number: Double, _ spelling: String) -> JSON {
        number.isFinite ? .number(spelling) : .string(spelling)
    }

    private static let messages: [String: [Int: (String, Kind)]] = [
        "FeatureCollection": [1: ("version", .string), 2: ("queryResult", .message("QueryResult"))],
        "QueryResult": [
            1: ("featureResult", .message("FeatureResult")), 2: ("countResult", .message("CountResult")),
            3: ("idsResult", .message("ObjectIdsResult")), 4: ("extentCountResult", .message("ExtentCountResult")),
        ],
        "FeatureResult": [
            1: ("objectIdFieldName", .string), 2: ("uniqueIdField", .message("UniqueIdField")),
            3: ("globalIdFieldName", .string), 4: ("geohashFieldName", .string),
            5: ("geometryProperties", .message("GeometryProperties")), 6: ("serverGens", .message("ServerGens")),
            7: ("geometryType", .unsigned), 8: ("spatialReference", .message("SpatialReference")),
            9: ("exceededTransferLimit", .bool), 10: ("hasZ", .bool), 11: ("hasM", .bool),
            12: ("transform", .message("Transform")), 13: ("fields", .list(.message("Field"))),
            14: ("values", .list(.message("Value"))), 15: ("features", .list(.message("Feature"))),
        ],
        "CountResult": [1: ("count", .unsigned)],
        "ObjectIdsResult": [
            1: ("objectIdFieldName", .string), 2: ("serverGens", .message("ServerGens")),
            3: ("objectIds", .list(.unsigned)),
        ],
        "ExtentCountResult": [1: ("extent", .message("Envelope")), 2: ("count", .unsigned)],
        "Envelope": [
            1: ("xmin", .double), 2: ("ymin", .double), 3: ("xmax", .double), 4: ("ymax", .double),
            5: ("spatialReference", .message("SpatialReference")),
        ],
        "UniqueIdField": [1: ("name", .string), 2: ("isSystemMaintained", .bool)],
        "GeometryProperties": [
            1: ("shapeAreaFieldName", .string), 2: ("shapeLengthFieldName", .string), 3: ("units", .string),
        ],
        "ServerGens": [1: ("minServerGen", .unsigned), 2: ("serverGen", .unsigned)],
        "SpatialReference": [
            1: ("wkid", .unsigned), 2: ("lastestWkid", .unsigned), 3: ("vcsWkid", .unsigned),
            4: ("latestVcsWkid", .unsigned), 5: ("wkt", .string),
        ],
        "Transform": [
            1: ("quantizeOriginPostion", .unsigned), 2: ("scale", .message("Scale")),
            3: ("translate", .message("Translate")),
        ],
        "Scale": [
            1: ("xScale", .double), 2: ("yScale", .double), 3: ("mScale", .double), 4: ("zScale", .double),
        ],
        "Translate": [
            1: ("xTranslate", .double), 2: ("yTranslate", .double), 3: ("mTranslate", .double),
            4: ("zTranslate", .double),
        ],
        "Field": [
            1: ("name", .string), 2: ("fieldType", .unsigned), 3: ("alias", .string), 4: ("sqlType", .unsigned),
            5: ("domain", .string), 6: ("defaultValue", .string),
        ],
        "Value": [
            1: ("stringValue", .string), 2: ("floatValue", .float), 3: ("doubleValue", .double),
            4: ("sintValue", .zigzag), 5: ("uintValue", .unsigned), 6: ("int64Value", .signed),
            7: ("uint64Value", .unsigned), 8: ("sint64Value", .zigzag), 9: ("boolValue", .bool),
        ],
        "Feature": [
            1: ("attributes", .list(.message("Value"))), 2: ("geometry", .message("Geometry")),
            3: ("shapeBuffer", .message("ShapeBuffer")), 4: ("centroid", .message("Geometry")),
        ],
        "Geometry": [
            1: ("geometryType", .unsigned), 2: ("lengths", .list(.unsigned)), 3: ("coords", .list(.zigzag)),
        ],
        "ShapeBuffer": [1: ("bytes", .bytes)],
    ]
}
