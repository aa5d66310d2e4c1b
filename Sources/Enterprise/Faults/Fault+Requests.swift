// SPDX-License-Identifier: Apache-2.0

import Formats

/// Which requests a fault strikes, as it is said in Swift.
extension Fault {
    /// A glob on the decoded path: `*` within a segment, `**` across; of a whole URL the path counts. `nil`: any.
    public var path: String? {
        get { pattern?.text }
        set { pattern = newValue.map { Glob("/" + Target($0).segments.joined(separator: "/")) } }
    }

    /// Parameters, in the query or in a form; `*` stands for anything.
    public var query: [String: String] {
        get {
            let given = parameters.compactMap { parameter in parameter.value.map { (parameter.name, $0.text) } }
            return Dictionary(given) { first, _ in first }
        }
        set { parameters = Self.parameters(newValue, lacking) }
    }

    /// Parameters that must not be there.
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
