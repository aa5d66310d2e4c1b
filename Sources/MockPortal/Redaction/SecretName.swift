// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A name whose value is not printed. Transcripts, archives, logs and reports use the same list.
struct SecretName {
    enum Kind {
        case password, token
    }

    /// The name in lowercase.
    var name: String
    var kind: Kind
    /// A Boolean value that indicates whether a JSON member with that name is masked too: a `code` in JSON is that of a
    /// coded value.
    var isMember: Bool

    private init(_ name: String, _ kind: Kind, isMember: Bool = false) {
        (self.name, self.kind, self.isMember) = (name, kind, isMember)
    }

    private static let all = [
        SecretName("password", .password, isMember: true), SecretName("client_secret", .password, isMember: true),
        SecretName("token", .token, isMember: true), SecretName("access_token", .token, isMember: true),
        SecretName("refresh_token", .token, isMember: true), SecretName("id_token", .token, isMember: true),
        SecretName("auth_token", .token), SecretName("code", .token), SecretName("code_verifier", .token),
        SecretName("samlresponse", .token), SecretName("agstoken", .token), SecretName("esri_auth", .token),
    ]

    private static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Returns the kind of secret in a parameter or cookie with that name.
    static func kind(of name: some StringProtocol) -> Kind? { named[name.lowercased()]?.kind }

    /// Returns the kind of secret in a JSON member with that name.
    static func kind(ofMember name: some StringProtocol) -> Kind? {
        named[String(name)].flatMap { $0.isMember ? $0.kind : nil }
    }

    private static let endings: [StaticString] = ["token", "client_secret", "password"]

    /// Returns whether a text can contain such a member: a quotation mark after such a name. Answers of a megabyte are
    /// asked, in debug builds too, so the search is C's.
    static func mayStand(in text: [UInt8]) -> Bool {
        unsafe text.withUnsafeBytes { text in
            guard let start = text.baseAddress else { return false }
            var at = 0
            while at < text.count, let hit = unsafe memchr(start + at, 34, text.count - at) {
                let quote = unsafe UnsafeRawPointer(hit) - start
                let isEnding = endings.contains { name in
                    let length = name.utf8CodeUnitCount
                    return unsafe quote >= length && memcmp(start + quote - length, name.utf8Start, length) == 0
                }
                if isEnding { return true }
                at = quote + 1
            }
            return false
        }
    }

    /// Returns whether a name is secret that may be the end of a longer one, as in a URL inside a URL.
    static func ends(_ name: some StringProtocol) -> Bool {
        let name = name.lowercased()
        return all.contains { name.hasSuffix($0.name) }
    }
}
