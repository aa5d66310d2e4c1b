// SPDX-License-Identifier: Apache-2.0

/// Signing out of an OpenID Connect provider elsewhere: the browser goes to its logout endpoint, with nothing added. A provider
/// that wants to know where to lead it back answers with an error (docs/reference/enterprise-logins.md#openid-connect, 4.10).
enum OIDCSignOut {
    /// Returns the redirect to the provider for the member whom the browser's cookie names; `nil`: there is no session at a
    /// provider that wants to know.
    static func begin(_ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int) -> Outcome? {
        guard let endpoint = deployment.portals[index].oidc?.logoutEndpoint, !endpoint.isEmpty,
            let member = deployment.browserMember(portal: index, context),
            deployment.portals[index].oidcSessions.remove(member) != nil
        else { return nil }
        context.caller = deployment.portals[index].accounts[member].username
        return Outcome(body: .redirect(endpoint), fields: [SignOut.gone])
    }
}
