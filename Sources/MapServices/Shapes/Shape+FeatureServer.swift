import Facts
import Formats

extension Shape {
    /// The root of a FeatureServer on ArcGIS Server: services-reference 4.
    static let featureServer = Shape(
        rows: [
            Row("currentVersion", since: "10.0") { .number($0.version.number ?? "") },
            Row("serviceDescription", .string("")),
            Row("hasVersionedData", .bool(false)), Row("hasArchivedData", since: "10.6.1", .bool(false)),
            Row("supportsDisconnectedEditing", .bool(false)),
            Row("supportsQueryDataElements", since: "10.7.1", .bool(false)),
            Row("supportsRelationshipsResource", since: "10.6.1", .bool(false)), Row("syncEnabled", .bool(false)),
            Row("supportedQueryFormats", .string("JSON")), Row("maxRecordCount") { .int($0.limit) },
            Row("maxRecordCountFactor", since: "10.6.1", .int(1)), Row("capabilities", .string("Query")),
            Row("description", .string("")), Row("copyrightText", .string("")),
            Row("spatialReference") { $0.service.reference.json($0.version) },
            Row("initialExtent") { extent($0.service.fullExtent, $0.service.reference, $0.version) },
            Row("fullExtent") { extent($0.service.fullExtent, $0.service.reference, $0.version) },
            Row("allowGeometryUpdates", .bool(false)),
            Row("allowTrueCurvesUpdates", since: "10.6.1", .bool(false)),
            Row("onlyAllowTrueCurveUpdatesByTrueCurveClients", since: "10.6.1", .bool(true)),
            Row("supportsApplyEditsWithGlobalIds", since: "10.6.1", .bool(false)),
            Row("supportsTrueCurve", since: "10.6.1", .bool(false)),
            Row("units") { .string($0.service.reference.units) },
            Row("documentInfo") { subject in
                .object(
                    ["Title", "Author", "Comments", "Subject", "Category", "Keywords"].map {
                        JSON.Member($0, .string($0 == "Title" ? subject.service.name : ""))
                    })
            }, Row("supportsQueryDomains", since: "10.6.1", .bool(false)),
            Row("layers") { subject in
                .array(
                    subject.service.layers.filter { !$0.isTable }
                        .map { layerEntry($0, subject.version, isFeatureServer: true) })
            },
            Row("tables") { subject in
                .array(
                    subject.service.layers.filter { $0.isTable }
                        .map { layerEntry($0, subject.version, isFeatureServer: true) })
            }, Row("relationships", since: "10.6.1", .array([])), Row("enableZDefaults", .bool(false)),
            Row("allowUpdateWithoutMValues", since: "10.6.1", .bool(false)),
        ], evidence: .captured("TerriaJS/terriajs capture of 10.71; other releases inferred from it"))

    /// A layer of a FeatureServer on ArcGIS Server: services-reference 4.
    static let featureLayer = Shape(
        rows: [
            Row("currentVersion", since: "10.0") { .number($0.version.number ?? "") },
            Row("id") { .int($0.layer?.id ?? 0) },
            Row("name") { .string($0.layer?.name ?? "") },
            Row("type") { .string(($0.layer?.kind ?? .feature).rawValue) },
            Row("parentLayer", .null),
            Row("defaultVisibility", .bool(true)), Row("minScale", .int(0)), Row("maxScale", .int(0)),
            Row("geometryType") { $0.data?.geometryType.map { .string($0.rawValue) } ?? .null },
            Row("description", .string("")), Row("copyrightText", .string("")), Row("editFieldsInfo", .null),
            Row("ownershipBasedAccessControlForFeatures", .null), Row("syncCanReturnChanges", .bool(false)),
            Row("relationships", .array([])), Row("isDataVersioned", .bool(false)),
            Row("isDataArchived", since: "10.6.1", .bool(false)), Row("isCoGoEnabled", since: "10.6.1", .bool(false)),
            Row("supportsRollbackOnFailureParameter", .bool(false)), Row("archivingInfo", since: "10.7.1", historic),
            Row("supportsStatistics", .bool(true)), Row("supportsAdvancedQueries", .bool(true)),
            Row("supportsValidateSQL", since: "10.5.1", .bool(false)),
            Row("supportsCoordinatesQuantization", since: "10.5.1", .bool(false)),
            Row("supportsCalculate", since: "10.5.1", .bool(false)),
            Row(
                "advancedQueryCapabilities",
                flags([
                    ("supportsPagination", true), ("supportsTrueCurve", false), ("supportsQueryWithDistance", false),
                    ("supportsReturningQueryExtent", true), ("supportsStatistics", true),
                    ("supportsHavingClause", true), ("supportsOrderBy", true), ("supportsDistinct", true),
                    ("supportsCountDistinct", true), ("supportsQueryWithResultType", false),
                    ("supportsReturningGeometryCentroid", false), ("supportsSqlExpression", false),
                ])), Row("extent") { extent($0.data?.extent, $0.data?.reference ?? $0.service.reference, $0.version) },
            Row("sourceSpatialReference", since: "10.6.1") { ($0.data?.reference ?? .wgs84).json($0.version) },
            Row("drawingInfo") { drawingInfo($0.data) }, Row("hasM", .bool(false)), Row("hasZ", .bool(false)),
            Row("allowUpdateWithoutMValues", since: "10.7.1", .bool(false)), Row("allowGeometryUpdates", .bool(false)),
            Row("allowTrueCurvesUpdates", since: "10.6.1", .bool(false)),
            Row("onlyAllowTrueCurveUpdatesByTrueCurveClients", since: "10.6.1", .bool(true)),
            Row("hasAttachments", .bool(false)), Row("supportsApplyEditsWithGlobalIds", since: "10.6.1", .bool(false)),
            Row("htmlPopupType", .string("esriServerHTMLPopupTypeAsHTMLText")),
            Row("objectIdField") { .string($0.data?.objectIDField ?? "") }, Row("globalIdField", .string("")),
            Row("displayField") { .string($0.data?.displayField ?? "") }, Row("typeIdField", .string("")),
            Row("subtypeField", since: "10.7.1", .string("")),
            Row("fields") { .array($0.data?.fields.map(featureField) ?? []) },
            Row("geometryField", since: "10.6.1") { _ in
                .object([
                    .init("name", .string("Shape")), .init("type", .string("esriFieldTypeGeometry")),
                    .init("alias", .string("Shape")), .init("domain", .null), .init("editable", .bool(false)),
                    .init("nullable", .bool(true)), .init("defaultValue", .null), .init("modelName", .string("Shape")),
                ])
            }, Row("dateFieldsTimeReference", since: "10.6.1", .null), Row("types", .array([])),
            Row("templates", .array([])), Row("maxRecordCount") { .int($0.limit) },
            Row("supportedQueryFormats", .string("JSON, geoJSON")), Row("capabilities", .string("Query")),
            Row("useStandardizedQueries", .bool(true)), Row("standardMaxRecordCount", since: "10.6.1", .int(32_000)),
            Row("tileMaxRecordCount", since: "10.6.1", .int(8_000)),
            Row("maxRecordCountFactor", since: "10.6.1", .int(1)),
        ], evidence: .captured("TerriaJS/terriajs capture of 10.71; other releases inferred from it"))

    /// Name, type, alias, domain, editable, nullable, length, defaultValue, modelName (captured, 10.71).
    static func featureField(_ field: Field) -> JSON {
        var members: [JSON.Member] = [
            .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
            .init("alias", .string(field.alias)), .init("domain", .null), .init("editable", .bool(false)),
            .init("nullable", .bool(field.type != .objectID)),
        ]
        if let length = field.length { members.append(.init("length", .int(length))) }
        members += [.init("defaultValue", .null), .init("modelName", .string(field.name))]
        return .object(members)
    }
}
