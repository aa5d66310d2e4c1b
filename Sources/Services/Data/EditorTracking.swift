// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

/// The fields in which a layer records who created or changed a row and when, named as in `editFieldsInfo`.
package struct EditorTracking: Sendable, Hashable, Codable {
    package var creationDateField: String?
    package var creatorField: String?
    package var editDateField: String?
    package var editorField: String?
    /// The suffix of names: `anna@REALM`.
    package var realm: String?

    package init(
        creationDateField: String?, creatorField: String?, editDateField: String?, editorField: String?, realm: String?
    ) {
        (self.creationDateField, self.creatorField) = (creationDateField, creatorField)
        (self.editDateField, self.editorField, self.realm) = (editDateField, editorField, realm)
    }

    /// The JSON in a layer's description.
    package var json: JSON {
        let names = [
            ("creationDateField", creationDateField), ("creatorField", creatorField), ("editDateField", editDateField),
            ("editorField", editorField), ("realm", realm),
        ]
        return .object(names.compactMap { name, value in value.map { JSON.Member(name, .string($0)) } })
    }

    /// Returns whether clients may not write the field.
    func owns(_ field: String) -> Bool {
        [creationDateField, creatorField, editDateField, editorField].contains {
            $0.map { ASCII.equal($0, field) } ?? false
        }
    }

    /// Returns the values to write into a row, by field name.
    func stamp(_ user: String?, _ now: Instant, isNew: Bool) -> [(field: String, value: JSON)] {
        // The name that a server writes for anonymous users.
        let name = user.map { user in realm.map { "\(user)@\($0)" } ?? user } ?? "Esri_Anonymous"
        let moment = JSON.number(String(now.milliseconds))
        var fields = [(editorField, JSON.string(name)), (editDateField, moment)]
        if isNew { fields += [(creatorField, .string(name)), (creationDateField, moment)] }
        return fields.compactMap { field, value in field.map { ($0, value) } }
    }
}
