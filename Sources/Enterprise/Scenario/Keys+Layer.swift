// SPDX-License-Identifier: Apache-2.0

import Services

/// The keys of a layer, with Esri's names.
extension Keys {
    static let layer = Keys(
        what: "a layer",
        list: [
            Key("id", .integer(anyInteger), "Its id.", isRequired: true), Key("name", .string, "Its name."),
            Key("type", .word(Layer.Kind.allCases.map(\.rawValue)), "What it is; with a source, what that holds."),
            Key(
                "source", .string,
                "A file, relative to this file: GeoJSON, an Esri FeatureSet, or a layer's description as servers answer it."
            ),
            Key("fields", .list(.object(field)), "Fields by name: what the source does not show of them, or all."),
            Key("objectIdField", .string, "The field with the object ids; absent: found, or made."),
            Key(
                "globalIdField", .string,
                "The field with the global ids; rows of the source without one get one that is always the same."),
            Key("geometryType", .word(GeometryType.allCases.map(\.rawValue)), "What its geometries are."),
            Key(
                "spatialReference", .either([.integer(anyInteger), .object(spatialReference)]),
                "What the source's coordinates are in; absent: what it says, or 4326."),
            Key("parentLayerId", .integer(anyInteger), "The group that it is in."),
            Key("description", .string, "Its description."), Key("copyrightText", .string, "Whose it is."),
            Key("minScale", .integer(anyInteger), "Not drawn beyond this scale; 0 is no limit."),
            Key("maxScale", .integer(anyInteger), "Not drawn nearer than this scale; 0 is no limit."),
            Key("defaultVisibility", .boolean, "Whether it is drawn unless asked otherwise."),
            Key("definitionExpression", .string, "Rows outside it are not of the layer."),
            Key("renderer", .any, "As drawingInfo.renderer has it."),
            Key("labelingInfo", .list(.any), "Its labels, as drawingInfo.labelingInfo has them."),
            Key("transparency", .integer(0...100), "How much of what is below shows through."),
            Key("timeInfo", .object(timeInfo), "The fields that say when a row is true."),
            Key("hasAttachments", .boolean, "Whether rows have files."),
            Key("maxRecordCount", .integer(1...1_000_000), "Rows an answer has at most."),
            Key("capabilities", .string, "As its description lists them."),
            Key("typeIdField", .string, "The field whose values are its types."),
            Key("types", .any, "Its types, as its description has them."),
            Key("subtypes", .any, "Its subtypes, as its description has them."),
            Key("templates", .any, "Its templates, as its description has them."),
            Key("displayField", .string, "The field that stands for a row."),
            Key("supportsPagination", .boolean, "Whether resultOffset is understood."),
            Key("relationships", .list(.object(relationship)), "What its rows are related to."),
            Key("json", .any, "A pasted response to serve as its description."),
            Key("editFieldsInfo", .object(editFieldsInfo), "The fields that tell who wrote a row, and when."),
            Key("attachments", .list(.object(attachment)), "Files of its rows."),
            Key("constraints", .list(.object(constraint)), "What every row must be like."),
        ])

    static let editFieldsInfo = Keys(
        what: "an editFieldsInfo",
        list: [
            Key("creationDateField", .string, "When a row was added."), Key("creatorField", .string, "By whom."),
            Key("editDateField", .string, "When it was changed last."), Key("editorField", .string, "By whom."),
            Key("realm", .string, "Written behind user names."),
        ])

    static let attachment = Keys(
        what: "an attachment",
        list: [
            Key("objectId", .integer(anyInteger), "The row that it belongs to.", isRequired: true),
            Key("source", .string, "A file, relative to this file.", isRequired: true),
            Key("name", .string, "Its name; the file's unless given."),
            Key("contentType", .string, "Its media type."), Key("keywords", .string, "What it is found by."),
        ])

    static let constraint = Keys(
        what: "a constraint",
        list: [
            Key("where", .string, "The condition that every row must meet.", isRequired: true),
            Key(
                "errorNumber", .integer(-Int(Int32.max)...Int(Int32.max)), "What the rule's author calls a breach: -1."),
            Key("errorMessage", .string, "What the rule's author says to it."),
        ])

    static let field = Keys(
        what: "a field",
        list: [
            Key("name", .string, "Its name, in its exact case.", isRequired: true),
            Key(
                "type", .word(FieldType.allCases.filter { $0 != .geometry }.map(\.rawValue)),
                "Its type; a field of the source has the one its values show."),
            Key("alias", .string, "What people read; the name unless given."),
            Key("length", .integer(1...anyInteger.upperBound), "How many characters fit."),
            Key("domain", .object(domain), "The values that it may have."),
            Key("nullable", .boolean, "Whether it may be empty: true."),
            Key("editable", .boolean, "Whether it may be changed: true."),
            Key("defaultValue", .any, "What a new row has."),
            Key("description", .string, "What hosted layers say of it."),
            Key("required", .boolean, "Whether hosted layers say that it cannot be deleted."),
        ])

    static let domain = Keys(
        what: "a domain",
        list: [
            Key("type", .word(["codedValue", "range"]), "Its type.", isRequired: true),
            Key("name", .string, "Its name.", isRequired: true), Key("description", .string, "Its description."),
            Key("codedValues", .list(.object(code)), "What each code stands for."),
            Key("range", .list(.any), "The least and the greatest value."),
            Key("mergePolicy", .string, "Repeated by no answer."),
            Key("splitPolicy", .string, "Repeated by no answer."),
        ])

    static let code = Keys(
        what: "a coded value",
        list: [
            Key("name", .string, "What people read.", isRequired: true),
            Key("code", .any, "What the row holds.", isRequired: true),
        ])

    static let spatialReference = Keys(
        what: "a spatial reference",
        list: [
            Key("wkid", .integer(anyInteger), "Its number."), Key("latestWkid", .integer(anyInteger), "EPSG's number."),
            Key("wkt", .string, "Its text, where it has no number."),
        ])

    static let timeInfo = Keys(
        what: "a timeInfo",
        list: [
            Key("startTimeField", .string, "A date field.", isRequired: true),
            Key("endTimeField", .string, "A date field."),
        ])

    static let relationship = Keys(
        what: "a relationship",
        list: [
            Key("id", .integer(anyInteger), "Its id.", isRequired: true), Key("name", .string, "Its name."),
            Key(
                "relatedTableId", .integer(anyInteger), "The layer or table on the other side.", isRequired: true),
            Key(
                "cardinality",
                .word([
                    "esriRelCardinalityOneToOne", "esriRelCardinalityOneToMany", "esriRelCardinalityManyToMany",
                ]), "How many rows on each side."),
            Key("role", .word(["esriRelRoleOrigin", "esriRelRoleDestination"]), "Which side this layer is."),
            Key("keyField", .string, "The field of this layer.", isRequired: true),
            Key("relatedKeyField", .string, "The field of the other that is equal; the same name unless given."),
            Key("composite", .boolean, "Whether the other side's rows live and die with this one's."),
        ])
}
