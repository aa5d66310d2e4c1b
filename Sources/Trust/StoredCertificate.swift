// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL

/// A certificate that a site keeps under an alias, with its key if it has one: texts in PEM.
///
/// A key is a new one of OpenSSL's, which takes a tenth of a second: administrators ask for one now and then.
package struct StoredCertificate: Sendable, Hashable, Codable {
    /// The certificate.
    package private(set) var pem: String
    /// The private key; `nil` of a certificate that was imported to be trusted.
    private var keyPEM: String?

    /// The reason that bytes are no certificate.
    package enum Unreadable: Error, Sendable {
        case notCertificate
        case otherPassword
    }

    /// What a certificate is made of.
    package struct Order: Sendable {
        /// The parts of the subject, `("CN", "gis")` first.
        package var subject: [(String, String)]
        /// Further names, as OpenSSL takes them: `DNS:gis.example`.
        package var alternatives: [String] = []
        /// When it begins, in seconds since 1970, and for how many days it is valid.
        package var begins: Int64
        package var days: Int64 = 90

        package init(subject: [(String, String)], begins: Int64) { (self.subject, self.begins) = (subject, begins) }
    }

    /// Makes an RSA key of so many bits, and returns it in PEM.
    package static func newKey(_ size: Int) throws(OpenSSLFailure) -> String {
        guard let key = unsafe mp_rsa_key_of(Int32(size)) else { throw OpenSSLFailure("no RSA key") }
        defer { unsafe EVP_PKEY_free(key) }
        return try unsafe PEM.text { unsafe PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) }
    }

    /// Makes a certificate of a key that is signed by itself: of the same order and key, the same.
    package init(_ order: Order, keyPEM: String) throws(OpenSSLFailure) {
        guard let key = unsafe StoredCertificate.key(keyPEM) else { throw OpenSSLFailure("no RSA key") }
        defer { unsafe EVP_PKEY_free(key) }
        guard let x509 = unsafe X509_new(), let name = unsafe X509_NAME_new() else { throw OpenSSLFailure("no name") }
        defer {
            unsafe X509_free(x509)
            unsafe X509_NAME_free(name)
        }
        for (part, text) in order.subject.reversed() {
            let bytes = Array(text.utf8)
            unsafe X509_NAME_add_entry_by_txt(name, part, MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0)
        }
        unsafe X509_set_version(x509, 2)
        unsafe ASN1_INTEGER_set_int64(X509_get_serialNumber(x509), order.begins)
        unsafe ASN1_TIME_set(X509_getm_notBefore(x509), time_t(order.begins))
        unsafe ASN1_TIME_set(X509_getm_notAfter(x509), time_t(order.begins + order.days * 86_400))
        unsafe X509_set_subject_name(x509, name)
        unsafe X509_set_issuer_name(x509, name)
        unsafe X509_set_pubkey(x509, key)
        if !order.alternatives.isEmpty {
            let text = order.alternatives.joined(separator: ",")
            guard let made = unsafe X509V3_EXT_conf_nid(nil, nil, NID_subject_alt_name, text) else {
                throw OpenSSLFailure("names \(text)")
            }
            unsafe X509_add_ext(x509, made, -1)
            unsafe X509_EXTENSION_free(made)
        }
        guard unsafe X509_sign(x509, key, EVP_sha256()) > 0 else { throw OpenSSLFailure("signature") }
        pem = try unsafe PEM.text { unsafe PEM_write_bio_X509($0, x509) }
        self.keyPEM = keyPEM
    }

    /// Reads a certificate without a key, in PEM or DER.
    package init(reading bytes: [UInt8]) throws(Unreadable) {
        guard let x509 = unsafe StoredCertificate.read(bytes) else { throw .notCertificate }
        defer { unsafe X509_free(x509) }
        self = unsafe StoredCertificate(x509, keyPEM: nil)
    }

    /// Reads a certificate and its key from a PKCS #12 file; `nil` if its encryption is too old for this OpenSSL.
    package static func read(pkcs12 bytes: [UInt8], password: String) throws(Unreadable) -> StoredCertificate? {
        var (key, x509): (OpaquePointer?, OpaquePointer?) = (nil, nil)
        let count = Int32(password.utf8.count)
        switch unsafe mp_pkcs12_read(bytes, bytes.count, password, count, &key, &x509) {
        case 0: throw .notCertificate
        case 1: throw .otherPassword
        default: break
        }
        defer {
            unsafe EVP_PKEY_free(key)
            unsafe X509_free(x509)
        }
        guard let key = unsafe key, let x509 = unsafe x509 else { return nil }
        let text = unsafe try? PEM.text { unsafe PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) }
        return unsafe StoredCertificate(x509, keyPEM: text)
    }

    private init(_ x509: OpaquePointer, keyPEM: String?) {
        pem = unsafe (try? PEM.text { unsafe PEM_write_bio_X509($0, x509) }) ?? ""
        self.keyPEM = keyPEM
    }

    static func read(_ bytes: [UInt8]) -> OpaquePointer? {
        defer { ERR_clear_error() }
        let text = String(decoding: bytes, as: UTF8.self)
        if text.contains("-----BEGIN "), let bio = unsafe PEM.bio(text) {
            defer { unsafe BIO_free(bio) }
            return unsafe PEM_read_bio_X509(bio, nil, nil, nil)
        }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            var at = buffer.baseAddress
            return unsafe d2i_X509(nil, &at, buffer.count)
        }
    }

    /// Returns a certificate signing request for the key, as keytool writes it; `nil` without a key.
    package func request() -> String? {
        guard let key = unsafe key(), let x509 = unsafe StoredCertificate.read(Array(pem.utf8)),
            let request = unsafe X509_to_X509_REQ(x509, key, EVP_sha256())
        else { return nil }
        defer {
            unsafe EVP_PKEY_free(key)
            unsafe X509_free(x509)
            unsafe X509_REQ_free(request)
        }
        let text = unsafe try? PEM.text { unsafe PEM_write_bio_X509_REQ_NEW($0, request) }
        return text?.replacing("\n", with: "\r\n")
    }

    /// Returns the same key with a certificate that an authority made of the request; `nil` if it is of another key.
    package func signed(_ answer: StoredCertificate) -> StoredCertificate? {
        guard let key = unsafe key(), let x509 = unsafe StoredCertificate.read(Array(answer.pem.utf8)) else {
            return nil
        }
        defer {
            unsafe EVP_PKEY_free(key)
            unsafe X509_free(x509)
            ERR_clear_error()
        }
        guard unsafe X509_check_private_key(x509, key) == 1 else { return nil }
        return unsafe StoredCertificate(x509, keyPEM: keyPEM)
    }

    /// A Boolean value that indicates whether there is a key.
    package var hasKey: Bool { keyPEM != nil }

    private func key() -> OpaquePointer? { unsafe keyPEM.flatMap { unsafe StoredCertificate.key($0) } }

    private static func key(_ pem: String) -> OpaquePointer? {
        guard let bio = unsafe PEM.bio(pem) else { return nil }
        defer { unsafe BIO_free(bio) }
        return unsafe PEM_read_bio_PrivateKey(bio, nil, nil, nil)
    }
}
