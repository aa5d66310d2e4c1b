// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats

/// A row of the table of control endpoints, which the dispatcher, `mock-portal routes` and the OpenAPI document read.
struct Endpoint: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case put = "PUT"
        case post = "POST"
        case delete = "DELETE"
    }

    /// The successful answer.
    enum Success: Sendable {
        case json(Int, Keys.Kind)
        /// Text of this media type.
        case text(String)
        /// Status 204.
        case nothing
    }

    /// What a call costs.
    enum Cost: Sendable {
        case little
        /// As much as there is in the journal: a large one is read by a worker, while others get their answers.
        case journal
        case much

        /// Returns whether the loop should not wait for it.
        func isMuch(_ journal: Journal) -> Bool {
            switch self {
            case .little: false
            case .journal: journal.count > 100 || journal.bytes > 1 << 18
            case .much: true
            }
        }
    }

    /// Who may ask.
    enum Access: Sendable {
        /// Whoever may change the deployment: programs on this machine, or callers with the token.
        case control
        /// Others, too, as long as there is an inspector; they are shown no secrets.
        case reading
        /// Anybody, from anywhere and without a token: what waits until a container is well, and what first has to trust
        /// it.
        case anybody
    }

    typealias Handler = @Sendable (ControlCall) throws(ControlFailure) -> Response
    /// Returns the head of an answer and how its body is made.
    typealias Piecer = @Sendable (ControlCall) throws(ControlFailure) -> (Response, Pieces)
    typealias Follower = @Sendable (ControlCall) throws(ControlFailure) -> Listening

    let method: Method
    /// The path below `/_mock/`; `{id}` stands for one segment.
    let path: String
    let summary: String
    /// The query parameters.
    let query: [Keys.Key]
    let body: Keys.Kind?
    /// A Boolean value that indicates whether the body is a scenario. The loader checks it against its table, after
    /// `extends`.
    let takesScenario: Bool
    let success: Success
    /// The endpoint's own errors, in addition to the common ones: status and explanation.
    let refusals: [(status: Int, about: String)]
    /// What the call costs: what may take long is a worker's.
    let cost: Cost
    let access: Access
    let segments: [String]
    let handler: Handler
    /// Begins an answer that goes on; `nil`: the handler answers.
    let follow: Follower?
    /// Answers where the call costs much, piece by piece; `nil`: the handler answers.
    let pieces: Piecer?

    init(
        _ method: Method, _ path: String, _ summary: String, query: [Keys.Key] = [], body: Keys.Kind? = nil,
        takesScenario: Bool = false,
        success: Success = .nothing, refusals: [(status: Int, about: String)] = [], cost: Cost = .little,
        access: Access = .control, follow: Follower? = nil, pieces: Piecer? = nil,
        handler: @escaping Handler = { _ in Response(status: 200) }
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.query = query
        self.body = body
        self.takesScenario = takesScenario
        self.success = success
        self.refusals = refusals
        self.cost = cost
        self.access = access
        self.follow = follow
        self.pieces = pieces
        self.handler = handler
        segments = path.split(separator: "/").map(String.init)
    }

    /// Returns the values of the path's placeholders, or `nil` if the path does not match.
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
