// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What is below a raster of the catalog: its numbers, its picture (documented: raster-info, raster-image,
/// raster-thumbnail, raster-key-properties, raster-histograms).
enum RasterItemOperation {
    /// A raster of the catalog: its footprint, and its pixels if the scenario has them.
    private struct Item {
        var id: Int
        var extent: Envelope?
        var view: RasterView?
    }

    /// `info`.
    static func info(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let item = try item(request, service)
        let reference = service.layers.first?.data?.reference ?? service.rasterReference
        let (properties, version, bands) = (service.imagery, request.version, service.rasterBandCount)
        return .deferred {
            let extent = item.extent ?? Envelope(xmin: 0, ymin: 0, xmax: 0, ymax: 0)
            func size(_ key: String, _ length: Double, _ pixels: Int?) -> JSON {
                pixels.map { .double(length / Double($0)) } ?? properties?[key] ?? .double(1)
            }
            let corner = JSON.object([
                .init("x", .double(extent.xmin)), .init("y", .double(extent.ymax)),
                .init("spatialReference", reference.short(version)),
            ])
            var members: [JSON.Member] = [
                .init("origin", corner), .init("blockWidth", .int(256)), .init("blockHeight", .int(256)),
                .init("pixelSizeX", size("pixelSizeX", extent.xmax - extent.xmin, item.view?.raster.width)),
                .init("pixelSizeY", size("pixelSizeY", extent.ymax - extent.ymin, item.view?.raster.height)),
                .init("extent", extent.json(reference, version)), .init("bandCount", .int(bands)),
                .init("pixelType", properties?["pixelType"] ?? .string("U8")), .init("firstPyramidLevel", .int(0)),
                .init("maxPyramidLevel", .int(0)),
            ]
            if let view = item.view, version >= .v10_2 {
                let numbers = RasterStatistics(view, bands: bands)
                members.append(.init("statistics", numbers.statistics(isComputed: false)))
                if version >= .v10_3 { members.append(.init("histograms", numbers.histograms)) }
            }
            return .json(.object(members))
        }
    }

    static func histograms(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (view, bands) = (try view(request, service), service.rasterBandCount)
        return .deferred { .json(.object([.init("histograms", RasterStatistics(view, bands: bands).histograms)])) }
    }

    static func keyProperties(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        _ = try item(request, service)
        return try RasterFunctionsOperation.keyProperties(&request, in: &service)
    }

    /// `image`: as exportImage of the service, of this raster alone.
    static func image(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let view = try view(request, service)
        if request.given("bbox") == nil {
            let box = view.extent
            request.parameters.append(.init("bbox", "\(box.xmin),\(box.ymin),\(box.xmax),\(box.ymax)"))
        }
        return try ExportImageOperation.export(view, &request, &service)
    }

    static func thumbnail(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let view = try view(request, service)
        // The size of thumbnails in portals (documented of items).
        let frame = Frame(extent: view.extent, reference: view.reference, width: 200, height: 133).fitted
        return .deferred { .file(.png(view.picture(frame)?.png() ?? [])) }
    }

    private static func view(_ request: ServiceRequest, _ service: ServiceModel) throws(ServiceError) -> RasterView {
        guard let view = try item(request, service).view else { throw request.noPicture() }
        return view
    }

    private static func item(_ request: ServiceRequest, _ service: ServiceModel) throws(ServiceError) -> Item {
        let text = request.names["raster"] ?? ""
        guard let store = service.layers.first?.store, let id = Int(text), let row = store.feature(id) else {
            throw request.unknownRaster(text, hasCatalog: !service.layers.isEmpty)
        }
        var item = Item(id: id, extent: row.envelope)
        if let extent = row.envelope, extent.xmax > extent.xmin, extent.ymax > extent.ymin,
            let bytes = service.imagery?.files.first(where: { $0.rasters.contains(id) && $0.bytes != nil })?.bytes,
            let picture = Picture(file: bytes)
        {
            item.view = RasterView(raster: picture, extent: extent, reference: store.layer.reference)
        }
        return item
    }
}
