// SPDX-License-Identifier: Apache-2.0

/// The routes of the targets that were asked last, for clients ask for the same few again and again.
struct RecentRoutes: Sendable {
    /// What a target leads to.
    struct Found: Sendable {
        var site: Site
        var route: Route
        /// What the placeholders of the route stand for.
        var names: [String: String]
        var service: ServicePath

        init(site: Site, route: Route, names: [String: String]) {
            (self.site, self.route, self.names, service) = (site, route, names, ServicePath(names, route))
        }
    }

    private struct Asked: Hashable {
        var path: String
        var port: UInt16
    }

    private var list: [Asked: Found] = [:]

    subscript(path: String, port: UInt16) -> Found? { list[Asked(path: path, port: port)] }

    mutating func keep(_ found: Found, path: String, port: UInt16) {
        if list.count >= 256 { list.removeAll(keepingCapacity: true) }
        list[Asked(path: path, port: port)] = found
    }

    mutating func removeAll() { list.removeAll() }
}
