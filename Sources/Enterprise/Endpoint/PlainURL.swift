// SPDX-License-Identifier: Apache-2.0

/// A URL split for comparison: scheme, authority without the default port, path without a trailing slash.
struct PlainURL: Sendable, Hashable {
    var scheme: String
    var authority: String
    var path: String

    init?(_ text: String) {
        guard let colon = text.firstRange(of: "://") else { return nil }
        scheme = text[..<colon.lowerBound].lowercased()
        let rest = text[colon.upperBound...]
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty else { return nil }
        let own = scheme == "https" ? ":443" : ":80"
        authority = host.lowercased()
        if authority.hasSuffix(own) { authority.removeLast(own.count) }
        path = String(rest[host.endIndex...].prefix { $0 != "?" && $0 != "#" })
        while path.hasSuffix("/") { path.removeLast() }
    }

    /// The authority without a port; an IPv6 address without its brackets.
    var host: String {
        if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
        return String(authority.prefix { $0 != ":" })
    }

    /// Returns whether the URL is at or below another one. The scheme does not count (rest-js treats http as https).
    func isBelow(_ root: PlainURL) -> Bool {
        guard authority == root.authority else { return false }
        let path = path.lowercased()
        let above = root.path.lowercased()
        return path == above || path.hasPrefix(above + "/")
    }
}
