// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Services hosted by ArcGIS Online.
extension Description {
    /// A hosted layer, in the captured order of 10.7; later keys are not known.
    static let hostedLayer = Description(
        rows: [
            Row("currentVersion") { .number($0.version.number ?? "") }, Row("id") { .int($0.layer?.id ?? 0) },
            Row("name") { .string($0.layer?.name ?? "") },
            Row("type") { .string(($0.layer?.kind ?? .feature).rawValue) },
            Row("serviceItemId") { $0.told("serviceItemId") ?? .string($0.service.itemID ?? "") },
            Row("displayField") { .string(display($0)) }, Row("description") { .string($0.layer?.description ?? "") },
            Row("copyrightText") { .string($0.layer?.copyright ?? "") },
            Row("defaultVisibility") { .bool($0.layer?.isVisible ?? true) },
            Row("editingInfo", told: .object([.init("lastEditDate", .int(0))])),
            Row("editFieldsInfo") { $0.layer?.tracking?.json }, Row("relationships", relationships),
            Row("isDataVersioned", .bool(false)), Row("supportsAppend", .bool(false)),
            Row("supportsCalculate") { .bool($0.isUpdatable) }, Row("supportsASyncCalculate", .bool(false)),
            Row("supportsTruncate", .bool(false)), Row("supportsAttachmentsByUploadId", .bool(false)),
            Row("supportsAttachmentsResizing", .bool(false)),
            Row("supportsRollbackOnFailureParameter") { .bool($0.isEditable) },
            Row("supportsStatistics") { QueryCapability.statistics.json($0) },
            Row("supportsExceedsLimitStatistics") { QueryCapability.exceedsLimit.json($0) },
            Row("supportsAdvancedQueries") { QueryCapability.advanced.json($0) },
            Row("supportsValidateSql") { .bool(!$0.isWithoutRows) },
            Row("supportsCoordinatesQuantization") { QueryCapability.coordinatesQuantization.json($0) },
            Row("supportsFieldDescriptionProperty", .bool(true)), Row("supportsQuantizationEditMode", .bool(false)),
            Row("supportsApplyEditsWithGlobalIds") { .bool($0.takesGlobalIDs) },
            Row("supportsMultiScaleGeometry", .bool(false)),
            Row("supportsReturningQueryGeometry", .bool(true)),
            Row("hasGeometryProperties") { .bool(hostedMeasures($0) != nil) },
            Row("geometryProperties", hostedMeasures), Row("advancedQueryCapabilities", QueryCapability.hostedLayer),
            Row("advancedEditingCapabilities", QueryCapability.editing),
            Row("useStandardizedQueries", .bool(true)),
            Row("geometryType") { $0.data?.geometryType == nil ? nil : geometryType($0) },
            Row("minScale") { scale($0.layer?.minScale) }, Row("maxScale") { scale($0.layer?.maxScale) },
            Row("extent") { $0.data?.geometryType == nil ? nil : layerExtent($0) }, Row("timeInfo", layerTime),
            Row("drawingInfo", hostedDrawing),
            Row("allowGeometryUpdates") { .bool($0.service.feature.allowsGeometryUpdates) },
            Row("hasAttachments") { .bool($0.layer?.hasAttachments ?? false) },
            Row("htmlPopupType", told: .string("esriServerHTMLPopupTypeNone")),
            Row("hasM") { .bool($0.data?.hasM ?? false) }, Row("hasZ") { .bool($0.data?.hasZ ?? false) },
            Row("objectIdField") { .string($0.data?.objectIDField ?? "") },
            Row("uniqueIdField") { subject in
                .object([
                    .init("name", .string(subject.data?.objectIDField ?? "")),
                    .init("isSystemMaintained", .bool(true)),
                ])
            }, Row("globalIdField") { .string($0.data?.globalIDField ?? "") },
            Row("typeIdField") { .string($0.layer?.typeField ?? "") },
            Row("fields") { .array(shown($0, hasGeometry: false).map(hostedField)) }, Row("indexes", told: .array([])),
            Row("types") { $0.layer?.typesJSON(hasTemplates: true) ?? .array([]) },
            Row("templates") { $0.layer?.templates ?? .array([]) },
            Row("supportedQueryFormats") { .string(QueryFormat.list($0)) },
            Row("hasStaticData") { .bool(!$0.isEditable) }, Row("maxRecordCount") { .int($0.limit) },
            .recordCount("standardMaxRecordCount"), .recordCount("standardMaxRecordCountNoGeometry"),
            .recordCount("tileMaxRecordCount"),
            Row("maxRecordCountFactor", .int(1)),
            Row("capabilities") { .string($0.capabilities(.featureServer)) },
        ], evidence: .captured("TerriaJS/terriajs capture of 10.7; later keys are not known"))

    /// A tile service hosted by ArcGIS Online, as captured at 10.81: the release comes last.
    static let tileService = Description(
        rows: [
            Row("id") { .string($0.service.itemID ?? "") }, Row("name") { .string($0.service.name) },
            Row("capabilities") { .string($0.capabilities(.mapServer)) },
            Row("description") { .string($0.service.description) },
            Row("serviceDescription") { .string($0.service.description) }, Row("server", .string("")),
            Row("type", .string("MapServer")), Row("access", .string("SECURE")), Row("status", .string("Published")),
            Row("singleFusedMapCache", .bool(true)), Row("spatialReference") { $0.service.reference.short($0.version) },
            Row("initialExtent") { serviceExtent("initialExtent", $0) },
            Row("fullExtent") { serviceExtent("fullExtent", $0) }, Row("minScale", told: .number("0.0")),
            Row("maxScale", told: .number("0.0")), Row("minLOD", .int(0)),
            Row("maxLOD") { .int($0.service.cache?.levels ?? 0) },
            Row("tileInfo") { $0.told("tileInfo") ?? $0.service.cache?.json($0.version) },
            Row("documentInfo", hostedDocument),
            Row("copyrightText") { .string($0.service.copyright) }, Row("tileServers", .null),
            Row("maxExportTilesCount", told: .int(10_000)), Row("exportTilesAllowed", .bool(false)),
            Row("serviceItemId") { .string($0.service.itemID ?? "") }, Row("mapName", told: .string("Layers")),
            Row("units") { $0.told("units") ?? .string($0.service.reference.units) },
            Row("supportedImageFormatTypes", told: .string("PNG32,PNG24,PNG,JPG,DIB,TIFF,EMF,PS,PDF,GIF,SVG,SVGZ,BMP")),
            Row("layers") { subject in .array(subject.service.layers.map { layerEntry($0, subject) }) },
            Row("tables", .null), Row("resampling", told: .bool(false)),
            Row("currentVersion") { .number($0.version.number ?? "") },
        ],
        evidence: .captured(
            "docs/reference/catalog-and-descriptions.md#a-map-service: the keys of a hosted tile service at 10.81"))

    /// Returns name, type, actualType, alias, sqlType, length, nullable, editable, domain, defaultValue (captured,
    /// 10.7).
    static func hostedField(_ field: Field) -> JSON {
        let (actual, sql) = field.type.sql
        var members: [JSON.Member] = [
            .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
            .init("actualType", .string(actual)), .init("alias", .string(field.alias)), .init("sqlType", .string(sql)),
        ]
        if let length = field.length { members.append(.init("length", .int(length))) }
        members += [
            .init("nullable", .bool(field.isNullable)), .init("editable", .bool(field.isEditable)),
            .init("domain", field.domain?.json ?? .null), .init("defaultValue", field.defaultValue),
        ]
        return .object(members + described(field))
    }

    /// Returns the members after the default value, where they are declared (captured, Esri/arcgis-rest-js).
    static func described(_ field: Field) -> [JSON.Member] {
        var members: [JSON.Member] = []
        if let isRequired = field.isRequired { members.append(.init("required", .bool(isRequired))) }
        if let text = field.description { members.append(.init("description", .string(text))) }
        return members
    }

    private static func hostedMeasures(_ subject: Subject) -> JSON? {
        if let told = subject.told("geometryProperties"), told.members != nil { return told }
        return subject.data?.measures(hasUnits: true)
    }

    /// Returns only renderer and transparency (captured, 10.7).
    private static func hostedDrawing(_ subject: Subject) -> JSON {
        guard let members = drawingInfo(subject).members else { return .null }
        return .object(members.filter { ["renderer", "transparency"].contains($0.name) })
    }

    /// Returns lowercase keys (captured, 10.81).
    private static func hostedDocument(_ subject: Subject) -> JSON {
        .object(
            ["title", "author", "comments", "subject", "category", "keywords"].map {
                .init($0, .string($0 == "title" ? subject.service.name : ""))
            })
    }
}

extension FieldType {
    /// The `actualType` and `sqlType` of a hosted field; int and float are captured, the others are SQL Server's types
    /// in Esri's documentation.
    var sql: (actual: String, type: String) {
        switch self {
        case .objectID, .integer: ("int", "sqlTypeInteger")
        case .smallInteger: ("smallint", "sqlTypeSmallInt")
        case .bigInteger: ("bigint", "sqlTypeBigInt")
        case .single: ("real", "sqlTypeReal")
        case .double: ("float", "sqlTypeFloat")
        case .date, .timestampOffset: ("datetime2", "sqlTypeTimestamp2")
        case .dateOnly: ("date", "sqlTypeDate")
        case .timeOnly: ("time", "sqlTypeTime")
        case .globalID, .guid: ("uniqueidentifier", "sqlTypeOther")
        default: ("nvarchar", "sqlTypeNVarchar")
        }
    }
}
