// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

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

    /// Creates an instance from PEM; `nil` if it is none, or the key is another's.
    convenience init?(pem: String, keyPEM: String) {
        guard let text = unsafe PEM.bio(pem), let keyText = unsafe PEM.bio(keyPEM) else { return nil }
        defer {
            unsafe BIO_free(text)
            unsafe BIO_free(keyText)
        }
        guard let x509 = unsafe PEM_read_bio_X509(text, nil, nil, nil) else { return nil }
        guard let key = unsafe PEM_read_bio_PrivateKey(keyText, nil, nil, nil) else {
            unsafe X509_free(x509)
            return nil
        }
        unsafe self.init(takingOwnership: x509, key: key)
        guard unsafe X509_check_private_key(x509, key) == 1 else { return nil }
    }

    /// Returns whether it ends within a number of seconds.
    func ends(within seconds: Int) -> Bool {
        var then = time(nil) + seconds
        return unsafe X509_cmp_time(X509_get0_notAfter(x509), &then) < 0
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
