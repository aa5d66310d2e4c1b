// SPDX-License-Identifier: Apache-2.0

import Formats

/// The throw-away certificate authority of a deployment: what clients are to trust.
///
/// It is made once a process and never stored. It may sign for this machine and the scenario's `hosts` alone
/// (RFC 5280 section 4.2.1.10).
public struct CertificateAuthority: Sendable, Hashable {
    /// The certificate in PEM (RFC 7468).
    public let pem: String

    init(pem: String) { self.pem = pem }

    /// The certificate in DER, as `SecCertificateCreateWithData` wants it.
    public var der: [UInt8] {
        let lines = pem.split { $0.isNewline }.filter { !$0.hasPrefix("-----") }
        return Base64.decode(lines.joined()) ?? []
    }

    /// Writes the certificate to a file, for clients that are told a path: `curl --cacert`, `SSL_CERT_FILE`,
    /// `REQUESTS_CA_BUNDLE`, `NODE_EXTRA_CA_CERTS`.
    ///
    /// - Parameter path: The file; one that is there is replaced.
    /// - Throws: ``MockEnterpriseError`` with ``MockEnterpriseError/Code/cannotWrite``.
    public func write(to path: String) throws(MockEnterpriseError) {
        do throws(Files.Failure) {
            try Files.replace(path, with: pem)
        } catch {
            throw MockEnterpriseError(.cannotWrite, error.description)
        }
    }
}
