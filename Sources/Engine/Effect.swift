// SPDX-License-Identifier: Apache-2.0

package import Trust

/// A change made to a response on its way out, or to the moment it is sent, to simulate a fault.
package enum Effect: Sendable {
    /// The point where a response stops.
    package enum Stage: Sendable {
        /// Before its first byte.
        case head
        /// After half of its body.
        case body
        /// Before its last byte; a reset comes after the last byte.
        case end
    }

    /// Closes the connection after this response and says so with `Connection: close`.
    case close
    /// Sends nothing until the condition holds, which is checked every 50 ms.
    case hold(@Sendable () -> Bool)
    /// Sends nothing from this point on and keeps the connection open until the client closes it.
    case stall(Stage)
    case reset(Stage)
    /// Limits the rate in wall time.
    case dribble(bytesPerSecond: Int)
    /// Closes the connection after this many bytes of the body.
    case truncate(afterBytes: Int)
    /// Changes the `Content-Length` by this amount and closes the connection after the response.
    case contentLength(by: Int)
    case gzip(ContentCoding.Lie)
}

/// A fault that strikes a connection before its first request.
package enum EarlyEffect: Sendable {
    /// Answers nothing until the client closes the connection.
    case stall
    case reset
    /// Sends the TLS alert `handshake_failure` and closes the connection.
    case alert
    /// Presents a certificate that no client should trust.
    case certificate(Authority.Flaw)
}
