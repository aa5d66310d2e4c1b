// SPDX-License-Identifier: Apache-2.0

/// The reasons not to trust a server's certificate.
package enum CertificateFlaw: String, Sendable, CaseIterable, Codable {
    /// It expired more than an hour ago.
    case expired
    /// It is for a name that no site here has.
    case otherName = "other-name"
    /// It is self-signed.
    case selfSigned = "self-signed"
}
