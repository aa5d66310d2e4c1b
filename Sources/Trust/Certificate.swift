internal import COpenSSL

/// A certificate and its private key, as OpenSSL holds them.
@safe package final class Certificate: @unchecked Sendable {
    // Sendable: never changed after init; OpenSSL counts references atomically.
    let x509: OpaquePointer
    let key: OpaquePointer

    /// Takes ownership of both.
    init(takingOwnership x509: OpaquePointer, key: OpaquePointer) {
        unsafe self.x509 = x509
        unsafe self.key = key
    }

    deinit {
        unsafe X509_free(x509)
        unsafe EVP_PKEY_free(key)
    }

    /// The certificate alone, in PEM.
    package var pem: String {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { return "" }
        defer { unsafe BIO_free(bio) }
        unsafe PEM_write_bio_X509(bio, x509)
        var bytes: UnsafeMutablePointer<CChar>?
        let count = unsafe mp_bio_bytes(bio, &bytes)
        guard let start = unsafe bytes else { return "" }
        let buffer = unsafe UnsafeBufferPointer(start: start, count: count)
        return unsafe String(decoding: buffer.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
