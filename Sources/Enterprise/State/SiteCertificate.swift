// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// A certificate of a site's web server under its alias.
struct SiteCertificate: Sendable, Codable {
    /// What a keystore says it is: a key with its certificate, or a certificate that is trusted.
    enum Kind: String, Sendable, Codable {
        case key = "PrivateKeyEntry"
        case trusted = "trustedCertEntry"
    }

    var alias: String
    var kind: Kind
    /// The certificate; `nil`: it was named alone, or its file is too old to be read here.
    var stored: StoredCertificate?
    /// What it says while there is none.
    var subject: String

    init(alias: String, kind: Kind, stored: StoredCertificate?, subject: String? = nil) {
        (self.alias, self.kind, self.stored) = (alias, kind, stored)
        self.subject = subject ?? "CN=\(alias)"
    }

    /// Returns what the certificate says, in the order of a newer portal's (docs/reference/admin.md#e13).
    var members: [JSON.Member] {
        let facts = stored?.facts
        func date(_ seconds: Int64?, _ other: Int64) -> JSON {
            .string(Self.date(Instant(milliseconds: (seconds ?? other) * 1000)))
        }
        var members: [JSON.Member] = [
            .init("aliasName", .string(alias)), .init("issuer", .string(facts?.issuer ?? subject)),
            .init("subject", .string(facts?.subject ?? subject)), .init("subjectAlternativeNames", .array([])),
            .init("validFrom", date(facts?.begins, 1_505_490_405)),
            .init("validUntil", date(facts?.ends, 1_820_850_405)),
            .init("keyAlgorithm", .string(facts?.keyAlgorithm ?? "RSA")),
            .init("keySize", .int(facts?.keySize ?? 2048)),
            .init("serialNumber", .string(facts?.serialNumber ?? "1")), .init("version", .int(facts?.version ?? 3)),
            .init("signatureAlgorithm", .string(facts?.signatureAlgorithm ?? "SHA256withRSA")),
            .init("keyUsage", .array([])),
        ]
        if let facts {
            members += [
                .init("md5Fingerprint", .string(Self.digits(facts.md5))),
                .init("sha1Fingerprint", .string(Self.digits(facts.sha1))),
            ]
        }
        return members
    }

    /// As Java writes a date: `Fri Sep 15 07:46:45 UTC 2017`.
    private static func date(_ instant: Instant) -> String {
        let parts = HTTPDate.format(instant).split { $0 == " " || $0 == "," }
        guard parts.count == 6 else { return "" }
        return "\(parts[0]) \(parts[2]) \(parts[1]) \(parts[4]) UTC \(parts[3])"
    }

    private static func digits(_ bytes: [UInt8]) -> String {
        bytes.map { Hex.encode([$0]).uppercased() }.joined(separator: ":")
    }

    /// Returns how many bits a key has whose size was given.
    static func bits(_ size: Int?) -> Int { min(max(size ?? 2048, 1024), 4096) }

    /// Returns a certificate of a key that is signed by itself, for the parts of a subject and a number of days.
    static func made(
        _ alias: String, _ subject: [(String, String)], key: String, days: Int64 = 90, names: String = "",
        at now: Instant
    ) throws(OpenSSLFailure) -> SiteCertificate {
        var order = StoredCertificate.Order(subject: subject.filter { !$0.1.isEmpty }, begins: now.milliseconds / 1000)
        order.days = min(max(days, 1), 36_500)
        order.alternatives = names.split(separator: ",").map { name in
            let text = name.filter { $0 != " " }
            return text.contains(":") ? text : "DNS:\(text)"
        }
        return SiteCertificate(alias: alias, kind: .key, stored: try StoredCertificate(order, keyPEM: key))
    }

    /// Reads a key and its certificate from a PKCS #12 file, or a certificate alone.
    static func read(
        _ alias: String, _ kind: Kind, _ bytes: [UInt8], password: String
    ) throws(StoredCertificate.Unreadable) -> SiteCertificate {
        switch kind {
        case .trusted: SiteCertificate(alias: alias, kind: kind, stored: try StoredCertificate(reading: bytes))
        case .key:
            SiteCertificate(
                alias: alias, kind: kind, stored: try StoredCertificate.read(pkcs12: bytes, password: password))
        }
    }

    /// A Boolean value that indicates whether there is to be a key, and nobody has asked for it yet.
    var lacksKey: Bool { stored == nil && kind == .key }

    /// Makes the certificate of the key that stands behind it.
    mutating func complete(_ key: String, at now: Instant) {
        let parts = subject.split(separator: ",").compactMap { part -> (String, String)? in
            let pair = part.split(separator: "=", maxSplits: 1)
            return pair.count == 2 ? (pair[0].filter { $0 != " " }, String(pair[1])) : nil
        }
        stored = try? SiteCertificate.made(alias, parts, key: key, at: now).stored
    }
}
