// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

/// `schema.json` (JSON Schema 2020-12), generated from the tables of keys.
package enum Schema {
    package static let json: JSON = {
        var members: [JSON.Member] = [
            .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            .init("title", .string("MockPortal scenario")),
        ]
        members += object(scenario, isInherited: true).members ?? []
        return .object(members)
    }()

    /// The loader itself reports an unknown behavior; an editor needs the list.
    private static let scenario = Keys(
        what: Keys.scenario.what,
        list: Keys.scenario.list.map { key in
            key.name == "quirks" ? Keys.Key(key.name, .object(behaviors), key.about) : key
        })

    private static let behaviors = Keys(
        what: "quirks",
        list: Behavior.allCases.map { Keys.Key($0.rawValue, .word($0.choices.map(\.rawValue)), $0.summary) })

    /// Returns the schema of an object. `isInherited` says whether `extends` may have provided its members, which
    /// `null` then removes. `components` is where named schemas are; `nil` means inline.
    package static func object(
        _ keys: Keys, components: String? = nil, isInherited: Bool = false
    ) -> JSON {
        var members: [JSON.Member] = [
            .init("type", .string("object")), .init("additionalProperties", .bool(false)),
            .init(
                "properties",
                .object(
                    keys.list.map { key in
                        let isOwn = ["title", "report", "steps", "faults"].contains(key.name)
                        let kind = removable(key.kind, if: isInherited && !isOwn && !key.isRequired)
                        var schema =
                            self.kind(kind, components: components, isInherited: isInherited && !isOwn).members ?? []
                        schema.insert(.init("description", .string(key.about)), at: 0)
                        return .init(key.name, .object(schema))
                    })),
        ]
        let required = keys.list.filter(\.isRequired).map { JSON.string($0.name) }
        if !required.isEmpty { members.append(.init("required", .array(required))) }
        return .object(members)
    }

    private static func removable(_ kind: Keys.Kind, if isRemovable: Bool) -> Keys.Kind {
        switch kind {
        case .object,
            .list where isRemovable:
            isRemovable ? .either([kind, .null]) : kind
        default: kind
        }
    }

    private static func type(_ name: String) -> JSON { .object([.init("type", .string(name))]) }

    package static func kind(
        _ kind: Keys.Kind, components: String? = nil, isInherited: Bool = false
    ) -> JSON {
        switch kind {
        case .string, .duration: type("string")
        case .boolean: type("boolean")
        case .null: type("null")
        case .any: .object([])
        // Part of the format for later; this version refuses it, and so does the schema.
        case .notYet: .object([.init("not", .object([]))])
        case .integer(let range):
            .object([
                .init("type", .string("integer")), .init("minimum", .int(range.lowerBound)),
                .init("maximum", .int(range.upperBound)),
            ])
        case .word(let words): .object([.init("enum", .array(words.map(JSON.string)))])
        case .release: self.kind(.word(Version.known.map(\.name)))
        case .object(let keys):
            if let components, let name = keys.component {
                .object([.init("$ref", .string(components + name))])
            } else {
                object(keys, components: components, isInherited: isInherited)
            }
        case .map(let inner):
            .object([
                .init("type", .string("object")),
                .init("additionalProperties", self.kind(inner, components: components, isInherited: isInherited)),
            ])
        case .list(let inner):
            .object([
                .init("type", .string("array")),
                .init("items", self.kind(inner, components: components, isInherited: isInherited)),
            ])
        case .either(let kinds):
            .object([
                .init("anyOf", .array(kinds.map { self.kind($0, components: components, isInherited: isInherited) }))
            ])
        }
    }
}
