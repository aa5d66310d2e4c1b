package import Facts
package import Formats
import MapServices
package import Trust

/// A scenario grown into state: portals, servers, and what has happened to them. A value; the only way in is `answer`.
package struct Deployment: Sendable {
    var portals: [PortalState]
    var servers: [ServerState]
    var bindings = Bindings()
    var generator: Generator
    /// Origins that browsers may call from; `*` is everybody.
    var allowedOrigins: [String]
    var explains: Bool

    init(
        portals: [PortalState], servers: [ServerState], seed: UInt64, allowedOrigins: [String] = ["*"],
        explains: Bool = true
    ) {
        self.portals = portals
        self.servers = servers
        self.allowedOrigins = allowedOrigins
        self.explains = explains
        generator = Generator(seed: seed)
    }

    /// Answers one call: the whole emulation is below this function.
    package mutating func answer(_ call: Call) -> Answer {
        let origin = call.request.fields["origin"]
        let path = call.request.target.segments
        guard let (site, context) = site(of: path) else { return notFound(call, path, origin, nil) }
        if call.request.method == "OPTIONS" { return preflight(call, origin, site) }
        let below = path[context...]
        guard let (route, names) = Router.find(site.kind, below) else { return notFound(call, path, origin, site) }
        var visit = Visit(
            call: call, site: site, route: route, names: names, parameters: Parameters(call.request),
            profile: profile(of: site), origin: Deployment.origin(of: call))
        let outcome: Outcome
        if let refused = refuseMethod(visit) {
            outcome = refused
        } else {
            outcome = route.handler(&self, &visit)
        }
        let dressing = dressing(call, visit, origin)
        if case .later(let work) = outcome.body {
            return Answer(door: route.door, user: visit.caller, result: .later { dressing.dress(work()) })
        }
        return Answer(door: route.door, user: visit.caller, result: .ready(dressing.dress(outcome)))
    }

    /// Drops what was kept for a connection; the engine always says when one is gone.
    package mutating func closed(_ connection: UInt64) {}

    /// The site whose context the path begins with, and how many segments that takes.
    private func site(of path: [String]) -> (Site, Int)? {
        guard let first = path.first else { return nil }
        // Contexts are web applications of IIS or Tomcat: `/ArcGIS` and `/arcgis` were both seen (services 0.10).
        let folded = first.lowercased()
        // A portal and a server of one context have ports of their own; the paths tell them apart as well.
        let portal = portals.firstIndex { $0.context.lowercased() == folded }
        let server = servers.firstIndex { $0.context.lowercased() == folded }
        switch (portal, server) {
        case (let portal?, let server?):
            let isSharing = path.count > 1 && ["sharing", "portaladmin", "home"].contains(path[1].lowercased())
            return (isSharing ? .portal(portal) : .server(server), 1)
        case (let portal?, nil): return (.portal(portal), 1)
        case (nil, let server?): return (.server(server), 1)
        case (nil, nil): return nil
        }
    }

    private func profile(of site: Site) -> Profile {
        switch site {
        case .portal(let place): portals[place].profile
        case .server(let place): servers[place].profile
        }
    }

    private func dressing(_ call: Call, _ visit: Visit, _ origin: String?) -> Dressing {
        Dressing(
            kind: visit.site.kind, format: visit.format, callback: visit.parameters.given("callback"),
            serverMediaType: visit.profile[.serverMediaType].choice, path: call.request.target.path,
            allowedOrigin: allowed(origin), explains: explains, quirks: visit.quirks, now: call.now)
    }
}
