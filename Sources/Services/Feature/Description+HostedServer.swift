// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The roots of services that ArcGIS Online hosts. A server of an earlier release has them as ArcGIS Online had them when
/// it said that number.
extension Description {
    /// The root of a hosted FeatureServer.
    static let hostedServer = Description(
        rows: hostedAbout + hostedPlace + hostedEditing,
        evidence: .captured(
            "koopjs/featureservice of 10.3, geotools/geotools of 10.41, TerriaJS/terriajs and consbio/mapservice-clientlib of 10.81, Esri/maplibre-arcgis of 11.5; the values are inferred"
        ))

    private static let hostedAbout: [Row] = [
        Row("currentVersion") { .number($0.version.number ?? "") },
        Row("serviceItemId", since: .v10_4) { $0.told("serviceItemId") ?? .string($0.service.itemID ?? "") },
        Row("serviceDescription") { .string($0.told("serviceDescription")?.text ?? $0.service.description) },
        Row("isView", evidence: .reported("pypi.org/project/arcgis/2.4.4 reads it; its place is inferred")) {
            $0.service.isView ? .bool(true) : nil
        },
        Row("hasVersionedData", .bool(false)), Row("supportsDisconnectedEditing", .bool(false)),
        Row("hasStaticData") { .bool(!$0.isEditable) }, Row("hasSharedDomains", since: .v10_8, .bool(false)),
        Row("maxRecordCount") { .int($0.limit) }, Row("supportedQueryFormats", .string("JSON")),
        Row("supportsVCSProjection", since: .v10_8, .bool(false)),
        Row("supportedExportFormats", since: .v10_8, told: .string("")),
        Row("supportedConvertFileFormats", since: .v11_2, .string("")),
        Row("supportedConvertContentFormats", since: .v11_2, .string("")),
        Row("supportedFullTextLocales", since: .v11_5, told: .array([.string("neutral")])),
        Row("supportsSharedTemplates", since: .v11_5, .bool(false)),
        Row("hasSharedTemplates", since: .v11_5, .bool(false)),
        Row("capabilities") { .string($0.capabilities(.featureServer)) },
        Row("description") { .string($0.told("description")?.text ?? $0.service.description) },
        Row("copyrightText") { .string($0.told("copyrightText")?.text ?? $0.service.copyright) },
    ]

    private static let hostedPlace: [Row] = [
        Row("spatialReference") { $0.service.reference.short($0.version) },
        Row("initialExtent") { serviceExtent("initialExtent", $0) },
        Row("fullExtent") { serviceExtent("fullExtent", $0) },
        Row(
            "timeInfo", since: .v10_8,
            evidence: .captured("Tests/Golden/arcgis/mapservice-clientlib/feature.json: 10.81"), serviceTime),
        Row("allowGeometryUpdates") { .bool($0.service.feature.allowsGeometryUpdates) },
        Row("supportsTrueCurve", since: .v11_2, .bool(false)),
        Row("supportedCurveTypes", since: .v11_2, told: .array([.string("esriGeometryCircularArc")])),
        Row("allowTrueCurvesUpdates", since: .v11_2, .bool(false)),
        Row("onlyAllowTrueCurveUpdatesByTrueCurveClients", since: .v11_2, .bool(false)),
        Row("units") { $0.told("units") ?? .string($0.service.reference.units) },
    ]

    private static let hostedEditing: [Row] = [
        Row("supportsAppend", since: .v10_8) { .bool($0.isAppendable) },
        Row("supportsSharedDomains", since: .v10_8, .bool(false)),
        Row("supportsWebHooks", since: .v10_8, .bool(false)),
        Row("supportsTemporalLayers", since: .v10_8, .bool(false)),
        Row("layerOverridesEnabled", since: .v10_8, .bool(false)),
        Row("size") { .int($0.service.layers.reduce(0) { $0 + ($1.data?.features.count ?? 0) } * 100) },
        Row("syncEnabled") { .bool(Capability.sync.isIn($0.capabilities(.featureServer))) },
        Row("syncCapabilities", evidence: synchronizes, syncCapabilities),
        Row("changeTrackingInfo", since: .v10_7_1, evidence: extracts, changeTracking),
        Row("extractChangesCapabilities", since: .v10_7_1, evidence: extracts, extractCapabilities),
        Row("supportsApplyEditsWithGlobalIds", since: .v10_4) { .bool($0.takesGlobalIDs) },
        Row("supportsReturnDeleteResults", since: .v10_8) { .bool($0.isEditable) },
        Row("supportsLayerOverrides", since: .v10_8, .bool(false)),
        Row("supportsTilesAndBasicQueriesMode", since: .v10_8, .bool(false)),
        Row("supportsQueryContingentValues", since: .v10_8, .bool(false)),
        Row("supportedContingentValuesFormats", since: .v10_8, .string("")),
        Row("supportsContingentValuesJson", since: .v10_8, .int(0)),
        Row("advancedEditingCapabilities", since: .v11_2, QueryCapability.hostedEditing),
        Row("editorTrackingInfo", editorTracking), Row("xssPreventionInfo", xssPrevention),
        Row("layers", featureLayers), Row("tables", featureTables),
    ]

    /// Returns who may do what in hosted services; everyone may. The order is that of 10.3 and 10.41, and from 10.8 on
    /// that of 10.81 (captured).
    private static func editorTracking(_ subject: Subject) -> JSON {
        let tracked = subject.service.layers.contains { $0.tracking != nil }
        let late = [
            "allowOthersToQuery", "allowOthersToUpdate", "allowOthersToDelete", "allowAnonymousToQuery",
            "allowAnonymousToUpdate", "allowAnonymousToDelete",
        ]
        let early = [
            "allowOthersToUpdate", "allowOthersToDelete", "allowOthersToQuery", "allowAnonymousToUpdate",
            "allowAnonymousToDelete",
        ]
        let names =
            subject.version >= .v10_8 ? late : subject.version >= .v10_4 ? early : Array(early.prefix(2))
        return .object(
            [
                .init("enableEditorTracking", .bool(tracked)), .init("enableOwnershipAccessControl", .bool(false)),
            ] + names.map { .init($0, .bool(true)) })
    }

    /// How hosted services treat markup in attributes (documented keys and defaults).
    private static let xssPrevention = JSON.object([
        .init("xssPreventionEnabled", .bool(true)), .init("xssPreventionRule", .string("InputOnly")),
        .init("xssInputRule", .string("rejectInvalid")),
    ])
}
