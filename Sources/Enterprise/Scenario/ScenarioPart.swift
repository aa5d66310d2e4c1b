// SPDX-License-Identifier: Apache-2.0

import Formats

/// A part of a scenario: a value that users create in Swift and the loader creates from a file, with the same table of
/// keys.
protocol ScenarioPart: Sendable {
    static var table: KeyTable<Self> { get }
    /// Returns the value with all defaults.
    static func blank(at location: CodeLocation) -> Self
    /// The position where it was written, if the part records it.
    var location: CodeLocation? { get }
    /// Additional keys, which override the others.
    var otherKeys: [String: Scenario.Value] { get }
    /// Checks the object as a whole, beyond the table; reports at the positions in `node`.
    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader)
}

extension ScenarioPart {
    var location: CodeLocation? { nil }
    var otherKeys: [String: Scenario.Value] { [:] }
    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {}

    static func read(_ node: Node, _ loader: inout ScenarioLoader) -> Self {
        var part = blank(at: CodeLocation(node))
        table.read(node, into: &part, &loader)
        part.finish(node, &loader)
        return part
    }
}
