// SPDX-License-Identifier: Apache-2.0

/// What is done to a connection before it has asked anything.
package enum ConnectionFault: Sendable, Hashable {
    /// Nothing is answered until the client leaves.
    case stall
    case reset
    /// The TLS alert `handshake_failure`, and the end.
    case alert
    /// TLS with a certificate that nobody should trust.
    case certificate(CertificateFlaw)
}
