// SPDX-License-Identifier: Apache-2.0

import Formats

/// Masks passwords and tokens in output: `‹password›`, `‹token:8 first letters›`.
struct Redaction {
    /// Values that are secret wherever they occur.
    var known: [String] = []

    static func token(_ text: some StringProtocol) -> String { "‹token:\(text.prefix(8))›" }

    /// Returns a query or a form with secret values masked.
    static func hidden(form: some StringProtocol) -> String {
        let bytes = Array(form.utf8)
        var hidden: [UInt8] = []
        hidden.reserveCapacity(bytes.count)
        for pair in bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false) {
            if pair.startIndex > 0 { hidden.append(UInt8(ascii: "&")) }
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), equals + 1 < pair.endIndex,
                let kind = SecretName.kind(of: String(decoding: Percent.decode(pair[..<equals]), as: UTF8.self))
            else {
                hidden += pair
                continue
            }
            hidden += pair[...equals]
            let value = String(decoding: pair[(equals + 1)...], as: UTF8.self)
            hidden += (kind == .password ? "‹password›" : token(value)).utf8
        }
        return String(decoding: hidden, as: UTF8.self)
    }

    /// Returns a URL with the secrets in its query and fragment masked: OAuth's redirects carry codes and tokens there.
    static func hidden(target: String) -> String {
        guard let mark = target.firstIndex(where: { $0 == "?" || $0 == "#" }) else { return target }
        let rest = target[target.index(after: mark)...]
        guard target[mark] == "?", let hash = rest.firstIndex(of: "#") else {
            return "\(target[...mark])\(hidden(form: rest))"
        }
        return "\(target[...mark])\(hidden(form: rest[..<hash]))#\(hidden(form: rest[rest.index(after: hash)...]))"
    }

    static func hidden(header name: String, _ value: String) -> String {
        // Most fields have no secret, and their names no such length.
        guard [6, 7, 8, 10, 13, 20].contains(name.utf8.count) else { return value }
        switch name.lowercased() {
        case "authorization", "x-esri-authorization":
            guard let blank = value.firstIndex(of: " ") else { return "‹password›" }
            let scheme = value[..<blank]
            return ASCII.equal(scheme, "bearer")
                ? "\(scheme) \(token(ASCII.trimmed(value[blank...])))" : "\(scheme) ‹password›"
        case "cookie":
            return Cookie.parse(value).map { cookie in
                SecretName.kind(of: cookie.name) == .token
                    ? "\(cookie.name)=\(token(cookie.value))" : "\(cookie.name)=\(cookie.value)"
            }.joined(separator: "; ")
        case "location", "referer": return hidden(target: value)
        case "set-cookie":
            let pair = value.prefix { $0 != ";" }
            guard let equals = pair.firstIndex(of: "="), SecretName.kind(of: pair[..<equals]) == .token else {
                return value
            }
            return "\(pair[...equals])\(token(pair[pair.index(after: equals)...]))\(value[pair.endIndex...])"
        default: return value
        }
    }

    /// Returns a body in one line, with the values of secret JSON members masked.
    static func hidden(body: [UInt8], type: String) -> String {
        let text = String(decoding: body, as: UTF8.self)
        if type.mentions("x-www-form-urlencoded") { return hidden(form: text) }
        if type.mentions("multipart/form-data") { return "‹multipart: \(body.count) bytes›" }
        if type.mentions("text/html") { return hidden(page: text) }
        // Old servers send the bare token.
        if body.count == 64, text.wholeMatch(of: /[A-Za-z0-9_-]{64}/) != nil { return token(text) }
        return hidden(members: text) { kind, value in kind == .token ? token(value) : "‹password›" }
    }

    /// Returns a text with the values of secret JSON members replaced: of `"name" : "value"`, as it is written.
    static func hidden(members text: String, by mask: (SecretName.Kind, Substring) -> String) -> String {
        let bytes = Array(text.utf8)
        guard SecretName.mayStand(in: bytes) else { return text }
        var hidden: [UInt8] = []
        var copied = 0
        var at = 0
        while let quote = bytes[at...].firstIndex(of: UInt8(ascii: "\"")) {
            let name = quote + 1
            let end = bytes[name...].firstIndex { !ASCII.isLetter($0) && !ASCII.isDigit($0) && $0 != 95 } ?? bytes.count
            at = max(end, name)
            guard end > name, let value = valueStart(bytes, after: end),
                let close = bytes[value...].firstIndex(of: UInt8(ascii: "\""))
            else { continue }
            if let kind = SecretName.kind(ofMember: String(decoding: bytes[name..<end], as: UTF8.self)) {
                hidden += bytes[copied..<value]
                hidden += mask(kind, String(decoding: bytes[value..<close], as: UTF8.self)[...]).utf8
                copied = close
            }
            at = close + 1
        }
        return String(decoding: hidden + bytes[copied...], as: UTF8.self)
    }

    /// Returns where a string value begins after a name whose closing quote is at `end`.
    private static func valueStart(_ bytes: [UInt8], after end: Int) -> Int? {
        var at = end
        for wanted in [UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "\"")] {
            if at > end { while at < bytes.count, bytes[at] == 32 || 9...13 ~= bytes[at] { at += 1 } }
            guard at < bytes.count, bytes[at] == wanted else { return nil }
            at += 1
        }
        return at
    }

    /// Returns a page with its code, or the response that it posts, masked.
    private static func hidden(page: String) -> String {
        guard page.contains("SAMLResponse") || page.contains("SUCCESS code=") else { return page }
        return page.replacing(/(SUCCESS code=|id="code" value="|name="SAMLResponse" value=")([^"<]*)/) { match in
            "\(match.1)\(token(match.2))"
        }
    }
}

extension String {
    /// Returns whether a text stands in it, byte for byte: the standard library compares characters, which takes a
    /// microsecond for each of the media types that every entry of the journal has.
    fileprivate func mentions(_ text: String) -> Bool {
        let (bytes, wanted) = (utf8.span, text.utf8.span)
        guard bytes.count >= wanted.count else { return false }
        for start in 0...(bytes.count - wanted.count) {
            var at = 0
            while at < wanted.count, bytes[start + at] == wanted[at] { at += 1 }
            if at == wanted.count { return true }
        }
        return false
    }
}
