// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

extension Exchange {
    /// A token in a request or in an answer.
    struct FoundToken: Sendable, Hashable {
        /// Where it was: `query`, `form`, `Authorization`, `cookie agstoken`, `answer`, …
        var place: String
        var string: String
    }

    private static let names: Set = ["token", "access_token", "agstoken"]
    /// Tokens are in small answers.
    private static let longest = 64 * 1024

    /// The tokens that came with the request and that the answer gave, each once.
    var tokens: [FoundToken] {
        var found: [FoundToken] = []
        func add(_ place: String, _ string: String?) {
            guard let string, string.utf8.count >= 16, !found.contains(where: { $0.string == string }) else { return }
            found.append(FoundToken(place: place, string: string))
        }
        if let request {
            for (name, value) in Form.parse(request.target.query ?? "") where Self.names.contains(name.lowercased()) {
                add("query", value)
            }
            for (name, value) in request.form where Self.names.contains(name.lowercased()) { add("form", value) }
            for name in ["X-Esri-Authorization", "Authorization"] {
                let words = (request.fields[name.lowercased()] ?? "").split(separator: " ")
                if words.count == 2, ASCII.equal(words[0], "bearer") { add(name, String(words[1])) }
            }
            for header in request.fields.all("cookie") {
                for (name, value) in Cookie.parse(header) { add("cookie \(name)", Self.token(inCookie: name, value)) }
            }
        }
        guard let response, response.body.count <= Self.longest else { return found }
        if let json = try? JSONReader.read(response.body) {
            for name in Self.names { add("answer", json[name]?.text) }
        }
        for field in response.fields {
            if ASCII.equal(field.name, "set-cookie"), let (name, value) = Cookie.parse(field.value).first {
                add("cookie \(name)", Self.token(inCookie: name, value))
            }
            if ASCII.equal(field.name, "location"), let hash = field.value.firstIndex(of: "#") {
                for (name, value) in Form.parse(String(field.value[hash...].dropFirst()))
                where Self.names.contains(name.lowercased()) {
                    add("Location", value)
                }
            }
        }
        return found
    }

    /// A portal's cookie holds JSON with the token in it.
    private static func token(inCookie name: String, _ value: String) -> String? {
        guard name == "esri_auth" else { return names.contains(name.lowercased()) ? value : nil }
        return (try? JSONReader.read(Array(Percent.decode(value).utf8)))?["token"]?.text
    }
}

extension Journal {
    /// Returns the exchange whose answer gave a token out: by which door it came.
    func issuer(ofToken string: String) -> Exchange? {
        let wanted = Array(string.utf8)
        return exchanges.first { exchange in
            guard exchange.door != nil, let response = exchange.response, response.body.count <= 8 * 1024 else {
                return false
            }
            return response.body.holds(wanted) || response.fields.contains { $0.value.contains(string) }
        }
    }
}

extension [UInt8] {
    /// Returns whether these bytes are among them.
    fileprivate func holds(_ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first, count >= wanted.count else { return false }
        var at = 0
        while let hit = self[at...].firstIndex(of: first) {
            if self[hit...].starts(with: wanted) { return true }
            at = hit + 1
        }
        return false
    }
}
