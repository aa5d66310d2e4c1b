// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

/// A scenario grown into state: portals, servers, and what has happened to them. It is a value, and `answer` is its
/// only entrance.
package struct Deployment: Sendable {
    var portals: [PortalState]
    var servers: [ServerState]
    var bindings = Bindings()
    var generator: Generator
    /// The origins that browsers may call from; `*` allows all.
    var allowedOrigins: [String]
    var explains: Bool
    /// The ports of each portal and each server, in the order of the lists.
    var ports: [SitePorts]
    var serverPorts: [SitePorts]
    /// The ports of the shared listener, which also serves the identity provider.
    var sharedIndex = SitePorts.shared
    /// The OpenID Connect codes of the identity provider.
    var oidcCodes: [String: OIDCProvider.Code] = [:]
    /// The state of the NTLM handshake of each connection.
    var handshakes: [UInt64: WebTier.Handshake] = [:]
    /// The number of the identity provider's signing key.
    var idpKey = 0
    private var lately: [Asked: Found] = [:]
    /// The Date field, formatted once a second.
    private var date = (second: Int64.min, text: "")

    init(
        portals: [PortalState], servers: [ServerState], seed: UInt64, allowedOrigins: [String] = ["*"],
        explains: Bool = true
    ) {
        self.portals = portals
        self.servers = servers
        self.allowedOrigins = allowedOrigins
        self.explains = explains
        generator = Generator(seed: seed)
        ports = portals.map { _ in .shared }
        serverPorts = servers.map { _ in .shared }
    }

    /// Sets the ports of the shared sites, once the listener has them.
    package mutating func bindShared(http: UInt16, https: UInt16) {
        lately.removeAll()
        (sharedIndex.http, sharedIndex.https) = (http, https)
        for index in ports.indices where !ports[index].isOwn {
            (ports[index].http, ports[index].https) = (http, https)
        }
        for index in serverPorts.indices where !serverPorts[index].isOwn {
            (serverPorts[index].http, serverPorts[index].https) = (http, https)
        }
    }

    /// Sets the ports of a portal that has its own.
    package mutating func bind(portal: Int, http: UInt16, https: UInt16) {
        lately.removeAll()
        (ports[portal].http, ports[portal].https) = (http, https)
    }

    /// Sets the ports of a server that has its own.
    package mutating func bind(server: Int, http: UInt16, https: UInt16) {
        lately.removeAll()
        (serverPorts[server].http, serverPorts[server].https) = (http, https)
    }

    /// Answers a call. The whole emulation is below this function.
    package mutating func answer(_ call: Call) -> Answer {
        let origin = call.request.fields["origin"]
        let found: Found
        switch find(call.request.target, port: call.connection.localPort) {
        case .success(let known): found = known
        case .failure(let missed):
            // A preflight request is answered everywhere; otherwise scripts would see no answer at all instead of the
            // 404.
            if call.request.method == "OPTIONS", let site = missed.site { return preflight(call, origin, site) }
            return notFound(call, missed.path, origin, missed.site)
        }
        if call.request.method == "OPTIONS" { return preflight(call, origin, found.site) }
        let route = found.route
        var context = RequestContext(
            call: call, site: found.site, route: route, names: found.names, parameters: Parameters(call.request),
            profile: profile(of: found.site))
        if case .server(let index) = found.site { context.now = call.now.advanced(milliseconds: servers[index].skew) }
        var outcome: Outcome
        if let refused = refuseMethod(context) ?? refuseSite(&context) ?? WebTier.admit(&self, &context) {
            outcome = refused
        } else {
            outcome = route.handler(&self, &context)
            if let cookie = WebTier.cookie(&self, context) { outcome.fields.append(cookie) }
        }
        let second = context.now.milliseconds / 1000
        if second != date.second { date = (second, HTTPDate.format(context.now)) }
        let cookie = rolesCookie(&context)
        let encoder = encoder(context, origin, rolesCookie: cookie)
        if case .later(let work) = outcome.body {
            return Answer(door: route.door, user: context.caller, result: .later { encoder.encode(work()) })
        }
        return Answer(door: route.door, user: context.caller, result: .ready(encoder.encode(outcome)))
    }

    /// Sets the number of milliseconds by which a server's clock is ahead of the deployment's.
    ///
    /// - Throws: `Event.Impossible` if there is no server with that name.
    package mutating func skew(server name: String, by milliseconds: Int64) throws(Event.Impossible) {
        servers[try index(server: name)].skew = milliseconds
    }

    /// The servers whose clock differs from the deployment's.
    package var skews: [(server: String, milliseconds: Int64)] {
        servers.filter { $0.skew != 0 }.map { ($0.name, $0.skew) }
    }

    /// Returns the door of a call, or `nil` where nothing answers.
    mutating func door(of call: Call) -> Door? {
        (try? find(call.request.target, port: call.connection.localPort).get())?.route.door
    }

    /// Returns an error in the envelope of the call's door, instead of the door's own answer.
    mutating func answer(
        _ call: Call, _ code: Int, _ message: String, _ details: [String], _ verdict: Verdict
    ) -> Answer {
        guard let found = try? find(call.request.target, port: call.connection.localPort).get() else {
            return notFound(call, call.request.target.segments, call.request.fields["origin"], nil)
        }
        let context = RequestContext(
            call: call, site: found.site, route: found.route, names: found.names,
            parameters: Parameters(call.request), profile: profile(of: found.site))
        let errorBody = ErrorBody(
            "fault", code, message, details: .list(details), envelope: found.route.door.envelope,
            evidence: verdict.evidence)
        date = (call.now.milliseconds / 1000, HTTPDate.format(call.now))
        let sent = encoder(context, call.request.fields["origin"]).encode(.refused(errorBody, verdict))
        return Answer(door: found.route.door, user: nil, result: .ready(sent))
    }

    /// Discards the state of a connection. The engine always reports the end of one.
    package mutating func closed(_ connection: UInt64) { handshakes[connection] = nil }

    /// Assigns a client certificate to a user, by the SHA-256 of its DER form.
    package mutating func bind(certificate fingerprint: [UInt8], portal: Int, username: String) {
        portals[portal].certificates[fingerprint] = portals[portal].accounts.number(named: username)
    }

    /// Returns the route of a target. Clients request the same few paths again and again, so the latest ones are
    /// cached.
    private mutating func find(_ target: Target, port: UInt16) -> Result<Found, Missed> {
        let key = Asked(path: target.path, port: port)
        if let found = lately[key] { return .success(found) }
        let path = target.segments
        guard let (site, context) = site(of: path, port: port) else { return .failure(Missed(path: path, site: nil)) }
        guard let (route, names) = Router.find(site.kind, path[context...]) else {
            return .failure(Missed(path: path, site: site))
        }
        if let since = route.since, profile(of: site).version < since {
            return .failure(Missed(path: path, site: site))
        }
        let found = Found(site: site, route: route, names: names)
        if lately.count >= 256 { lately.removeAll(keepingCapacity: true) }
        lately[key] = found
        return .success(found)
    }

    private struct Asked: Hashable {
        var path: String
        var port: UInt16
    }

    private struct Found {
        var site: Site
        var route: Route
        var names: [String: String]
    }

    private struct Missed: Error {
        var path: [String]
        var site: Site?
    }

    /// Returns the site with that context on that port, and the number of segments in its context.
    private func site(of path: [String], port: UInt16) -> (Site, Int)? {
        guard let first = path.first else { return nil }
        if first == "idp", sharedIndex.answers(on: port),
            portals.contains(where: { $0.saml != nil || $0.hasOIDCLogins })
        {
            return (.idp, 1)
        }
        // Contexts are web applications of IIS or Tomcat: `/ArcGIS` and `/arcgis` were both seen (services 0.10).
        let portal = portals.indices.first { ASCII.equal(portals[$0].context, first) && ports[$0].answers(on: port) }
        if let portal { return (.portal(portal), 1) }
        let server = servers.indices.first {
            ASCII.equal(servers[$0].context, first) && serverPorts[$0].answers(on: port)
        }
        return server.map { (.server($0), 1) }
    }

    private func profile(of site: Site) -> Profile {
        switch site {
        case .portal(let index): portals[index].profile
        case .server(let index): servers[index].profile
        case .idp: Profile(.newest)
        }
    }

    /// Returns the cookie that servers set for unknown callers. Sending it back identifies nobody.
    private func rolesCookie(_ context: inout RequestContext) -> String? {
        guard case .server(let index) = context.site, context.caller == nil,
            context.route.door == .catalog || context.route.door == .service,
            context.choice(.serverRolesCookie) == .show
        else { return nil }
        return "AGS_ROLES=\"419jqfa+uOZgYod4xPOQ8Q==\"; Version=1; Path=/\(servers[index].context)/rest; HttpOnly"
    }

    /// Returns the place in the services directory, for pages only. Most requests ask for other formats and need none.
    func directoryLocation(_ context: RequestContext) -> DirectoryLocation? {
        guard case .server(let index) = context.site else { return nil }
        switch context.format {
        case .html, .other:
            var page = DirectoryLocation(context, isSecured: servers[index].isSecured)
            if page?.form == nil { page?.form = taskForm(context, server: index) }
            return page
        default: return nil
        }
    }

    private func encoder(_ context: RequestContext, _ origin: String?, rolesCookie: String? = nil) -> ResponseEncoder {
        ResponseEncoder(
            kind: context.site.kind, format: context.format, callback: context.parameters.given("callback"),
            serverMediaType: context.profile[.serverMediaType].choice,
            isAdmin: context.route.door == .admin || context.route.door == .adminGenerateToken,
            isSecure: context.isSecure,
            hasServerField: context.site.kind == .server && context.profile[.serverField].choice == .show,
            style: context.site.kind == .server ? context.profile.version.style : .server, rolesCookie: rolesCookie,
            path: context.call.request.target.path, location: directoryLocation(context),
            allowedOrigin: allowed(origin), explains: explains, quirks: context.quirks + dressingQuirks(context),
            date: date.text)
    }

    /// Returns the quirks that no handler asks for because they shape how a server's answers are encoded.
    private func dressingQuirks(_ context: RequestContext) -> [Behavior] {
        guard !context.profile.hasNoQuirks, context.site.kind == .server else { return [] }
        return [.serverField, .serverMediaType].filter { context.profile[$0].isQuirk }
    }
}
