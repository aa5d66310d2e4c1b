// SPDX-License-Identifier: Apache-2.0

import Formats

/// The lookup of routes by path. Every slice adds its rows here, and nowhere else.
package enum Router {
    /// The endpoints, slice by slice, without the resources of services.
    private static let plain: [Route] =
        Tokens.routes + Administration.routes + OAuth.routes + Hosting.routes + Sharing.routes + Federation.routes
        + ServerDirectory.routes + EnterpriseLogin.routes + Home.routes

    /// All endpoints, in the order of `mock-portal routes`.
    package static let routes: [Route] = plain + ServerDirectory.services

    /// Routes without placeholders, by lowercase path: portals and servers also answer `generatetoken`. The resources
    /// of services all have placeholders, and the first answer after a start need not wait until they are made.
    private static let fixed: [SiteKind: [String: Route]] = {
        var all: [SiteKind: [String: Route]] = [:]
        for route in plain where !route.path.utf8.contains(UInt8(ascii: "{")) {
            all[route.kind, default: [:]][route.path.lowercased()] = route
        }
        return all
    }()

    /// Routes with placeholders, by the number of their segments.
    private static let patterns: [SiteKind: [Int: [(PathPattern, Route)]]] = routes.reduce(into: [:]) { all, route in
        guard route.path.utf8.contains(UInt8(ascii: "{")) else { return }
        let pattern = route.pattern
        all[route.kind, default: [:]][pattern.segments.count, default: []].append((pattern, route))
    }

    /// Returns the route of the segments below a context, with the values of its placeholders.
    static func find(_ kind: SiteKind, _ segments: ArraySlice<String>) -> (Route, [String: String])? {
        if let route = fixed[kind]?[segments.joined(separator: "/").lowercased()] { return (route, [:]) }
        for (pattern, route) in patterns[kind]?[segments.count] ?? [] {
            if let names = pattern.match(segments) { return (route, names) }
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
