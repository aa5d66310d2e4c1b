// SPDX-License-Identifier: Apache-2.0

import Formats

extension Field {
    /// Reads a field of a description or feature set, or returns `nil` if its type is unknown.
    init?(json: JSON) {
        guard let name = json["name"]?.text, let type = json["type"]?.text.flatMap(FieldType.init(rawValue:)) else {
            return nil
        }
        self.init(
            name: name, type: type, alias: json["alias"]?.text, length: json["length"]?.integer,
            domain: json["domain"].flatMap(Domain.init(json:)), isNullable: json["nullable"]?.truth ?? true,
            isEditable: json["editable"]?.truth ?? true, defaultValue: json["defaultValue"] ?? .null)
        description = json["description"]?.text
        isRequired = json["required"]?.truth
    }
}
