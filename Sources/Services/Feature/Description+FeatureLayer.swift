// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// A layer of a FeatureServer on ArcGIS Server, in the runtime of ArcMap:
    /// docs/reference/catalog-and-descriptions.md#a-feature-service. From 10.7 on, the geometry's type and the scales come
    /// before the description.
    static let featureLayer = Description(
        rows: featureBeginning + featureAbilities + featureGeometry + featureFields,
        evidence: .captured(
            "koopjs/featureservice of 10.0, openaddresses/pyesridump of 10.3, openaddresses/batch-machine of 10.51, TerriaJS/terriajs of 10.71; other releases inferred from them"
        ))

    private static let featureBeginning: [Row] = [
        Row("currentVersion", since: .v10_0) { .number($0.version.number ?? "") },
        Row("id") { .int($0.layer?.id ?? 0) }, Row("name") { .string($0.layer?.name ?? "") },
        Row("type") { .string(($0.layer?.kind ?? .feature).rawValue) },
        Row("displayField", until: .v10_1) { .string(display($0)) },
        Row("parentLayer", since: .v10_7, when: .layers, parentLayer),
        Row("subLayers", since: .v10_7) { $0.layer?.kind == .group ? subLayers($0) : nil },
        Row("defaultVisibility", since: .v10_7, when: .layers) { .bool($0.layer?.isVisible ?? true) },
        Row("minScale", since: .v10_7, when: .layers) { scale($0.layer?.minScale) },
        Row("maxScale", since: .v10_7, when: .layers) { scale($0.layer?.maxScale) },
        Row("geometryType", since: .v10_7, when: .layers, geometryType),
        Row("description") { .string($0.layer?.description ?? "") },
        Row("copyrightText") { .string($0.layer?.copyright ?? "") },
        Row("defaultVisibility", since: .v10_1, until: .v10_7, when: .layers) { .bool($0.layer?.isVisible ?? true) },
        Row("editFieldsInfo", since: .v10_1, editFields),
        Row("ownershipBasedAccessControlForFeatures", since: .v10_1, .null),
        Row("syncCanReturnChanges", since: .v10_1) { .bool($0.isSynchronized) }, Row("relationships", relationships),
        Row("isDataVersioned", since: .v10_1, told: .bool(false)),
        Row("isDataArchived", since: .v10_7, told: .bool(false)),
        Row("isCoGoEnabled", since: .v10_7, told: .bool(false)),
    ]

    private static let featureAbilities: [Row] = [
        Row("supportsRollbackOnFailureParameter", since: .v10_1) { .bool($0.isEditable) },
        Row(
            "archivingInfo", since: .v10_5,
            evidence: .captured("Tests/Golden/arcgis/batch-machine/us-al-cullman-metadata.json: 10.51"), historic),
        Row("supportsStatistics", since: .v10_1) { QueryCapability.statistics.json($0) },
        Row("supportsAdvancedQueries", since: .v10_1) { QueryCapability.advanced.json($0) },
        Row("supportsValidateSQL", since: .v10_4) { .bool(!$0.isWithoutRows) },
        Row("supportsCoordinatesQuantization", since: .v10_7) { QueryCapability.coordinatesQuantization.json($0) },
        Row("supportsCalculate", since: .v10_4) { .bool($0.isUpdatable) },
        Row("advancedQueryCapabilities", since: .v10_3, QueryCapability.featureLayer),
        Row("advancedEditingCapabilities", since: .v10_9_1, QueryCapability.editing),
        .ifTold("editingInfo", since: .v10_6),
    ]

    private static let featureGeometry: [Row] = [
        Row("geometryType", until: .v10_7, when: .layers, geometryType),
        Row("minScale", until: .v10_7, when: .layers) { scale($0.layer?.minScale) },
        Row("maxScale", until: .v10_7, when: .layers) { scale($0.layer?.maxScale) },
        Row("extent", when: .layers, layerExtent), Row("timeInfo", layerTime),
        Row("sourceSpatialReference", since: .v10_7, when: .layers, sourceReference),
        .ifTold("effectiveMinScale", since: .v10_7), .ifTold("effectiveMaxScale", since: .v10_7),
        Row("drawingInfo", when: .layers, drawingInfo),
        Row("hasM", since: .v10_1, when: .layers) { .bool($0.data?.hasM ?? false) },
        Row("hasZ", since: .v10_1, when: .layers) { .bool($0.data?.hasZ ?? false) },
        Row("allowUpdateWithoutMValues", since: .v10_7, when: .layers, .bool(false)),
        Row("allowGeometryUpdates", since: .v10_1, when: .layers) {
            .bool($0.isEditable && $0.service.feature.allowsGeometryUpdates)
        }, Row("allowTrueCurvesUpdates", since: .v10_4, when: .layers, .bool(false)),
        Row("onlyAllowTrueCurveUpdatesByTrueCurveClients", since: .v10_4, when: .layers, .bool(true)),
        Row("hasAttachments") { .bool($0.layer?.hasAttachments ?? false) },
        .ifTold("supportsAttachmentsByUploadId", since: .v10_6),
        Row(
            "supportsApplyEditsWithGlobalIds", since: .v10_5,
            evidence: .captured("Tests/Golden/arcgis/batch-machine/us-al-cullman-metadata.json: 10.51")
        ) { .bool($0.takesGlobalIDs) }, Row("htmlPopupType", told: .string("esriServerHTMLPopupTypeAsHTMLText")),
    ]

    private static let featureFields: [Row] = [
        Row("objectIdField") { .string($0.data?.objectIDField ?? "") },
        Row("globalIdField") { .string($0.data?.globalIDField ?? "") },
        Row("displayField", since: .v10_1) { .string(display($0)) },
        Row("typeIdField") { .string($0.layer?.typeField ?? "") },
        Row("subtypeField", since: .v10_5) { .string(subtypeField($0).text ?? "") },
        Row("fields") { subject in .array(shown(subject, hasGeometry: false).map { featureField($0, subject) }) },
        Row("geometryField", since: .v10_7, when: .layers, featureGeometryField),
        Row(
            "indexes", since: .v10_4, until: .v10_7,
            evidence: .captured("Tests/Golden/arcgis/batch-machine/us-al-cullman-metadata.json: 10.51; none at 10.71"),
            told: .array([])), Row("dateFieldsTimeReference", since: .v10_5, timeReference),
        Row("types") { $0.layer?.typesJSON(hasTemplates: true) ?? .array([]) },
        Row("templates") { $0.layer?.templates ?? .array([]) },
        Row("maxRecordCount", since: .v10_1) { .int($0.limit) },
        Row("supportedQueryFormats", since: .v10_1) { .string(QueryFormat.list($0)) },
        Row("capabilities") { .string($0.capabilities(.featureServer)) },
        Row("useStandardizedQueries", since: .v10_2, .bool(true)),
        .recordCount("standardMaxRecordCount", since: .v10_7), .recordCount("tileMaxRecordCount", since: .v10_7),
        Row("maxRecordCountFactor", since: .v10_7, .int(1)),
    ]

    /// The layer in the ArcGIS Pro runtime, as captured at 10.61; later keys are not known.
    static let proFeatureLayer = Description(
        rows: [
            Row("currentVersion") { .number($0.version.number ?? "") },
            Row("cimVersion") { .string($0.version.cim) },
            Row("id") { .int($0.layer?.id ?? 0) }, Row("name") { .string($0.layer?.name ?? "") },
            Row("type") { .string(($0.layer?.kind ?? .feature).rawValue) }, Row("parentLayer", parentLayer),
            Row("subLayers") { $0.layer?.kind == .group ? subLayers($0) : nil },
            Row("defaultVisibility") { .bool($0.layer?.isVisible ?? true) },
            Row("minScale") { scale($0.layer?.minScale) },
            Row("maxScale") { scale($0.layer?.maxScale) }, Row("geometryType", geometryType),
            Row("description") { .string($0.layer?.description ?? "") },
            Row("copyrightText") { .string($0.layer?.copyright ?? "") }, Row("editFieldsInfo", editFields),
            Row("syncCanReturnChanges") { .bool($0.isSynchronized) }, Row("relationships", relationships),
            Row("isDataVersioned", told: .bool(false)), Row("isDataArchived", told: .bool(false)),
            Row("isCoGoEnabled", told: .bool(false)),
            Row("supportsRollbackOnFailureParameter") { .bool($0.isEditable) },
            Row("archivingInfo", since: .v11_0, historic),
            Row("supportsStatistics") { QueryCapability.statistics.json($0) },
            Row("supportsAdvancedQueries") { QueryCapability.advanced.json($0) },
            Row("supportsValidateSQL") { .bool(!$0.isWithoutRows) },
            Row("supportsCoordinatesQuantization") { QueryCapability.coordinatesQuantization.json($0) },
            Row("supportsCalculate") { .bool($0.isUpdatable) },
            Row("advancedQueryCapabilities", QueryCapability.featureLayer),
            Row(
                "advancedQueryAnalyticCapabilities", since: .v10_9_1,
                evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/query-analytic/"),
                QueryCapability.analytic),
            Row(
                "queryBinsCapabilities", since: .v11_3,
                evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/query-bins/"),
                QueryCapability.bins),
            Row("advancedEditingCapabilities", since: .v10_9_1, QueryCapability.editing), Row("extent", layerExtent),
            Row("timeInfo", layerTime), Row("sourceSpatialReference", sourceReference),
            Row("drawingInfo", proDrawingInfo), Row("hasM") { .bool($0.data?.hasM ?? false) },
            Row("hasZ") { .bool($0.data?.hasZ ?? false) }, Row("allowTrueCurvesUpdates", .bool(false)),
            Row("onlyAllowTrueCurveUpdatesByTrueCurveClients", .bool(true)),
            Row("hasAttachments") { .bool($0.layer?.hasAttachments ?? false) },
            Row("supportsApplyEditsWithGlobalIds") { .bool($0.takesGlobalIDs) },
            Row("htmlPopupType", told: .string("esriServerHTMLPopupTypeAsHTMLText")),
            Row("objectIdField") { .string($0.data?.objectIDField ?? "") },
            Row("globalIdField") { $0.data?.globalIDField.map(JSON.string) ?? .null },
            Row("displayField") { .string(display($0)) }, Row("typeIdField") { .string($0.layer?.typeField ?? "") },
            Row("subtypeField", since: .v10_9) { .string(subtypeField($0).text ?? "") },
            Row("fields") { subject in .array(shown(subject, hasGeometry: false).map { featureField($0, subject) }) },
            Row("geometryField", featureGeometryField), Row("indexes", told: .array([])),
            Row("dateFieldsTimeReference", timeReference),
            Row("types") { $0.layer?.typesJSON(hasTemplates: true) ?? .array([]) },
            Row("templates") { $0.layer?.templates ?? .array([]) }, Row("useStandardizedQueries", .bool(true)),
            .recordCount("standardMaxRecordCount"), .recordCount("tileMaxRecordCount"),
            Row("maxRecordCountFactor", .int(1)), Row("supportedQueryFormats") { .string(QueryFormat.list($0)) },
            Row("enableZDefaults", .bool(false)), Row("maxRecordCount") { .int($0.limit) },
            Row("allowGeometryUpdates") { .bool($0.isEditable && $0.service.feature.allowsGeometryUpdates) },
            Row("capabilities") { .string($0.capabilities(.featureServer)) },
            Row("allowUpdateWithoutMValues", .bool(false)), Row("supportsAttachmentsByUploadId", .bool(false)),
            Row("hasStaticData") { .bool(!$0.isEditable) },
            Row("serviceItemId") { $0.told("serviceItemId") ?? $0.service.itemID.map(JSON.string) },
            Row("hasMetadata", .bool(true)),
        ], evidence: .captured("TerriaJS/terriajs capture of 10.61; other releases inferred from it"))

    /// Returns name, type, alias, domain, editable, nullable, length, and from 10.7 on defaultValue, modelName and
    /// domains with their policies (captured, 10.3 to 10.71); Pro's have the first seven, and in an object id nullable comes first (10.61). At 10.0 the domain
    /// comes last (captured, koopjs/featureservice).
    private static func featureField(_ field: Field, _ subject: Subject) -> JSON {
        var members: [JSON.Member] = [
            .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
            .init("alias", .string(field.alias)),
        ]
        let domain = JSON.Member(
            "domain", (subject.isPro || subject.version < .v10_7 ? field.domain?.json : field.domain?.longJSON) ?? .null
        )
        let editable = JSON.Member("editable", .bool(field.isEditable))
        let length = field.length.map { [JSON.Member("length", .int($0))] } ?? []
        guard subject.version >= .v10_1 else { return .object(members + [editable] + length + [domain]) }
        let nullable = JSON.Member("nullable", .bool(field.isNullable))
        members.append(domain)
        members += subject.isPro && field.type == .objectID ? [nullable, editable] : [editable, nullable]
        members += length
        if subject.version >= .v10_7 {
            members += [.init("defaultValue", field.defaultValue), .init("modelName", .string(field.name))]
        }
        return .object(members)
    }

    private static func featureGeometryField(_ subject: Subject) -> JSON {
        guard let column = subject.geometryColumn else { return .null }
        return .object([
            .init("name", .string(column.name)), .init("type", .string(FieldType.geometry.rawValue)),
            .init("alias", .string(column.alias)), .init("domain", .null),
            .init("editable", .bool(subject.isEditable)), .init("nullable", .bool(true)), .init("defaultValue", .null),
            .init("modelName", subject.told("geometryField")?["modelName"] ?? .string(column.name)),
        ])
    }

    /// Returns the reference of dates, which is UTC; a layer without dates has none.
    private static func timeReference(_ subject: Subject) -> JSON {
        guard subject.data?.fields.contains(where: { $0.type == .date }) ?? false else {
            return subject.told("dateFieldsTimeReference") ?? .null
        }
        return .object([.init("timeZone", .string("UTC")), .init("respectsDaylightSaving", .bool(false))])
    }

    static func editFields(_ subject: Subject) -> JSON { subject.layer?.tracking?.json ?? .null }

    /// Returns renderer, transparency, labelingInfo (captured, 10.61).
    private static func proDrawingInfo(_ subject: Subject) -> JSON {
        guard let members = drawingInfo(subject).members else { return .null }
        return .object(members.filter { $0.name != "scaleSymbols" })
    }
}
