// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL

/// An RSA key that identity providers sign with, or a portal, and its certificate.
///
/// None is stored: each is created once per process, on first use, which takes a tenth of a second. Ask for it off the
/// event loop.
package final class SigningKey: Sendable {
    /// The private key, in PEM (PKCS 8).
    let privatePEM: String
    /// The certificate, in PEM, valid from 2000 to 2100.
    package let certificate: String
    /// An expired certificate of the same key: valid until 2001.
    package let expiredCertificate: String

    /// The public key's modulus and exponent, big-endian, as a JWK has them (RFC 7518 section 6.3.1).
    package let modulus: [UInt8]
    package let exponent: [UInt8]

    /// The number of keys: 0 signs, 1 is the one a provider changes to, 2 is an unknown signer's, 3 the portal's.
    package static let count = 4
    /// The number of the portal's key, whose alias in its keystore is `samlcert` (Esri/idp).
    package static let portal = 3
    private static let known = Lock<[Int: SigningKey]>([:])

    /// Returns the key of that number, created on first use.
    package static func shared(_ number: Int) -> SigningKey? {
        if let key = made(number) { return key }
        guard let key = try? SigningKey() else { return nil }
        return known.withLock { known in
            if let other = known[number] { return other }
            known[number] = key
            return key
        }
    }

    /// Returns the key of that number if it exists: a key that was never created has signed nothing.
    package static func made(_ number: Int) -> SigningKey? { known.withLock { $0[number] } }

    /// Has a private key (PEM) be the one of that number, in place of one that has signed nothing.
    package static func adopt(_ pem: String, as number: Int) {
        guard let bio = unsafe PEM.bio(pem) else { return }
        defer { unsafe BIO_free(bio) }
        guard let read = unsafe PEM_read_bio_PrivateKey(bio, nil, nil, nil) else { return ERR_clear_error() }
        defer { unsafe EVP_PKEY_free(read) }
        guard let key = try? unsafe SigningKey(read) else { return }
        known.withLock { known in
            if known[number]?.privatePEM != key.privatePEM { known[number] = key }
        }
    }

    /// The private key, in PEM, for those who share it.
    package var pem: String { privatePEM }

    private convenience init() throws(OpenSSLFailure) {
        guard let key = unsafe mp_rsa_key() else { throw OpenSSLFailure("no RSA key") }
        defer { unsafe EVP_PKEY_free(key) }
        try unsafe self.init(key)
    }

    private init(_ key: OpaquePointer) throws(OpenSSLFailure) {
        modulus = unsafe SigningKey.number(key, "n")
        exponent = unsafe SigningKey.number(key, "e")
        privatePEM = try unsafe PEM.text { unsafe PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) }
        certificate = try unsafe SigningKey.certificate(key, until: "21000101000000Z")
        expiredCertificate = try unsafe SigningKey.certificate(key, until: "20010101000000Z")
    }

    private static func number(_ key: OpaquePointer, _ name: String) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = unsafe mp_rsa_number(key, name, &bytes, Int32(bytes.count))
        return Array(bytes.prefix(Int(count)))
    }

    /// Returns an RSASSA-PKCS1-v1_5 signature with SHA-256, which JWS calls RS256 (RFC 7518 section 3.3), or with SHA-1.
    package func sign(_ bytes: [UInt8], usesSHA1: Bool = false) -> [UInt8] {
        guard let bio = unsafe PEM.bio(privatePEM) else { return [] }
        defer { unsafe BIO_free(bio) }
        guard let key = unsafe PEM_read_bio_PrivateKey(bio, nil, nil, nil), let context = unsafe EVP_MD_CTX_new() else {
            return []
        }
        defer {
            unsafe EVP_PKEY_free(key)
            unsafe EVP_MD_CTX_free(context)
        }
        var signature = [UInt8](repeating: 0, count: 512)
        var count = signature.count
        guard unsafe EVP_DigestSignInit(context, nil, usesSHA1 ? EVP_sha1() : EVP_sha256(), nil, key) == 1,
            unsafe EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1
        else { return [] }
        return Array(signature.prefix(count))
    }

    /// Returns whether a certificate's key (PEM) made an RSASSA-PKCS1-v1_5 signature of the bytes.
    package static func isSigned(
        _ bytes: [UInt8], _ signature: [UInt8], _ certificate: String, usesSHA1: Bool = false
    ) -> Bool {
        guard let bio = unsafe PEM.bio(certificate) else { return false }
        defer { unsafe BIO_free(bio) }
        guard let x509 = unsafe PEM_read_bio_X509(bio, nil, nil, nil) else { return false }
        defer { unsafe X509_free(x509) }
        return unsafe isSigned(bytes, signature, by: X509_get0_pubkey(x509), usesSHA1: usesSHA1)
    }

    /// Returns whether the public key with that modulus and exponent, big-endian, made an RS256 signature of the bytes
    /// (RFC 7518 section 6.3.1).
    package static func isSigned(
        _ bytes: [UInt8], _ signature: [UInt8], modulus: [UInt8], exponent: [UInt8]
    ) -> Bool {
        guard
            let key = unsafe mp_rsa_public(modulus, Int32(modulus.count), exponent, Int32(exponent.count))
        else { return false }
        defer { unsafe EVP_PKEY_free(key) }
        return unsafe isSigned(bytes, signature, by: key, usesSHA1: false)
    }

    private static func isSigned(
        _ bytes: [UInt8], _ signature: [UInt8], by key: OpaquePointer?, usesSHA1: Bool
    ) -> Bool {
        guard let key = unsafe key, unsafe EVP_PKEY_is_a(key, "RSA") == 1, let context = unsafe EVP_MD_CTX_new() else {
            return false
        }
        defer {
            unsafe EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        return unsafe EVP_DigestVerifyInit(context, nil, usesSHA1 ? EVP_sha1() : EVP_sha256(), nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
    }

    private static func certificate(_ key: OpaquePointer, until end: String) throws(OpenSSLFailure) -> String {
        guard let x509 = unsafe X509_new(), let name = unsafe X509_NAME_new() else { throw OpenSSLFailure("no name") }
        defer {
            unsafe X509_free(x509)
            unsafe X509_NAME_free(name)
        }
        unsafe X509_set_version(x509, 2)
        unsafe ASN1_INTEGER_set(X509_get_serialNumber(x509), 1)
        unsafe ASN1_TIME_set_string_X509(X509_getm_notBefore(x509), "20000101000000Z")
        unsafe ASN1_TIME_set_string_X509(X509_getm_notAfter(x509), end)
        let text = Array("MockPortal identity provider".utf8)
        unsafe X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, Int32(text.count), -1, 0)
        unsafe X509_set_subject_name(x509, name)
        unsafe X509_set_issuer_name(x509, name)
        unsafe X509_set_pubkey(x509, key)
        guard unsafe X509_sign(x509, key, EVP_sha256()) > 0 else { throw OpenSSLFailure("signature") }
        return try unsafe PEM.text { unsafe PEM_write_bio_X509($0, x509) }
    }

    /// Returns whether a text is a certificate, in PEM.
    package static func isCertificate(_ text: String) -> Bool {
        guard let bio = unsafe PEM.bio(text) else { return false }
        defer { unsafe BIO_free(bio) }
        guard let x509 = unsafe PEM_read_bio_X509(bio, nil, nil, nil) else {
            ERR_clear_error()
            return false
        }
        unsafe X509_free(x509)
        return true
    }

    /// Returns whether a certificate (PEM) is valid by its own dates, `milliseconds` after 1970. xmlsec does not check
    /// the dates of a certificate that it is given as a key.
    package static func isValid(_ certificate: String, at milliseconds: Int64) -> Bool {
        guard let bio = unsafe PEM.bio(certificate) else { return false }
        defer { unsafe BIO_free(bio) }
        guard let x509 = unsafe PEM_read_bio_X509(bio, nil, nil, nil) else { return false }
        defer { unsafe X509_free(x509) }
        var seconds = time_t(milliseconds / 1000)
        return unsafe X509_cmp_time(X509_get0_notBefore(x509), &seconds) < 0
            && X509_cmp_time(X509_get0_notAfter(x509), &seconds) > 0
    }
}
