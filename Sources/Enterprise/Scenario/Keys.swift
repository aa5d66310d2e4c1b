// SPDX-License-Identifier: Apache-2.0

import Facts

/// The keys of one kind of object, in a scenario file or in the control endpoints. Validation, findings, `schema.json`
/// and the OpenAPI document read these tables, so they cannot disagree.
package struct Keys: Sendable {
    package struct Key: Sendable {
        package var name: String
        package var kind: Kind
        package var about: String
        package var isRequired = false

        package init(_ name: String, _ kind: Kind, _ about: String, isRequired: Bool = false) {
            self.name = name
            self.kind = kind
            self.about = about
            self.isRequired = isRequired
        }
    }

    /// The kind of a value.
    package indirect enum Kind: Sendable {
        case string
        case boolean
        case integer(ClosedRange<Int>)
        case null
        /// One of these words.
        case word([String])
        /// The name of a release.
        case release
        /// An ISO 8601 duration, a string.
        case duration
        case object(Keys)
        /// An object with any names, and values of one kind.
        case map(Kind)
        case list(Kind)
        case either([Kind])
        /// Any value.
        case any
        /// Part of the format but not emulated by this version: an error that says so.
        case notYet

        /// The kind in words, for "expected … , found …".
        package var name: String {
            switch self {
            case .string: "a string"
            case .duration: "an ISO 8601 duration"
            case .boolean: "true or false"
            case .integer: "an integer"
            case .null: "null"
            case .word(let words): "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
            case .release: Keys.Kind.word(Version.known.map(\.name)).name
            case .object, .map: "an object"
            case .list: "a list"
            case .either(let kinds): kinds.map(\.name).joined(separator: " or ")
            case .any, .notYet: "anything"
            }
        }
    }

    /// What the object is, for messages: "a server".
    package var what: String
    /// The name of the component in schemas that have components; `nil` means inline.
    package var component: String?
    package var list: [Key]

    package init(what: String, component: String? = nil, list: [Key]) {
        self.what = what
        self.component = component
        self.list = list
    }
}
