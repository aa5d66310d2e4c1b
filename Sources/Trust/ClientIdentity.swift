// SPDX-License-Identifier: Apache-2.0

/// A person's certificate and key, for TLS.
package struct ClientIdentity: Sendable, Hashable {
    /// The certificate, in PEM.
    package let certificate: String
    /// The private key, in PEM.
    package let key: String
    /// The SHA-256 digest of the certificate.
    package let fingerprint: [UInt8]
}
