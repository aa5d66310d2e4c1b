package import Enterprise
package import Facts
package import Formats

/// What happened: the request as received, the response as sent, and the because.
package struct Exchange: Sendable {
    package enum Received: Sendable {
        case request(Request)
        /// Bytes that were no request, and why.
        case unreadable(ReadFailure)
        /// TLS was not agreed.
        case handshake(String)
    }

    /// Counts from 1; the order of effects.
    package var number: Int
    package var at: Instant
    package var connection: Connection
    package var received: Received
    package var door: Door?
    package var user: String?
    /// `nil` while a worker makes it, and where none was sent.
    package var response: Response?
    package var because: [Because] = []
    /// From the request to the answer, in microseconds of wall time.
    package var micros: Int = 0
}
