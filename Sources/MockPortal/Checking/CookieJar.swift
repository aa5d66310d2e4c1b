// SPDX-License-Identifier: Apache-2.0

import Engine
import Formats

/// The cookies and connections that belong together, as in one browser.
struct CookieJar {
    private struct Kept {
        var name: String
        var value: String
        var host: String
        var path: String
        var isSecure: Bool
    }

    private var cookies: [Kept] = []
    /// The open connections by origin.
    var connections: [String: Client] = [:]

    /// Returns the value of the Cookie field for a request, or `nil` if there is no cookie.
    func header(for url: WebURL) -> String? {
        let fitting = cookies.filter { cookie in
            cookie.host == url.host && (url.isSecure || !cookie.isSecure)
                && (url.path == cookie.path
                    || url.path.hasPrefix(cookie.path.hasSuffix("/") ? cookie.path : cookie.path + "/"))
        }
        return fitting.isEmpty ? nil : fitting.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
    }

    func value(of name: String) -> String? { cookies.last { $0.name == name }?.value }

    /// Stores the cookies of a response's `Set-Cookie` fields (RFC 6265 section 5.3). Ports do not count.
    mutating func take(_ fields: [Response.Field], from url: WebURL) {
        for field in fields where ASCII.equal(field.name, "set-cookie") {
            var parts = field.value.split(separator: ";").map { ASCII.trimmed($0) }
            guard let pair = parts.first, let equals = pair.firstIndex(of: "=") else { continue }
            parts.removeFirst()
            var cookie = Kept(
                name: String(pair[..<equals]), value: String(pair[pair.index(after: equals)...]), host: url.host,
                path: "/", isSecure: false)
            var isOver = false
            for part in parts {
                let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
                switch sides[0].lowercased() {
                case "path" where sides.count == 2 && sides[1].hasPrefix("/"): cookie.path = sides[1]
                case "secure": cookie.isSecure = true
                case "max-age" where sides.count == 2: isOver = (Int(sides[1]) ?? 1) <= 0
                case "expires" where sides.count == 2: isOver = isOver || sides[1].contains("1970")
                default: break
                }
            }
            cookies.removeAll { $0.name == cookie.name && $0.host == cookie.host && $0.path == cookie.path }
            if !isOver { cookies.append(cookie) }
        }
    }
}
