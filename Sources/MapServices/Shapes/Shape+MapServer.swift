import Facts
import Formats

extension Shape {
    /// The root of a MapServer: services-reference 2.1.
    static let mapServer = Shape(
        rows: [
            Row("currentVersion", since: "10.0") { .number($0.version.number ?? "") },
            Row("cimVersion", since: "11.1", .string("3.1.0")),
            Row("serviceDescription", .string("")), Row("mapName", .string("Layers")), Row("description", .string("")),
            Row("copyrightText", .string("")), Row("supportsDynamicLayers", since: "10.1", .bool(true)),
            Row("layers") { subject in
                .array(
                    subject.service.layers.filter { !$0.isTable }
                        .map { layerEntry($0, subject.version) })
            },
            Row("tables", since: "10.0") { subject in
                .array(
                    subject.service.layers.filter { $0.isTable }
                        .map { layerEntry($0, subject.version) })
            },
            Row("spatialReference") { $0.service.reference.json($0.version) },
            Row("singleFusedMapCache", .bool(false)),
            Row("initialExtent") { extent($0.service.fullExtent, $0.service.reference, $0.version) },
            Row("fullExtent") { extent($0.service.fullExtent, $0.service.reference, $0.version) },
            Row("datesInUnknownTimezone", since: "11.1", .bool(false)), Row("minScale", since: "10.1", .int(0)),
            Row("maxScale", since: "10.1", .int(0)), Row("units") { .string($0.service.reference.units) },
            Row(
                "supportedImageFormatTypes", .string("PNG32,PNG24,PNG,JPG,DIB,TIFF,EMF,PS,PDF,GIF,SVG,SVGZ,BMP")),
            Row("documentInfo") { documentInfo($0.service, $0.version) },
            Row("capabilities", since: "10.0") { .string($0.service.capabilities ?? "Map,Query,Data") },
            Row("supportedQueryFormats", since: "10.1") { .string(queryFormats($0.version)) },
            Row("exportTilesAllowed", since: "10.2", .bool(false)),
            Row("referenceScale", since: "11.1", .number("0.0")),
            Row("supportsDatumTransformation", since: "10.6.1", .bool(true)),
            Row("archivingInfo", since: "11.1", .object([.init("supportsHistoricMoment", .bool(false))])),
            Row("supportsClipping", since: "11.1", .bool(true)),
            Row("supportsSpatialFilter", since: "11.1", .bool(true)),
            Row("supportsTimeRelation", since: "11.1", .bool(true)),
            Row("supportsQueryDataElements", since: "11.1", .bool(true)),
            Row("mapUnits", since: "11.1", .object([.init("uwkid", .int(9102))])),
            Row("maxRecordCount", since: "10.1") { .int($0.limit) },
            Row("maxImageHeight", since: "10.1", .int(4096)),
            Row("maxImageWidth", since: "10.1", .int(4096)),
            Row("supportedExtensions", since: "10.1") { .string($0.service.hasFeatureServer ? "FeatureServer" : "") },
        ], evidence: .captured("TerriaJS/terriajs captures of 10.04, 10.61, 10.71 and 11.1; maptalks of 9.3"))

    /// A layer of a MapServer: services-reference 2.2. It has no objectIdField.
    static let mapLayer = Shape(
        rows: [
            Row("currentVersion", since: "10.0") { .number($0.version.number ?? "") },
            Row("cimVersion", since: "11.1", .string("3.1.0")), Row("id") { .int($0.layer?.id ?? 0) },
            Row("name") { .string($0.layer?.name ?? "") },
            Row("type") { .string(($0.layer?.kind ?? .feature).rawValue) },
            Row("description", .string("")), Row("definitionExpression", until: "10.2", .string("")),
            Row("geometryType") { $0.data?.geometryType.map { .string($0.rawValue) } ?? .null },
            Row("sourceSpatialReference", since: "10.8.1") { ($0.data?.reference ?? .wgs84).json($0.version) },
            Row("copyrightText", .string("")), Row("parentLayer", since: "10.0", .null),
            Row("subLayers", since: "10.0", .array([])),
            Row("minScale", .int(0)), Row("maxScale", .int(0)), Row("referenceScale", since: "11.1", .number("0.0")),
            Row("drawingInfo", since: "10.0") { drawingInfo($0.data) },
            Row("defaultVisibility", since: "10.0", .bool(true)),
            Row("extent") { extent($0.data?.extent, $0.data?.reference ?? $0.service.reference, $0.version) },
            Row("hasAttachments", since: "10.0", .bool(false)),
            Row("htmlPopupType", since: "10.0", .string("esriServerHTMLPopupTypeAsHTMLText")),
            Row("displayField") { .string($0.data?.displayField ?? "") }, Row("typeIdField", since: "10.0", .null),
            Row("subtypeFieldName", since: "10.7.1", .null), Row("subtypeField", since: "10.7.1", .null),
            Row("defaultSubtypeCode", since: "10.7.1", .null),
            Row("fields") { .array($0.data?.fields.map(mapField) ?? []) },
            Row("geometryField", since: "10.7.1") { _ in
                .object([
                    .init("name", .string("Shape")), .init("type", .string("esriFieldTypeGeometry")),
                    .init("alias", .string("Shape")),
                ])
            }, Row("indexes", since: "10.7.1", .array([])), Row("subtypes", since: "10.7.1", .array([])),
            Row("types", since: "10.0", until: "10.2", .array([])), Row("relationships", since: "10.0", .array([])),
            Row("canModifyLayer", since: "10.1", .bool(true)), Row("canScaleSymbols", since: "10.1", .bool(false)),
            Row("hasLabels", since: "10.1", .bool(false)),
            Row("capabilities", since: "10.0") { .string($0.service.capabilities ?? "Map,Query,Data") },
            Row("maxRecordCount", since: "10.1") { .int($0.limit) },
            Row("supportsStatistics", since: "10.1", .bool(true)),
            Row("supportsExceedsLimitStatistics", since: "11.1", .bool(false)),
            Row("supportsAdvancedQueries", since: "10.1", .bool(true)), Row("hasZ", since: "11.1", .bool(false)),
            Row("hasM", since: "11.1", .bool(false)),
            Row("supportedQueryFormats", since: "10.1") { .string(queryFormats($0.version)) },
            Row("isDataVersioned", since: "10.4", .bool(false)),
            Row(
                "ownershipBasedAccessControlForFeatures", since: "10.1",
                .object([.init("allowOthersToQuery", .bool(true))])),
            Row("useStandardizedQueries", since: "10.2", .bool(true)),
            Row("supportedSpatialRelationships", since: "11.1", .array([])),
            Row("advancedQueryCapabilities", since: "10.3") { advanced($0.version) },
            Row("supportsDatumTransformation", since: "10.8.1", .bool(false)),
            Row(
                "advancedQueryAnalyticCapabilities", since: "11.1",
                flags([
                    ("supportsLinearRegression", false), ("supportsAsync", false),
                    ("supportsPercentileAnalytic", false),
                ])),
            Row("dateFieldsTimeReference", since: "11.1", .null), Row("preferredTimeReference", since: "11.1", .null),
            Row("datesInUnknownTimezone", since: "11.1", .bool(false)),
            Row("hasGeometryProperties", since: "11.1", .bool(false)), Row("geometryProperties", since: "11.1", .null),
            Row("hasMetadata", since: "11.1", .bool(false)), Row("isDataArchived", since: "11.1", .bool(false)),
            Row("archivingInfo", since: "11.1", historic),
            Row("supportsCoordinatesQuantization", since: "10.7.1", .bool(false)),
            Row("supportsDynamicLegends", since: "11.1", .bool(false)),
        ],
        evidence: .captured("openaddresses/pyesridump captures of 9.3, 10.0, 10.2 and 10.81; TerriaJS/terriajs of 11.1")
    )

    /// Name, type, alias, length, domain (captured).
    static func mapField(_ field: Field) -> JSON {
        var members: [JSON.Member] = [
            .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
            .init("alias", .string(field.alias)),
        ]
        if let length = field.length { members.append(.init("length", .int(length))) }
        members.append(.init("domain", .null))
        return .object(members)
    }

    /// What the double really answers, in the captured order of keys: a client that believes it is not disappointed.
    static func advanced(_ version: Version) -> JSON {
        if version.hasProRuntime {
            return flags([
                ("useStandardizedQueries", true), ("supportsStatistics", true),
                ("supportsPercentileStatistics", false),
                ("supportsHavingClause", true), ("supportsOrderBy", true), ("supportsDistinct", true),
                ("supportsCountDistinct", true), ("supportsPagination", true), ("supportsLod", false),
                ("supportsQueryWithLodSR", false), ("supportsTrueCurve", false),
                ("supportsQueryWithDatumTransformation", false), ("supportsReturningQueryExtent", true),
                ("supportsQueryWithDistance", false), ("supportsSqlExpression", false), ("supportsTimeRelation", false),
                ("supportsSqlFormat", false), ("supportsQueryAnalytic", false),
            ])
        }
        return flags([
            ("useStandardizedQueries", true), ("supportsStatistics", true), ("supportsHavingClause", true),
            ("supportsCountDistinct", true), ("supportsOrderBy", true), ("supportsDistinct", true),
            ("supportsPagination", true), ("supportsTrueCurve", false), ("supportsReturningQueryExtent", true),
            ("supportsQueryWithDistance", false), ("supportsSqlExpression", false),
        ])
    }
}
