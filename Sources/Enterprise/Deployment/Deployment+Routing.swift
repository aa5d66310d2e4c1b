// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// From a target to the site and the row of the endpoint table that answer it.
extension Deployment {
    /// Returns the route of a target. Clients request the same few paths again and again, so the latest ones are
    /// cached.
    mutating func destination(of call: Call) -> Destination {
        let (target, port) = (call.request.target, call.connection.localPort)
        if let found = recentRoutes[target.path, port] { return .route(found) }
        let path = target.segments
        guard let (site, context) = site(of: path, port: port) else { return .nowhere(path: path, site: nil) }
        guard let (route, names) = route(to: path[context...], site) else { return .nowhere(path: path, site: site) }
        let found = RecentRoutes.Found(site: site, route: route, names: names)
        recentRoutes.keep(found, path: target.path, port: port)
        return .route(found)
    }

    /// Returns what answers a path below a site's context: what the scenario gives for it, or else the double's own
    /// answer, or else what a real system would say of a gap.
    private func route(to path: ArraySlice<String>, _ site: Site) -> (Route, [String: String])? {
        let version = profile(of: site).version
        if let given = results(of: site, path) { return Gap.route(site.kind, path, version, given: given) }
        guard let found = Router.find(site.kind, path), found.0.isIn(version),
            !Surface.knowsBetter(than: found.0, path, version)
        else { return Gap.route(site.kind, path, version) }
        return found
    }

    /// Returns the site with that context on that port, and the number of segments in its context.
    private func site(of path: [String], port: UInt16) -> (Site, Int)? {
        guard let first = path.first else { return nil }
        if first == "idp", sharedPorts.answers(on: port),
            portals.contains(where: { $0.saml != nil || $0.hasOIDCLogins })
        {
            return (.idp, 1)
        }
        // Contexts are web applications of IIS or Tomcat: `/ArcGIS` and `/arcgis` were both seen (services 0.10).
        let portal = portals.indices.first { ASCII.equal(portals[$0].context, first) && ports[$0].answers(on: port) }
        if let portal { return (.portal(portals[portal].joined ?? portal), 1) }
        let server = servers.indices.first {
            ASCII.equal(servers[$0].context, first) && serverPorts[$0].answers(on: port)
        }
        // The machine of a site answers for the site.
        return server.map { (.server(sites[$0].joined ?? $0), 1) }
    }

    func profile(of site: Site) -> Profile {
        switch site {
        case .portal(let index): portals[index].profile
        case .server(let index): servers[index].profile
        case .idp: Profile(.newest)
        }
    }
}
