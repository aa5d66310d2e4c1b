import MapServices

/// The keys of a layer, by Esri's words for them.
extension Keys {
    static let layer = Keys(
        what: "a layer",
        list: [
            Key("id", .integer(anyInteger), "Its id.", isRequired: true), Key("name", .string, "Its name."),
            Key("type", .word(Layer.Kind.allCases.map(\.rawValue)), "What it is; with a source, what that holds."),
            Key("source", .string, "A GeoJSON file, relative to this file."),
            Key("parentLayerId", .integer(anyInteger), "The group that it is in."),
            Key("description", .string, "Its description."), Key("copyrightText", .string, "Whose it is."),
            Key("minScale", .integer(anyInteger), "Not drawn beyond this scale; 0 is no limit."),
            Key("maxScale", .integer(anyInteger), "Not drawn nearer than this scale; 0 is no limit."),
            Key("defaultVisibility", .boolean, "Whether it is drawn unless asked otherwise."),
            Key("definitionExpression", .string, "Rows outside it are not of the layer."),
            Key("renderer", .any, "As drawingInfo.renderer has it."),
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
