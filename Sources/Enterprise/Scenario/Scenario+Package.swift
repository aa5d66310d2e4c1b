// SPDX-License-Identifier: Apache-2.0

import Formats
package import Services

extension Scenario {
    /// A file that publishes as layers that the scenario names: a service definition, a file geodatabase.
    package struct Package: Sendable, Codable {
        /// The name of the file that is uploaded: `Roads.sd`.
        package var name = ""
        package var layers: [Layer] = []
        /// The layers as they are published.
        package var served: [Services.Layer] = []

        private enum CodingKeys: CodingKey {
            case name, served
        }
    }
}

extension Scenario.Package: ScenarioPart {
    static let table = KeyTable<Self>(
        "a package",
        [
            KeyRow(
                "name", .string, "The name of the file, or the title of its item.", isRequired: true, always: \.name),
            KeyRow("layers", listOf: .part, "The layers that it publishes as.", \.layers),
        ])

    static func blank(at location: CodeLocation) -> Self { Self() }

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) { served = loader.layers(node, nil) }
}
