import Formats

/// How sites and callers are called: URLs as the client reached them, user names and client ids.
extension Deployment {
    /// `https://host:port`, from the request's scheme and Host.
    static func origin(of call: Call) -> String {
        let scheme = call.connection.tls == nil ? "http" : "https"
        let host = call.request.target.authority ?? call.request.fields["host"] ?? "localhost:\(call.connection.localPort)"
        return "\(scheme)://\(host)"
    }

    /// The portal's URL without a last slash: `publicURL`, else as the client called this listener.
    func url(ofPortal place: Int, _ visit: Visit) -> String {
        portals[place].publicURL ?? "\(visit.origin)/\(portals[place].context)"
    }

    /// The server's URL: what federation registered, `publicURL`, or as the client called this listener.
    func url(ofServer place: Int, _ visit: Visit) -> String {
        let server = servers[place]
        return server.federation?.url ?? server.publicURL ?? "\(visit.origin)/\(server.context)"
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
