// SPDX-License-Identifier: Apache-2.0

/// A fault that strikes a connection before its first request.
package enum ConnectionFault: Sendable, Hashable {
    /// Answers nothing until the client closes the connection.
    case stall
    case reset
    /// Sends the TLS alert `handshake_failure` and closes the connection.
    case alert
    /// Presents a certificate that no client should trust.
    case certificate(CertificateFlaw)
}
