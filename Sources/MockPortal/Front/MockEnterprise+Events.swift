// SPDX-License-Identifier: Apache-2.0

public import Enterprise
import Trust

/// What happens to a deployment, not through its doors: an administrator's deed, a restart. Each of these throws
/// ``MockEnterprise/Impossible`` if nobody and nothing is of that name, or if a name is needed to tell which is meant.
extension MockEnterprise {
    /// Disables a user: tokens it has are refused from now on.
    public func disable(user: String) throws(Impossible) { try happen(.disableUser(user)) }
    /// Enables a user.
    public func enable(user: String) throws(Impossible) { try happen(.enableUser(user)) }
    /// Ends a lockout after too many wrong passwords.
    public func unlock(user: String) throws(Impossible) { try happen(.unlockUser(user)) }
    /// Gives a user, or a site administrator, another password; tokens of the user end.
    public func changePassword(of user: String, to password: String) throws(Impossible) {
        try happen(.changePassword(user: user, to: password))
    }

    /// Takes a server out of its portal; its own store counts again, and tokens of either side are worth nothing. `nil`:
    /// the only server.
    public func unfederate(server: String? = nil) throws(Impossible) { try happen(.unfederate(server: server)) }
    /// Puts a server into a portal, or back into the one it was in. `nil`: the only one.
    public func federate(server: String? = nil, with portal: String? = nil) throws(Impossible) {
        try happen(.federate(server: server, portal: portal))
    }

    /// Restarts a server: tokens that it made do not outlive it. `nil`: the only one.
    public func restart(server: String? = nil) throws(Impossible) { try happen(.restartServer(server)) }
    /// Changes the key that a server's tokens are made with. `nil`: the only one.
    public func rotateKey(ofServer server: String? = nil) throws(Impossible) {
        try happen(.rotateKey(server: server))
    }
    /// Changes the key that a portal's tokens are made with.
    public func rotateKey(ofPortal portal: String) throws(Impossible) { try happen(.rotatePortalKey(portal)) }
    /// Ends every token that was given to a user.
    public func revokeTokens(of user: String) throws(Impossible) { try happen(.revokeTokens(user: user)) }
    /// Ends every token that a portal made.
    public func revokeTokens(ofPortal portal: String) throws(Impossible) { try happen(.revokeTokens(portal: portal)) }
    /// Ends every token that a server made. `nil`: the only one.
    public func revokeTokens(ofServer server: String? = nil) throws(Impossible) {
        try happen(.revokeTokens(server: server))
    }

    /// Stops a service: it stays in the catalog and answers with the error of its release. `nil`: whichever server has it.
    public func stop(service: String, of server: String? = nil) throws(Impossible) {
        try happen(.stopService(service, server: server))
    }
    /// Starts a service again.
    public func start(service: String, of server: String? = nil) throws(Impossible) {
        try happen(.startService(service, server: server))
    }
    /// Takes a service away.
    public func delete(service: String, of server: String? = nil) throws(Impossible) {
        try happen(.deleteService(service, server: server))
    }

    /// Takes a field out of a layer, with what its rows have in it. `nil`: of whichever server has the service.
    public func drop(
        field: String, ofLayer layer: Int = 0, in service: String, of server: String? = nil
    ) throws(Impossible) {
        try happen(.dropField(field, layer: layer, service: service, server: server))
    }
    /// Adds a text field to a layer, behind the others; rows have nothing in it. `nil`: of whichever server has the service.
    public func add(
        field: String, toLayer layer: Int = 0, in service: String, of server: String? = nil
    ) throws(Impossible) {
        try happen(.addField(field, layer: layer, service: service, server: server))
    }

    /// The identity provider signs with another certificate from now on; portals keep trusting the old one.
    public func rollOverIdentityProviderCertificate() throws(Impossible) {
        try happen(.rollOverIdentityProviderCertificate)
    }

    /// Lets something happen: `mock.happen(.restartServer("gis"))`.
    ///
    /// - Throws: ``MockEnterprise/Impossible`` if nobody and nothing is of that name; then nothing has changed.
    public func happen(_ event: Event) throws(Impossible) {
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
