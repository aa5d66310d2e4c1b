// SPDX-License-Identifier: Apache-2.0

package import Formats

/// Something that happens to a deployment, not through its doors: an administrator's deed, a restart. Where a server or a
/// portal is `nil`, it is the only one.
///
/// The events there are stand in tables, by what they happen to: a row says what an event is called, what it needs, and
/// what it does.
public struct Event: Sendable, Hashable {
    package var kind: Kind
    package var server: String?
    package var portal: String?
    package var user: String?
    package var service: String?
    package var password: String?
    /// The layer's id; `nil` means 0.
    package var layer: Int?
    package var field: String?
    /// The new name of what is renamed.
    package var newName: String?
    /// The id of a role, or its name in the scenario.
    package var role: String?
    /// The id of a group.
    package var group: String?
    package var userType: String?
    package var access: Scenario.Access?
    package var license: ServerLicense?

    /// The reason that an event is impossible.
    package struct Impossible: Error, Sendable {
        package var message: String
        package var suggestion: String?
        /// The key of the event that is wrong, or `nil` for the event as a whole.
        package var key: String?
    }

    package init(
        _ kind: Kind, server: String? = nil, portal: String? = nil, user: String? = nil, service: String? = nil,
        password: String? = nil, layer: Int? = nil, field: String? = nil, newName: String? = nil
    ) {
        self.kind = kind
        self.server = server
        self.portal = portal
        self.user = user
        self.service = service
        self.password = password
        self.layer = layer
        self.field = field
        self.newName = newName
    }

    /// Reads the body of `POST /_mock/events`.
    package init(_ json: JSON) throws(Impossible) {
        let name = json["event"]?.text ?? ""
        guard let kind = Kind(rawValue: name) else {
            throw Impossible(
                message: "there is no event \"\(name)\"",
                suggestion: Suggestion.nearest(to: name, among: Kind.allCases.map(\.rawValue)))
        }
        self.init(kind)
        var loader = ScenarioLoader(files: SentFiles())
        Event.table.read(CodeLocation(file: "", line: 1, column: 1).tree(json), into: &self, &loader)
    }

    /// The event as JSON, with the keys that are set.
    package var json: JSON {
        var writer = TreeWriter(at: CodeLocation(file: "", line: 1, column: 1))
        return writer.object(self).json
    }

    /// A description of what happened, without the password.
    package var told: String { kind.told(self) }
}

extension Event: ScenarioPart {
    static let table = KeyTable<Event>(
        "an event", component: "Event",
        [
            KeyRow("event", .word, "What happens.", isRequired: true, always: \.kind),
            KeyRow("server", .string, "The server's name; optional if there is one server.", \.server),
            KeyRow("portal", .string, "The portal's name; optional if there is one portal.", \.portal),
            KeyRow("user", .string, "The user's name.", \.user),
            KeyRow("service", .string, "The service's name.", \.service),
            KeyRow("password", .string, "The new password.", \.password),
            KeyRow("layer", .integer(Keys.anyInteger), "The layer's id; default: 0.", \.layer),
            KeyRow("field", .string, "The field's name.", \.field),
            KeyRow("to", .string, "The field's new name.", \.newName),
            KeyRow("role", .string, "The new role: its id, or the name of one that the scenario makes.", \.role),
            KeyRow("group", .string, "The group's id.", \.group),
            KeyRow("userType", .string, "The new user type, by its id.", \.userType),
            KeyRow("access", .access, "Who may see it from now on.", \.access),
            KeyRow("license", .word, "What the server is licensed for from now on.", \.license),
        ])

    static func blank(at location: CodeLocation) -> Event { Event(Kind.restartServer) }
}
