// SPDX-License-Identifier: Apache-2.0

/// An `http` or `https` URL as a client needs it: where to connect, and what to request.
package struct WebURL: Sendable, Hashable {
    package var isSecure: Bool
    /// The host, without the brackets of an IPv6 address.
    package var host: String
    package var port: UInt16
    /// The path and the query, as they are sent.
    package var target: String

    /// Parses a URL, or returns `nil` if it is not an absolute http or https URL.
    package init?(_ text: String) {
        if text.hasPrefix("https://") {
            isSecure = true
        } else if text.hasPrefix("http://") {
            isSecure = false
        } else {
            return nil
        }
        let rest = text.dropFirst(isSecure ? 8 : 7)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        target = String(rest[authority.endIndex...].prefix { $0 != "#" })
        if !target.hasPrefix("/") { target = "/" + target }
        let name: Substring
        var digits: Substring?
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            name = authority[authority.index(after: authority.startIndex)..<end]
            let after = authority[authority.index(after: end)...]
            if after.hasPrefix(":") { digits = after.dropFirst() } else if !after.isEmpty { return nil }
        } else {
            let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            name = parts.first ?? ""
            digits = parts.count == 2 ? parts[1] : nil
        }
        guard !name.isEmpty, !name.contains("@") else { return nil }
        host = String(name)
        if let digits, !digits.isEmpty {
            guard let number = UInt16(digits) else { return nil }
            port = number
        } else {
            port = isSecure ? 443 : 80
        }
    }

    /// The value of the Host field: the port appears only if it is not the scheme's default.
    package var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    package var origin: String { "\(isSecure ? "https" : "http")://\(authority)" }
    package var path: String { String(target.prefix { $0 != "?" }) }

    /// Returns the URL that a `Location` refers to (RFC 3986 section 5.2, as far as redirects need it).
    package func resolve(_ location: String) -> WebURL? {
        if let absolute = WebURL(location) { return absolute }
        if location.contains("://") { return nil }
        if location.hasPrefix("//") { return WebURL("\(isSecure ? "https:" : "http:")\(location)") }
        var found = self
        let plain = String(location.prefix { $0 != "#" })
        if plain.hasPrefix("/") {
            found.target = plain
        } else if plain.hasPrefix("?") {
            found.target = path + plain
        } else if !plain.isEmpty {
            let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
            found.target = "\(folder)/\(plain)"
        }
        return found
    }
}
