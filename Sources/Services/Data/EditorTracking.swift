// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

/// The fields in which a layer keeps who wrote a row and when, by the names of `editFieldsInfo`.
package struct EditorTracking: Sendable, Hashable {
    package var creationDateField: String?
    package var creatorField: String?
    package var editDateField: String?
    package var editorField: String?
    /// Appended to names: `anna@REALM`.
    package var realm: String?

    package init(
        creationDateField: String?, creatorField: String?, editDateField: String?, editorField: String?, realm: String?
    ) {
        (self.creationDateField, self.creatorField) = (creationDateField, creatorField)
        (self.editDateField, self.editorField, self.realm) = (editDateField, editorField, realm)
    }

    /// As a layer's description shows it.
    package var json: JSON {
        let names = [
            ("creationDateField", creationDateField), ("creatorField", creatorField), ("editDateField", editDateField),
            ("editorField", editorField), ("realm", realm),
        ]
        return .object(names.compactMap { name, value in value.map { JSON.Member(name, .string($0)) } })
    }

    /// Whether clients may not write the field.
    func owns(_ field: String) -> Bool {
        [creationDateField, creatorField, editDateField, editorField].contains {
            $0.map { ASCII.equal($0, field) } ?? false
        }
    }

    /// What it writes into a row: by the field's name.
    func stamp(_ user: String?, _ now: Instant, isNew: Bool) -> [(field: String, value: JSON)] {
        // The name that a server writes for those who did not sign in.
        let name = user.map { user in realm.map { "\(user)@\($0)" } ?? user } ?? "Esri_Anonymous"
        let moment = JSON.number(String(now.milliseconds))
        var fields = [(editorField, JSON.string(name)), (editDateField, moment)]
        if isNew { fields += [(creatorField, .string(name)), (creationDateField, moment)] }
        return fields.compactMap { field, value in field.map { ($0, value) } }
    }
}
