// SPDX-License-Identifier: Apache-2.0

import Formats

/// The conditions of a fault, as written in Swift.
extension Fault {
    /// A glob on the decoded path: `*` matches within a segment, `**` across segments; of a whole URL, the path counts.
    /// `nil` matches any.
    public var path: String? {
        get { pattern?.text }
        set { pattern = newValue.map { Glob("/" + Target($0).segments.joined(separator: "/")) } }
    }

    /// Parameters of the query or a form; `*` matches anything.
    public var query: [String: String] {
        get {
            let given = parameters.compactMap { parameter in parameter.value.map { (parameter.name, $0.text) } }
            return Dictionary(given) { first, _ in first }
        }
        set { parameters = Self.parameters(newValue, lacking) }
    }

    /// Parameters that must be absent.
    public var lacking: [String] {
        get { parameters.filter { $0.value == nil }.map(\.name) }
        set { parameters = Self.parameters(query, newValue) }
    }

    static func parameters(_ query: [String: String], _ lacking: [String]) -> [Parameter] {
        let given = query.map { Parameter(name: $0.key.lowercased(), value: Glob($0.value)) }
        let absent = lacking.map { Parameter(name: $0.lowercased()) }
        return (given + absent).sorted { $0.name < $1.name }
    }
}
