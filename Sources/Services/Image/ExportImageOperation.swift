// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `exportImage`: the scenario's picture, or where it is, its bytes being given before this is asked; else one of its
/// raster.
enum ExportImageOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard case .bytes(_, let type)? = service.canned["exportImage"] else {
            guard let view = service.rasterView else { throw request.noPicture() }
            return try export(view, &request, &service)
        }
        let map = MapRequest(request: request, service: service, own: service.rasterReference)
        guard request.given("bbox") != nil else { throw request.badImage("bbox", "", "xmin,ymin,xmax,ymax") }
        let (extent, size) = (try map.envelope("bbox"), try map.size())
        let reference = request.given("bboxsr").flatMap { SpatialReference(written: $0) } ?? service.rasterReference
        let ending = type.split(separator: "/").last.map(String.init) ?? "png"
        return .json(
            .object([
                .init(
                    "href",
                    .string(
                        "\(request.server)/rest/directories/arcgisoutput/\(service.name)_ImageServer/exportImage.\(ending)"
                    )
                ),
                .init("width", .int(size.width)), .init("height", .int(size.height)),
                .init("extent", extent.json(reference, request.version)),
                .init("scale", .int(0)),
            ]))
    }

    /// Returns an image of the raster, or its URL.
    static func export(
        _ view: RasterView, _ request: inout ServiceRequest, _ service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let map = MapRequest(request: request, service: service, own: view.reference)
        let export: ImageExport
        do throws(ServiceError) {
            export = try ImageExportReader(map: map, view: view).read()
        } catch {
            // Who asked for a picture is told of its type, though JSON follows
            // (docs/reference/maps.md#what-image-services-refuse).
            guard request.format == "image" else { throw error }
            let format = PictureFormat(name: request.given("format") ?? "") ?? .jpg
            throw ServiceError(error, type: format.type)
        }
        guard request.format != "image" else { return .deferred { .file(export.file()) } }
        let file = "_ags_\(Hex.encode(request.generator.bytes(16))).\(export.ending)"
        service.pictures.put(file, now: request.now) { export.file() }
        let href = "\(request.server)/rest/directories/arcgisoutput/\(service.name)_ImageServer/\(file)"
        return .json(
            .object([
                .init("href", .string(href)), .init("width", .int(export.frame.width)),
                .init("height", .int(export.frame.height)),
                .init("extent", export.frame.extent.json(export.frame.reference, request.version)),
                .init("scale", .int(0)),
            ]))
    }
}
