// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// The root of a FeatureServer on ArcGIS Server: docs/reference/catalog-and-descriptions.md#a-feature-service.
    static let featureServer = Description(
        rows: [
            Row("currentVersion", since: .v10_0) { .number($0.version.number ?? "") },
            Row("cimVersion", since: .v11_0) { .string($0.version.cim) },
            Row("serviceDescription") { .string($0.told("serviceDescription")?.text ?? $0.service.description) },
            Row("hasVersionedData", told: .bool(false)),
            Row("hasArchivedData", since: .v10_6, told: .bool(false)),
            Row("supportsDisconnectedEditing", .bool(false)),
            Row("supportsQueryDataElements", since: .v10_7) { .bool($0.isPro) },
            Row("supportsRelationshipsResource", since: .v10_6) { .bool($0.isPro) },
            Row("syncEnabled") { .bool(Capability.sync.isIn($0.capabilities(.featureServer))) },
            Row("syncCapabilities", since: .v10_1, evidence: synchronizes, syncCapabilities),
            Row("changeTrackingInfo", since: .v10_7_1, evidence: extracts, changeTracking),
            Row("extractChangesCapabilities", since: .v10_7_1, evidence: extracts, extractCapabilities),
            Row("supportedQueryFormats", .string("JSON")), Row("maxRecordCount") { .int($0.limit) },
            Row("maxRecordCountFactor", since: .v10_6, .int(1)),
            Row("capabilities") { .string($0.capabilities(.featureServer)) },
            Row("description") { .string($0.told("description")?.text ?? $0.service.description) },
            Row("copyrightText") { .string($0.told("copyrightText")?.text ?? $0.service.copyright) },
            Row("advancedEditingCapabilities", since: .v10_9_1, QueryCapability.editing),
            Row("spatialReference") { $0.reference($0.service.reference) },
            Row("initialExtent") { serviceExtent("initialExtent", $0) },
            Row("fullExtent") { serviceExtent("fullExtent", $0) },
            Row("allowGeometryUpdates") { .bool($0.isEditable && $0.service.feature.allowsGeometryUpdates) },
            Row("allowTrueCurvesUpdates", since: .v10_6, .bool(false)),
            Row("onlyAllowTrueCurveUpdatesByTrueCurveClients", since: .v10_6, .bool(true)),
            Row("supportsApplyEditsWithGlobalIds", since: .v10_6) { .bool($0.takesGlobalIDs) },
            Row("supportsTrueCurve", since: .v10_6, .bool(false)),
            Row("units") { $0.told("units") ?? .string($0.service.reference.units) },
            Row("documentInfo", featureDocument), Row("supportsQueryDomains", since: .v10_6, .bool(true)),
            Row("layers", featureLayers), Row("tables", featureTables),
            Row("relationships", since: .v10_6, serviceRelationships), Row("enableZDefaults", .bool(false)),
            Row("allowUpdateWithoutMValues", since: .v10_6, .bool(false)), .ifTold("datumTransformations"),
            Row("serviceItemId", since: .v11_0) { $0.told("serviceItemId") ?? $0.service.itemID.map(JSON.string) },
        ], evidence: .captured("TerriaJS/terriajs capture of 10.71; other releases inferred from it"))

    static func featureLayers(_ subject: Subject) -> JSON {
        layerEntries(subject, areTables: false, isFeatureServer: true)
    }

    static func featureTables(_ subject: Subject) -> JSON {
        layerEntries(subject, areTables: true, isFeatureServer: true)
    }

    /// Returns six keys (captured, 10.71).
    private static func featureDocument(_ subject: Subject) -> JSON {
        let told = subject.told("documentInfo")
        return .object(
            ["Title", "Author", "Comments", "Subject", "Category", "Keywords"].map { key in
                .init(key, told?[key] ?? .string(key == "Title" ? subject.service.name : ""))
            })
    }

    /// Returns every relationship class once, from its origin to its destination (documented).
    private static func serviceRelationships(_ subject: Subject) -> JSON {
        .array(
            subject.service.layers.flatMap { layer in
                layer.relationships.filter { $0.role == "esriRelRoleOrigin" }.map { relationship in
                    .object([.init("id", .int(relationship.id)), .init("name", .string(relationship.name))])
                }
            })
    }
}

extension Description.Subject {
    /// A Boolean value that indicates whether rows can be added, changed or deleted.
    var isEditable: Bool {
        [Capability.create, .update, .delete].contains { service.allows($0, .featureServer, layer, version) }
    }

    /// A Boolean value that indicates whether rows can be added, which `append` does too.
    var isAppendable: Bool { service.allows(.create, .featureServer, layer, version) }

    /// A Boolean value that indicates whether rows can be changed, which `calculate` does.
    var isUpdatable: Bool { service.allows(.update, .featureServer, layer, version) }

    /// A Boolean value that indicates whether applyEdits supports `useGlobalIds`: rows have global ids.
    var takesGlobalIDs: Bool {
        isEditable && (layer.map { [$0] } ?? service.layers).contains { $0.data?.globalIDField != nil }
    }
}
