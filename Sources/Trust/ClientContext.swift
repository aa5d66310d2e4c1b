// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL

/// An `SSL_CTX` for clients, which trusts one authority or those of the machine.
@safe package final class ClientContext: @unchecked Sendable {
    // Sendable: it never changes after init; threads may share OpenSSL's contexts.
    private let context: OpaquePointer

    /// Creates a context that trusts the certificates of `authority` (PEM), or what the machine trusts if it is `nil`.
    /// It presents `identity` when the server asks for a certificate.
    package init(authority: String?, identity: ClientIdentity? = nil) throws(OpenSSLFailure) {
        guard let context = unsafe SSL_CTX_new(TLS_client_method()) else { throw OpenSSLFailure("no TLS context") }
        unsafe self.context = context
        unsafe mp_ssl_ctx_min_tls12(context)
        if let identity { try unsafe ClientContext.show(identity, context) }
        guard let authority else {
            unsafe SSL_CTX_set_default_verify_paths(context)
            return
        }
        guard let bio = unsafe PEM.bio(authority) else { throw OpenSSLFailure("no memory") }
        defer { unsafe BIO_free(bio) }
        var count = 0
        while let certificate = unsafe PEM_read_bio_X509(bio, nil, nil, nil) {
            unsafe X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate)
            unsafe X509_free(certificate)
            count += 1
        }
        guard count > 0 else { throw OpenSSLFailure("the CA file holds no certificate") }
        ERR_clear_error()
    }

    private static func show(_ identity: ClientIdentity, _ context: OpaquePointer) throws(OpenSSLFailure) {
        guard let first = unsafe PEM.bio(identity.certificate) else { throw OpenSSLFailure("no memory") }
        defer { unsafe BIO_free(first) }
        guard let second = unsafe PEM.bio(identity.key) else { throw OpenSSLFailure("no memory") }
        defer { unsafe BIO_free(second) }
        guard let x509 = unsafe PEM_read_bio_X509(first, nil, nil, nil),
            let pkey = unsafe PEM_read_bio_PrivateKey(second, nil, nil, nil)
        else { throw OpenSSLFailure("the client certificate cannot be read") }
        defer {
            unsafe X509_free(x509)
            unsafe EVP_PKEY_free(pkey)
        }
        guard unsafe SSL_CTX_use_certificate(context, x509) == 1, unsafe SSL_CTX_use_PrivateKey(context, pkey) == 1
        else { throw OpenSSLFailure("the client certificate cannot be used") }
    }

    deinit {
        unsafe SSL_CTX_free(context)
    }

    /// Returns the TLS side of a connection that checks the peer's name against `host`. The caller frees it.
    package func makeSSL(host: String) -> OpaquePointer? {
        guard let ssl = unsafe SSL_new(context) else { return nil }
        let isAddress = Authority.isAddress(host)
        if !isAddress { unsafe _ = mp_ssl_set_server_name(ssl, host) }
        guard unsafe mp_ssl_verify_name(ssl, host, isAddress ? 1 : 0) == 1 else {
            unsafe SSL_free(ssl)
            return nil
        }
        return unsafe ssl
    }
}
