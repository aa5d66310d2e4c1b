// SPDX-License-Identifier: Apache-2.0

import Formats

/// Masks passwords and tokens in output: `‹password›`, `‹token:8 first letters›`.
struct Redaction {
    /// Values that are secret wherever they occur.
    var known: [String] = []

    static func token(_ text: some StringProtocol) -> String { "‹token:\(text.prefix(8))›" }

    /// Returns a query or a form with secret values masked.
    static func hidden(form: some StringProtocol) -> String {
        form.split(separator: "&", omittingEmptySubsequences: false).map { pair -> String in
            guard let equals = pair.firstIndex(of: "=") else { return String(pair) }
            let name = Percent.decode(pair[..<equals])
            let value = pair[pair.index(after: equals)...]
            if value.isEmpty { return String(pair) }
            switch SecretName.kind(of: name) {
            case .password: return "\(pair[...equals])‹password›"
            case .token: return "\(pair[...equals])\(token(value))"
            case nil: return String(pair)
            }
        }.joined(separator: "&")
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
        if type.contains("x-www-form-urlencoded") { return hidden(form: text) }
        if type.contains("multipart/form-data") { return "‹multipart: \(body.count) bytes›" }
        if type.contains("text/html") { return hidden(page: text) }
        // Old servers send the bare token.
        if text.wholeMatch(of: /[A-Za-z0-9_-]{64}/) != nil { return token(text) }
        return hidden(members: text) { kind, value in kind == .token ? token(value) : "‹password›" }
    }

    /// Returns a text with the values of secret JSON members replaced.
    static func hidden(members text: String, by mask: (SecretName.Kind, Substring) -> String) -> String {
        guard SecretName.mayStand(in: text) else { return text }
        return text.replacing(/("(\w+)"\s*:\s*")([^"]*)"/) { match in
            SecretName.kind(ofMember: match.2).map { "\(match.1)\(mask($0, match.3))\"" } ?? String(match.0)
        }
    }

    /// Returns a page with its code, or the response that it posts, masked.
    private static func hidden(page: String) -> String {
        guard page.contains("SAMLResponse") || page.contains("SUCCESS code=") else { return page }
        return page.replacing(/(SUCCESS code=|id="code" value="|name="SAMLResponse" value=")([^"<]*)/) { match in
            "\(match.1)\(token(match.2))"
        }
    }
}
