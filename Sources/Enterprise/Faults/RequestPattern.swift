// SPDX-License-Identifier: Apache-2.0

/// Which requests are meant, for faults, counts and expectations. Begin with one condition and add others: all must hold.
///
/// ```swift
/// import MockPortal
///
/// let renewal = RequestPattern.post("/portal/sharing/rest/generateToken").form(["username": "viewer"])
/// let queries = RequestPattern.path("/arcgis/rest/services/**/query").parameters(["token": .absent])
/// ```
///
/// A fault strikes before rules judge and cannot ask for `rule(_:)`; all other conditions are the same in both.
public struct RequestPattern: Sendable, Hashable {
    package var method: String?
    /// A glob on the decoded path; of a whole URL the path counts.
    package var path: String?
    package var door: Door?
    package var user: String?
    package var rule: String?
    /// Parameters of the query or of a form.
    package var parameters: [String: Value] = [:]
    package var query: [String: Value] = [:]
    package var form: [String: Value] = [:]
    package var headers: [String: Value] = [:]
    /// The size that path and query must exceed, in bytes as sent.
    package var longerThan: Int?

    package init() {}

    private func with(_ change: (inout RequestPattern) -> Void) -> RequestPattern {
        var pattern = self
        change(&pattern)
        return pattern
    }
}

/// Conditions to begin with.
extension RequestPattern {
    /// The pattern of every request.
    public static var any: RequestPattern { RequestPattern() }
    /// Returns the pattern of GET requests to a path, as `path(_:)` reads it.
    public static func get(_ path: String) -> RequestPattern { any.method("GET").path(path) }
    /// Returns the pattern of POST requests to a path, as `path(_:)` reads it.
    public static func post(_ path: String) -> RequestPattern { any.method("POST").path(path) }
    /// Returns the pattern of requests to a path, by any method.
    ///
    /// - Parameter path: A glob on the decoded path, without the query: `*` within a segment, `**` across segments. Of a whole
    ///   URL the path counts.
    /// - Returns: The pattern.
    public static func path(_ path: String) -> RequestPattern { any.path(path) }
    /// Returns the pattern of requests that came to a door.
    public static func door(_ door: Door) -> RequestPattern { any.door(door) }
    /// Returns the pattern of requests of a user, by the user name, or of an app, by its client id.
    public static func user(_ user: String) -> RequestPattern { any.user(user) }
    /// Returns the pattern of requests that a rule refused or shaped: `.rule("token.expired")`.
    public static func rule(_ rule: String) -> RequestPattern { any.rule(rule) }
}

/// Conditions to add.
extension RequestPattern {
    /// Returns the pattern that also wants a method, such as `PUT`.
    public func method(_ method: String) -> RequestPattern { with { $0.method = method } }
    /// Returns the pattern that also wants a path, as `path(_:)` reads it.
    public func path(_ path: String) -> RequestPattern { with { $0.path = path } }
    /// Returns the pattern that also wants a door.
    public func door(_ door: Door) -> RequestPattern { with { $0.door = door } }
    /// Returns the pattern that also wants a caller: a user name, or an app's client id.
    public func user(_ user: String) -> RequestPattern { with { $0.user = user } }
    /// Returns the pattern that also wants a rule that refused or shaped the answer. A fault cannot ask for it.
    public func rule(_ rule: String) -> RequestPattern { with { $0.rule = rule } }
    /// Returns the pattern that also wants parameters, wherever they are: in the query or in a form. Names are in any case.
    public func parameters(_ parameters: [String: Value]) -> RequestPattern {
        with { $0.parameters.merge(parameters) { _, last in last } }
    }
    /// Returns the pattern that also wants parameters in the query. Names are in any case.
    public func query(_ parameters: [String: Value]) -> RequestPattern {
        with { $0.query.merge(parameters) { _, last in last } }
    }
    /// Returns the pattern that also wants parameters in an urlencoded or multipart body. Names are in any case.
    public func form(_ parameters: [String: Value]) -> RequestPattern {
        with { $0.form.merge(parameters) { _, last in last } }
    }
    /// Returns the pattern that also wants header fields. Names are in any case.
    public func headers(_ fields: [String: Value]) -> RequestPattern {
        with { $0.headers.merge(fields) { _, last in last } }
    }
    /// Returns the pattern that also wants path and query to be longer than a number of bytes, as sent.
    public func longerThan(_ bytes: Int) -> RequestPattern { with { $0.longerThan = bytes } }
}
