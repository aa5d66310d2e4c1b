// SPDX-License-Identifier: Apache-2.0

import Formats

/// The keys of one part of a scenario.
struct KeyTable<Owner>: Sendable {
    /// Without their values: what validation and the schema read.
    let keys: Keys
    let rows: [KeyRow<Owner>]

    /// `what`: what the part is, for messages: "a server".
    init(_ what: String, component: String? = nil, _ rows: [KeyRow<Owner>]) {
        self.rows = rows
        keys = Keys(what: what, component: component, list: rows.map(\.key))
    }

    /// Takes over what a tree says, which was held against the table.
    func read(_ node: Node, into owner: inout Owner, _ loader: inout ScenarioLoader) {
        for row in rows {
            if let value = node[row.key.name] { row.read(value, &owner, &loader) }
        }
    }

    /// Whether something would be written under that key.
    func isGiven(_ name: String, in owner: Owner) -> Bool {
        var writer = TreeWriter(at: CodeLocation(file: "", line: 1, column: 1))
        return rows.first { $0.key.name == name }?.write(owner, &writer) != nil
    }
}
