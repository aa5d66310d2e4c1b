import Formats

/// How sites and callers are called: URLs as the client reached them, user names and client ids.
extension Deployment {
    /// `https://host:port`, from the request's scheme and Host.
    static func origin(of call: Call) -> String {
        let scheme = call.connection.tls == nil ? "http" : "https"
        let host =
            call.request.target.authority ?? call.request.fields["host"] ?? "localhost:\(call.connection.localPort)"
        return "\(scheme)://\(host)"
    }

    /// The portal's URL without a last slash: `publicURL`, else as the client called this listener.
    func url(ofPortal place: Int, _ visit: Visit) -> String {
        portals[place].publicURL ?? "\(origin(at: places[place], visit))/\(portals[place].context)"
    }

    /// The server's URL: what federation registered, `publicURL`, or as the client called this listener.
    func url(ofServer place: Int, _ visit: Visit) -> String {
        // Asked of the parts: a server is large to hand on.
        servers[place].federation?.url ?? servers[place].publicURL
            ?? "\(origin(at: serverPlaces[place], visit))/\(servers[place].context)"
    }

    /// The origin of a site: the one the client called, unless the site has another port than that call came to.
    private func origin(at place: Place, _ visit: Visit) -> String {
        let port = visit.isSecure ? place.https : place.http
        guard !place.answers(on: visit.call.connection.localPort), place.http != 0 || place.https != 0 else {
            return visit.origin
        }
        let isSecure = port == 0 ? !visit.isSecure : visit.isSecure
        return visit.origin(isSecure: isSecure, port: isSecure ? place.https : place.http)
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
