// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// A layer of a MapServer: docs/reference/catalog-and-descriptions.md#a-layer-of-a-map-service. It has no
    /// objectIdField.
    static let mapLayer = Description(
        rows: [
            Row("currentVersion", since: .v10_0_0) { .number($0.version.number ?? "") },
            Row("cimVersion", pro: .v10_4) { $0.service.described?["cimVersion"] ?? .string($0.version.cim) },
            Row("id") { .int($0.layer?.id ?? 0) }, Row("name") { .string($0.layer?.name ?? "") },
            Row("type") { .string(($0.layer?.kind ?? .feature).rawValue) },
            Row("geometryType", until: .v10_0_0, geometryType),
            Row("description") { .string($0.layer?.description ?? "") },
            Row("definitionExpression", until: .v10_2) { .string($0.layer?.definition ?? "") },
            Row("geometryType", since: .v10_0_0, geometryType),
            Row("sourceSpatialReference", since: .v10_8, sourceReference),
            Row("copyrightText") { .string($0.layer?.copyright ?? "") },
            Row("parentLayer", since: .v10_0_0, parentLayer), Row("subLayers", since: .v10_0_0, subLayers),
            Row("minScale") { scale($0.layer?.minScale) }, Row("maxScale") { scale($0.layer?.maxScale) },
            Row("referenceScale", since: .v11_0, told: .number("0.0")),
            Row("drawingInfo", since: .v10_0_0, drawingInfo),
            Row("defaultVisibility", since: .v10_0_0) { .bool($0.layer?.isVisible ?? true) },
            Row("extent", layerExtent), Row("timeInfo", since: .v10_0_0, layerTime),
            Row("hasAttachments", since: .v10_0_0) { .bool($0.layer?.hasAttachments ?? false) },
            Row("htmlPopupType", since: .v10_0_0, told: .string("esriServerHTMLPopupTypeAsHTMLText")),
            Row("displayField") { .string(display($0)) },
            Row("typeIdField", since: .v10_0_0) { $0.layer?.typeField.map(JSON.string) ?? .null },
            Row("subtypeFieldName", since: .v10_7) { $0.told("subtypeFieldName") ?? subtypeField($0) },
            Row("subtypeField", since: .v10_7) { $0.told("subtypeField") ?? subtypeField($0) },
            Row("defaultSubtypeCode", since: .v10_7) {
                $0.told("defaultSubtypeCode") ?? $0.layer?.rowTypes.first?.code ?? .null
            },
            Row("fields") { subject in
                subject.isWithoutRows
                    ? .null : .array(shown(subject, hasGeometry: true).map { mapField($0, subject.version) })
            },
            Row("geometryField", since: .v10_7, geometryField),
            Row("indexes", since: .v10_7, told: .array([])),
            Row("subtypes", since: .v10_7) { $0.layer?.subtypesJSON ?? .array([]) },
            Row("types", since: .v10_0_0, until: .v10_2) { mapTypes($0) ?? .null },
            // Later releases have it where rows have types (inferred: a layer without lacks it, captured).
            Row("types", since: .v10_2, mapTypes),
            Row("relationships", since: .v10_0_0, relationships),
            Row("canModifyLayer", since: .v10_1, told: .bool(true)),
            Row("canScaleSymbols", since: .v10_1, told: .bool(false)),
            Row("hasLabels", since: .v10_1) {
                $0.told("hasLabels") ?? .bool($0.layer?.hasLabels ?? false)
            },
            Row("capabilities", since: .v10_0_0) { .string($0.capabilities(.mapServer)) },
            Row("maxRecordCount", since: .v10_1) { .int($0.limit) },
            Row("supportsStatistics", since: .v10_1) { QueryCapability.statistics.json($0) },
            Row("supportsExceedsLimitStatistics", since: .v11_0) { QueryCapability.exceedsLimit.json($0) },
            Row("supportsAdvancedQueries", since: .v10_1) { QueryCapability.advanced.json($0) },
            Row("hasZ", since: .v11_0) { .bool($0.data?.hasZ ?? false) },
            Row("hasM", since: .v11_0) { .bool($0.data?.hasM ?? false) },
            Row("supportedQueryFormats", since: .v10_1) { .string(QueryFormat.list($0)) },
            Row("isDataVersioned", since: .v10_4, told: .bool(false)),
            Row(
                "ownershipBasedAccessControlForFeatures", since: .v10_1,
                .object([.init("allowOthersToQuery", .bool(true))])),
            Row("useStandardizedQueries", since: .v10_2, .bool(true)),
            Row("supportedSpatialRelationships", since: .v11_0) { subject in
                .array(subject.isWithoutRows ? [] : relations.map { .string("esriSpatialRel\($0)") })
            },
            Row("advancedQueryCapabilities", since: .v10_3) { QueryCapability.mapLayer($0) },
            Row("supportsDatumTransformation", since: .v10_8, .bool(false)),
            Row("advancedQueryAnalyticCapabilities", since: .v11_0, QueryCapability.analytic),
            Row("dateFieldsTimeReference", since: .v11_0, told: .null),
            Row("preferredTimeReference", since: .v11_0, told: .null),
            Row("datesInUnknownTimezone", since: .v11_0, told: .bool(false)),
            Row("hasGeometryProperties", since: .v11_0) { .bool($0.told("geometryProperties")?.members != nil) },
            Row("geometryProperties", since: .v11_0, told: .null),
            Row("hasMetadata", since: .v11_0, .bool(true)),
            Row("isDataArchived", since: .v11_0, told: .bool(false)), Row("archivingInfo", since: .v11_0, historic),
            Row("supportsCoordinatesQuantization", since: .v10_7) {
                QueryCapability.coordinatesQuantization.json($0)
            },
            Row("supportsDynamicLegends", since: .v11_0, .bool(false)),
            Row("serviceItemId", since: .v11_0) { $0.told("serviceItemId") ?? $0.service.itemID.map(JSON.string) },
        ],
        evidence: .captured("openaddresses/pyesridump captures of 9.3, 10.0, 10.2 and 10.81; TerriaJS/terriajs of 11.1")
    )

    private static func mapTypes(_ subject: Subject) -> JSON? {
        guard let layer = subject.layer, !layer.rowTypes.isEmpty else { return subject.layer?.types }
        return layer.typesJSON(hasTemplates: false)
    }

    /// The order is that of a captured 11.1 layer.
    private static let relations = [
        "Intersects", "Contains", "Crosses", "EnvelopeIntersects", "IndexIntersects", "Overlaps", "Touches", "Within",
        "Relation",
    ]

    /// Returns name, type, alias, length, domain (captured); 9.3 has the first three.
    private static func mapField(_ field: Field, _ version: Version) -> JSON {
        var members: [JSON.Member] = [
            .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
            .init("alias", .string(field.alias)),
        ]
        guard version.number != nil else { return .object(members) }
        if let length = field.length { members.append(.init("length", .int(length))) }
        members.append(.init("domain", field.domain?.json ?? .null))
        return .object(members)
    }
}
