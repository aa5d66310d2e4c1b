import Facts
import Formats

/// Parts that several resources share.
extension Shape {
    static func extent(_ envelope: Envelope?, _ reference: SpatialReference, _ version: Version) -> JSON {
        // The extent of nothing is four strings (captured, 10.4).
        let numbers: [JSON] =
            envelope.map { [.double($0.xmin), .double($0.ymin), .double($0.xmax), .double($0.ymax)] }
            ?? Array(repeating: .string("NaN"), count: 4)
        return .object([
            .init("xmin", numbers[0]), .init("ymin", numbers[1]), .init("xmax", numbers[2]), .init("ymax", numbers[3]),
            .init("spatialReference", reference.json(version)),
        ])
    }

    /// An entry of a root's `layers`; type and geometryType stand there from about 10.7, the legends' flag from 10.9.
    static func layerEntry(_ layer: Layer, _ version: Version, isFeatureServer: Bool = false) -> JSON {
        var members: [JSON.Member] = [
            .init("id", .int(layer.id)), .init("name", .string(layer.name)), .init("parentLayerId", .int(-1)),
            .init("defaultVisibility", .bool(true)), .init("subLayerIds", .null), .init("minScale", .int(0)),
            .init("maxScale", .int(0)),
        ]
        if Version("10.7.1").map({ version >= $0 }) ?? true {
            members.append(.init("type", .string(layer.kind.rawValue)))
            if let type = layer.data?.geometryType {
                members.append(.init("geometryType", .string(type.rawValue)))
            }
        }
        if !isFeatureServer, Version("10.9.1").map({ version >= $0 }) ?? true {
            members.append(.init("supportsDynamicLegends", .bool(true)))
        }
        return .object(members)
    }

    /// The text has a blank after the comma (services-reference 2.1).
    static func queryFormats(_ version: Version) -> String {
        if version.hasProRuntime { return "JSON, geoJSON, PBF" }
        switch version.name {
        case "9.3", "10.0", "10.1", "10.2", "10.3", "10.3.1": return "JSON, AMF"
        case "10.4", "10.5.1", "10.6.1": return "JSON, AMF, geoJSON"
        default: return "JSON, geoJSON"
        }
    }

    static func documentInfo(_ service: MapService, _ version: Version) -> JSON {
        var members: [JSON.Member] = [
            .init("Title", .string(service.name)), .init("Author", .string("")), .init("Comments", .string("")),
            .init("Subject", .string("")), .init("Category", .string("")),
        ]
        if version.hasProRuntime { members.append(.init("Version", .string("3.1.0"))) }
        members += [
            .init("AntialiasingMode", .string(version.hasProRuntime ? "Fast" : "None")),
            .init("TextAntialiasingMode", .string(version.hasProRuntime ? "Force" : "None")),
            .init("Keywords", .string("")),
        ]
        return .object(members)
    }

    static func symbol(_ type: GeometryType?) -> JSON {
        switch type {
        case .polygon, nil:
            .object([
                .init("type", .string("esriSFS")), .init("style", .string("esriSFSSolid")),
                .init("color", .array([0, 121, 193, 128].map(JSON.int))),
                .init(
                    "outline",
                    .object([
                        .init("type", .string("esriSLS")), .init("style", .string("esriSLSSolid")),
                        .init("color", .array([0, 78, 125, 255].map(JSON.int))), .init("width", .number("0.75")),
                    ])),
            ])
        case .polyline:
            .object([
                .init("type", .string("esriSLS")), .init("style", .string("esriSLSSolid")),
                .init("color", .array([0, 121, 193, 255].map(JSON.int))), .init("width", .int(1)),
            ])
        case .point, .multipoint:
            .object([
                .init("type", .string("esriSMS")), .init("style", .string("esriSMSCircle")),
                .init("color", .array([0, 121, 193, 255].map(JSON.int))), .init("size", .int(6)),
                .init("angle", .int(0)), .init("xoffset", .int(0)), .init("yoffset", .int(0)),
                .init(
                    "outline",
                    .object([.init("color", .array([0, 78, 125, 255].map(JSON.int))), .init("width", .int(1))])),
            ])
        }
    }

    static func drawingInfo(_ data: LayerData?) -> JSON {
        .object([
            .init(
                "renderer",
                .object([
                    .init("type", .string("simple")), .init("symbol", symbol(data?.geometryType)),
                    .init("label", .string("")), .init("description", .string("")),
                ])), .init("transparency", .int(0)), .init("labelingInfo", .null),
        ])
    }

    static let historic: JSON = .object([
        .init("supportsQueryWithHistoricMoment", .bool(false)), .init("startArchivingMoment", .int(-1)),
    ])

    static func flags(_ names: [(String, Bool)]) -> JSON {
        .object(names.map { JSON.Member($0.0, .bool($0.1)) })
    }
}
