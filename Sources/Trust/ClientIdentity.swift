// SPDX-License-Identifier: Apache-2.0

internal import Formats

/// A person's certificate and key, for TLS.
package struct ClientIdentity: Sendable, Hashable {
    /// The certificate, in PEM.
    package let certificate: String
    /// The private key, in PEM.
    package let key: String
    /// The SHA-256 digest of the certificate.
    package let fingerprint: [UInt8]

    init(certificate: String, key: String, fingerprint: [UInt8]) {
        (self.certificate, self.key, self.fingerprint) = (certificate, key, fingerprint)
    }

    /// Creates an identity of texts in PEM, in which other blocks may stand, too.
    package init(certificate: String, key: String) {
        let block = certificate.firstMatch(of: /-----BEGIN CERTIFICATE-----([^-]*)-----END/)?.output.1 ?? ""
        let bytes = Base64.decode(block.filter { !$0.isWhitespace }) ?? []
        self.init(certificate: certificate, key: key, fingerprint: Digest.sha256(bytes))
    }
}
