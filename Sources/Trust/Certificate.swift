// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL

/// A certificate and its private key, as OpenSSL holds them.
@safe package final class Certificate: @unchecked Sendable {
    // Sendable: it never changes after init; OpenSSL counts references atomically.
    let x509: OpaquePointer
    let key: OpaquePointer

    /// Creates an instance that takes ownership of both pointers.
    init(takingOwnership x509: OpaquePointer, key: OpaquePointer) {
        unsafe self.x509 = x509
        unsafe self.key = key
    }

    deinit {
        unsafe X509_free(x509)
        unsafe EVP_PKEY_free(key)
    }

    /// The certificate alone, in PEM.
    package var pem: String { unsafe (try? PEM.text { unsafe PEM_write_bio_X509($0, x509) }) ?? "" }

    /// The private key, in PEM.
    var keyPEM: String {
        unsafe (try? PEM.text { unsafe PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) }) ?? ""
    }

    /// The certificate, in DER.
    var der: [UInt8] { unsafe Certificate.der(x509) }

    /// Returns a certificate in DER.
    package static func der(_ x509: OpaquePointer) -> [UInt8] {
        let count = unsafe i2d_X509(x509, nil)
        guard count > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            unsafe _ = i2d_X509(x509, &start)
        }
        return bytes
    }
}
