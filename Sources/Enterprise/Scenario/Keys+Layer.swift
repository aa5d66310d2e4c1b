// SPDX-License-Identifier: Apache-2.0

import Services

/// The keys of what a layer has: fields, domains, files, rules.
extension Keys {
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
}
