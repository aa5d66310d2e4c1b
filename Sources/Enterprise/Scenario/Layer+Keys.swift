// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// The keys of a layer, by Esri's words for them: what a scenario says goes on top of what a description says. Those without
/// a path are of its rows, which the loader reads with the layer's source.
extension Layer {
    static let keys = KeyTable<Layer>("a layer", rows + behavior)

    private static let queryCapabilities = Keys(
        what: "the capabilities of queries",
        list: QueryCapability.declared.map { Keys.Key($0, .boolean, "Whether queries support it.") })

    private static let spatialReference = Keys(
        what: "a spatial reference",
        list: [
            Keys.Key("wkid", .integer(Keys.anyInteger), "Its number."),
            Keys.Key("latestWkid", .integer(Keys.anyInteger), "EPSG's number."),
            Keys.Key("wkt", .string, "The well-known text, if it has no number."),
        ])

    private static let rows: [KeyRow<Layer>] = [
        KeyRow("id", .integer(Keys.anyInteger), "Its id.", isRequired: true),
        KeyRow("name", .string, "Its name.", loaded: \.name),
        KeyRow("type", .word(Layer.Kind.allCases.map(\.rawValue)), "The type; default: what the source holds."),
        KeyRow(
            "source", .string,
            "A file, relative to this file: GeoJSON, an Esri FeatureSet, or a layer's description as servers answer it."
        ),
        KeyRow(
            "fields", .list(.object(Field.table.keys)), "The fields by name: what the source does not show, or all."),
        KeyRow("objectIdField", .string, "The field with the object ids; default: found or created."),
        KeyRow(
            "globalIdField", .string,
            "The field with the global ids; rows without one get one that never changes."),
        KeyRow("geometryType", .word(GeometryType.allCases.map(\.rawValue)), "The type of its geometries."),
        KeyRow(
            "spatialReference", .either([.integer(Keys.anyInteger), .object(spatialReference)]),
            "The spatial reference of the source's coordinates; default: the source's own, or 4326."),
        KeyRow("parentLayerId", .integer(Keys.anyInteger), "The group layer that contains it.", \.parent),
        KeyRow("description", .string, "Its description.", loaded: \.description),
        KeyRow("copyrightText", .string, "The copyright text.", loaded: \.copyright),
        KeyRow(
            "minScale", .whole(Keys.anyInteger), "Not drawn when zoomed out beyond this scale; 0: no limit.",
            loaded: \.minScale),
        KeyRow(
            "maxScale", .whole(Keys.anyInteger), "Not drawn when zoomed in beyond this scale; 0: no limit.",
            loaded: \.maxScale),
    ]

    private static let behavior: [KeyRow<Layer>] = [
        KeyRow("defaultVisibility", .boolean, "Whether it is drawn by default.", loaded: \.isVisible),
        KeyRow("definitionExpression", .string, "The layer has only the rows that meet it.", \.definition),
        KeyRow(
            Keys.Key("renderer", .any, "The renderer, as in drawingInfo.renderer."),
            read: { node, layer, loader in
                loader.check(renderer: node, of: layer)
                layer.renderer = node.json
            }),
        KeyRow("labelingInfo", .list(.any), "The labels, as in drawingInfo.labelingInfo."),
        KeyRow("transparency", .whole(0...100), "The transparency in percent.", loaded: \.transparency),
        KeyRow("timeInfo", .time, "The fields with the time of a row.", \.time),
        KeyRow("hasAttachments", .boolean, "Whether rows have attachments.", loaded: \.hasAttachments),
        KeyRow("maxRecordCount", .integer(1...1_000_000), "The largest number of rows in an answer.", \.maxRecordCount),
        KeyRow("capabilities", .string, "The list in its description.", \.capabilities),
        KeyRow("typeIdField", .string, "The field whose values are its types.", \.typeField),
        KeyRow("types", .any, "Its types, as in its description.", \.types),
        KeyRow("subtypes", .any, "Its subtypes, as in its description.", \.subtypes),
        KeyRow("templates", .any, "Its templates, as in its description.", \.templates),
        KeyRow("displayField", .string, "The field that represents a row.", \.displayField),
        KeyRow(
            "sourceState", .word, "The state of the source behind it; default: working.", always: \.sourceState),
        KeyRow(
            "sourceDelay", .duration("sourceDelay", example: "PT30S"),
            "How long a source that does not work lets a query wait, by the deployment's clock; default: no time.",
            \.sourceDelay),
        KeyRow("supportsPagination", .boolean, "Whether resultOffset is supported.", \.supportsPagination),
        KeyRow(
            Keys.Key(
                "advancedQueryCapabilities", .object(queryCapabilities),
                "What its queries do not support: false; default: all."),
            read: { node, layer, _ in
                for name in QueryCapability.declared where node[name]?.truth == false { layer.unsupported.insert(name) }
            }),
        KeyRow("relationships", listOf: .part, "Its relationships.", \.relationships),
        KeyRow("json", .any, "A recorded response that replaces its description."),
        KeyRow(
            "editFieldsInfo", .object(EditorTracking.table.keys),
            "The fields with the creator, the editor and the times."),
        KeyRow("attachments", .list(.object(AttachmentDeclaration.table.keys)), "The attachments of its rows."),
        KeyRow("constraints", .list(.object(ConstraintDeclaration.table.keys)), "The constraint rules for every row."),
    ]
}

extension Layer.Relationship: ScenarioPart {
    static let table = KeyTable<Self>(
        "a relationship",
        [
            KeyRow("id", .integer(Keys.anyInteger), "Its id.", isRequired: true, always: \.id),
            KeyRow("name", .string, "Its name.", always: \.name),
            KeyRow(
                "relatedTableId", .integer(Keys.anyInteger), "The layer or table on the other side.", isRequired: true,
                always: \.relatedID),
            KeyRow(
                "cardinality",
                .word([
                    "esriRelCardinalityOneToOne", "esriRelCardinalityOneToMany", "esriRelCardinalityManyToMany",
                ]), "The number of rows on each side.", always: \.cardinality),
            KeyRow(
                "role", .word(["esriRelRoleOrigin", "esriRelRoleDestination"]), "The role of this layer.",
                always: \.role),
            KeyRow("keyField", .string, "The field of this layer.", isRequired: true, always: \.keyField),
            KeyRow(
                "relatedKeyField", .string, "The field of the other layer that is equal; default: the same name.",
                always: \.relatedKeyField),
            KeyRow(
                "composite", .boolean, "Whether related rows are deleted with this layer's rows.",
                always: \.isComposite),
        ])

    static func blank(at location: CodeLocation) -> Self {
        Self(
            id: 0, name: "", relatedID: 0, cardinality: "esriRelCardinalityOneToMany", role: "esriRelRoleOrigin",
            keyField: "", relatedKeyField: "")
    }

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        if node["relatedKeyField"] == nil { relatedKeyField = keyField }
    }
}

extension Notation<Double> {
    /// A whole number that Swift holds as a double.
    fileprivate static func whole(_ range: ClosedRange<Int>) -> Self {
        Self(
            kind: .integer(range), read: { node, _ in node.integer.map { Double($0) } },
            write: { $1.node(.number("\(Int($0))")) })
    }
}

extension Notation<Layer.Time> {
    fileprivate static var time: Self {
        Self(
            kind: .object(
                Keys(
                    what: "a timeInfo",
                    list: [
                        Keys.Key("startTimeField", .string, "A date field.", isRequired: true),
                        Keys.Key("endTimeField", .string, "A date field."),
                    ])),
            read: { node, _ in
                node["startTimeField"]?.text.map { Layer.Time(start: $0, end: node["endTimeField"]?.text) }
            },
            write: { time, writer in
                writer.map(
                    [("startTimeField", .string(time.start))] + (time.end.map { [("endTimeField", .string($0))] } ?? [])
                )
            })
    }
}
