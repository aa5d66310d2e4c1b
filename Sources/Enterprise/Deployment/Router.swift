// SPDX-License-Identifier: Apache-2.0

import Formats

/// The lookup of routes by path. Every slice adds its rows here, and nowhere else.
package enum Router {
    /// All endpoints, in the order of `mock-portal routes`.
    package static let routes: [Route] =
        Tokens.routes + Administration.routes + OAuth.routes + Hosting.routes + Sharing.routes + Federation.routes
        + ServerDirectory.routes + EnterpriseLogin.routes

    /// Routes without placeholders, by lowercase path: portals and servers also answer `generatetoken`.
    private static let fixed: [SiteKind: [String: Route]] = {
        var all: [SiteKind: [String: Route]] = [:]
        for route in routes where !route.path.contains("{") {
            all[route.kind, default: [:]][route.path.lowercased()] = route
        }
        return all
    }()

    private static let patterns: [SiteKind: [Route]] = Dictionary(
        grouping: routes.filter { $0.path.contains("{") }, by: \.kind)

    /// Returns the route of the segments below a context, with the values of its placeholders.
    static func find(_ kind: SiteKind, _ segments: ArraySlice<String>) -> (Route, [String: String])? {
        if let route = fixed[kind]?[segments.joined(separator: "/").lowercased()] { return (route, [:]) }
        for route in patterns[kind] ?? [] {
            if let names = route.pattern.match(segments) { return (route, names) }
        }
        return nil
    }

    /// Returns the known path most similar to this one, for "did you mean".
    static func nearest(_ kind: SiteKind, _ segments: ArraySlice<String>) -> String? {
        Suggestion.nearest(to: segments.joined(separator: "/"), among: known[kind] ?? [])
    }

    private static let known: [SiteKind: [String]] = Dictionary(grouping: routes, by: \.kind).reduce(into: [:]) {
        $0[$1.key] = $1.value.map(\.path) + Surface.paths($1.key)
    }

    private static let shapes: [SiteKind: Set<String>] = routes.reduce(into: [:]) {
        $0[$1.kind, default: []].insert($1.pattern.shape)
    }

    /// Returns whether the double emulates what is documented: the routes say so, and nothing else.
    package static func emulates(_ row: DocumentedPath) -> Bool {
        if shapes[row.kind]?.contains(row.paths[0].shape) == true { return true }
        // A thumbnail or a style has one name here.
        guard row.path.hasSuffix("{file}") else { return false }
        return routes.contains { $0.kind == row.kind && row.paths[0].coversFile($0.pattern) }
    }
}
