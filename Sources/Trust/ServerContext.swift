// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL

/// An `SSL_CTX` for a listener: TLS 1.2 and later, with one leaf certificate.
@safe package final class ServerContext: @unchecked Sendable {
    // Sendable: it never changes after init; threads may share OpenSSL's contexts.
    private let context: OpaquePointer

    /// Creates a context, which asks clients for a certificate if `asksForCertificate` is `true`.
    init(_ certificate: Certificate, asksForCertificate: Bool) throws(OpenSSLFailure) {
        guard let context = unsafe SSL_CTX_new(TLS_server_method()) else { throw OpenSSLFailure("no TLS context") }
        unsafe self.context = context
        unsafe mp_ssl_ctx_min_tls12(context)
        unsafe mp_ssl_ctx_modes(context)
        if asksForCertificate { unsafe mp_ssl_ctx_ask(context) }
        guard unsafe SSL_CTX_use_certificate(context, certificate.x509) == 1,
            unsafe SSL_CTX_use_PrivateKey(context, certificate.key) == 1
        else { throw OpenSSLFailure("the leaf cannot be used") }
    }

    deinit {
        unsafe SSL_CTX_free(context)
    }

    /// Returns the TLS side of a connection. The caller frees it or hands it to libevent, which frees it.
    package func makeSSL() -> OpaquePointer? { unsafe SSL_new(context) }
}
