// SPDX-License-Identifier: Apache-2.0

import Formats

/// How sites and callers are called: URLs as the client reached them, user names and client ids.
extension Deployment {
    /// The portal's URL without a last slash: `publicURL`, else as the client called this listener.
    func url(ofPortal index: Int, _ context: RequestContext) -> String {
        portals[index].publicURL ?? "\(origin(at: ports[index], context))/\(portals[index].context)"
    }

    /// The server's URL: what federation registered, `publicURL`, or as the client called this listener.
    func url(ofServer index: Int, _ context: RequestContext) -> String {
        // Asked of the parts: a server is large to hand on.
        servers[index].federation?.url ?? servers[index].publicURL
            ?? "\(origin(at: serverPorts[index], context))/\(servers[index].context)"
    }

    /// The origin of a site: the one the client called, unless the site has another port than that call came to.
    private func origin(at ports: SitePorts, _ context: RequestContext) -> String {
        let port = context.isSecure ? ports.https : ports.http
        guard !ports.answers(on: context.call.connection.localPort), ports.http != 0 || ports.https != 0 else {
            return context.origin
        }
        let isSecure = port == 0 ? !context.isSecure : context.isSecure
        return context.origin(isSecure: isSecure, port: isSecure ? ports.https : ports.http)
    }

    /// The name the journal and the verdicts give a caller; `nil` for nobody.
    func name(of caller: Caller) -> String? {
        switch caller {
        case .anonymous: nil
        case .member(let portal, let account): portals[portal].accounts[account].username
        case .app(let portal, let app): portals[portal].apps[app].clientID
        case .storeUser(let server, let account): servers[server].accounts[account].username
        case .siteAdmin(let server): servers[server].siteAdmin?.username
        }
    }
}
