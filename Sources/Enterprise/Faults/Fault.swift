/// A failure on purpose: when it strikes, and what it does then (contracts section 3, Faults).
package struct Fault: Sendable, Hashable {
    /// All that is named must hold.
    package struct When: Sendable, Hashable {
        /// On the decoded path.
        package var path: Glob?
        package var method: String?
        package var door: Door?
        /// Who the caller turns out to be.
        package var user: String?
        /// Parameters, in the query or in a form: a value may have `*` in it.
        package var query: [Parameter] = []
        /// Of the requests for which all else holds: this one only, this one and all later ones.
        package var nth: Int?
        package var from: Int?
        /// How often at most.
        package var times: Int?

        package init() {}
    }

    package struct Parameter: Sendable, Hashable {
        package var name: String
        package var value: Glob
    }

    /// Where on the way of an exchange something is done.
    package enum Stage: String, Sendable, CaseIterable {
        /// The connection was accepted, and nothing read.
        case accept
        /// The first bytes of TLS came.
        case handshake
        /// The request came, and nothing of the response went.
        case head
        /// The head of the response went, and half of its body.
        case body
        /// All of the response went but its last byte; for a reset, all of it.
        case end
    }

    package enum Then: Sendable, Hashable {
        /// Milliseconds of the deployment's clock.
        case delay(Int64)
        /// Nothing more is sent, and the connection stays.
        case stall(Stage)
        case reset(Stage)
        /// Bytes a second, of wall time.
        case dribble(Int)
        /// The connection ends after so many bytes of the body.
        case truncate(Int)
        /// What Content-Length says is off by so many bytes.
        case contentLength(Int)
        case answer(Canned)
        /// An error in the door's envelope.
        case error(code: Int, message: String, details: [String])

        /// What stands behind `fault.` in the rule's id.
        package var kind: String {
            switch self {
            case .delay: "delay"
            case .stall: "stall"
            case .reset: "reset"
            case .dribble: "dribble"
            case .truncate: "truncate"
            case .contentLength: "content-length"
            case .answer: "answer"
            case .error: "error"
            }
        }

        /// Where it strikes before there is a request.
        package var connectionStage: Stage? {
            switch self {
            case .stall(let stage), .reset(let stage): stage == .accept || stage == .handshake ? stage : nil
            default: nil
            }
        }
    }

    /// A response as it was written.
    package struct Canned: Sendable, Hashable {
        package var status: Int
        package var headers: [Header]
        package var body: [UInt8]

        package struct Header: Sendable, Hashable {
            package var name: String
            package var value: String
        }
    }

    package var when: When
    package var then: Then

    package init(when: When, then: Then) {
        self.when = when
        self.then = then
    }
}
