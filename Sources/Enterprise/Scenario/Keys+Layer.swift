// SPDX-License-Identifier: Apache-2.0

import Services

/// The keys of what a layer has: fields, domains, files, rules.
extension Keys {
    static let editFieldsInfo = Keys(
        what: "an editFieldsInfo",
        list: [
            Key("creationDateField", .string, "The field with the time of creation."),
            Key("creatorField", .string, "The field with the user."),
            Key("editDateField", .string, "The field with the time of the last change."),
            Key("editorField", .string, "The field with the user."),
            Key("realm", .string, "The suffix of user names."),
        ])

    static let attachment = Keys(
        what: "an attachment",
        list: [
            Key("objectId", .integer(anyInteger), "The row of the attachment.", isRequired: true),
            Key("source", .string, "A file, relative to this file.", isRequired: true),
            Key("name", .string, "Its name; default: the file's."),
            Key("contentType", .string, "Its media type."), Key("keywords", .string, "Its keywords."),
        ])

    static let constraint = Keys(
        what: "a constraint",
        list: [
            Key("where", .string, "The condition that every row must meet.", isRequired: true),
            Key(
                "errorNumber", .integer(-Int(Int32.max)...Int(Int32.max)), "The error number of the rule; default: -1."),
            Key("errorMessage", .string, "The error message of the rule."),
        ])

    static let field = Keys(
        what: "a field",
        list: [
            Key("name", .string, "Its name, in its exact case.", isRequired: true),
            Key(
                "type", .word(FieldType.allCases.filter { $0 != .geometry }.map(\.rawValue)),
                "The type; default: what the source's values show."),
            Key("alias", .string, "The alias; default: the name."),
            Key("length", .integer(1...anyInteger.upperBound), "The largest number of characters."),
            Key("domain", .object(domain), "The allowed values."),
            Key("nullable", .boolean, "Whether it may be null; default: true."),
            Key("editable", .boolean, "Whether it may be changed; default: true."),
            Key("defaultValue", .any, "The value in a new row."),
            Key("description", .string, "The description in hosted layers."),
            Key("required", .boolean, "Whether hosted layers forbid its deletion."),
        ])

    static let domain = Keys(
        what: "a domain",
        list: [
            Key("type", .word(["codedValue", "range"]), "Its type.", isRequired: true),
            Key("name", .string, "Its name.", isRequired: true), Key("description", .string, "Its description."),
            Key("codedValues", .list(.object(code)), "The codes and their names."),
            Key("range", .list(.any), "The smallest and the largest value."),
            Key("mergePolicy", .string, "Ignored."),
            Key("splitPolicy", .string, "Ignored."),
        ])

    static let code = Keys(
        what: "a coded value",
        list: [
            Key("name", .string, "The display name.", isRequired: true),
            Key("code", .any, "The value in the row.", isRequired: true),
        ])

    static let spatialReference = Keys(
        what: "a spatial reference",
        list: [
            Key("wkid", .integer(anyInteger), "Its number."), Key("latestWkid", .integer(anyInteger), "EPSG's number."),
            Key("wkt", .string, "The well-known text, if it has no number."),
        ])
}
