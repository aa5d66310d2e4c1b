// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// A layer of a MapServer: docs/reference/catalog-and-descriptions.md#a-layer-of-a-map-service. It has no
    /// objectIdField.
    static let mapLayer = Description(
        rows: beginning + appearance + fieldsAndTypes + abilities,
        evidence: .captured(
            "openaddresses/pyesridump, openaddresses/batch-machine, koopjs/featureservice, consbio/mapservice-clientlib and TerriaJS/terriajs: 9.3 to 11.1"
        ))

    private static let beginning: [Row] = [
        Row("currentVersion", since: .v10_0_0) { .number($0.version.number ?? "") },
        Row("cimVersion", pro: .v10_4) { $0.service.described?["cimVersion"] ?? .string($0.version.cim) },
        Row("id") { .int($0.layer?.id ?? 0) }, Row("name") { .string($0.layer?.name ?? "") },
        Row("type") { .string(($0.layer?.kind ?? .feature).rawValue) },
        Row("geometryType", until: .v10_0_0, geometryType), Row("description", layerDescription),
        Row("definitionExpression", until: .v10_2) { .string($0.layer?.definition ?? "") },
        Row("geometryType", since: .v10_0_0, when: .layers, geometryType),
        Row(
            "sourceSpatialReference", since: .v10_5, when: .features,
            evidence: .captured("Tests/Golden/arcgis/mapservice-clientlib/map-layer.json: 10.5, not at 10.41"),
            sourceReference),
        Row("copyrightText", when: .layers) { .string($0.layer?.copyright ?? "") },
        Row("parentLayer", since: .v10_0_0, when: .layers, parentLayer),
        Row("subLayers", since: .v10_0_0, when: .layers, subLayers),
        Row("minScale", when: .layers) { scale($0.layer?.minScale) },
        Row("maxScale", when: .layers) { scale($0.layer?.maxScale) },
        Row("referenceScale", since: .v11_0, told: .number("0.0")),
    ]

    private static let dotNet = Evidence.captured(
        "Tests/Golden/arcgis/batch-machine/us-ks-brown-metadata.json: 10.01, us-ny-orange-metadata.json: 10.02; openaddresses/pyesridump us-ca-carson: 10.0"
    )

    /// Up to service pack 3 of 10.0, the symbols follow the attachments, and the types the fields.
    private static let appearance: [Row] = [
        Row("drawingInfo", since: .v10_0, when: .features, drawingInfo),
        Row("defaultVisibility", since: .v10_0_0, when: .layers) { .bool($0.layer?.isVisible ?? true) },
        Row("extent", when: .layers, layerExtent), Row("timeInfo", since: .v10_0_0, layerTime),
        Row("hasAttachments", since: .v10_0_0) { .bool($0.layer?.hasAttachments ?? false) },
        Row("htmlPopupType", since: .v10_0_0, told: .string("esriServerHTMLPopupTypeAsHTMLText")),
        Row("drawingInfo", since: .v10_0_0, until: .v10_0, when: .features, evidence: dotNet, drawingInfo),
        Row("displayField") { $0.version < .v10_1 && $0.told("displayField") == .null ? .null : .string(display($0)) },
    ]

    private static let fieldsAndTypes: [Row] = [
        Row("typeIdField", since: .v10_0, typeField),
        Row("subtypeFieldName", since: .v10_7) { $0.told("subtypeFieldName") ?? subtypeField($0) },
        Row("subtypeField", since: .v10_7) { $0.told("subtypeField") ?? subtypeField($0) },
        Row("defaultSubtypeCode", since: .v10_7) {
            $0.told("defaultSubtypeCode") ?? $0.layer?.rowTypes.first?.code ?? .null
        },
        Row("fields") { subject in
            subject.isWithoutRows
                ? .null : .array(shown(subject, hasGeometry: true).map { mapField($0, subject.version) })
        },
        Row("typeIdField", since: .v10_0_0, until: .v10_0, evidence: dotNet, typeField),
        Row("geometryField", since: .v10_7, geometryField),
        Row(
            "indexes", since: .v10_4,
            evidence: .captured("Tests/Golden/arcgis/batch-machine/us-tx-waco-metadata.json: 10.41, not at 10.31")
        ) { $0.told("indexes") ?? (Condition.layers.holds($0) ? .array([]) : .null) },
        Row("subtypes", since: .v10_7) { $0.layer?.subtypesJSON ?? .array([]) },
        Row(
            "types", since: .v10_0_0, until: .v10_1,
            evidence: .captured("openaddresses/pyesridump us-ca-tuolumne: 10.11 has none")
        ) { mapTypes($0) ?? .null },
        // Later releases have it where rows have types (inferred: a layer without lacks it, captured).
        Row("types", since: .v10_1, mapTypes), Row("relationships", since: .v10_0_0, relationships),
        Row(
            "parentLayer", until: .v10_0_0, evidence: .captured("openaddresses/pyesridump us-il-cook: 9.3"),
            parentLayer), Row("subLayers", until: .v10_0_0, subLayers),
    ]

    private static let abilities: [Row] = [
        Row("canModifyLayer", since: .v10_1, when: .layers, told: .bool(true)),
        Row("canScaleSymbols", since: .v10_1, when: .layers, told: .bool(false)),
        Row("hasLabels", since: .v10_1, when: .layers) { $0.told("hasLabels") ?? .bool($0.layer?.hasLabels ?? false) },
        Row("capabilities", since: .v10_0_0) { .string($0.capabilities(.mapServer)) },
        Row("maxRecordCount", since: .v10_1, when: .rows) { .int($0.limit) },
        Row("supportsStatistics", since: .v10_1) { QueryCapability.statistics.json($0) },
        Row("supportsExceedsLimitStatistics", since: .v11_0, pro: .v10_8) { QueryCapability.exceedsLimit.json($0) },
        Row("supportsAdvancedQueries", since: .v10_1) { QueryCapability.advanced.json($0) },
        Row("hasZ", since: .v11_0) { .bool($0.data?.hasZ ?? false) },
        Row("hasM", since: .v11_0) { .bool($0.data?.hasM ?? false) },
        Row("supportedQueryFormats", since: .v10_1) { .string(QueryFormat.list($0)) },
        Row(
            "isDataVersioned", since: .v10_2, until: .v10_7,
            evidence: .captured("openaddresses/pyesridump us-fl-polk: 10.22 of versioned data; others have none")
        ) { $0.told("isDataVersioned")?.truth == true ? .bool(true) : nil },
        Row("isDataVersioned", since: .v10_7, told: .bool(false)),
        Row(
            "ownershipBasedAccessControlForFeatures", since: .v10_1, when: .layers,
            .object([.init("allowOthersToQuery", .bool(true))])),
        Row("useStandardizedQueries", since: .v10_2, .bool(true)),
        Row("supportedSpatialRelationships", since: .v11_0) { subject in
            .array(subject.isWithoutRows ? [] : relations.map { .string("esriSpatialRel\($0)") })
        },
        Row("advancedQueryCapabilities", since: .v10_3) { QueryCapability.mapLayer($0) },
        Row(
            "supportsDatumTransformation", since: .v10_5, until: .v10_8, when: .features,
            evidence: .captured(
                "Tests/Golden/arcgis/mapservice-clientlib/map-layers.json: 10.5; a group at 10.71 has none"),
            .bool(false)), Row("supportsDatumTransformation", since: .v10_8, .bool(false)),
        Row("advancedQueryAnalyticCapabilities", since: .v11_0, QueryCapability.analytic),
        Row(
            "dateFieldsTimeReference", since: .v10_3, until: .v10_8, when: .dates,
            evidence: .captured(
                "Tests/Golden/arcgis/batch-machine/us-nm-washington-metadata.json: 10.31; geoview/configHistoricalFloodMetadata.json: not at 10.81"
            ), told: .null), Row("dateFieldsTimeReference", since: .v11_0, pro: .v10_8, told: .null),
        Row("preferredTimeReference", since: .v11_0, told: .null),
        Row("datesInUnknownTimezone", since: .v11_0, told: .bool(false)),
        Row("hasGeometryProperties", since: .v11_0) { .bool($0.told("geometryProperties")?.members != nil) },
        Row("geometryProperties", since: .v11_0, told: .null),
        Row("hasMetadata", since: .v11_0, pro: .v10_8, .bool(true)),
        Row("isDataArchived", since: .v11_0, pro: .v10_8, told: .bool(false)),
        Row("archivingInfo", since: .v11_0, pro: .v10_8, historic),
        Row("supportsCoordinatesQuantization", since: .v10_7) { QueryCapability.coordinatesQuantization.json($0) },
        Row("supportsDynamicLegends", since: .v11_0, pro: .v10_8, .bool(false)),
        Row(
            "serviceItemId", since: .v10_8,
            evidence: .captured("Tests/Golden/arcgis/geoview/configNonMetalMetadata.json: 10.81")
        ) { $0.told("serviceItemId") ?? $0.service.itemID.map(JSON.string) },
    ]

    /// The order is that of a captured 11.1 layer.
    private static let relations = [
        "Intersects", "Contains", "Crosses", "EnvelopeIntersects", "IndexIntersects", "Overlaps", "Touches", "Within",
        "Relation",
    ]

    private static func mapTypes(_ subject: Subject) -> JSON? {
        guard let layer = subject.layer, !layer.rowTypes.isEmpty else { return subject.layer?.types }
        return layer.typesJSON(hasTemplates: false)
    }

    private static func typeField(_ subject: Subject) -> JSON { subject.layer?.typeField.map(JSON.string) ?? .null }

    /// Returns the description, which a table in the runtime of ArcMap lacks (captured, 10.5).
    private static func layerDescription(_ subject: Subject) -> JSON {
        let text = subject.layer?.description ?? ""
        return text.isEmpty && !Condition.layers.holds(subject) ? .null : .string(text)
    }

    /// Returns name, type, alias, length, domain (captured); 9.3 has the first three, and 10.0 before service pack 4 no
    /// domain.
    private static func mapField(_ field: Field, _ version: Version) -> JSON {
        var members: [JSON.Member] = [
            .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
            .init("alias", .string(field.alias)),
        ]
        guard version.number != nil else { return .object(members) }
        if let length = field.length { members.append(.init("length", .int(length))) }
        if version >= .v10_0 { members.append(.init("domain", field.domain?.json ?? .null)) }
        return .object(members)
    }
}
