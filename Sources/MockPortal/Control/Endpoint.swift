// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// One row of the table of control endpoints: dispatch, `mock-portal routes` and the OpenAPI document read it.
struct Endpoint: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case put = "PUT"
        case post = "POST"
        case delete = "DELETE"
    }

    /// What comes where all is well.
    enum Success: Sendable {
        case json(Int, Keys.Kind)
        /// Of this media type.
        case text(String)
        /// 204.
        case nothing
    }

    typealias Handler = @Sendable (ControlCall) throws(ControlFailure) -> Response

    let method: Method
    /// Below `/_mock/`; `{id}` stands for one segment.
    let path: String
    let summary: String
    /// Parameters of the query.
    let query: [Keys.Key]
    let body: Keys.Kind?
    /// Whether the body is a scenario: the loader holds it against its table, after `extends`.
    let takesScenario: Bool
    let success: Success
    /// What it refuses by itself, beside what all refuse: status and words.
    let refusals: [(status: Int, about: String)]
    /// Whether it may take long: then a worker does it.
    let isSlow: Bool
    let segments: [String]
    let handler: Handler

    init(
        _ method: Method, _ path: String, _ summary: String, query: [Keys.Key] = [], body: Keys.Kind? = nil,
        takesScenario: Bool = false,
        success: Success = .nothing, refusals: [(status: Int, about: String)] = [], isSlow: Bool = false,
        handler: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.query = query
        self.body = body
        self.takesScenario = takesScenario
        self.success = success
        self.refusals = refusals
        self.isSlow = isSlow
        self.handler = handler
        segments = path.split(separator: "/").map(String.init)
    }

    /// What the placeholders of the path stand for; `nil` if it is another path.
    func match(_ segments: [String]) -> [String: String]? {
        guard segments.count == self.segments.count else { return nil }
        var names: [String: String] = [:]
        for (want, have) in zip(self.segments, segments) {
            if want.hasPrefix("{") {
                names[String(want.dropFirst().dropLast())] = have
            } else if want != have {
                return nil
            }
        }
        return names
    }

    /// The names in braces.
    var placeholders: [String] {
        segments.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}
