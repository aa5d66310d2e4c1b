// SPDX-License-Identifier: Apache-2.0

extension MockEnterprise.Fault {
    /// Something that happens to a deployment, not through its doors; where a server is `nil`, it is the only one.
    public enum Event: Sendable, Hashable {
        /// A service stops: it stays in the catalog and answers with the error of its release.
        case stopService(String, server: String? = nil)
        /// A service starts again.
        case startService(String, server: String? = nil)
        /// A service is taken away.
        case deleteService(String, server: String? = nil)
        /// A layer loses a field, and its rows what they have in it.
        case dropField(String, layer: Int = 0, service: String, server: String? = nil)
        /// A layer is given a text field, behind the others.
        case addField(String, layer: Int = 0, service: String, server: String? = nil)
        /// Every token of a user ends.
        case revokeTokens(user: String)
        /// A user gets another password, and its tokens end.
        case changePassword(user: String, to: String)
        /// A user is disabled: its tokens are refused.
        case disableUser(String)
        /// A user is enabled.
        case enableUser(String)
        /// A lockout after too many wrong passwords ends.
        case unlockUser(String)
        /// A server restarts: tokens that it made do not outlive it.
        case restartServer(String? = nil)
        /// The key changes that a server's tokens are made with.
        case rotateKey(server: String? = nil)
        /// The key changes that a portal's tokens are made with.
        case rotatePortalKey(String)
        /// A server is taken out of its portal.
        case unfederate(server: String? = nil)
        /// A server is put into a portal, or back into the one it was in.
        case federate(server: String? = nil, portal: String? = nil)
        /// The identity provider signs with another certificate, and portals keep trusting the old one.
        case rollOverIdentityProviderCertificate
    }

    /// An event as the format has it.
    struct Happening: Written {
        var event: Event
        var location: CodeLocation
        var more: String? { nil }

        func write(to writing: inout Writing) {
            switch event {
            case .stopService(let name, let server): put("stop-service", &writing, service: name, server: server)
            case .startService(let name, let server): put("start-service", &writing, service: name, server: server)
            case .deleteService(let name, let server): put("delete-service", &writing, service: name, server: server)
            case .dropField(let field, let layer, let service, let server):
                put("drop-field", &writing, service: service, server: server, layer: layer, field: field)
            case .addField(let field, let layer, let service, let server):
                put("add-field", &writing, service: service, server: server, layer: layer, field: field)
            case .revokeTokens(let user): put("revoke-tokens", &writing, user: user)
            case .changePassword(let user, let password):
                put("change-password", &writing, user: user)
                writing.put("password", password)
            case .disableUser(let user): put("disable-user", &writing, user: user)
            case .enableUser(let user): put("enable-user", &writing, user: user)
            case .unlockUser(let user): put("unlock-user", &writing, user: user)
            case .restartServer(let server): put("restart-server", &writing, server: server)
            case .rotateKey(let server): put("rotate-shared-key", &writing, server: server)
            case .rotatePortalKey(let portal): put("rotate-shared-key", &writing, portal: portal)
            case .unfederate(let server): put("unfederate", &writing, server: server)
            case .federate(let server, let portal): put("federate", &writing, server: server, portal: portal)
            case .rollOverIdentityProviderCertificate: put("rollover-idp-certificate", &writing)
            }
        }

        private func put(
            _ kind: String, _ writing: inout Writing, service: String? = nil, server: String? = nil,
            portal: String? = nil, user: String? = nil, layer: Int? = nil, field: String? = nil
        ) {
            writing.put("event", kind)
            writing.put("service", service)
            writing.put("server", server)
            writing.put("portal", portal)
            writing.put("user", user)
            writing.put("layer", layer)
            writing.put("field", field)
        }
    }
}
