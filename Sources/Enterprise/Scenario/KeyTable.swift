// SPDX-License-Identifier: Apache-2.0

import Formats

/// The keys of a part of a scenario.
struct KeyTable<Owner>: Sendable {
    /// The keys without their values, for validation and the schema.
    let keys: Keys
    let rows: [KeyRow<Owner>]

    /// Creates a table; `what` names the part in messages: "a server".
    init(_ what: String, component: String? = nil, _ rows: [KeyRow<Owner>]) {
        self.rows = rows
        keys = Keys(what: what, component: component, list: rows.map(\.key))
    }

    /// Reads a tree that was checked against the table.
    func read(_ node: Node, into owner: inout Owner, _ loader: inout ScenarioLoader) {
        for row in rows {
            if let value = node[row.key.name] { row.read(value, &owner, &loader) }
        }
    }

    /// Returns whether that key would be written.
    func isGiven(_ name: String, in owner: Owner) -> Bool {
        var writer = TreeWriter(at: CodeLocation(file: "", line: 1, column: 1))
        return rows.first { $0.key.name == name }?.write(owner, &writer) != nil
    }
}
