// SPDX-License-Identifier: Apache-2.0

/// A failure on purpose: when it strikes, and what it does then (docs/contracts.md#scenario-files, Faults).
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
        /// The target as sent, path and query, has more bytes than these.
        package var longerThan: Int?
        /// Of the requests for which all else holds: this one only, this one and all later ones.
        package var nth: Int?
        package var from: Int?
        /// How often at most.
        package var times: Int?
        /// Milliseconds of the deployment's clock after which the counts begin anew.
        package var per: Int64?
        /// How many of a hundred of those that all else lets through; the seed says which.
        package var percent: Int?

        package init() {}
    }

    package struct Parameter: Sendable, Hashable {
        package var name: String
        /// `nil`: it must not be there.
        package var value: Glob?
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
        /// The body comes compressed where it should not, or is said to.
        case gzip(Gzip)
        /// TLS is not agreed on.
        case handshake(Handshake)
        /// Something happens to the deployment just before it answers.
        case event(Event)

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
            case .gzip: "gzip"
            case .handshake: "handshake"
            case .event: "event"
            }
        }

        /// Where on the way it strikes.
        package var stage: Stage {
            switch self {
            case .stall(let stage), .reset(let stage): stage
            case .handshake: .handshake
            case .dribble, .truncate, .gzip: .body
            case .delay, .contentLength, .answer, .error, .event: .head
            }
        }

        /// Where it strikes before there is a request.
        package var connectionStage: Stage? {
            stage == .accept || stage == .handshake ? stage : nil
        }
    }

    /// What is wrong with a compressed body.
    package enum Gzip: String, Sendable, CaseIterable {
        /// It is compressed, though nobody asked for it; Content-Encoding says so.
        case unasked
        /// It is compressed, and nothing says so.
        case undeclared
        /// Content-Encoding says so, and it is not.
        case pretended
    }

    /// Why TLS is not agreed on.
    package enum Handshake: String, Sendable, CaseIterable {
        /// The server ends it with the alert `handshake_failure`.
        case alert
        /// The certificate's time is over.
        case expired
        /// The certificate is another machine's.
        case otherName = "other-name"
        /// The certificate is signed by nobody but itself.
        case selfSigned = "self-signed"
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
