// SPDX-License-Identifier: Apache-2.0

import Formats

/// A part of a scenario: a value that users make in Swift and that the loader makes of a file, by the same table of keys.
protocol ScenarioPart: Sendable {
    static var table: KeyTable<Self> { get }
    /// What is there where nothing is said.
    static func blank(at location: CodeLocation) -> Self
    /// Where it was written, of parts that know it.
    var location: CodeLocation? { get }
    /// Further keys in JSON5, laid over the others.
    var more: String? { get }
    /// What the table cannot say, for the object as a whole; told at the places of `node`.
    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader)
}

extension ScenarioPart {
    var location: CodeLocation? { nil }
    var more: String? { nil }
    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {}

    static func read(_ node: Node, _ loader: inout ScenarioLoader) -> Self {
        var part = blank(at: CodeLocation(node))
        table.read(node, into: &part, &loader)
        part.finish(node, &loader)
        return part
    }
}
