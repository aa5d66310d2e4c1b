// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// A layer of a MapServer: services-reference 2.2. It has no objectIdField.
    static let mapLayer = Description(
        rows: [
            Row("currentVersion", since: "10.0") { .number($0.version.number ?? "") },
            Row("cimVersion", pro: "10.4") { $0.service.described?["cimVersion"] ?? .string(cimVersion($0.version)) },
            Row("id") { .int($0.layer?.id ?? 0) }, Row("name") { .string($0.layer?.name ?? "") },
            Row("type") { .string(($0.layer?.kind ?? .feature).rawValue) },
            Row("geometryType", until: "10.0", geometryType),
            Row("description") { .string($0.layer?.description ?? "") },
            Row("definitionExpression", until: "10.2") { .string($0.layer?.definition ?? "") },
            Row("geometryType", since: "10.0", geometryType),
            Row("sourceSpatialReference", since: "10.8.1", sourceReference),
            Row("copyrightText") { .string($0.layer?.copyright ?? "") },
            Row("parentLayer", since: "10.0", parentLayer), Row("subLayers", since: "10.0", subLayers),
            Row("minScale") { scale($0.layer?.minScale) }, Row("maxScale") { scale($0.layer?.maxScale) },
            Row("referenceScale", since: "11.1", told: .number("0.0")),
            Row("drawingInfo", since: "10.0", drawingInfo),
            Row("defaultVisibility", since: "10.0") { .bool($0.layer?.isVisible ?? true) },
            Row("extent", layerExtent), Row("timeInfo", since: "10.0", layerTime),
            Row("hasAttachments", since: "10.0") { .bool($0.layer?.hasAttachments ?? false) },
            Row("htmlPopupType", since: "10.0", told: .string("esriServerHTMLPopupTypeAsHTMLText")),
            Row("displayField") { .string(display($0)) },
            Row("typeIdField", since: "10.0") { $0.layer?.typeField.map(JSON.string) ?? .null },
            Row("subtypeFieldName", since: "10.7.1") { $0.told("subtypeFieldName") ?? subtypeField($0) },
            Row("subtypeField", since: "10.7.1") { $0.told("subtypeField") ?? subtypeField($0) },
            Row("defaultSubtypeCode", since: "10.7.1", told: .null),
            Row("fields") { subject in
                subject.isWithoutRows
                    ? .null : .array(shown(subject, hasGeometry: true).map { mapField($0, subject.version) })
            },
            Row("geometryField", since: "10.7.1", geometryField),
            Row("indexes", since: "10.7.1", told: .array([])),
            Row("subtypes", since: "10.7.1") { $0.layer?.subtypes ?? .array([]) },
            Row("types", since: "10.0", until: "10.2") { $0.layer?.types ?? .null },
            Row("relationships", since: "10.0", relationships),
            Row("canModifyLayer", since: "10.1", told: .bool(true)),
            Row("canScaleSymbols", since: "10.1", told: .bool(false)),
            Row("hasLabels", since: "10.1") {
                $0.told("hasLabels") ?? .bool($0.layer?.hasLabels ?? false)
            },
            Row("capabilities", since: "10.0") { subject in
                .string(subject.layer?.capabilities ?? subject.service.capabilities ?? "Map,Query,Data")
            },
            Row("maxRecordCount", since: "10.1") { .int($0.limit) },
            Row("supportsStatistics", since: "10.1") { .bool(!$0.isWithoutRows) },
            Row("supportsExceedsLimitStatistics", since: "11.1") { .bool(!$0.isWithoutRows) },
            Row("supportsAdvancedQueries", since: "10.1") { .bool(!$0.isWithoutRows) },
            Row("hasZ", since: "11.1") { .bool($0.data?.hasZ ?? false) },
            Row("hasM", since: "11.1") { .bool($0.data?.hasM ?? false) },
            Row("supportedQueryFormats", since: "10.1") { .string(queryFormats($0)) },
            Row("isDataVersioned", since: "10.4", told: .bool(false)),
            Row(
                "ownershipBasedAccessControlForFeatures", since: "10.1",
                .object([.init("allowOthersToQuery", .bool(true))])),
            Row("useStandardizedQueries", since: "10.2", .bool(true)),
            Row("supportedSpatialRelationships", since: "11.1") { subject in
                .array(subject.isWithoutRows ? [] : relations.map { .string("esriSpatialRel\($0)") })
            },
            Row("advancedQueryCapabilities", since: "10.3") { QueryCapability.mapLayer($0) },
            Row("supportsDatumTransformation", since: "10.8.1", .bool(false)),
            Row("advancedQueryAnalyticCapabilities", since: "11.1", QueryCapability.analytic),
            Row("dateFieldsTimeReference", since: "11.1", told: .null),
            Row("preferredTimeReference", since: "11.1", told: .null),
            Row("datesInUnknownTimezone", since: "11.1", told: .bool(false)),
            Row("hasGeometryProperties", since: "11.1") { .bool($0.told("geometryProperties")?.members != nil) },
            Row("geometryProperties", since: "11.1", told: .null),
            Row("hasMetadata", since: "11.1", .bool(true)),
            Row("isDataArchived", since: "11.1", told: .bool(false)), Row("archivingInfo", since: "11.1", historic),
            Row("supportsCoordinatesQuantization", since: "10.7.1") {
                QueryCapability.coordinatesQuantization.json($0)
            },
            Row("supportsDynamicLegends", since: "11.1", .bool(false)),
            Row("serviceItemId", since: "11.1") { $0.told("serviceItemId") ?? $0.service.itemID.map(JSON.string) },
        ],
        evidence: .captured("openaddresses/pyesridump captures of 9.3, 10.0, 10.2 and 10.81; TerriaJS/terriajs of 11.1")
    )

    /// In the order of a captured 11.1 layer.
    private static let relations = [
        "Intersects", "Contains", "Crosses", "EnvelopeIntersects", "IndexIntersects", "Overlaps", "Touches", "Within",
        "Relation",
    ]

    /// Name, type, alias, length, domain (captured); 9.3 has the first three.
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
