// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// The root of an ImageServer: docs/reference/other-services.md#imageserver.
    ///
    /// Captured at 10.3 with a catalog and at 10.91 without one: which keys belong to a catalog is inferred from that.
    static let imageServer: Description = {
        func row(_ key: String, since: Version? = nil, _ value: @escaping @Sendable (Subject) -> JSON) -> Row {
            Row(key, since: since) { $0.service.imagery?[key] ?? value($0) }
        }
        func fixed(_ key: String, since: Version? = nil, _ value: JSON) -> Row { row(key, since: since) { _ in value } }
        return Description(
            rows: [
                Row("currentVersion", since: .v10_0_0) { .number($0.version.number ?? "") },
                row("serviceDescription") { .string($0.service.description) },
                row("name") { .string($0.service.name) }, row("description") { .string($0.service.description) },
                Row("extent", imageExtent), row("initialExtent", imageExtent), row("fullExtent", imageExtent),
                row("pixelSizeX") { .double(pixelSize($0)?.x ?? 1) },
                row("pixelSizeY") { .double(pixelSize($0)?.y ?? 1) },
                row("bandCount") { .int($0.service.imagery?.bandCount ?? 1) },
                fixed("pixelType", .string("U8")), fixed("minPixelSize", .int(0)), fixed("maxPixelSize", .int(0)),
                row("copyrightText") { .string($0.service.copyright) },
                fixed("serviceDataType", .string("esriImageServiceDataTypeGeneric")),
                fixed("minValues", .array([])), fixed("maxValues", .array([])), fixed("meanValues", .array([])),
                fixed("stdvValues", .array([])),
                row("objectIdField") { .string(catalog($0)?.objectIDField ?? "") },
                row("fields") { subject in .array((catalog(subject)?.fields ?? []).map(catalogField)) },
                row("capabilities") { .string($0.capabilities(.imageServer)) },
                fixed("defaultMosaicMethod", .string("Northwest")),
                row("allowedMosaicMethods") { subject in
                    .string(catalog(subject) == nil ? "" : "NorthWest,Center,LockRaster,ByAttribute,None")
                },
                fixed("sortField", .string("")), fixed("sortValue", .null),
                fixed("sortAscending", since: .v10_9, .bool(true)), fixed("mosaicOperator", .string("First")),
                fixed("defaultCompressionQuality", .int(75)), fixed("defaultResamplingMethod", .string("Bilinear")),
                fixed("maxImageHeight", .int(4100)), fixed("maxImageWidth", .int(15_000)),
            ] + tiledOrCatalog + [
                fixed("allowRasterFunction", .bool(true)),
                fixed("rasterFunctionInfos", .array([info("None", "")])),
                fixed(
                    "rasterTypeInfos", .array([info("Raster Dataset", "Supports all ArcGIS Raster Datasets")])),
                fixed("mensurationCapabilities", .string("Basic")), fixed("hasHistograms", .bool(false)),
                fixed("hasColormap", .bool(false)), fixed("hasRasterAttributeTable", .bool(false)),
                fixed("minScale", .int(0)), fixed("maxScale", .int(0)), fixed("exportTilesAllowed", .bool(false)),
                fixed("hasMultidimensions", .bool(false)),
                row("supportsStatistics") { .bool(catalog($0) != nil) },
                row("supportsAdvancedQueries") { .bool(catalog($0) != nil) }, fixed("editFieldsInfo", .null),
                fixed("ownershipBasedAccessControlForRasters", .null), fixed("allowComputeTiePoints", .bool(false)),
                fixed("useStandardizedQueries", .bool(true)),
                row("advancedQueryCapabilities", since: .v10_9) { subject in
                    let there = JSON.bool(catalog(subject) != nil)
                    return .object(
                        [.init("useStandardizedQueries", .bool(true))]
                            + ["supportsStatistics", "supportsOrderBy", "supportsDistinct", "supportsPagination"]
                            .map { .init($0, there) })
                },
                Row("spatialReference") { reference($0).short($0.version) },
            ], evidence: .captured("openaddresses/esri-dump of 10.3 and TerriaJS/terriajs of 10.91"))
    }()

    /// The limits of a catalog, or the properties of a cache.
    private static let tiledOrCatalog: [Row] =
        [
            ("maxRecordCount", JSON.int(1000)), ("maxDownloadImageCount", .int(20)),
            ("maxDownloadSizeLimit", .int(2048)),
            ("maxMosaicImageCount", .int(20)),
        ].map { key, value in
            Row(key) { $0.service.imagery?[key] ?? (catalog($0) == nil ? nil : value) }
        }
        + ["singleFusedMapCache", "tileInfo", "cacheType"].map { key in
            Row(key, since: .v10_5) {
                $0.service.imagery?[key] ?? (key == "singleFusedMapCache" ? .bool(false) : nil)
            }
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
