// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

extension EditorTracking: ScenarioPart {
    static let table = KeyTable<Self>(
        "an editFieldsInfo",
        [
            KeyRow("creationDateField", .string, "The field with the time of creation.", \.creationDateField),
            KeyRow("creatorField", .string, "The field with the user.", \.creatorField),
            KeyRow("editDateField", .string, "The field with the time of the last change.", \.editDateField),
            KeyRow("editorField", .string, "The field with the user.", \.editorField),
            KeyRow("realm", .string, "The suffix of user names.", \.realm),
        ])

    static func blank(at location: CodeLocation) -> Self {
        Self(creationDateField: nil, creatorField: nil, editDateField: nil, editorField: nil, realm: nil)
    }
}

/// An attachment as a scenario declares it.
struct AttachmentDeclaration: ScenarioPart {
    static let table = KeyTable<Self>(
        "an attachment",
        [
            KeyRow(
                "objectId", .integer(Keys.anyInteger), "The row of the attachment.", isRequired: true,
                always: \.objectID),
            KeyRow("source", .string, "A file, relative to this file.", isRequired: true, always: \.source),
            KeyRow("name", .string, "Its name; default: the file's.", \.name),
            KeyRow("contentType", .string, "Its media type.", loaded: \.contentType),
            KeyRow("keywords", .string, "Its keywords.", loaded: \.keywords),
        ])

    var objectID = 0
    var source = ""
    var name: String?
    var contentType = "application/octet-stream"
    var keywords = ""

    static func blank(at location: CodeLocation) -> Self { Self() }
}

/// A constraint rule as a scenario declares it.
struct ConstraintDeclaration: ScenarioPart {
    static let table = KeyTable<Self>(
        "a constraint",
        [
            KeyRow("where", .string, "The condition that every row must meet.", isRequired: true, always: \.clause),
            KeyRow(
                "errorNumber", .integer(-Int(Int32.max)...Int(Int32.max)), "The error number of the rule; default: -1.",
                loaded: \.errorNumber),
            KeyRow("errorMessage", .string, "The error message of the rule.", loaded: \.errorMessage),
        ])

    var clause = ""
    var errorNumber = -1
    var errorMessage = ""

    static func blank(at location: CodeLocation) -> Self { Self() }
}
