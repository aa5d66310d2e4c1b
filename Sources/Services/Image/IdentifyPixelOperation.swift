// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `identify` of an image service: one value for the whole extent, and outside of it none; of a picture its pixels.
enum IdentifyPixelOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let text = request.given("geometry") ?? ""
        let reference = service.rasterReference
        guard let point = point(text, reference) else {
            throw request.badImage("geometry", text, #"{"x":…,"y":…} or x,y"#)
        }
        let rule = try request.rasterRule(service)
        var value = "NoData"
        if let view = service.rasterView, service.imagery?.picture != nil || rule != nil {
            let bands = service.rasterBandCount
            let shown = view.rendered(rule, bands: bands)
            if let values = shown.values(point.x, point.y, in: reference, count: bands) {
                value = values.map(RasterView.text).joined(separator: ", ")
            }
        } else if service.rasterExtent?.contains(point.x, point.y) ?? false {
            value = service.imagery?.pixel ?? "0"
        }
        return .json(
            .object([
                .init("objectId", .int(0)), .init("name", .string("Pixel")),
                .init("value", .string(value)),
                .init(
                    "location",
                    .object([
                        .init("x", .double(point.x)), .init("y", .double(point.y)),
                        .init("spatialReference", reference.short(request.version)),
                    ])), .init("properties", .null), .init("catalogItems", .null),
                .init("catalogItemVisibilities", .array([])),
            ]))
    }

    /// Returns a point in the service's spatial reference; of another shape the middle of its extent (documented: of a
    /// polygon its centroid).
    private static func point(_ text: String, _ rasterReference: SpatialReference) -> (x: Double, y: Double)? {
        var json = try? JSONReader.read(json5: Array(text.utf8))
        if json?.members == nil {
            let parts = text.split(separator: ",").compactMap { Double(ASCII.trimmed($0)) }
            guard parts.count >= 2 else { return nil }
            json = .object([.init("x", .double(parts[0])), .init("y", .double(parts[1]))])
        }
        if let shape = json, shape["x"] == nil, let around = Geometry(shape)?.envelope {
            let middle: [JSON.Member] = [
                .init("x", .double((around.xmin + around.xmax) / 2)),
                .init("y", .double((around.ymin + around.ymax) / 2)),
            ]
            json = .object(middle + (shape["spatialReference"].map { [.init("spatialReference", $0)] } ?? []))
        }
        guard let json, json["x"]?.double != nil, json["y"]?.double != nil else { return nil }
        let reference = json["spatialReference"].map { SpatialReference(json: $0) } ?? rasterReference
        guard let placed = reference.project(json, to: rasterReference), let x = placed["x"]?.double,
            let y = placed["y"]?.double
        else { return nil }
        return (x, y)
    }
}
