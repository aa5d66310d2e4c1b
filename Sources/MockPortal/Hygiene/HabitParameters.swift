// SPDX-License-Identifier: Apache-2.0

import Formats

/// The parameters of a request that habits are about: the first of each name, of the query or else of the form.
///
/// Ten thousand requests are read at once, and what is not asked for is not kept.
struct HabitParameters {
    /// A name that is looked for.
    private enum Name: Int, CaseIterable {
        case token, username, referer, password, clientSecret, code, refreshToken

        /// Returns the name that a text is, in any case.
        init?(_ text: String) {
            switch text.utf8.count {
            case 4 where ASCII.equal(text, "code"): self = .code
            case 5 where ASCII.equal(text, "token"): self = .token
            case 7 where ASCII.equal(text, "referer"): self = .referer
            case 8 where ASCII.equal(text, "username"): self = .username
            case 8 where ASCII.equal(text, "password"): self = .password
            case 13 where ASCII.equal(text, "client_secret"): self = .clientSecret
            case 13 where ASCII.equal(text, "refresh_token"): self = .refreshToken
            default: return nil
            }
        }
    }

    private var found = [String?](repeating: nil, count: Name.allCases.count)

    /// A Boolean value that indicates whether the query has a token.
    private(set) var hasTokenInURL = false

    init(_ request: Request) {
        if let query = request.target.query {
            Form.each(Array(query.utf8)) { name, value in
                if Name(name) == .token, !value.isEmpty { hasTokenInURL = true }
                add(name, value)
            }
        }
        guard !request.body.isEmpty else { return }
        if request.fields["content-type"] == "application/x-www-form-urlencoded" {
            Form.each(request.body) { add($0, $1) }
        } else {
            for (name, value) in request.form { add(name, value) }
        }
    }

    private mutating func add(_ name: String, _ value: String) {
        guard let name = Name(name), found[name.rawValue] == nil else { return }
        found[name.rawValue] = value
    }

    private subscript(name: Name) -> String? { found[name.rawValue].flatMap { $0.isEmpty ? nil : $0 } }

    var token: String? { self[.token] }
    var username: String? { self[.username] }
    /// What a token is asked to be bound to; empty if it is not said.
    var referer: String { found[Name.referer.rawValue] ?? "" }
    /// A Boolean value that indicates whether there is a password, a client's secret, a code or a refresh token.
    var hasCredentials: Bool {
        self[.password] != nil || self[.clientSecret] != nil || self[.code] != nil || self[.refreshToken] != nil
    }
}
