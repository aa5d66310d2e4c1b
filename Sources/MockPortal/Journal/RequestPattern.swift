// SPDX-License-Identifier: Apache-2.0

public import Enterprise
import Formats

/// Which requests are meant: of what is named, all must hold.
///
/// ```swift
/// let renewals: RequestPattern = .post("/portal/sharing/rest/generateToken", form: ["username": "viewer"])
/// #expect(try portal.verify(renewals, times: 2).passed)
/// ```
public struct RequestPattern: Sendable, Hashable {
    /// What a parameter or a header field must be.
    public enum Value: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        /// This text; `*` in it stands for anything.
        case text(String)
        /// It must not be there.
        case absent

        /// A text, in which `*` stands for anything.
        public init(stringLiteral value: String) { self = .text(value) }
    }

    /// `GET`, `POST`; `nil`: any.
    public var method: String?
    /// A glob on the decoded path, without the query: `*` within a segment, `**` across segments. Of a whole URL the
    /// path counts, so that members such as ``MockEnterprise/portalURL`` can be part of it.
    public var path: String?
    /// The door that it came to.
    public var door: Door?
    /// Who the caller turned out to be: a user name, or an app's client id.
    public var user: String?
    /// The id of a rule that refused or shaped the answer: `token.expired`.
    public var rule: String?
    /// Parameters of the query; names in any case.
    public var query: [String: Value]
    /// Parameters of an urlencoded or multipart body; names in any case.
    public var form: [String: Value]
    /// Header fields; names in any case.
    public var headers: [String: Value]

    /// Names what must hold; without any of it all requests are meant.
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

    /// Every request.
    public static var any: RequestPattern { RequestPattern() }

    /// GET requests to a path.
    public static func get(
        _ path: String, query: [String: Value] = [:], headers: [String: Value] = [:]
    ) -> RequestPattern {
        RequestPattern(method: "GET", path: path, query: query, headers: headers)
    }

    /// POST requests to a path.
    public static func post(
        _ path: String, query: [String: Value] = [:], form: [String: Value] = [:], headers: [String: Value] = [:]
    ) -> RequestPattern {
        RequestPattern(method: "POST", path: path, query: query, form: form, headers: headers)
    }

    /// Requests to a path, by any method.
    public static func path(_ path: String) -> RequestPattern { RequestPattern(path: path) }
    /// Requests that came to a door.
    public static func door(_ door: Door) -> RequestPattern { RequestPattern(door: door) }
    /// Requests of a user or an app.
    public static func user(_ user: String) -> RequestPattern { RequestPattern(user: user) }
    /// Requests that a rule refused or shaped: `.rule("token.expired")`.
    public static func rule(_ rule: String) -> RequestPattern { RequestPattern(rule: rule) }
}

extension RequestPattern: CustomStringConvertible {
    /// As a reader would say it: `POST /portal/sharing/generateToken with form f=json`.
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
