// SPDX-License-Identifier: Apache-2.0

/// A person's certificate and key, for TLS.
package struct ClientIdentity: Sendable, Hashable {
    /// In PEM.
    package let certificate: String
    /// In PEM.
    package let key: String
    /// SHA-256 of the certificate.
    package let fingerprint: [UInt8]
}
