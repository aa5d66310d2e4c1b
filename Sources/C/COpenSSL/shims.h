// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

// Macros and variadic functions that Swift cannot import.
static inline EVP_PKEY *_Nullable mp_p256_key(void) { return EVP_EC_gen("P-256"); }
static inline EVP_PKEY *_Nullable mp_rsa_key(void) { return EVP_RSA_gen(2048); }
static inline EVP_PKEY *_Nullable mp_rsa_key_of(int bits) { return EVP_RSA_gen((unsigned)bits); }
static inline int mp_ssl_ctx_min_tls12(SSL_CTX *_Nonnull context) {
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
}
static inline long mp_bio_bytes(BIO *_Nonnull bio, char *_Nullable *_Nonnull bytes) {
    return BIO_get_mem_data(bio, bytes);
}
static inline int mp_gcm_set_nonce_length(EVP_CIPHER_CTX *_Nonnull context) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_IVLEN, 12, NULL);
}
static inline int mp_gcm_get_tag(EVP_CIPHER_CTX *_Nonnull context, unsigned char *_Nonnull tag) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, 16, tag);
}
static inline int mp_gcm_set_tag(EVP_CIPHER_CTX *_Nonnull context, unsigned char *_Nonnull tag) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, 16, tag);
}
// Finishes decryption, which writes nothing with GCM, and returns whether the tag is right.
static inline int mp_gcm_is_genuine(EVP_CIPHER_CTX *_Nonnull context) {
    unsigned char rest[16];
    int length = 0;
    return EVP_DecryptFinal_ex(context, rest, &length);
}
// Returns whether the peer closed the connection without close_notify.
static inline int mp_is_unexpected_eof(unsigned long code) {
    return ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
}
static inline long mp_ssl_set_server_name(SSL *_Nonnull ssl, const char *_Nonnull name) {
    return SSL_set_tlsext_host_name(ssl, name);
}
static inline X509 *_Nullable mp_ssl_peer(const SSL *_Nonnull ssl) { return SSL_get1_peer_certificate(ssl); }
static inline long mp_ssl_ctx_session_cache_off(SSL_CTX *_Nonnull context) {
    return SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}
// Asks for a client certificate and accepts any: the deployment decides whose it is.
static inline int mp_take_any(int isGood, X509_STORE_CTX *_Nonnull context) {
    (void)isGood, (void)context;
    return 1;
}
static inline void mp_ssl_ctx_ask(SSL_CTX *_Nonnull context) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, mp_take_any);
    SSL_CTX_set_session_id_context(context, (const unsigned char *)"mock-portal", 11);
}
// Writes one number of an RSA public key ("n" or "e"), big-endian, and returns its length in bytes, or 0.
static inline int mp_rsa_number(
    const EVP_PKEY *_Nonnull key, const char *_Nonnull name, unsigned char *_Nonnull bytes, int room) {
    BIGNUM *number = NULL;
    if (EVP_PKEY_get_bn_param(key, name, &number) != 1) return 0;
    int count = BN_num_bytes(number) <= room ? BN_bn2bin(number, bytes) : 0;
    BN_free(number);
    return count;
}
// Returns the RSA public key with that modulus and exponent, big-endian.
static inline EVP_PKEY *_Nullable mp_rsa_public(
    const unsigned char *_Nonnull modulus, int modulusCount, const unsigned char *_Nonnull exponent,
    int exponentCount) {
    BIGNUM *n = BN_bin2bn(modulus, modulusCount, NULL), *e = BN_bin2bn(exponent, exponentCount, NULL);
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
    OSSL_PARAM *parameters = NULL;
    EVP_PKEY *key = NULL;
    if (n && e && builder && context && OSSL_PARAM_BLD_push_BN(builder, "n", n) &&
        OSSL_PARAM_BLD_push_BN(builder, "e", e) && (parameters = OSSL_PARAM_BLD_to_param(builder)) &&
        EVP_PKEY_fromdata_init(context) == 1 &&
        EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters) != 1)
        key = NULL;
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
    EVP_PKEY_CTX_free(context);
    BN_free(n);
    BN_free(e);
    ERR_clear_error();
    return key;
}
// MD4, which NTLM uses, exists only in the legacy provider; it is loaded on first use into a context of its own.
static inline int mp_md4(const unsigned char *_Nonnull bytes, size_t count, unsigned char *_Nonnull digest) {
    OSSL_LIB_CTX *context = OSSL_LIB_CTX_new();
    OSSL_PROVIDER *legacy = context ? OSSL_PROVIDER_load(context, "legacy") : NULL;
    EVP_MD *md4 = legacy ? EVP_MD_fetch(context, "MD4", NULL) : NULL;
    int done = md4 && EVP_Digest(bytes, count, digest, NULL, md4, NULL);
    EVP_MD_free(md4);
    if (legacy) OSSL_PROVIDER_unload(legacy);
    OSSL_LIB_CTX_free(context);
    ERR_clear_error();
    return done;
}
// Idle connections keep no buffers; a write that was not sent may be retried from another address, or in part.
static inline long mp_ssl_ctx_modes(SSL_CTX *_Nonnull context) {
    return SSL_CTX_set_mode(
        context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}
// Verifies the peer's certificate against the context's authorities and against this name or address.
static inline int mp_ssl_verify_name(SSL *_Nonnull ssl, const char *_Nonnull name, int isAddress) {
    SSL_set_verify(ssl, SSL_VERIFY_PEER, NULL);
    return isAddress ? X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), name) : SSL_set1_host(ssl, name);
}
// Writes a name as keytool does: `CN=gis, OU=Maps, O=Contoso`.
static inline int mp_name_print(BIO *_Nonnull bio, const X509_NAME *_Nonnull name) {
    return X509_NAME_print_ex(
        bio, name, 0,
        XN_FLAG_SEP_CPLUS_SPC | XN_FLAG_DN_REV | XN_FLAG_FN_SN | ASN1_STRFLGS_ESC_CTRL | ASN1_STRFLGS_UTF8_CONVERT);
}
// Reads a PKCS #12 file. 0: it is none; 1: the password is another one; 2: it is read, if `key` and `certificate` are set.
static inline int mp_pkcs12_read(
    const unsigned char *_Nonnull bytes, long count, const char *_Nonnull password, int passwordCount,
    EVP_PKEY *_Nullable *_Nonnull key, X509 *_Nullable *_Nonnull certificate) {
    const unsigned char *at = bytes;
    PKCS12 *file = d2i_PKCS12(NULL, &at, count);
    *key = NULL;
    *certificate = NULL;
    int result = file ? 1 : 0;
    if (file && (!PKCS12_mac_present(file) || PKCS12_verify_mac(file, password, passwordCount))) {
        PKCS12_parse(file, password, key, certificate, NULL);
        result = 2;
    }
    PKCS12_free(file);
    ERR_clear_error();
    return result;
}
