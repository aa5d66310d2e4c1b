// SPDX-License-Identifier: Apache-2.0

package import Trust

/// Something done to a response on its way out, by stage; how a double misbehaves on purpose.
package enum Effect: Sendable {
    /// Where a response stops.
    package enum Stage: Sendable {
        /// Before its first byte.
        case head
        /// Inside its body: after half of it.
        case body
        /// Before its last byte; a reset comes after it.
        case end
    }

    /// Close the connection after this response, as `Connection: close` says.
    case close
    /// Nothing is sent until this is so; it is looked at every 50 ms.
    case hold(@Sendable () -> Bool)
    /// Nothing is sent from there on, and the connection stays until the client leaves.
    case stall(Stage)
    case reset(Stage)
    /// Of wall time.
    case dribble(bytesPerSecond: Int)
    /// Close the connection after so many bytes of the body.
    case truncate(afterBytes: Int)
    /// Say another Content-Length than the body has, and close the connection after it.
    case contentLength(by: Int)
    case gzip(Gzip.Lie)
}

/// What is done to a connection before it has asked anything.
package enum EarlyEffect: Sendable {
    /// Nothing is answered until the client leaves.
    case stall
    case reset
    /// The TLS alert `handshake_failure`, and the end.
    case alert
    /// TLS with a certificate that nobody should trust.
    case certificate(Authority.Flaw)
}
