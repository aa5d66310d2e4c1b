// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL
package import Formats
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A certificate authority that is created at start and discarded with the process: no signing key is ever stored.
///
/// Name constraints limit it to this machine and the names that a scenario gives, so trusting it puts nothing else at
/// risk (RFC 5280 section 4.2.1.10). It is valid by wall time, whatever a scenario's clock says.
package final class Authority: Sendable {
    private let certificate: Certificate
    private let leaves = Lock<[Leaf: ServerContext]>([:])

    /// The certificate that clients need to trust, in PEM.
    package let pem: String
    /// The names it may sign certificates for, in addition to this machine's.
    package let hosts: [String]

    private struct Leaf: Hashable {
        var names: [String]
        var asksForCertificate: Bool
        var flaw: CertificateFlaw?
    }

    private static let known = Lock<[[String]: Authority]>([:])

    /// Returns the authority for these names, which all portals of the process share and the first request creates.
    package static func shared(hosts: [String]) throws(OpenSSLFailure) -> Authority {
        let wanted = Array(Set(hosts)).sorted()
        if let authority = known.withLock({ $0[wanted] }) { return authority }
        let made = try Authority(hosts: wanted)
        return known.withLock { known in
            if let other = known[wanted] { return other }
            known[wanted] = made
            return made
        }
    }

    /// Creates an authority for `hosts`: names and addresses in addition to `localhost`, 127.0.0.0/8 and `::1`.
    package init(hosts: [String]) throws(OpenSSLFailure) {
        self.hosts = hosts
        var constraints = [
            "permitted;DNS:localhost", "permitted;IP:127.0.0.0/255.0.0.0",
            "permitted;IP:::1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        ]
        for host in hosts {
            constraints.append(
                Authority.isAddress(host)
                    ? "permitted;IP:\(host)/\(host.contains(":") ? Authority.fullMask6 : "255.255.255.255")"
                    : "permitted;DNS:\(host)")
        }
        certificate = try Authority.make(
            commonName: "MockPortal throw-away CA", issuer: nil,
            extensions: [
                (NID_basic_constraints, "critical,CA:TRUE,pathlen:0"), (NID_key_usage, "critical,keyCertSign,cRLSign"),
                (NID_subject_key_identifier, "hash"), (NID_authority_key_identifier, "keyid:always"),
                (NID_name_constraints, "critical," + constraints.joined(separator: ",")),
            ])
        pem = certificate.pem
    }

    /// Creates the authority that was kept as text; `nil` if it is none, or the key is another's.
    package init?(pem: String, keyPEM: String, hosts: [String]) {
        guard let certificate = Certificate(pem: pem, keyPEM: keyPEM) else { return nil }
        self.certificate = certificate
        self.hosts = hosts
        self.pem = pem
    }

    /// Its private key, in PEM: for those who keep it.
    package var keyPEM: String { certificate.keyPEM }

    /// A Boolean value that indicates whether it ends within a day.
    package var endsSoon: Bool { certificate.ends(within: 86_400) }

    /// The validity of a certificate, in seconds.
    private static let year = 364 * 86_400

    private static let fullMask6 = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"

    /// Returns a TLS server context for these names; equal requests share one.
    package func context(
        names: [String], asksForCertificate: Bool = false, flaw: CertificateFlaw? = nil
    ) throws(OpenSSLFailure) -> ServerContext {
        let wanted = Leaf(names: names.sorted(), asksForCertificate: asksForCertificate, flaw: flaw)
        if let known = leaves.withLock({ $0[wanted] }) { return known }
        // Use a name that the authority may sign for, so that only the name is wrong.
        let named = flaw == .otherName ? ["elsewhere.localhost"] : wanted.names
        let alternatives = named.map { Authority.isAddress($0) ? "IP:\($0)" : "DNS:\($0)" }.joined(
            separator: ",")
        let leaf = try Authority.make(
            commonName: "MockPortal", issuer: flaw == .selfSigned ? nil : certificate,
            ends: flaw == .expired ? -3600 : Authority.year,
            extensions: [
                (NID_basic_constraints, "critical,CA:FALSE"), (NID_key_usage, "critical,digitalSignature"),
                (NID_ext_key_usage, "serverAuth"), (NID_subject_key_identifier, "hash"),
                (NID_authority_key_identifier, "keyid:always"), (NID_subject_alt_name, alternatives),
            ])
        let made = try ServerContext(leaf, asksForCertificate: asksForCertificate)
        leaves.withLock { $0[wanted] = made }
        return made
    }

    /// Returns a client certificate for a person, signed by this authority.
    package func client(named name: String) throws(OpenSSLFailure) -> ClientIdentity {
        let made = try Authority.make(
            commonName: name, issuer: certificate,
            extensions: [
                (NID_basic_constraints, "critical,CA:FALSE"), (NID_key_usage, "critical,digitalSignature"),
                (NID_ext_key_usage, "clientAuth"), (NID_subject_key_identifier, "hash"),
            ])
        return ClientIdentity(
            certificate: made.pem, key: made.keyPEM, fingerprint: Digest.sha256(made.der))
    }

    static func isAddress(_ host: String) -> Bool {
        if host.contains(":") { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Returns a P-256 certificate that expires in `ends` seconds, signed by `issuer` or self-signed.
    private static func make(
        commonName: String, issuer: Certificate?, ends: Int = year, extensions: [(Int32, String)]
    ) throws(OpenSSLFailure) -> Certificate {
        guard let key = unsafe mp_p256_key(), let x509 = unsafe X509_new() else { throw OpenSSLFailure("no key") }
        let certificate = unsafe Certificate(takingOwnership: x509, key: key)
        var serial = [UInt8](repeating: 0, count: 16)
        unsafe RAND_bytes(&serial, Int32(serial.count))
        serial[0] &= 0x7F
        let number = unsafe BN_bin2bn(serial, Int32(serial.count), nil)
        unsafe BN_to_ASN1_INTEGER(number, X509_get_serialNumber(x509))
        unsafe BN_free(number)
        unsafe X509_set_version(x509, 2)
        unsafe X509_gmtime_adj(X509_getm_notBefore(x509), -86_400)
        unsafe X509_gmtime_adj(X509_getm_notAfter(x509), ends)
        unsafe X509_set_pubkey(x509, key)
        guard let name = unsafe X509_NAME_new() else { throw OpenSSLFailure("no name") }
        defer { unsafe X509_NAME_free(name) }
        let text = Array(commonName.utf8)
        unsafe X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, Int32(text.count), -1, 0)
        unsafe X509_set_subject_name(x509, name)
        let issuing = unsafe issuer?.x509 ?? x509
        unsafe X509_set_issuer_name(x509, X509_get_subject_name(issuing))
        var context = unsafe X509V3_CTX()
        unsafe X509V3_set_ctx(&context, issuing, x509, nil, nil, 0)
        for (nid, value) in extensions {
            guard let made = unsafe X509V3_EXT_conf_nid(nil, &context, nid, value) else {
                throw OpenSSLFailure("extension \(value)")
            }
            unsafe X509_add_ext(x509, made, -1)
            unsafe X509_EXTENSION_free(made)
        }
        guard unsafe X509_sign(x509, issuer?.key ?? key, EVP_sha256()) > 0 else { throw OpenSSLFailure("signature") }
        return certificate
    }
}
