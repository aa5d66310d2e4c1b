// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `export` of a map: docs/reference/maps.md#operations.
enum ExportOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let takesSimple = request.choice(.mapSimpleLayerDefs) == .pass
        let (asked, map) = try request.dynamic(of: service)
        if request.format == "kmz" { return .deferred(try KMLOperation.overlay(asked, map)) }
        let export = try ExportReader(
            map: MapRequest(request: asked, service: map), takesSimpleDefinitions: takesSimple
        ).read()
        guard request.format == "image" else { return .json(put(export, &request, &service)) }
        return .deferred { .file(export.file()) }
    }

    /// Adds the image to the output directory and returns its URL; it is drawn when it is fetched.
    private static func put(
        _ export: Export, _ request: inout ServiceRequest, _ service: inout ServiceModel
    ) -> JSON {
        let file = "_ags_map\(Hex.encode(request.generator.bytes(16))).\(export.format.ending)"
        service.pictures.put(file, now: request.now) { export.file() }
        let frame = export.drawing.frame
        let name = "\(service.name)_\(request.kind.rawValue)"
        return .object([
            .init("href", .string("\(request.server)/rest/directories/arcgisoutput/\(name)/\(file)")),
            .init("width", .int(frame.width)), .init("height", .int(frame.height)),
            .init("extent", frame.extent.json(frame.reference, request.version)),
            .init("scale", .scale(frame.scale)),
        ])
    }
}

extension Envelope {
    /// Returns the extent with the short form of its spatial reference, as in answers to requests.
    func json(_ reference: SpatialReference, _ version: Version) -> JSON {
        .object([
            .init("xmin", .double(xmin)), .init("ymin", .double(ymin)), .init("xmax", .double(xmax)),
            .init("ymax", .double(ymax)), .init("spatialReference", reference.short(version)),
        ])
    }
}

extension JSON {
    /// Returns a scale as a server prints it: `36978595.474472`, and from 10^7 on `3.6978595474472E7` with an uppercase
    /// E.
    static func scale(_ number: Double) -> JSON {
        guard case .number(let spelling) = JSON.double(number) else { return .string("NaN") }
        return .number(spelling.replacing("e", with: "E"))
    }
}
