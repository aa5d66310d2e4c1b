// SPDX-License-Identifier: Apache-2.0

/// Why a server's certificate is not to be trusted.
package enum CertificateFlaw: String, Sendable, CaseIterable {
    /// Its time was over an hour ago.
    case expired
    /// It is for a name that no site here has.
    case otherName = "other-name"
    /// It is signed by nobody but itself.
    case selfSigned = "self-signed"
}
