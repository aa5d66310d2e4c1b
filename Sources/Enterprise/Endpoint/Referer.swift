// SPDX-License-Identifier: Apache-2.0

/// The comparison of a token's referer with that of a request.
///
/// The rule is not documented. Clients rely on these: equal, ignoring case; the header begins with the bound value;
/// same origin or same host, because a browser sends `http://h:1/` where the token was issued for `http://h:1`; a bound
/// value without a scheme is a host (JS API 3.x sends `location.host`) or an arbitrary word (`http`,
/// `@esri/arcgis-rest-js`).
package enum Referer {
    package static func matches(bound: String, header: String) -> Bool {
        if bound == header { return true }
        let bound = bound.lowercased()
        let header = header.lowercased()
        if bound.isEmpty || header.hasPrefix(bound) { return true }
        guard let host = host(header) else { return false }
        if let boundHost = self.host(bound) { return boundHost == host }
        return bound == host || bound == host.prefix { $0 != ":" }
    }

    /// Returns `host:port` of a URL, or `nil` for a word that is not a URL.
    private static func host(_ url: String) -> String? {
        guard let scheme = url.firstRange(of: "://") else { return nil }
        let rest = url[scheme.upperBound...]
        return String(rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }
}
