// SPDX-License-Identifier: Apache-2.0

import Formats

/// `info/iteminfo`: the item information of a service or layer, in which all numbers are strings.
enum ItemInformationOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard let id = request.names["layer"] else { return .json(card(nil, request.kind, service)) }
        return .json(card(try request.layer(id, in: service), request.kind, service))
    }

    /// Returns the documented keys; the spatial reference is a name (`GCS_WGS_1984`).
    private static func card(_ layer: Layer?, _ kind: ServiceKind, _ service: ServiceModel) -> JSON {
        let name = layer?.name ?? service.name.split(separator: "/").last.map(String.init) ?? service.name
        let about = layer?.description ?? service.description
        let reference = layer?.data?.reference ?? service.reference
        let degrees = (layer?.data?.extent ?? service.fullExtent).flatMap { reference.project($0, to: .wgs84) }
        let extent = ["xmin", "ymin", "xmax", "ymax"]
        let numbers = degrees.map { [$0.xmin, $0.ymin, $0.xmax, $0.ymax] } ?? []
        let type = layer == nil ? (kind == .mapServer ? "Map Service" : "Feature Service") : layer?.kind.rawValue ?? ""
        return .object([
            .init("culture", .string("en-US")), .init("name", .string(name)), .init("guid", .string("")),
            .init("catalogpath", .string("")), .init("snippet", .string(about)),
            .init("description", .string(about)), .init("summary", .string(about)), .init("title", .string(name)),
            .init("tags", .array([])), .init("type", .string(type)),
            .init("typekeywords", .array(["Data", "Service", type, "ArcGIS Server"].map(JSON.string))),
            .init("thumbnail", .string("thumbnail/thumbnail.png")), .init("url", .string("")),
            .init(
                "extent",
                .object(
                    zip(extent, numbers + Array(repeating: .nan, count: 4 - numbers.count)).map { key, number in
                        .init(key, .string("\(number.isNaN ? "NaN" : number.description)"))
                    })), .init("spatialreference", .string(reference.name)),
            .init("accessinformation", .string(layer?.copyright ?? service.copyright)),
            .init("licenseinfo", .string("")),
        ])
    }
}

extension SpatialReference {
    /// Esri's name: that of PROJ's database, or the one in a well-known text.
    var name: String {
        switch self {
        case .wgs84: return "GCS_WGS_1984"
        case .webMercator: return "WGS_1984_Web_Mercator_Auxiliary_Sphere"
        case .other(let json):
            let quoted = json["wkt"]?.text?.split(separator: "\"", maxSplits: 2)
            if quoted == nil, let name = system?.name { return name }
            return quoted.flatMap { $0.count > 1 ? String($0[1]) : nil } ?? wkid.map { "EPSG:\($0)" } ?? ""
        }
    }
}
