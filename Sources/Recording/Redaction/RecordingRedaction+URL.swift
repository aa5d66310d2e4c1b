// SPDX-License-Identifier: Apache-2.0

import Formats

/// URLs and header fields.
extension RecordingRedaction {
    mutating func url(_ url: WebURL, depth: Int = 0) -> WebURL {
        var redacted = url
        redacted.host = host(url.host)
        let target = Target(url.target)
        redacted.target = path(target.path) + (target.query.map { "?\(pairs($0, depth: depth))" } ?? "")
        return redacted
    }

    mutating func host(_ host: String) -> String {
        if Vocabulary.isPublic(host: host) || options.kept.contains(host.lowercased()) { return keep(host) }
        // That an organization is one of ArcGIS Online says nothing of which.
        for ending in [".maps.arcgis.com", ".arcgis.com"] where host.lowercased().hasSuffix(ending) {
            return denied(host.dropLast(ending.utf8.count)) + keep(ending)
        }
        return denied(host)
    }

    /// Returns an encoded path: segments of the product's stay, and what follows `users` is a person.
    mutating func path(_ path: String) -> String {
        var last = ""
        return path.split(separator: "/", omittingEmptySubsequences: false).map { segment -> String in
            let plain = Percent.decode(segment)
            defer { last = plain.lowercased() }
            if plain.isEmpty { return "" }
            let isPerson =
                ["users", "members"].contains(last)
                && !["self", "search", "adduser", "getusers"].contains(plain.lowercased())
            if isPerson { return Percent.encode(secret(plain)) }
            if Vocabulary.has(name: plain) || Vocabulary.has(word: plain) || isShortNumber(plain)
                || options.kept.contains(plain.lowercased())
            {
                return Percent.encode(plain)
            }
            // sharing.js, image.png: the name before the point has an alias.
            return Percent.encode(denied(plain))
        }.joined(separator: "/")
    }

    /// Returns a header field, or `nil` if nothing in a scenario could depend on it.
    mutating func field(_ field: Response.Field) -> Response.Field? {
        let value = field.value
        // Tools write names in one case or the other.
        guard let name = Self.names[field.name.lowercased()] else { return nil }
        switch field.name.lowercased() {
        case "content-type":
            let media = MediaType(value)
            guard let essence = media?.essence,
                essence.contains(/^(?:text|application|image|multipart)\/[a-z0-9.+-]{1,40}$/),
                essence.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).allSatisfy({ Vocabulary.has(word: $0) })
            else { return nil }
            // The parts of a form were put together in another way.
            if essence == "multipart/form-data" { return .init("Content-Type", "application/x-www-form-urlencoded") }
            let isUnicode = media?["charset"]?.lowercased() == "utf-8"
            return .init("Content-Type", isUnicode ? "\(essence);charset=UTF-8" : essence)
        case "referer", "origin", "location":
            return .init(name, self.value(value, named: "url"))
        case "authorization", "x-esri-authorization":
            guard let blank = value.firstIndex(of: " ") else { return .init(name, secret(value)) }
            let scheme = value[..<blank]
            let known = ["bearer", "basic", "negotiate", "ntlm", "digest"].contains(scheme.lowercased())
            return .init(
                name, "\(known ? String(scheme) : denied(scheme)) \(secret(ASCII.trimmed(value[blank...])))")
        case "www-authenticate":
            guard let scheme = value.split(separator: " ").first,
                ["bearer", "basic", "negotiate", "ntlm", "digest"].contains(scheme.lowercased())
            else { return nil }
            return .init(name, String(scheme))
        case "cookie":
            return .init(name, Cookie.parse(value).map { cookie($0.name, $0.value) }.joined(separator: "; "))
        case "set-cookie":
            guard let pair = value.split(separator: ";").first, let parsed = Cookie.parse(String(pair)).first else {
                return nil
            }
            return .init(name, cookie(parsed.name, parsed.value))
        case "x-requested-with" where value == "XMLHttpRequest": return .init(name, value)
        default: return nil
        }
    }

    private static let names = [
        "content-type": "Content-Type", "referer": "Referer", "origin": "Origin", "location": "Location",
        "authorization": "Authorization", "x-esri-authorization": "X-Esri-Authorization",
        "www-authenticate": "WWW-Authenticate", "cookie": "Cookie", "set-cookie": "Set-Cookie",
        "x-requested-with": "X-Requested-With",
    ]

    private mutating func cookie(_ name: String, _ value: String) -> String {
        "\(Vocabulary.has(name: name) ? name : denied(name))=\(secret(value))"
    }
}
