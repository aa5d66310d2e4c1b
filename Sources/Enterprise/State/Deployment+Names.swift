// SPDX-License-Identifier: Apache-2.0

import Formats

/// Names of sites and callers: URLs as the client reached them, user names and client ids.
extension Deployment {
    /// Returns the portal's URL without a trailing slash: `publicURL`, or the address that the client used.
    func url(ofPortal index: Int, _ context: RequestContext) -> String { url(ofPortal: index, context.call) }

    /// The same of a call that leads to no route.
    func url(ofPortal index: Int, _ call: Call) -> String {
        portals[index].publicURL ?? String(joining: origin(at: ports[index], call), "/", portals[index].context)
    }

    /// Returns the server's URL: the federated URL, `publicURL`, or the address that the client used.
    func url(ofServer index: Int, _ context: RequestContext) -> String { url(ofServer: index, context.call) }

    /// The same of a call that leads to no route.
    func url(ofServer index: Int, _ call: Call) -> String {
        // Access the parts: passing a whole server would copy a large value.
        servers[index].federation?.url ?? servers[index].publicURL
            ?? String(joining: origin(at: serverPorts[index], call), "/", servers[index].context)
    }

    /// Returns the origin of a site: the one that the client used, unless the site has another port.
    private func origin(at ports: SitePorts, _ call: Call) -> String {
        let port = call.isSecure ? ports.https : ports.http
        guard !ports.answers(on: call.connection.localPort), ports.http != 0 || ports.https != 0 else {
            return call.origin
        }
        let isSecure = port == 0 ? !call.isSecure : call.isSecure
        return call.origin(isSecure: isSecure, port: isSecure ? ports.https : ports.http)
    }

    /// Returns the name of a caller in the journal and in verdicts, or `nil` for an anonymous one.
    func name(of caller: Caller) -> String? {
        switch caller {
        case .anonymous: nil
        case .member(let portal, let account): portals[portal].accounts[account].username
        case .app(let portal, let app): portals[portal].apps[app].clientID
        case .storeUser(let server, let account): servers[server].accounts[account].username
        case .siteAdmin(let server): servers[server].siteAdmin?.username
        }
    }

    /// Everybody who may turn out to be a caller: user names and client ids. `nil` where an identity provider vouches for
    /// people of whom the scenario knows nothing.
    package var callerNames: [String]? {
        guard !portals.contains(where: { $0.saml?.isOpen ?? false }) else { return nil }
        let members = portals.flatMap { $0.accounts.list.map(\.username) + $0.apps.map(\.clientID) }
        let others = servers.flatMap { $0.accounts.list.map(\.username) + [$0.siteAdmin?.username].compactMap(\.self) }
        return members + others
    }
}
