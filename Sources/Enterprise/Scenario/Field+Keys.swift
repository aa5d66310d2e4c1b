// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// A field that a scenario declares. What is read goes on top of what is known of it; a value is read as the field's type
/// holds it, so that the type comes first.
extension Field {
    static let table = KeyTable<Field>("a field", identity + values)

    private static let identity: [KeyRow<Field>] = [
        KeyRow("name", .string, "Its name, in its exact case.", isRequired: true, always: \.name),
        KeyRow(
            Keys.Key(
                "type", .word(FieldType.allCases.filter { $0 != .geometry }.map(\.rawValue)),
                "The type; default: what the source's values show."),
            read: { node, field, _ in
                guard let type = node.text.flatMap(FieldType.init(rawValue:)) else { return }
                if field.type != type || !field.isTyped {
                    let plain = Field(name: field.name, type: type)
                    (field.isNullable, field.isEditable) = (plain.isNullable, plain.isEditable)
                }
                (field.type, field.isTyped) = (type, true)
            }),
        KeyRow("alias", .string, "The alias; default: the name.", loaded: \.alias),
        KeyRow("length", .integer(1...Keys.anyInteger.upperBound), "The largest number of characters.", \.length),
    ]

    private static let values: [KeyRow<Field>] = [
        KeyRow(
            Keys.Key("domain", .object(Domain.keys), "The allowed values."),
            read: { node, field, loader in field.domain = Domain(node, of: field, &loader) ?? field.domain }),
        KeyRow("nullable", .boolean, "Whether it may be null; default: true.", loaded: \.isNullable),
        KeyRow("editable", .boolean, "Whether it may be changed; default: true.", loaded: \.isEditable),
        KeyRow(
            Keys.Key("defaultValue", .any, "The value in a new row."),
            read: { node, field, loader in field.defaultValue = field.value(node, &loader) }),
        KeyRow("description", .string, "The description in hosted layers.", \.description),
        KeyRow("required", .boolean, "Whether hosted layers forbid its deletion.", \.isRequired),
    ]

    /// Returns a field of which only the name is known; its source shows the rest.
    static func unknown(_ name: String) -> Field {
        var field = Field(name: name, type: .string)
        field.isTyped = false
        return field
    }

    /// Returns a value as rows hold it; reports one that the field cannot hold.
    func value(_ node: Node, _ loader: inout ScenarioLoader) -> JSON {
        guard isTyped else { return node.json }
        if let value = value(node.json) { return value }
        loader.fail(node, "expected \(expected)")
        return .null
    }
}
