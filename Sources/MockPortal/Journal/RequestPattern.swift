// SPDX-License-Identifier: Apache-2.0

public import Enterprise
import Formats

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Which requests are meant: of what is named, all must hold.
///
/// ```swift
/// import MockPortal
///
/// func renewals(_ mock: MockEnterprise) throws -> Int {
///     try mock.count(.post("/portal/sharing/rest/generateToken", form: ["username": "viewer"]))
/// }
/// ```
public struct RequestPattern: Sendable, Hashable {
    /// What a parameter or a header field must be: a text, in which `*` stands for anything, or absent.
    public struct Value: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        /// `nil`: it must not be there.
        package let text: String?

        private init(_ text: String?) { self.text = text }

        /// Makes a value from a literal, in which `*` stands for anything.
        public init(stringLiteral value: String) { self.init(value) }

        /// Returns the value that is a text, in which `*` stands for anything.
        public static func text(_ text: String) -> Value { Value(text) }
        /// It must not be there.
        public static var absent: Value { Value(nil) }
    }

    package var method: String?
    /// A glob on the decoded path; of a whole URL the path counts.
    package var path: String?
    package var door: Door?
    package var user: String?
    package var rule: String?
    package var query: [String: Value]
    package var form: [String: Value]
    package var headers: [String: Value]

    /// Makes a pattern from what must hold; without any of it all requests are meant.
    ///
    /// - Parameters:
    ///   - method: `GET`, `POST`; `nil`: any.
    ///   - path: A glob on the decoded path, without the query: `*` within a segment, `**` across segments. Of a whole URL
    ///     the path counts.
    ///   - door: The door that it came to; `nil`: any.
    ///   - user: Who the caller turned out to be: a user name, or an app's client id; `nil`: anybody.
    ///   - rule: The id of a rule that refused or shaped the answer: `token.expired`; `nil`: any, or none.
    ///   - query: Parameters of the query; names in any case.
    ///   - form: Parameters of an urlencoded or multipart body; names in any case.
    ///   - headers: Header fields; names in any case.
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

    /// The pattern of every request.
    public static var any: RequestPattern { RequestPattern() }

    /// Returns the pattern of GET requests to a path.
    public static func get(
        _ path: String, query: [String: Value] = [:], headers: [String: Value] = [:]
    ) -> RequestPattern {
        RequestPattern(method: "GET", path: path, query: query, headers: headers)
    }

    /// Returns the pattern of POST requests to a path.
    public static func post(
        _ path: String, query: [String: Value] = [:], form: [String: Value] = [:], headers: [String: Value] = [:]
    ) -> RequestPattern {
        RequestPattern(method: "POST", path: path, query: query, form: form, headers: headers)
    }

    /// Returns the pattern of requests to a path, by any method.
    public static func path(_ path: String) -> RequestPattern { RequestPattern(path: path) }
    /// Returns the pattern of requests that came to a door.
    public static func door(_ door: Door) -> RequestPattern { RequestPattern(door: door) }
    /// Returns the pattern of requests of a user or an app.
    public static func user(_ user: String) -> RequestPattern { RequestPattern(user: user) }
    /// Returns the pattern of requests that a rule refused or shaped: `.rule("token.expired")`.
    public static func rule(_ rule: String) -> RequestPattern { RequestPattern(rule: rule) }
}

extension RequestPattern {
    /// Returns the pattern of GET requests to a URL, of which the path counts.
    @_alwaysEmitIntoClient
    public static func get(
        _ url: URL, query: [String: Value] = [:], headers: [String: Value] = [:]
    ) -> RequestPattern {
        get(url.absoluteString, query: query, headers: headers)
    }

    /// Returns the pattern of POST requests to a URL, of which the path counts.
    @_alwaysEmitIntoClient
    public static func post(
        _ url: URL, query: [String: Value] = [:], form: [String: Value] = [:], headers: [String: Value] = [:]
    ) -> RequestPattern {
        post(url.absoluteString, query: query, form: form, headers: headers)
    }

    /// Returns the pattern of requests to a URL, of which the path counts, by any method.
    @_alwaysEmitIntoClient
    public static func path(_ url: URL) -> RequestPattern { path(url.absoluteString) }
}

extension RequestPattern: CustomStringConvertible {
    /// The pattern in words: `POST /portal/sharing/generateToken with form f=json`.
    public var description: String {
        func list(_ name: String, _ values: [String: Value]) -> String? {
            guard !values.isEmpty else { return nil }
            let pairs = values.sorted { $0.key < $1.key }.map { key, value in
                value.text.map { Redaction.hidden(form: "\(key)=\($0)") } ?? "no \(key)"
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
