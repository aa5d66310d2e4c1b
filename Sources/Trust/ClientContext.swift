internal import COpenSSL

/// An `SSL_CTX` for clients, which trusts one authority, or those of the machine.
@safe package final class ClientContext: @unchecked Sendable {
    // Sendable: never changed after init; OpenSSL's contexts may be shared by threads.
    private let context: OpaquePointer

    /// `authority`: certificates in PEM; `nil` trusts what the machine trusts.
    package init(authority: String?) throws(OpenSSLFailure) {
        guard let context = unsafe SSL_CTX_new(TLS_client_method()) else { throw OpenSSLFailure("no TLS context") }
        unsafe self.context = context
        unsafe mp_ssl_ctx_min_tls12(context)
        guard let authority else {
            unsafe SSL_CTX_set_default_verify_paths(context)
            return
        }
        let bytes = Array(authority.utf8)
        guard let bio = unsafe BIO_new_mem_buf(bytes, Int32(bytes.count)) else { throw OpenSSLFailure("no memory") }
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

    deinit {
        unsafe SSL_CTX_free(context)
    }

    /// One connection's TLS, set to check that the peer is `host`; the caller frees it.
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
