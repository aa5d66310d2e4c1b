// SPDX-License-Identifier: Apache-2.0

import Facts
import Services

extension Gap {
    /// Returns the route to a gap and what the names in the path stand for, or `nil` where no door is.
    static func route(
        _ kind: SiteKind, _ path: ArraySlice<String>, _ version: Version, given: Canned? = nil
    ) -> (Route, [String: String])? {
        guard let first = path.first?.lowercased() else { return nil }
        var gap = Gap(given: given, path: path.joined(separator: "/"))
        var names: [String: String] = [:]
        if let match = Surface.find(kind, path) {
            names = match.names
            if match.row.isIn(version) {
                gap.row = match.row
            } else {
                if let since = match.row.since { gap.facts.append(.init("since", since.name)) }
                if let until = match.row.until { gap.facts.append(.init("until", until.name)) }
            }
        }
        switch (kind, first) {
        case (.portal, "sharing"):
            if let service = ServiceGap(proxied: path, gap) { return (service.route, service.names) }
            return (gap.route(kind, .sharing, gap.sharing), names)
        case (.portal, "portaladmin"): return (gap.route(kind, .portalAdmin, gap.portalAdmin), names)
        case (.server, "admin"): return (gap.route(kind, .admin, gap.admin), names)
        case (.server, "rest"):
            if let service = ServiceGap(path, gap) { return (service.route, service.names) }
            let second = path.dropFirst().first?.lowercased()
            return second == "admin"
                ? (gap.route(kind, .restAdmin, gap.restAdmin), names) : (gap.route(kind, .catalog, gap.rest), names)
        case (.server, "services"):
            guard let row = gap.row, let service = ServiceGap(soap: path, gap), row.isIn(version) else { return nil }
            return (service.route, service.names)
        default: return nil
        }
    }

    /// Returns a route to the path, which no table lists.
    func route(_ kind: SiteKind, _ door: Door, _ handler: @escaping Route.Handler) -> Route {
        Route(
            kind, row?.path ?? path, door, "Not emulated.", since: row?.since,
            evidence: row?.evidence ?? .inferred("no real system has the path"), handler: handler)
    }
}

extension Deployment {
    /// Returns what the scenario's `results` of a site give for a path below its context.
    func results(of site: Site, _ path: ArraySlice<String>) -> Canned? {
        let results: [String: Canned] =
            switch site {
            case .portal(let index): portals[index].results
            case .server(let index): servers[index].results
            case .idp: [:]
            }
        return results.isEmpty ? nil : results[path.joined(separator: "/").lowercased()]
    }
}
