// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL

extension SigningKey {
    /// The number of the key that clients encrypt parameters of administrator directories with.
    package static let parameters = 3

    /// Returns what was encrypted with the public key (RSAES-PKCS1-v1_5, RFC 8017 section 7.2), or `nil` if it was not.
    package func decrypt(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count == modulus.count, let bio = unsafe PEM.bio(privatePEM) else { return nil }
        defer { unsafe BIO_free(bio) }
        guard let key = unsafe PEM_read_bio_PrivateKey(bio, nil, nil, nil) else { return nil }
        defer { unsafe EVP_PKEY_free(key) }
        guard let context = unsafe EVP_PKEY_CTX_new(key, nil) else { return nil }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        guard unsafe EVP_PKEY_decrypt_init(context) == 1,
            unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1
        else { return nil }
        // Since OpenSSL 3.2 a wrong padding gives random bytes unless this is off; older ones do not know it.
        unsafe EVP_PKEY_CTX_ctrl_str(context, "rsa_pkcs1_implicit_rejection", "0")
        var text = [UInt8](repeating: 0, count: 512)
        var count = text.count
        let isDone = unsafe EVP_PKEY_decrypt(context, &text, &count, bytes, bytes.count) == 1
        ERR_clear_error()
        return isDone ? Array(text.prefix(count)) : nil
    }
}

extension SigningKey {
    /// Returns the bytes encrypted with the public key, as clients encrypt parameters (RSAES-PKCS1-v1_5).
    package func encrypt(_ bytes: [UInt8]) -> [UInt8] {
        guard let bio = unsafe PEM.bio(privatePEM) else { return [] }
        defer { unsafe BIO_free(bio) }
        guard let key = unsafe PEM_read_bio_PrivateKey(bio, nil, nil, nil) else { return [] }
        defer { unsafe EVP_PKEY_free(key) }
        guard let context = unsafe EVP_PKEY_CTX_new(key, nil) else { return [] }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        var sealed = [UInt8](repeating: 0, count: 512)
        var count = sealed.count
        guard unsafe EVP_PKEY_encrypt_init(context) == 1,
            unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1,
            unsafe EVP_PKEY_encrypt(context, &sealed, &count, bytes, bytes.count) == 1
        else { return [] }
        return Array(sealed.prefix(count))
    }
}
