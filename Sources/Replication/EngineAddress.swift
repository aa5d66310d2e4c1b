// SPDX-License-Identifier: Apache-2.0

import Formats

/// Where the engine is that keeps the log of replicas: `redis://user:password@host:6379/0?key=name`, `rediss://…` with
/// TLS, or `unix:/path/to/socket`.
///
/// Its description leaves the password out, as everything does that is told.
package struct EngineAddress: Sendable, Hashable, CustomStringConvertible {
    package enum Place: Sendable, Hashable {
        case host(String, UInt16)
        case socket(String)
    }

    /// Why a text is no address. It does not repeat what may be a password.
    package struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String
    }

    package private(set) var place: Place
    package private(set) var isSecure: Bool
    package private(set) var user: String?
    package private(set) var password: String?
    package private(set) var database = 0
    /// The name of the stream.
    package private(set) var key = "mock-portal"
    /// The file with the authorities that an engine's certificate is checked against; `nil`: the machine's.
    package private(set) var authorityFile: String?

    package init(_ text: String) throws(Unreadable) {
        guard let colon = text.firstIndex(of: ":") else { throw Self.noScheme }
        let scheme = text[..<colon].lowercased()
        var rest = String(text[text.index(after: colon)...])
        var query: [(String, String)] = []
        if let mark = rest.firstIndex(of: "?") {
            query = Form.parse(String(rest[rest.index(after: mark)...]))
            rest = String(rest[..<mark])
        }
        switch scheme {
        case "redis", "rediss":
            guard rest.hasPrefix("//") else { throw Unreadable(description: "\(scheme): needs //host after it") }
            isSecure = scheme == "rediss"
            place = .host("", 6379)
            try read(authority: rest.dropFirst(2))
        case "unix":
            isSecure = false
            let path = rest.hasPrefix("//") ? String(rest.dropFirst(2)) : rest
            guard path.hasPrefix("/") else { throw Unreadable(description: "unix: needs the whole path of a socket") }
            place = .socket(Percent.decode(path))
        default: throw Self.noScheme
        }
        for (name, value) in query { try read(name, value) }
    }

    /// The same engine with another stream, whose name begins as this one's.
    func beside(_ name: String) -> EngineAddress {
        var other = self
        other.key = "\(key):\(name)"
        return other
    }

    private static let noScheme = Unreadable(description: "it begins with redis://, rediss:// or unix:")

    private mutating func read(authority text: Substring) throws(Unreadable) {
        let slash = text.firstIndex(of: "/") ?? text.endIndex
        var host = text[..<slash]
        if let at = host.lastIndex(of: "@") {
            let parts = host[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if !parts[0].isEmpty { user = Percent.decode(String(parts[0])) }
            if parts.count == 2 { password = Percent.decode(String(parts[1])) }
            host = host[host.index(after: at)...]
        }
        var port: UInt16 = 6379
        let name: Substring
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            name = host[host.index(after: host.startIndex)..<end]
            host = host[host.index(after: end)...]
        } else {
            name = host.prefix { $0 != ":" }
            host = host[name.endIndex...]
        }
        if host.hasPrefix(":") {
            guard let number = UInt16(host.dropFirst()) else { throw Unreadable(description: "its port is no number") }
            port = number
        } else if !host.isEmpty {
            throw Unreadable(description: "its host cannot be read")
        }
        guard !name.isEmpty else { throw Unreadable(description: "it has no host") }
        place = .host(String(name), port)
        let path = text[slash...].dropFirst()
        if !path.isEmpty { try read("db", String(path)) }
    }

    private mutating func read(_ name: String, _ value: String) throws(Unreadable) {
        switch name {
        case "db":
            guard let number = Int(value), (0...9999).contains(number) else {
                throw Unreadable(description: "its database is no number")
            }
            database = number
        case "key" where !value.isEmpty: key = value
        case "ca" where isSecure: authorityFile = value
        default: throw Unreadable(description: "it has no parameter \"\(name)\"; there are db, key and, of rediss, ca")
        }
    }

    package var description: String {
        let end = "?key=\(key)"
        switch place {
        case .host(let host, let port):
            let name = host.contains(":") ? "[\(host)]" : host
            return "\(isSecure ? "rediss" : "redis")://\(name):\(port)/\(database)\(end)"
        case .socket(let path): return "unix:\(path)\(end)&db=\(database)"
        }
    }
}
