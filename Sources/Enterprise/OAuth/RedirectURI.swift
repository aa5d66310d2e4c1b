// SPDX-License-Identifier: Apache-2.0

import Formats

/// The check of redirect URIs, and the way to add parameters to them.
enum RedirectURI {
    /// Returns whether an app may be redirected to a URI. An app registers whole URIs or prefixes:
    /// `https://app.example` includes everything below it.
    ///
    /// Inferred: it is known that authorize accepts a registered URI with an additional query
    /// (Esri/arcgis-rest-js#995). Scheme and authority must be equal, the path equal or below.
    static func isAllowed(_ uri: String, _ registered: [String]) -> Bool {
        guard uri.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 92 }) else { return false }
        if registered.contains(uri) { return true }
        guard let asked = Parts(uri), !asked.path.split(separator: "/").contains("..") else { return false }
        return registered.compactMap(Parts.init).contains { known in
            known.scheme == asked.scheme && known.authority == asked.authority && known.query == nil
                && (asked.path == known.path
                    || asked.path.hasPrefix(known.path.hasSuffix("/") ? known.path : known.path + "/"))
        }
    }

    private struct Parts {
        var scheme: String
        var authority: String
        var path: String
        var query: String?

        init?(_ uri: String) {
            guard let seam = uri.firstRange(of: "://"), !uri.contains("#") else { return nil }
            scheme = uri[..<seam.lowerBound].lowercased()
            let rest = uri[seam.upperBound...]
            authority = rest.prefix { $0 != "/" && $0 != "?" }.lowercased()
            guard !authority.isEmpty, !authority.contains("@") else { return nil }
            let tail = rest.dropFirst(authority.count)
            path = String(tail.prefix { $0 != "?" })
            query = tail.contains("?") ? String(tail.drop { $0 != "?" }.dropFirst()) : nil
        }
    }

    /// Returns the URI with parameters appended to its query.
    static func with(query: [(String, String)], _ uri: String) -> String {
        "\(uri)\(uri.contains("?") ? "&" : "?")\(Form.encode(query))"
    }

    /// Returns the URI with parameters in its fragment.
    static func with(fragment: [(String, String)], _ uri: String) -> String { "\(uri)#\(Form.encode(fragment))" }
}
