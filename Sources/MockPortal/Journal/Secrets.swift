import Formats

/// Hides passwords and tokens in what is printed: `‹password›`, `‹token:8 first letters›`.
enum Secrets {
    private static let passwords: Set<String> = ["password", "client_secret"]
    private static let tokens: Set<String> = [
        "token", "access_token", "refresh_token", "auth_token", "code", "agstoken", "esri_auth",
    ]

    static func token(_ text: some StringProtocol) -> String { "‹token:\(text.prefix(8))›" }

    /// A query or a form with the values of secret names hidden.
    static func hidden(form: some StringProtocol) -> String {
        form.split(separator: "&", omittingEmptySubsequences: false).map { pair -> String in
            guard let equals = pair.firstIndex(of: "=") else { return String(pair) }
            let name = Percent.decode(pair[..<equals]).lowercased()
            let value = pair[pair.index(after: equals)...]
            if value.isEmpty { return String(pair) }
            if passwords.contains(name) { return "\(pair[...equals])‹password›" }
            if tokens.contains(name) { return "\(pair[...equals])\(token(value))" }
            return String(pair)
        }.joined(separator: "&")
    }

    static func hidden(target: String) -> String {
        guard let mark = target.firstIndex(of: "?") else { return target }
        return "\(target[...mark])\(hidden(form: target[target.index(after: mark)...]))"
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
                tokens.contains(cookie.name.lowercased())
                    ? "\(cookie.name)=\(token(cookie.value))" : "\(cookie.name)=\(cookie.value)"
            }.joined(separator: "; ")
        case "set-cookie":
            let pair = value.prefix { $0 != ";" }
            guard let equals = pair.firstIndex(of: "="), tokens.contains(pair[..<equals].lowercased()) else {
                return value
            }
            return "\(pair[...equals])\(token(pair[pair.index(after: equals)...]))\(value[pair.endIndex...])"
        default: return value
        }
    }

    /// A body with the values of secret JSON members hidden, one line.
    static func hidden(body: [UInt8], type: String) -> String {
        let text = String(decoding: body, as: UTF8.self)
        if type.contains("x-www-form-urlencoded") { return hidden(form: text) }
        if type.contains("multipart/form-data") { return "‹multipart: \(body.count) bytes›" }
        // Old servers send the letters alone.
        if text.wholeMatch(of: /[A-Za-z0-9_-]{64}/) != nil { return token(text) }
        guard text.contains("\"token\"") || text.contains("\"access_token\"") else { return text }
        return text.replacing(/("(?:access_|refresh_)?token"\s*:\s*")([^"]*)"/) { match in
            "\(match.1)\(token(match.2))\""
        }
    }
}
