// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL

extension StoredCertificate {
    /// What a certificate says.
    package struct Facts: Sendable, Hashable {
        /// `CN=gis, OU=Maps, O=Contoso`.
        package var subject = ""
        package var issuer = ""
        /// The serial number, decimal.
        package var serialNumber = ""
        /// When it is valid, in seconds since 1970.
        package var begins: Int64 = 0
        package var ends: Int64 = 0
        /// `RSA`, `EC` or `DSA`.
        package var keyAlgorithm = ""
        package var keySize = 0
        /// In Java's words: `SHA256withRSA`.
        package var signatureAlgorithm = ""
        package var version = 3
        /// SHA-1 of the certificate, in hexadecimal digits.
        package var sha1: [UInt8] = []
        package var md5: [UInt8] = []
    }

    /// Returns what the certificate says.
    package var facts: Facts {
        var facts = Facts()
        guard let x509 = unsafe StoredCertificate.read(Array(pem.utf8)) else { return facts }
        defer {
            unsafe X509_free(x509)
            ERR_clear_error()
        }
        facts.subject = unsafe StoredCertificate.text(X509_get_subject_name(x509))
        facts.issuer = unsafe StoredCertificate.text(X509_get_issuer_name(x509))
        if let number = unsafe ASN1_INTEGER_to_BN(X509_get0_serialNumber(x509), nil) {
            if let digits = unsafe BN_bn2dec(number) {
                facts.serialNumber = unsafe String(cString: digits)
                unsafe CRYPTO_free(digits, "", 0)
            }
            unsafe BN_free(number)
        }
        facts.begins = unsafe StoredCertificate.seconds(X509_get0_notBefore(x509))
        facts.ends = unsafe StoredCertificate.seconds(X509_get0_notAfter(x509))
        if let key = unsafe X509_get0_pubkey(x509) {
            facts.keyAlgorithm = ["RSA", "EC", "DSA"].first { unsafe EVP_PKEY_is_a(key, $0) == 1 } ?? ""
            facts.keySize = unsafe Int(EVP_PKEY_get_bits(key))
        }
        var digest = NID_undef
        unsafe _ = OBJ_find_sigid_algs(X509_get_signature_nid(x509), &digest, nil)
        let name = unsafe OBJ_nid2sn(digest).map { unsafe String(cString: $0) } ?? "SHA256"
        facts.signatureAlgorithm = "\(name)with\(facts.keyAlgorithm == "EC" ? "ECDSA" : facts.keyAlgorithm)"
        facts.version = unsafe Int(X509_get_version(x509)) + 1
        facts.sha1 = unsafe StoredCertificate.fingerprint(x509, EVP_sha1())
        facts.md5 = unsafe StoredCertificate.fingerprint(x509, EVP_md5())
        return facts
    }

    private static func text(_ name: OpaquePointer?) -> String {
        guard let name = unsafe name else { return "" }
        return unsafe (try? PEM.text { unsafe mp_name_print($0, name) > 0 ? 1 : 0 }) ?? ""
    }

    private static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64 {
        var (days, seconds): (Int32, Int32) = (0, 0)
        guard let epoch = unsafe ASN1_TIME_set(nil, 0) else { return 0 }
        defer { unsafe ASN1_STRING_free(epoch) }
        guard unsafe ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else { return 0 }
        return Int64(days) * 86_400 + Int64(seconds)
    }

    private static func fingerprint(_ x509: OpaquePointer, _ digest: OpaquePointer?) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 64)
        var count: UInt32 = 0
        guard unsafe X509_digest(x509, digest, &bytes, &count) == 1 else { return [] }
        return Array(bytes.prefix(Int(count)))
    }
}
