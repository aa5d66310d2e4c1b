// SPDX-License-Identifier: Apache-2.0

package import Formats

/// Something that happens to a deployment, not through its doors: an administrator's deed, a restart.
package struct Event: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case restartServer = "restart-server"
        case rotateSharedKey = "rotate-shared-key"
        case unfederate = "unfederate"
        case federate = "federate"
        case disableUser = "disable-user"
        case enableUser = "enable-user"
        case changePassword = "change-password"
        case unlockUser = "unlock-user"
        case stopService = "stop-service"
        case startService = "start-service"
        case deleteService = "delete-service"
        case revokeTokens = "revoke-tokens"
        case rolloverIdPCertificate = "rollover-idp-certificate"
        case dropField = "drop-field"
        case addField = "add-field"
    }

    package var kind: Kind
    package var server: String?
    package var portal: String?
    package var user: String?
    package var service: String?
    package var password: String?
    /// The layer's id; `nil`: 0.
    package var layer: Int?
    package var field: String?

    /// Why it cannot happen.
    package struct Impossible: Error, Sendable {
        package var message: String
        package var suggestion: String?
        /// The event's key that says what cannot be; `nil`: the event as a whole.
        package var key: String?
    }

    package init(kind: Kind, server: String? = nil, portal: String? = nil, user: String? = nil) {
        self.kind = kind
        self.server = server
        self.portal = portal
        self.user = user
    }

    /// Reads `{"event":…,"server"?,"portal"?,"user"?,"service"?,"password"?}`.
    package init(_ json: JSON) throws(Impossible) {
        let name = json["event"]?.text ?? ""
        guard let kind = Kind(rawValue: name) else {
            throw Impossible(
                message: "there is no event \"\(name)\"",
                suggestion: Suggestion.nearest(to: name, among: Kind.allCases.map(\.rawValue)))
        }
        self.kind = kind
        server = json["server"]?.text
        portal = json["portal"]?.text
        user = json["user"]?.text
        service = json["service"]?.text
        password = json["password"]?.text
        layer = json["layer"]?.integer
        field = json["field"]?.text
    }

    /// The same, with what is given.
    package var json: JSON {
        let texts = [
            ("event", kind.rawValue), ("server", server), ("portal", portal), ("user", user), ("service", service),
            ("password", password), ("field", field),
        ]
        var members = texts.compactMap { name, text in text.map { JSON.Member(name, .string($0)) } }
        if let layer { members.append(.init("layer", .int(layer))) }
        return .object(members)
    }
}
