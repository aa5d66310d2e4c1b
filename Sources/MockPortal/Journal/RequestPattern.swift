// SPDX-License-Identifier: Apache-2.0

public import Enterprise
import Formats

/// A pattern that selects requests. A request matches if it meets every condition.
///
/// ```swift
/// let renewals: RequestPattern = .post("/portal/sharing/rest/generateToken", form: ["username": "viewer"])
/// #expect(try portal.verify(renewals, times: 2).passed)
/// ```
public struct RequestPattern: Sendable, Hashable {
    /// The condition for a parameter or a header field.
    public enum Value: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        /// The text, in which `*` matches anything.
        case text(String)
        /// The parameter or field must be absent.
        case absent

        /// Creates a text, in which `*` matches anything.
        public init(stringLiteral value: String) { self = .text(value) }
    }

    /// The method, such as `GET`; `nil` matches any.
    public var method: String?
    /// A glob on the decoded path, without the query: `*` matches within a segment, `**` across segments. Of a whole
    /// URL only the path counts, so members such as ``MockEnterprise/portalURL`` can be part of it.
    public var path: String?
    /// The door that answered.
    public var door: Door?
    /// The authenticated caller: a user name, or an app's client id.
    public var user: String?
    /// The id of a rule that refused or shaped the answer, such as `token.expired`.
    public var rule: String?
    /// The query parameters; names in any case.
    public var query: [String: Value]
    /// The parameters of an urlencoded or multipart body; names in any case.
    public var form: [String: Value]
    /// The header fields; names in any case.
    public var headers: [String: Value]

    /// Creates a pattern from conditions; without any, it matches all requests.
    public init(
        method: String? = nil, path: String? = nil, door: Door? = nil, user: String? = nil, rule: String? = nil,
        query: [String: Value] = [:], form: [String: Value] = [:], headers: [String: Value] = [:]
    ) {
        self.method = method
        self.path = path
        self.door = door
        self.user = user
        self.rule = rule
        self.query = query
        self.form = form
        self.headers = headers
    }

    /// A pattern that matches every request.
    public static var any: RequestPattern { RequestPattern() }

    /// Returns a pattern for GET requests to a path.
    public static func get(
        _ path: String, query: [String: Value] = [:], headers: [String: Value] = [:]
    ) -> RequestPattern {
        RequestPattern(method: "GET", path: path, query: query, headers: headers)
    }

    /// Returns a pattern for POST requests to a path.
    public static func post(
        _ path: String, query: [String: Value] = [:], form: [String: Value] = [:], headers: [String: Value] = [:]
    ) -> RequestPattern {
        RequestPattern(method: "POST", path: path, query: query, form: form, headers: headers)
    }

    /// Returns a pattern for requests to a path by any method.
    public static func path(_ path: String) -> RequestPattern { RequestPattern(path: path) }
    /// Returns a pattern for requests that a door answered.
    public static func door(_ door: Door) -> RequestPattern { RequestPattern(door: door) }
    /// Returns a pattern for requests of a user or an app.
    public static func user(_ user: String) -> RequestPattern { RequestPattern(user: user) }
    /// Returns a pattern for requests that a rule refused or shaped: `.rule("token.expired")`.
    public static func rule(_ rule: String) -> RequestPattern { RequestPattern(rule: rule) }
}

extension RequestPattern: CustomStringConvertible {
    /// The pattern in words: `POST /portal/sharing/generateToken with form f=json`.
    public var description: String {
        func list(_ name: String, _ values: [String: Value]) -> String? {
            guard !values.isEmpty else { return nil }
            let pairs = values.sorted { $0.key < $1.key }.map { key, value in
                switch value {
                case .text(let text): Redaction.hidden(form: "\(key)=\(text)")
                case .absent: "no \(key)"
                }
            }
            return "\(name) \(pairs.joined(separator: ", "))"
        }
        let with = [list("query", query), list("form", form), list("headers", headers)].compactMap { $0 }
        let words: [String?] = [
            method, path ?? "requests", door.map { "at \($0.rawValue)" },
            user.map { "by \($0)" }, rule.map { "judged by \($0)" },
            with.isEmpty ? nil : "with \(with.joined(separator: "; "))",
        ]
        return words.compactMap { $0 }.joined(separator: " ")
    }
}
