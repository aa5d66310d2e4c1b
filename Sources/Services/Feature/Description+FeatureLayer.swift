// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// A layer of a FeatureServer on ArcGIS Server, in the runtime of ArcMap: services-reference 4.
    static let featureLayer = Description(
        rows: [
            Row("currentVersion", since: "10.0") { .number($0.version.number ?? "") },
            Row("id") { .int($0.layer?.id ?? 0) }, Row("name") { .string($0.layer?.name ?? "") },
            Row("type") { .string(($0.layer?.kind ?? .feature).rawValue) }, Row("parentLayer", parentLayer),
            Row("subLayers") { $0.layer?.kind == .group ? subLayers($0) : nil },
            Row("defaultVisibility") { .bool($0.layer?.isVisible ?? true) },
            Row("minScale") { scale($0.layer?.minScale) },
            Row("maxScale") { scale($0.layer?.maxScale) }, Row("geometryType", geometryType),
            Row("description") { .string($0.layer?.description ?? "") },
            Row("copyrightText") { .string($0.layer?.copyright ?? "") }, Row("editFieldsInfo", editFields),
            Row("ownershipBasedAccessControlForFeatures", .null), Row("syncCanReturnChanges", .bool(false)),
            Row("relationships", relationships), Row("isDataVersioned", told: .bool(false)),
            Row("isDataArchived", since: "10.6.1", told: .bool(false)),
            Row("isCoGoEnabled", since: "10.6.1", told: .bool(false)),
            Row("supportsRollbackOnFailureParameter") { .bool($0.isEditable) },
            Row("archivingInfo", since: "10.7.1", historic),
            Row("supportsStatistics", since: "10.1") { .bool(!$0.isWithoutRows) },
            Row("supportsAdvancedQueries", since: "10.1") { .bool(!$0.isWithoutRows) },
            Row("supportsValidateSQL", since: "10.5.1") { .bool(!$0.isWithoutRows) },
            Row("supportsCoordinatesQuantization", since: "10.5.1") {
                QueryCapability.coordinatesQuantization.json($0)
            },
            Row("supportsCalculate", since: "10.5.1") { .bool($0.isEditable) },
            Row("advancedQueryCapabilities", since: "10.3", QueryCapability.featureLayer),
            Row("advancedEditingCapabilities", since: "10.9.1", QueryCapability.editing), Row("extent", layerExtent),
            Row("timeInfo", layerTime), Row("sourceSpatialReference", since: "10.6.1", sourceReference),
            .ifTold("effectiveMinScale", since: "10.7.1"), .ifTold("effectiveMaxScale", since: "10.7.1"),
            Row("drawingInfo", drawingInfo), Row("hasM") { .bool($0.data?.hasM ?? false) },
            Row("hasZ") { .bool($0.data?.hasZ ?? false) },
            Row("allowUpdateWithoutMValues", since: "10.7.1", .bool(false)),
            Row("allowGeometryUpdates") { .bool($0.isEditable && $0.service.feature.allowsGeometryUpdates) },
            Row("allowTrueCurvesUpdates", since: "10.6.1", .bool(false)),
            Row("onlyAllowTrueCurveUpdatesByTrueCurveClients", since: "10.6.1", .bool(true)),
            Row("hasAttachments") { .bool($0.layer?.hasAttachments ?? false) },
            Row("supportsApplyEditsWithGlobalIds", since: "10.6.1") { .bool($0.takesGlobalIDs) },
            Row("htmlPopupType", told: .string("esriServerHTMLPopupTypeAsHTMLText")),
            Row("objectIdField") { .string($0.data?.objectIDField ?? "") },
            Row("globalIdField") { .string($0.data?.globalIDField ?? "") },
            Row("displayField") { .string(display($0)) },
            Row("typeIdField") { .string($0.layer?.typeField ?? "") },
            Row("subtypeField", since: "10.7.1") { .string(subtypeField($0).text ?? "") },
            Row("fields") { subject in .array(shown(subject, hasGeometry: false).map { featureField($0, subject) }) },
            Row("geometryField", since: "10.6.1", featureGeometryField),
            Row("dateFieldsTimeReference", since: "10.6.1", timeReference),
            Row("types") { $0.layer?.types ?? .array([]) }, Row("templates") { $0.layer?.templates ?? .array([]) },
            Row("maxRecordCount", since: "10.1") { .int($0.limit) },
            Row("supportedQueryFormats") { .string(queryFormats($0)) },
            Row("capabilities") { .string($0.service.featureCapabilities($0.layer)) },
            Row("useStandardizedQueries", since: "10.2", .bool(true)),
            .recordCount("standardMaxRecordCount", since: "10.6.1"),
            .recordCount("tileMaxRecordCount", since: "10.6.1"),
            Row("maxRecordCountFactor", since: "10.6.1", .int(1)),
        ], evidence: .captured("TerriaJS/terriajs capture of 10.71; other releases inferred from it"))

    /// The same in the runtime of ArcGIS Pro, as captured at 10.61; later keys are not known.
    static let proFeatureLayer = Description(
        rows: [
            Row("currentVersion") { .number($0.version.number ?? "") },
            Row("cimVersion") { .string(cimVersion($0.version)) },
            Row("id") { .int($0.layer?.id ?? 0) }, Row("name") { .string($0.layer?.name ?? "") },
            Row("type") { .string(($0.layer?.kind ?? .feature).rawValue) }, Row("parentLayer", parentLayer),
            Row("subLayers") { $0.layer?.kind == .group ? subLayers($0) : nil },
            Row("defaultVisibility") { .bool($0.layer?.isVisible ?? true) },
            Row("minScale") { scale($0.layer?.minScale) },
            Row("maxScale") { scale($0.layer?.maxScale) }, Row("geometryType", geometryType),
            Row("description") { .string($0.layer?.description ?? "") },
            Row("copyrightText") { .string($0.layer?.copyright ?? "") }, Row("editFieldsInfo", editFields),
            Row("syncCanReturnChanges", .bool(false)), Row("relationships", relationships),
            Row("isDataVersioned", told: .bool(false)), Row("isDataArchived", told: .bool(false)),
            Row("isCoGoEnabled", told: .bool(false)),
            Row("supportsRollbackOnFailureParameter") { .bool($0.isEditable) },
            Row("archivingInfo", since: "11.1", historic), Row("supportsStatistics") { .bool(!$0.isWithoutRows) },
            Row("supportsAdvancedQueries") { .bool(!$0.isWithoutRows) },
            Row("supportsValidateSQL") { .bool(!$0.isWithoutRows) },
            Row("supportsCoordinatesQuantization") { QueryCapability.coordinatesQuantization.json($0) },
            Row("supportsCalculate") { .bool($0.isEditable) },
            Row("advancedQueryCapabilities", QueryCapability.featureLayer),
            Row("advancedEditingCapabilities", since: "10.9.1", QueryCapability.editing), Row("extent", layerExtent),
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
            Row("subtypeField", since: "10.9.1") { .string(subtypeField($0).text ?? "") },
            Row("fields") { subject in .array(shown(subject, hasGeometry: false).map { featureField($0, subject) }) },
            Row("geometryField", featureGeometryField), Row("indexes", told: .array([])),
            Row("dateFieldsTimeReference", timeReference), Row("types") { $0.layer?.types ?? .array([]) },
            Row("templates") { $0.layer?.templates ?? .array([]) }, Row("useStandardizedQueries", .bool(true)),
            .recordCount("standardMaxRecordCount"), .recordCount("tileMaxRecordCount"),
            Row("maxRecordCountFactor", .int(1)), Row("supportedQueryFormats") { .string(proFormats($0.version)) },
            Row("enableZDefaults", .bool(false)), Row("maxRecordCount") { .int($0.limit) },
            Row("allowGeometryUpdates") { .bool($0.isEditable && $0.service.feature.allowsGeometryUpdates) },
            Row("capabilities") { .string($0.service.featureCapabilities($0.layer)) },
            Row("allowUpdateWithoutMValues", .bool(false)), Row("supportsAttachmentsByUploadId", .bool(false)),
            Row("hasStaticData") { .bool(!$0.isEditable) },
            Row("serviceItemId") { $0.told("serviceItemId") ?? $0.service.itemID.map(JSON.string) },
            Row("hasMetadata", .bool(true)),
        ], evidence: .captured("TerriaJS/terriajs capture of 10.61; other releases inferred from it"))

    /// Name, type, alias, domain, editable, nullable, length, defaultValue, modelName (captured, 10.71); Pro's have the
    /// first seven, and of an object id nullable stands first (10.61).
    private static func featureField(_ field: Field, _ subject: Subject) -> JSON {
        var members: [JSON.Member] = [
            .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
            .init("alias", .string(field.alias)),
            .init("domain", (subject.isPro ? field.domain?.json : field.domain?.longJSON) ?? .null),
        ]
        let editable = JSON.Member("editable", .bool(field.isEditable))
        let nullable = JSON.Member("nullable", .bool(field.isNullable))
        members += subject.isPro && field.type == .objectID ? [nullable, editable] : [editable, nullable]
        if let length = field.length { members.append(.init("length", .int(length))) }
        if !subject.isPro || Version("10.7.1").map({ subject.version >= $0 }) ?? true {
            members += [.init("defaultValue", field.defaultValue), .init("modelName", .string(field.name))]
        }
        return .object(members)
    }

    private static func featureGeometryField(_ subject: Subject) -> JSON {
        guard subject.data?.geometryType != nil else { return .null }
        let told = subject.told("geometryField")
        return .object([
            .init("name", told?["name"] ?? .string("Shape")), .init("type", .string(FieldType.geometry.rawValue)),
            .init("alias", told?["alias"] ?? .string("Shape")), .init("domain", .null),
            .init("editable", .bool(subject.isEditable)), .init("nullable", .bool(true)), .init("defaultValue", .null),
            .init("modelName", told?["modelName"] ?? .string("Shape")),
        ])
    }

    /// Dates are in UTC; a layer without dates says nothing.
    private static func timeReference(_ subject: Subject) -> JSON {
        guard subject.data?.fields.contains(where: { $0.type == .date }) ?? false else {
            return subject.told("dateFieldsTimeReference") ?? .null
        }
        return .object([.init("timeZone", .string("UTC")), .init("respectsDaylightSaving", .bool(false))])
    }

    static func editFields(_ subject: Subject) -> JSON { subject.layer?.tracking?.json ?? .null }

    /// Renderer, transparency, labelingInfo (captured, 10.61).
    private static func proDrawingInfo(_ subject: Subject) -> JSON {
        guard let members = drawingInfo(subject).members else { return .null }
        return .object(members.filter { $0.name != "scaleSymbols" })
    }

    /// Without pbf before 10.7.1.
    private static func proFormats(_ version: Version) -> String {
        Version("10.7.1").map { version >= $0 } ?? true ? "JSON, geoJSON, PBF" : "JSON, geoJSON"
    }
}
