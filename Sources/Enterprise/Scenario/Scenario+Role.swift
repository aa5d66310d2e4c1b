// SPDX-License-Identifier: Apache-2.0

extension Scenario {
    /// A role of a portal besides those that every portal has.
    package struct PortalRole: Sendable {
        /// The name, by which users name it.
        package var name: String
        /// Its id; `nil`: one that is derived from the name.
        package var id: String?
        package var description = ""
        /// What it allows, in the words of the REST API.
        package var privileges: [String] = []
        let place: CodeLocation
    }
}

extension Scenario.PortalRole: ScenarioPart {
    static let table = KeyTable<Self>(
        "a role",
        [
            KeyRow("name", .string, "The name.", isRequired: true, always: \.name),
            KeyRow("id", .string, "Its id; default: one derived from the name.", \.id),
            KeyRow("description", .string, "What it is for.", loaded: \.description),
            KeyRow(
                "privileges", .strings, "What it allows, as the REST API names it: portal:user:createItem.",
                loaded: \.privileges),
        ])

    static func blank(at location: CodeLocation) -> Self { Self(name: "", place: location) }
    var location: CodeLocation? { place }
}
