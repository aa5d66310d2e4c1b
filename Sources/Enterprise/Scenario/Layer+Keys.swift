// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// The keys of a layer, by Esri's words for them: what a scenario says goes on top of what a description says. Those without
/// a path are of its rows, which the loader reads with the layer's source.
extension Layer {
    static let keys = KeyTable<Layer>("a layer", rows + behavior)

    private static let rows: [KeyRow<Layer>] = [
        KeyRow("id", .integer(Keys.anyInteger), "Its id.", isRequired: true),
        KeyRow("name", .string, "Its name.", loaded: \.name),
        KeyRow("type", .word(Layer.Kind.allCases.map(\.rawValue)), "What it is; with a source, what that holds."),
        KeyRow(
            "source", .string,
            "A file, relative to this file: GeoJSON, an Esri FeatureSet, or a layer's description as servers answer it."
        ),
        KeyRow("fields", .list(.object(.field)), "Fields by name: what the source does not show of them, or all."),
        KeyRow("objectIdField", .string, "The field with the object ids; absent: found, or made."),
        KeyRow(
            "globalIdField", .string,
            "The field with the global ids; rows of the source without one get one that is always the same."),
        KeyRow("geometryType", .word(GeometryType.allCases.map(\.rawValue)), "What its geometries are."),
        KeyRow(
            "spatialReference", .either([.integer(Keys.anyInteger), .object(.spatialReference)]),
            "What the source's coordinates are in; absent: what it says, or 4326."),
        KeyRow("parentLayerId", .integer(Keys.anyInteger), "The group that it is in.", \.parent),
        KeyRow("description", .string, "Its description.", loaded: \.description),
        KeyRow("copyrightText", .string, "Whose it is.", loaded: \.copyright),
        KeyRow("minScale", .whole(Keys.anyInteger), "Not drawn beyond this scale; 0 is no limit.", loaded: \.minScale),
        KeyRow(
            "maxScale", .whole(Keys.anyInteger), "Not drawn nearer than this scale; 0 is no limit.", loaded: \.maxScale),
    ]

    private static let behavior: [KeyRow<Layer>] = [
        KeyRow("defaultVisibility", .boolean, "Whether it is drawn unless asked otherwise.", loaded: \.isVisible),
        KeyRow("definitionExpression", .string, "Rows outside it are not of the layer.", \.definition),
        KeyRow(
            Keys.Key("renderer", .any, "As drawingInfo.renderer has it."),
            read: { node, layer, loader in
                loader.check(renderer: node, of: layer)
                layer.renderer = node.json
            }),
        KeyRow("labelingInfo", .list(.any), "Its labels, as drawingInfo.labelingInfo has them."),
        KeyRow("transparency", .whole(0...100), "How much of what is below shows through.", loaded: \.transparency),
        KeyRow("timeInfo", .time, "The fields that say when a row is true.", \.time),
        KeyRow("hasAttachments", .boolean, "Whether rows have files.", loaded: \.hasAttachments),
        KeyRow("maxRecordCount", .integer(1...1_000_000), "Rows an answer has at most.", \.maxRecordCount),
        KeyRow("capabilities", .string, "As its description lists them.", \.capabilities),
        KeyRow("typeIdField", .string, "The field whose values are its types.", \.typeField),
        KeyRow("types", .any, "Its types, as its description has them.", \.types),
        KeyRow("subtypes", .any, "Its subtypes, as its description has them.", \.subtypes),
        KeyRow("templates", .any, "Its templates, as its description has them.", \.templates),
        KeyRow("displayField", .string, "The field that stands for a row.", \.displayField),
        KeyRow("supportsPagination", .boolean, "Whether resultOffset is understood.", \.supportsPagination),
        KeyRow("relationships", listOf: .part, "What its rows are related to.", \.relationships),
        KeyRow("json", .any, "A pasted response to serve as its description."),
        KeyRow("editFieldsInfo", .object(.editFieldsInfo), "The fields that tell who wrote a row, and when."),
        KeyRow("attachments", .list(.object(.attachment)), "Files of its rows."),
        KeyRow("constraints", .list(.object(.constraint)), "What every row must be like."),
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
                ]), "How many rows on each side.", always: \.cardinality),
            KeyRow(
                "role", .word(["esriRelRoleOrigin", "esriRelRoleDestination"]), "Which side this layer is.",
                always: \.role),
            KeyRow("keyField", .string, "The field of this layer.", isRequired: true, always: \.keyField),
            KeyRow(
                "relatedKeyField", .string, "The field of the other that is equal; the same name unless given.",
                always: \.relatedKeyField),
            KeyRow(
                "composite", .boolean, "Whether the other side's rows live and die with this one's.",
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
