// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Layers that ArcGIS Online hosts.
extension Description {
    /// A hosted layer. A server of an earlier release has it as ArcGIS Online had it when it said that number.
    static let hostedLayer = Description(
        rows: hostedBeginning + hostedAbilities + hostedShape + hostedFields + hostedFormats,
        evidence: .captured(
            "EsriUK/arcgis-dijit-nearest, openaddresses/batch-machine and koopjs/featureservice of 10.3, TerriaJS/terriajs of 10.7 and 11.2, consbio/mapservice-clientlib of 10.81, NYCPlanning/data-engineering of 11.2, Esri/maplibre-arcgis of 11.5"
        ))

    private static let hostedBeginning: [Row] = [
        Row("currentVersion") { .number($0.version.number ?? "") }, Row("id") { .int($0.layer?.id ?? 0) },
        Row("name") { .string($0.layer?.name ?? "") },
        Row("type") { .string(($0.layer?.kind ?? .feature).rawValue) },
        Row("serviceItemId") { $0.told("serviceItemId") ?? .string($0.service.itemID ?? "") },
        Row("cacheMaxAge", since: .v11_2, told: .int(30)), .ifTold("sourceSchemaChangesAllowed", since: .v11_2),
        .ifTold("hasViews", since: .v11_2),
        Row("isView", evidence: .reported("pypi.org/project/arcgis/2.4.4 reads it; its place is inferred")) {
            $0.layer?.view == nil ? nil : .bool(true)
        },
        Row("displayField") { .string(display($0)) },
        Row("description") { .string($0.layer?.description ?? "") },
        Row("copyrightText") { .string($0.layer?.copyright ?? "") },
        Row("defaultVisibility") { .bool($0.layer?.isVisible ?? true) },
        Row("editingInfo", told: .object([.init("lastEditDate", .int(0))])),
        .ifTold("multiScaleGeometryInfo", since: .v11_2), Row("editFieldsInfo") { $0.layer?.tracking?.json },
        Row("relationships", relationships), Row("isDataVersioned", .bool(false)),
        Row("hasContingentValuesDefinition", since: .v11_2, .bool(false)),
    ]

    private static let hostedAbilities: [Row] = [
        Row("supportsAppend", since: .v10_7) { .bool($0.isAppendable) },
        Row("supportsCalculate") { .bool($0.isUpdatable) },
        Row("supportsASyncCalculate", since: .v10_7, .bool(false)),
        Row("supportsTruncate", since: .v10_7) { .bool($0.isEditable) },
        Row("supportsAttachmentsByUploadId", .bool(false)),
        Row("supportsAttachmentsResizing", since: .v10_7, .bool(false)),
        Row("supportsRollbackOnFailureParameter") { .bool($0.isEditable) },
        Row("supportsStatistics") { QueryCapability.statistics.json($0) },
        Row("supportsExceedsLimitStatistics", since: .v10_7) { QueryCapability.exceedsLimit.json($0) },
        Row("supportsAdvancedQueries") { QueryCapability.advanced.json($0) },
        Row("supportsValidateSql") { QueryCapability.statistics.json($0) },
        Row("supportsCoordinatesQuantization") { QueryCapability.coordinatesQuantization.json($0) },
        Row("supportsLayerOverrides", since: .v10_8, .bool(false)),
        Row("supportsTilesAndBasicQueriesMode", since: .v10_8, .bool(false)),
        Row(
            "supportsContingentValues", since: .v10_8, until: .v11_2,
            evidence: .captured("Tests/Golden/arcgis/mapservice-clientlib/feature-layer.json: 10.81"), .bool(false)),
        Row("supportsFieldDescriptionProperty", since: .v10_7, .bool(true)),
        Row("supportsQuantizationEditMode", since: .v10_7, .bool(false)),
        Row("supportsColumnStoreIndex", since: .v11_5, .bool(false)),
        Row("supportsApplyEditsWithGlobalIds") { .bool($0.takesGlobalIDs) },
        Row("supportsMultiScaleGeometry", since: .v10_7, .bool(false)),
        Row("supportsReturningQueryGeometry", since: .v10_7, .bool(true)),
        Row("enableNullGeometry", since: .v11_5, .bool(false)),
        Row("hasGeometryProperties", since: .v10_7) { .bool(hostedMeasures($0) != nil) },
        Row("geometryProperties", since: .v10_7, hostedMeasures),
        Row("advancedQueryCapabilities", QueryCapability.hostedLayer),
        Row("advancedQueryAnalyticCapabilities", since: .v11_2, QueryCapability.hostedAnalytic),
        Row("queryBinsCapabilities", since: .v11_2, QueryCapability.bins),
        Row("advancedEditingCapabilities", since: .v11_2, QueryCapability.hostedEditing),
        Row("infoInEstimates", since: .v11_2, told: .array([.string("extent"), .string("count")])),
        Row("useStandardizedQueries", .bool(true)),
    ]

    private static let hostedShape: [Row] = [
        Row("geometryType") { $0.data?.geometryType == nil ? nil : geometryType($0) },
        Row("minScale") { scale($0.layer?.minScale) }, Row("maxScale") { scale($0.layer?.maxScale) },
        Row("extent") { $0.data?.geometryType == nil ? nil : layerExtent($0) },
        Row("spatialReference", since: .v11_5) { subject in
            subject.data?.geometryType.flatMap { _ in subject.data?.reference.short(subject.version) }
        }, Row("drawingInfo", hostedDrawing), Row("timeInfo", hostedTime),
        Row("allowGeometryUpdates") { .bool($0.service.feature.allowsGeometryUpdates) },
        Row("supportedCurveTypes", since: .v11_2, told: .array([.string("esriGeometryCircularArc")])),
        Row("allowTrueCurvesUpdates", since: .v11_2, .bool(false)),
        Row("onlyAllowTrueCurveUpdatesByTrueCurveClients", since: .v11_2, .bool(false)),
        Row("hasAttachments") { .bool($0.layer?.hasAttachments ?? false) },
        Row("htmlPopupType", told: .string("esriServerHTMLPopupTypeNone")), .ifTold("hasMetadata", since: .v11_2),
        Row("hasM") { .bool($0.data?.hasM ?? false) }, Row("hasZ") { .bool($0.data?.hasZ ?? false) },
    ]

    private static let hostedFields: [Row] = [
        Row("objectIdField") { .string($0.data?.objectIDField ?? "") },
        Row("uniqueIdField", since: .v10_7) { subject in
            .object([
                .init("name", .string(subject.data?.objectIDField ?? "")), .init("isSystemMaintained", .bool(true)),
            ])
        }, Row("globalIdField") { .string($0.data?.globalIDField ?? "") },
        Row("typeIdField") { .string($0.layer?.typeField ?? "") }, Row("collation", since: .v11_5, told: neutral),
        Row("fields") { subject in .array(shown(subject, hasGeometry: false).map { hostedField($0, subject) }) },
        Row("indexes", told: .array([])), Row("dateFieldsTimeReference", since: .v10_8, told: coordinated),
        Row("preferredTimeReference", since: .v10_8, told: .null),
        Row("types") { $0.layer?.typesJSON(hasTemplates: true) ?? .array([]) },
        Row("templates") { $0.layer?.templates ?? .array([]) },
    ]

    private static let hostedFormats: [Row] = [
        Row("supportedQueryFormats") { .string(QueryFormat.list($0)) },
        Row("supportedAppendFormats", since: .v10_8) { .string($0.isAppendable ? AppendOperation.formats : "") },
        Row("supportedAppendSourceFilterFormats", since: .v11_2, told: .string("")),
        Row("supportedExportFormats", since: .v11_2, told: .string("")),
        Row("supportedConvertFileFormats", since: .v11_2, .string("")),
        Row("supportedConvertContentFormats", since: .v11_2, .string("")),
        Row("supportedSpatialRelationships", since: .v11_2) { subject in
            .array(subject.isWithoutRows ? [] : hostedRelations.map { .string("esriSpatialRel\($0)") })
        }, Row("guidFormat", since: .v11_5, .string("")),
        Row("supportedContingentValuesFormats", since: .v11_2, .string("")),
        Row("supportedSyncDataOptions", since: .v11_2, .int(0)),
        Row("hasStaticData") { .bool(!$0.isEditable) }, Row("maxRecordCount") { .int($0.limit) },
        .recordCount("standardMaxRecordCount", since: .v10_4),
        .recordCount("standardMaxRecordCountNoGeometry", since: .v10_7),
        .recordCount("tileMaxRecordCount", since: .v10_4), Row("maxRecordCountFactor", since: .v10_4, .int(1)),
        Row("capabilities") { .string($0.capabilities(.featureServer)) },
    ]

    private static let hostedRelations = [
        "Intersects", "Contains", "Crosses", "EnvelopeIntersects", "IndexIntersects", "Overlaps", "Touches", "Within",
        "Relation",
    ]

    private static let neutral = JSON.object([
        .init("locale", .string("neutral")), .init("caseSensitive", .bool(false)),
        .init("accentSensitive", .bool(true)),
    ])

    private static let coordinated = JSON.object([
        .init("timeZone", .string("UTC")), .init("respectsDaylightSaving", .bool(false)),
    ])

    /// Returns the time information: that of the description, or that of other layers.
    private static func hostedTime(_ subject: Subject) -> JSON? {
        if let told = subject.told("timeInfo"), told.members != nil { return told }
        return layerTime(subject)
    }

    private static func hostedMeasures(_ subject: Subject) -> JSON? {
        if let told = subject.told("geometryProperties"), told.members != nil { return told }
        return subject.data?.measures(hasUnits: true)
    }

    /// Returns what the description has, in its form: ArcGIS Online keeps the drawing information as it was published
    /// (captured at 10.3, 10.7, 10.81, 11.2 and 11.5 with and without transparency and labels). Without one, the renderer,
    /// from 10.7 on the transparency, and the labels of the scenario.
    private static func hostedDrawing(_ subject: Subject) -> JSON {
        guard let members = drawingInfo(subject).members else { return .null }
        let ours = { (key: String) in members.first { $0.name == key }?.value }
        guard let told = subject.told("drawingInfo")?.members else {
            return .object(
                members.filter { member in
                    switch member.name {
                    case "renderer": true
                    case "labelingInfo": subject.layer?.labelingInfo != nil
                    case "transparency": subject.version >= .v10_7
                    default: false
                    }
                })
        }
        let added = subject.layer?.labelingInfo.map { [JSON.Member("labelingInfo", $0)] } ?? []
        return .object(
            told.map { .init($0.name, ours($0.name) ?? $0.value) }
                + added.filter { member in !told.contains { $0.name == member.name } })
    }

    /// Returns name, type, actualType, alias, sqlType, length, nullable, editable, domain, defaultValue (captured, 10.3 to
    /// 11.5). A field that the description lists has the types that it says; some have no `actualType`.
    static func hostedField(_ field: Field, _ subject: Subject) -> JSON {
        let told = subject.told("fields")?.elements?.first { $0["name"]?.text == field.name }
        let (actual, sql) = field.type.sql
        var members: [JSON.Member] = [
            .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
        ]
        if let actual = told == nil ? .string(actual) : told?["actualType"] {
            members.append(.init("actualType", actual))
        }
        members += [
            .init("alias", .string(field.alias)), .init("sqlType", told?["sqlType"] ?? .string(sql)),
        ]
        if let length = field.length { members.append(.init("length", .int(length))) }
        members += [
            .init("nullable", .bool(field.isNullable)), .init("editable", .bool(field.isEditable)),
            .init("domain", field.domain?.json ?? .null), .init("defaultValue", field.defaultValue),
        ]
        if let precision = told?["precision"] { members.append(.init("precision", precision)) }
        return .object(members + described(field))
    }

    /// Returns the members after the default value, where they are declared (captured, Esri/arcgis-rest-js).
    static func described(_ field: Field) -> [JSON.Member] {
        var members: [JSON.Member] = []
        if let isRequired = field.isRequired { members.append(.init("required", .bool(isRequired))) }
        if let text = field.description { members.append(.init("description", .string(text))) }
        return members
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
