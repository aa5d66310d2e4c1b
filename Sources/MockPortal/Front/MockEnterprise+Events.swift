// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Trust

/// What happens to a deployment, not through its doors: an administrator's deed, a restart. Each of these throws
/// ``MockEnterprise/Impossible`` if nobody and nothing is of that name, or if a name is needed to tell which is meant.
extension MockEnterprise {
    /// Disables a user: tokens it has are refused from now on.
    public func disable(user: String) throws(Impossible) { try happen(.disableUser, user: user) }
    /// Enables a user.
    public func enable(user: String) throws(Impossible) { try happen(.enableUser, user: user) }
    /// Ends a lockout after too many wrong passwords.
    public func unlock(user: String) throws(Impossible) { try happen(.unlockUser, user: user) }
    /// Gives a user, or a site administrator, another password; tokens of the user end.
    public func changePassword(of user: String, to password: String) throws(Impossible) {
        try happen(.changePassword, user: user, password: password)
    }

    /// Takes a server out of its portal; its own store counts again, and tokens of either side are worth nothing. `nil`:
    /// the only server.
    public func unfederate(server: String? = nil) throws(Impossible) { try happen(.unfederate, server: server) }
    /// Puts a server into a portal, or back into the one it was in. `nil`: the only one.
    public func federate(server: String? = nil, with portal: String? = nil) throws(Impossible) {
        try happen(.federate, server: server, portal: portal)
    }

    /// Restarts a server: tokens that it made do not outlive it. `nil`: the only one.
    public func restart(server: String? = nil) throws(Impossible) { try happen(.restartServer, server: server) }
    /// Changes the key that a server's tokens are made with. `nil`: the only one.
    public func rotateKey(ofServer server: String? = nil) throws(Impossible) {
        try happen(.rotateSharedKey, server: server)
    }
    /// Changes the key that a portal's tokens are made with.
    public func rotateKey(ofPortal portal: String) throws(Impossible) { try happen(.rotateSharedKey, portal: portal) }
    /// Ends every token that was given to a user.
    public func revokeTokens(of user: String) throws(Impossible) { try happen(.revokeTokens, user: user) }
    /// Ends every token that a portal made.
    public func revokeTokens(ofPortal portal: String) throws(Impossible) { try happen(.revokeTokens, portal: portal) }
    /// Ends every token that a server made. `nil`: the only one.
    public func revokeTokens(ofServer server: String? = nil) throws(Impossible) {
        try happen(.revokeTokens, server: server)
    }

    /// Stops a service: it stays in the catalog and answers with the error of its release. `nil`: whichever server has it.
    public func stop(service: String, of server: String? = nil) throws(Impossible) {
        try happen(.stopService, server: server, service: service)
    }
    /// Starts a service again.
    public func start(service: String, of server: String? = nil) throws(Impossible) {
        try happen(.startService, server: server, service: service)
    }
    /// Takes a service away.
    public func delete(service: String, of server: String? = nil) throws(Impossible) {
        try happen(.deleteService, server: server, service: service)
    }

    /// Takes a field out of a layer, with what its rows have in it. `nil`: of whichever server has the service.
    public func drop(
        field: String, ofLayer layer: Int = 0, in service: String, of server: String? = nil
    ) throws(Impossible) {
        try happen(.dropField, server: server, service: service, layer: layer, field: field)
    }
    /// Adds a text field to a layer, behind the others; rows have nothing in it. `nil`: of whichever server has the service.
    public func add(
        field: String, toLayer layer: Int = 0, in service: String, of server: String? = nil
    ) throws(Impossible) {
        try happen(.addField, server: server, service: service, layer: layer, field: field)
    }

    /// The identity provider signs with another certificate from now on; portals keep trusting the old one.
    public func rollOverIdentityProviderCertificate() throws(Impossible) { try happen(.rolloverIdPCertificate) }

    private func happen(
        _ kind: Event.Kind, server: String? = nil, portal: String? = nil, user: String? = nil, service: String? = nil,
        password: String? = nil, layer: Int? = nil, field: String? = nil
    ) throws(Impossible) {
        var event = Event(kind: kind, server: server, portal: portal, user: user)
        event.service = service
        event.password = password
        event.layer = layer
        event.field = field
        do throws(Event.Impossible) {
            try instance.edit(.event) { state throws(Event.Impossible) in
                try state.deployment.happen(event)
                return ((), event.told)
            }
        } catch {
            throw Impossible(error)
        }
    }
}
