// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// The root of an ImageServer: docs/reference/other-services.md#imageserver.
    ///
    /// At 10.91 what a raster is made of comes behind the extents, except for hosted tiles, which have an older form. Keys
    /// of a catalog are those that the mosaics have and the others have not.
    static let imageServer = Description(
        rows: [Row("currentVersion", since: .v10_0_0) { .number($0.version.number ?? "") }]
            + (imagePlace + imageSource + imageMosaic + imageLimits + imageFunctions + imageQueries).map { row in
                var row = row
                let (key, value) = (row.key, row.value)
                row.value = { $0.service.imagery?[key] ?? value($0) }
                return row
            } + [Row("spatialReference") { reference($0).short($0.version) }],
        evidence: .captured(
            "openaddresses/esri-dump of 10.3, consbio/mapservice-clientlib of 10.5, TerriaJS/terriajs of 10.91 (a mosaic, a multidimensional raster, tiles)"
        ))

    private static let imagePlace: [Row] = [
        Row("serviceDescription") { .string($0.service.description) }, Row("name") { .string($0.service.name) },
        Row("description") { .string($0.service.description) }, Row("extent", imageExtent),
        Row("initialExtent", imageExtent), Row("fullExtent", imageExtent),
        Row("hasMultidimensions", since: .v10_9, when: .pixels, .bool(false)),
        Row("timeInfo", since: .v10_0_0) { _ in nil },
    ]

    private static let imageSource: [Row] = [
        Row("pixelSizeX") { .double(pixelSize($0)?.x ?? 1) }, Row("pixelSizeY") { .double(pixelSize($0)?.y ?? 1) },
        Row("datasetFormat", since: .v10_9, when: .pixels) { .string(catalog($0) == nil ? "TIFF" : "AMD") },
        Row("uncompressedSize", since: .v10_9, when: .pixels, uncompressed),
        Row("blockWidth", since: .v10_9, when: .pixels, .int(256)),
        Row("blockHeight", since: .v10_9, when: .pixels, .int(256)),
        Row("compressionType", since: .v10_9, when: .pixels, .string("None")),
        Row("bandNames", since: .v10_9, when: .pixels) { subject in
            .array((0..<(subject.service.imagery?.bandCount ?? 1)).map { .string("Band_\($0 + 1)") })
        }, Row("allowCopy", since: .v10_9, when: .pixels, .bool(false)),
        Row("allowAnalysis", since: .v10_9, when: .pixels, .bool(false)),
        Row("defaultVariable", since: .v10_9, when: .pixels) { _ in nil },
        Row("bandCount") { .int($0.service.imagery?.bandCount ?? 1) },
        Row("noDataValue", since: .v10_9, when: .pixels) { _ in nil },
        Row("noDataValues", since: .v10_9, when: .pixels) { _ in nil }, Row("pixelType", .string("U8")),
        Row("minPixelSize", .int(0)), Row("maxPixelSize", .int(0)),
        Row("copyrightText") { .string($0.service.copyright) },
        Row("serviceDataType", .string("esriImageServiceDataTypeGeneric")),
        Row("serviceSourceType", since: .v10_9, when: .pixels) { subject in
            .string("esriImageServiceSourceType" + (catalog(subject) == nil ? "Dataset" : "MosaicDataset"))
        }, Row("minValues", .array([])), Row("maxValues", .array([])), Row("meanValues", .array([])),
        Row("stdvValues", .array([])),
    ]

    private static let imageMosaic: [Row] = [
        Row("objectIdField") { .string(catalog($0)?.objectIDField ?? "") },
        Row("fields") { subject in .array((catalog(subject)?.fields ?? []).map(catalogField)) },
        Row("capabilities") { .string($0.capabilities(.imageServer)) },
        Row("defaultMosaicMethod", .string("Northwest")),
        Row("allowedMosaicMethods") { subject in
            .string(catalog(subject) == nil ? "" : "NorthWest,Center,LockRaster,ByAttribute,None")
        }, Row("sortField", .string("")), Row("sortValue", .null), Row("sortAscending", since: .v10_9, .bool(true)),
        Row("mosaicOperator", .string("First")),
    ]

    private static let imageLimits: [Row] = [
        Row(
            "maxDownloadSizeLimit", since: .v10_5, when: .catalog,
            evidence: .captured("Tests/Golden/arcgis/mapservice-clientlib/image.json: 10.5"), .int(2048)),
        Row("defaultCompressionQuality", .int(75)), Row("defaultResamplingMethod", .string("Bilinear")),
        Row("maxImageHeight", .int(4100)), Row("maxImageWidth", .int(15_000)),
        Row("maxRecordCount", when: .catalog) { .int($0.service.maxRecordCount ?? 1000) },
        Row("maxDownloadImageCount", when: .catalog, .int(20)),
        Row("maxDownloadSizeLimit", until: .v10_5, when: .catalog, .int(2048)),
        Row("maxMosaicImageCount", when: .catalog, .int(20)),
        Row("singleFusedMapCache", since: .v10_9, when: .tiles, .bool(true)),
        Row("tileInfo", since: .v10_9, when: .tiles) { _ in nil },
        Row("cacheType", since: .v10_9, when: .tiles) { _ in nil },
    ]

    private static let imageFunctions: [Row] = [
        Row("allowRasterFunction", .bool(true)), Row("rasterFunctionInfos", .array([info("None", "")])),
        Row("rasterTypeInfos", .array([info("Raster Dataset", "Supports all ArcGIS Raster Datasets")])),
        Row(
            "tileInfo", since: .v10_1, until: .v10_9, when: .tiles,
            evidence: .captured("Tests/Golden/arcgis/mapservice-clientlib/image.json: 10.5")
        ) { _ in nil }, Row("mensurationCapabilities", .string("Basic")), Row("hasHistograms", .bool(false)),
        Row("hasColormap", .bool(false)), Row("hasRasterAttributeTable", .bool(false)), Row("minScale", .int(0)),
        Row("maxScale", .int(0)), Row("exportTilesAllowed", .bool(false)),
        Row("hasMultidimensions", until: .v10_9, .bool(false)),
        Row("hasMultidimensions", since: .v10_9, when: .tiles, .bool(false)),
    ]

    private static let imageQueries: [Row] = [
        Row("supportsStatistics") { .bool(catalog($0) != nil) },
        Row("supportsAdvancedQueries") { .bool(catalog($0) != nil) }, Row("editFieldsInfo", .null),
        Row("ownershipBasedAccessControlForRasters", .null), Row("allowComputeTiePoints", .bool(false)),
        Row("useStandardizedQueries", .bool(true)),
        Row(
            "advancedQueryCapabilities", since: .v10_5,
            evidence: .captured("Tests/Golden/arcgis/mapservice-clientlib/image.json: 10.5")
        ) { subject in
            let there = JSON.bool(catalog(subject) != nil)
            return .object(
                [.init("useStandardizedQueries", .bool(true))]
                    + ["supportsStatistics", "supportsOrderBy", "supportsDistinct", "supportsPagination"]
                    .map { .init($0, there) })
        },
    ]

    /// Returns the bytes of all pixels.
    private static func uncompressed(_ subject: Subject) -> JSON {
        let (picture, bands) = (subject.service.imagery?.picture, subject.service.imagery?.bandCount ?? 1)
        return .int((picture?.width ?? 1) * (picture?.height ?? 1) * bands)
    }

    private static func info(_ name: String, _ description: String) -> JSON {
        .object([
            .init("name", .string(name)), .init("description", .string(description)), .init("help", .string("")),
        ])
    }

    static func catalog(_ subject: Subject) -> LayerData? { subject.service.layers.first?.data }

    static func reference(_ subject: Subject) -> SpatialReference {
        subject.service.imagery?.reference ?? subject.service.reference
    }

    /// Returns the pixel size of an image, in units of the service.
    private static func pixelSize(_ subject: Subject) -> (x: Double, y: Double)? {
        guard let picture = subject.service.imagery?.picture,
            let extent = subject.service.imagery?.extent ?? subject.service.fullExtent
        else { return nil }
        return (
            (extent.xmax - extent.xmin) / Double(picture.width), (extent.ymax - extent.ymin) / Double(picture.height)
        )
    }

    private static func imageExtent(_ subject: Subject) -> JSON {
        guard let extent = subject.service.imagery?.extent ?? subject.service.fullExtent else { return .null }
        return .object([
            .init("xmin", .double(extent.xmin)), .init("ymin", .double(extent.ymin)),
            .init("xmax", .double(extent.xmax)),
            .init("ymax", .double(extent.ymax)),
            .init("spatialReference", reference(subject).short(subject.version)),
        ])
    }

    /// Returns a field: name, type, alias, domain, length (captured, 10.3).
    private static func catalogField(_ field: Field) -> JSON {
        var members: [JSON.Member] = [
            .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
            .init("alias", .string(field.alias)), .init("domain", field.domain?.json ?? .null),
        ]
        if let length = field.length { members.append(.init("length", .int(length))) }
        return .object(members)
    }
}
