// SPDX-License-Identifier: Apache-2.0

import Formats

/// The lookup of routes by path. Every slice adds its rows here, and nowhere else.
package enum Router {
    /// All endpoints, in the order of `mock-portal routes`.
    package static let routes: [Route] =
        Tokens.routes + Administration.routes + OAuth.routes + Sharing.routes + Federation.routes
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
        for route in patterns[kind] ?? [] where route.segments.count == segments.count {
            if let names = match(route.segments, segments) { return (route, names) }
        }
        return nil
    }

    /// Literal segments match whatever their case; placeholders take the segment as it is, for service names are
    /// case-sensitive (docs/reference/http.md#rules-of-every-resource).
    private static func match(_ pattern: [String], _ segments: ArraySlice<String>) -> [String: String]? {
        var names: [String: String] = [:]
        for (want, have) in zip(pattern, segments) {
            if want == "{type}", !OtherServices.types.contains(have) { return nil }
            if want.hasPrefix("{") {
                names[String(want.dropFirst().dropLast())] = have
            } else if want != have && want.lowercased() != have.lowercased() {
                return nil
            }
        }
        return names
    }

    /// Returns the known path most similar to this one, for "did you mean".
    static func nearest(_ kind: SiteKind, _ segments: ArraySlice<String>) -> String? {
        Suggestion.nearest(to: segments.joined(separator: "/"), among: routes.filter { $0.kind == kind }.map(\.path))
    }
}
