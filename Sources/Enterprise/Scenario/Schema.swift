package import Formats

/// `schema.json` (JSON Schema 2020-12), made from the tables of keys.
package enum Schema {
    package static let json: JSON = {
        var members: [JSON.Member] = [
            .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            .init("title", .string("MockPortal scenario")),
        ]
        members += object(.scenario).members ?? []
        return .object(members)
    }()

    /// `components`: where the schemas lie of objects that have a name for it; `nil`: each is written where it is.
    package static func object(_ keys: Keys, components: String? = nil) -> JSON {
        var members: [JSON.Member] = [
            .init("type", .string("object")), .init("additionalProperties", .bool(false)),
            .init(
                "properties",
                .object(
                    keys.list.map { key in
                        var schema = kind(key.kind, components: components).members ?? []
                        schema.insert(.init("description", .string(key.about)), at: 0)
                        return .init(key.name, .object(schema))
                    })),
        ]
        let required = keys.list.filter(\.isRequired).map { JSON.string($0.name) }
        if !required.isEmpty { members.append(.init("required", .array(required))) }
        return .object(members)
    }

    private static func type(_ name: String) -> JSON { .object([.init("type", .string(name))]) }

    package static func kind(_ kind: Keys.Kind, components: String? = nil) -> JSON {
        switch kind {
        case .string: type("string")
        case .boolean: type("boolean")
        case .null: type("null")
        case .any: .object([])
        // In the format for later; this version refuses it, and so does the schema.
        case .notYet: .object([.init("not", .object([]))])
        case .integer(let range):
            .object([
                .init("type", .string("integer")), .init("minimum", .int(range.lowerBound)),
                .init("maximum", .int(range.upperBound)),
            ])
        case .word(let words): .object([.init("enum", .array(words.map(JSON.string)))])
        case .object(let keys):
            if let components, let name = keys.component {
                .object([.init("$ref", .string(components + name))])
            } else {
                object(keys, components: components)
            }
        case .map(let inner):
            .object([
                .init("type", .string("object")),
                .init("additionalProperties", self.kind(inner, components: components)),
            ])
        case .list(let inner):
            .object([.init("type", .string("array")), .init("items", self.kind(inner, components: components))])
        case .either(let kinds): .object([.init("anyOf", .array(kinds.map { self.kind($0, components: components) }))])
        }
    }
}
