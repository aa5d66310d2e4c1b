// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

extension MapServices {
    /// The resources of an ImageServer: docs/reference/other-services.md#imageserver.
    static let imagery: [Resource] = [
        Resource(
            "", [.imageServer], "The rasters.",
            evidence: .captured("openaddresses/esri-dump of 10.3 and TerriaJS/terriajs of 10.91")
        ) { $0.imageRoot() },
        Resource(
            "identify", [.imageServer], "The value of a pixel.", evidence: .captured("TerriaJS/terriajs tile_identify")
        ) { $0.identifyPixel() },
        Resource(
            "exportImage", [.imageServer], "An image: the scenario's, or of its raster.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/export-image/")
        ) { $0.exportImage() },
        Resource(
            "legend", [.imageServer], "The bands of its raster.", since: .v10_1,
            evidence: .captured("TerriaJS/terriajs tile_legend")
        ) { $0.imageLegend() },
        Resource(
            "{layer}/images/{image}", [.imageServer], "An image of the legend.", since: .v10_1,
            evidence: .inferred("as a map's legend has it")
        ) { $0.bandImage() },
        Resource(
            "query", [.imageServer], "Rows of the catalog.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/query-image-service/")
        ) {
            $0.queryCatalog()
        },
        Resource(
            "download", [.imageServer], "The files of rasters.",
            evidence: .captured("openaddresses/esri-dump ImageServer-Download-1")
        ) { $0.download() },
        Resource(
            "file", [.imageServer], "A file of a raster.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/raster-file/")
        ) {
            $0.rasterFile()
        },
        Resource(
            "{raster}", [.imageServer], "A row of the catalog.",
            evidence: .captured("openaddresses/esri-dump ImageServer-3: what is not there")
        ) { $0.raster() },
    ]

    enum ImageRules {
        static let raster = Rule(
            "image.unknown-raster", "The catalog has no raster with that id.",
            advice: "Use an id that a query with returnIdsOnly=true returns.",
            evidence: .captured("openaddresses/esri-dump ImageServer-3_json_Download"))
        static let parameter = Rule(
            "image.bad-parameter", "A parameter is missing or cannot be read.",
            advice: "See the parameter named in the verdict.",
            evidence: .captured("docs/reference/maps.md#operations: the words; that this causes them is inferred"))
        static let picture = Rule(
            "image.no-picture", "The scenario provides neither an image nor the data to draw one.",
            advice: "Add image: { source: … } or results: { exportImage: { file: … } } to the service.",
            evidence: .inferred("a limit of this double, in the words of a bad parameter"))
        static let catalog = Rule(
            "image.no-catalog", "The service is a single raster without a catalog.",
            advice: "Check that capabilities include Catalog.",
            evidence: .captured("CartoDB/cartodb#11317: the words, for a capability that is missing; inferred here"))
    }

    static let imageRules: [Rule] = [
        ImageRules.raster, ImageRules.parameter, ImageRules.picture, ImageRules.catalog,
    ]
}

/// The operations of an image service.
extension ServiceRequest {
    func imageRoot() -> Result {
        if let pasted = service.pasted { return .json(pasted) }
        return .json(Description.imageServer.json(Description.Subject(version: version, service: service, layer: nil)))
    }

    private var rasterReference: SpatialReference { service.imagery?.reference ?? service.reference }
    private var rasterExtent: Envelope? { service.imagery?.extent ?? service.fullExtent }

    /// Returns the one value within the extent, and none outside.
    func identifyPixel() -> Result {
        let text = given("geometry") ?? ""
        guard let point = point(text) else { return .refused(badImage("geometry", text, #"{"x":…,"y":…} or x,y"#)) }
        var value = "NoData"
        if let view = rasterView, service.imagery?.picture != nil {
            if let pixel = view.pixel(point.x, point.y, in: rasterReference), pixel[3] > 0 {
                value = pixel.prefix(3).map(String.init).joined(separator: ", ")
            }
        } else if rasterExtent?.contains(point.x, point.y) ?? false {
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
                        .init("spatialReference", rasterReference.short(version)),
                    ])), .init("properties", .null), .init("catalogItems", .null),
                .init("catalogItemVisibilities", .array([])),
            ]))
    }

    /// Returns a point in the service's spatial reference.
    private func point(_ text: String) -> (x: Double, y: Double)? {
        var json = try? JSONReader.read(Array(text.utf8))
        if json?.members == nil {
            let parts = text.split(separator: ",").compactMap { Double(ASCII.trimmed($0)) }
            guard parts.count == 2 else { return nil }
            json = .object([.init("x", .double(parts[0])), .init("y", .double(parts[1]))])
        }
        guard let json, json["x"]?.double != nil, json["y"]?.double != nil else { return nil }
        let reference = json["spatialReference"].map { SpatialReference(json: $0) } ?? rasterReference
        guard let placed = reference.project(json, to: rasterReference), let x = placed["x"]?.double,
            let y = placed["y"]?.double
        else { return nil }
        return (x, y)
    }

    /// The raster with its location, or `nil` if either is unknown.
    private var rasterView: RasterView? {
        guard let raster = service.imagery?.raster, let extent = rasterExtent else { return nil }
        return RasterView(raster: raster, extent: extent, reference: rasterReference)
    }

    /// Returns an image of the raster, or its URL.
    private mutating func export(_ view: RasterView) -> Result {
        switch ImageExportReader(reading: self, view: view).read() {
        case .failure(let refused): return .refused(refused)
        case .success(let export):
            guard format != "image" else { return .later { .reply(export.reply()) } }
            let file = "_ags_\(Hex.encode(generator.bytes(16))).\(export.ending)"
            service.pictures.put(file, now: now) { export.reply() }
            let href = "\(server)/rest/directories/arcgisoutput/\(service.name)_ImageServer/\(file)"
            return .json(
                .object([
                    .init("href", .string(href)), .init("width", .int(export.frame.width)),
                    .init("height", .int(export.frame.height)),
                    .init("extent", export.frame.extent.json(export.frame.reference, version)),
                    .init("scale", .int(0)),
                ]))
        }
    }

    /// Returns an image of the raster, or the URL of the scenario's image, whose bytes are answered before this.
    mutating func exportImage() -> Result {
        guard case .bytes(_, let type)? = service.canned["exportImage"] else {
            if let view = rasterView { return export(view) }
            return .refused(
                Refused(
                    code: 400, message: "Invalid or missing input parameters.", details: [],
                    verdict: Verdict(
                        MapServices.ImageRules.picture, facts: [.init("service", service.name)],
                        wouldPass: "image: { source } with properties.extent, or results: { exportImage: { file } }")))
        }
        let corners = (given("bbox") ?? "").split(separator: ",").compactMap { Double(ASCII.trimmed($0)) }
        guard corners.count == 4 else {
            return .refused(badImage("bbox", given("bbox") ?? "", "xmin,ymin,xmax,ymax"))
        }
        let size = (given("size") ?? "400,400").split(separator: ",").compactMap { Int(ASCII.trimmed($0)) }
        guard size.count == 2 else { return .refused(badImage("size", given("size") ?? "", "width,height")) }
        let reference = given("bboxsr").flatMap { SpatialReference(written: $0) } ?? rasterReference
        let ending = type.split(separator: "/").last.map(String.init) ?? "png"
        let extent = zip(["xmin", "ymin", "xmax", "ymax"], corners).map { JSON.Member($0, .double($1)) }
        return .json(
            .object([
                .init(
                    "href",
                    .string("\(server)/rest/directories/arcgisoutput/\(service.name)_ImageServer/exportImage.\(ending)")
                ),
                .init("width", .int(size[0])), .init("height", .int(size[1])),
                .init(
                    "extent", .object(extent + [.init("spatialReference", reference.short(version))])),
                .init("scale", .int(0)),
            ]))
    }

    /// The bands of an image (captured, including spaces); none for a single value.
    private var bandEntries: [Legend.Entry] {
        guard service.imagery?.picture != nil else { return [] }
        return [
            ("Red:    Band_1", Color(red: 255, green: 0, blue: 0)),
            ("Green: Band_2", Color(red: 0, green: 255, blue: 0)),
            ("Blue:   Band_3", Color(red: 0, green: 0, blue: 255)),
        ].map { Legend.entry($0, [], Canvas(width: Legend.side, height: Legend.side, background: $1)) }
    }

    func bandImage() -> Result {
        let name = names["image"] ?? ""
        guard let entry = bandEntries.first(where: { $0.name == name }) else {
            return .reply(
                .missing(
                    Verdict(
                        MapServices.MapRules.noOutput, facts: [.init("image", name)],
                        wouldPass: "a url from the service's legend")))
        }
        return .reply(.png(entry.image))
    }

    func imageLegend() -> Result {
        let bands = bandEntries.map { entry in
            JSON.object([
                .init("label", .string(entry.label)), .init("url", .string(entry.name)),
                .init("imageData", .string(Base64.encode(entry.image))), .init("contentType", .string("image/png")),
                .init("height", .int(Legend.side)), .init("width", .int(Legend.side)),
            ])
        }
        return .json(
            .object([
                .init(
                    "layers",
                    .array([
                        .object([
                            .init("layerId", .int(0)), .init("layerName", .string(service.name)),
                            .init("layerType", .string("Raster Layer")), .init("minScale", .int(0)),
                            .init("maxScale", .int(0)),
                            .init("legendType", .string(bands.isEmpty ? "Stretched" : "RGB Composite")),
                            .init("legend", .array(bands)),
                        ])
                    ]))
            ]))
    }

    mutating func queryCatalog() -> Result {
        guard let layer = service.layers.first else { return .refused(noCatalog()) }
        switch plan(layer: String(layer.id)) {
        case .failure(let refused): return .refused(refused)
        case .success(let plan):
            if let result = plan.quickResult() { return result }
            return .later { plan.result() }
        }
    }

    func download() -> Result {
        guard service.layers.first?.store != nil else { return .refused(noCatalog()) }
        let text = given("rasterids") ?? ""
        let ids = text.split(separator: ",").compactMap { Int(ASCII.trimmed($0)) }
        guard !ids.isEmpty else { return .refused(badImage("rasterIds", text, "object ids of the catalog")) }
        if let unknown = ids.first(where: { service.layers.first?.store?.feature($0) == nil }) {
            return .refused(unknownRaster("\(unknown)"))
        }
        let files = (service.imagery?.files ?? []).filter { file in file.rasters.contains(where: ids.contains) }
        return .json(
            .object([
                .init(
                    "rasterFiles",
                    .array(
                        files.map { file in
                            .object([
                                .init("id", .string(file.name)), .init("size", .int(file.size)),
                                .init("rasterIds", .array(file.rasters.filter(ids.contains).map(JSON.int))),
                            ])
                        }))
            ]))
    }

    func rasterFile() -> Result {
        let id = given("id") ?? ""
        guard let file = service.imagery?.files.first(where: { $0.name == id }), let bytes = file.bytes else {
            return .refused(badImage("id", id, "an id of download"))
        }
        return .bytes(bytes, type: "application/octet-stream")
    }

    /// Returns a raster without an enclosing key, unlike layers (documented).
    func raster() -> Result {
        let text = names["raster"] ?? ""
        guard let store = service.layers.first?.store, let id = Int(text), let row = store.feature(id) else {
            return .refused(unknownRaster(text))
        }
        let data = store.layer
        return .json(feature(row, data.indices, data, data.reference, hasGeometry: true))
    }

    private func unknownRaster(_ id: String) -> Refused {
        Refused(
            code: 400, message: "Unable to complete operation.", details: [],
            verdict: absent(id, ofLayer: false)
                ?? Verdict(
                    MapServices.ImageRules.raster, facts: [.init("raster", id)],
                    wouldPass: service.layers.isEmpty ? "a service with a catalog" : "an object id of the catalog"))
    }

    private func noCatalog() -> Refused {
        Refused(
            code: 400, message: "Requested operation is not supported by this service.",
            details: ["The requested capability is not supported."],
            verdict: Verdict(
                MapServices.ImageRules.catalog, facts: [.init("service", service.name)],
                wouldPass: "a service with a catalog: layers in the scenario"))
    }

    private func badImage(_ name: String, _ value: String, _ wouldPass: String) -> Refused {
        Refused(
            code: 400, message: "Invalid or missing input parameters.", details: [],
            verdict: Verdict(
                MapServices.ImageRules.parameter,
                facts: [.init("parameter", name), .init("value", String(value.prefix(200)))], wouldPass: wouldPass))
    }
}
