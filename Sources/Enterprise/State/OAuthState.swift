// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// Sign-ins in progress, issued codes and refresh tokens.
struct OAuthState: Sendable, Codable {
    /// A PKCE challenge (RFC 7636).
    struct Challenge: Sendable, Hashable, Codable {
        var value: String
        var isPlain: Bool

        func isMet(by verifier: String) -> Bool {
            value == (isPlain ? verifier : Self.value(of: verifier))
        }

        /// Returns the challenge that a verifier meets by S256.
        static func value(of verifier: String) -> String {
            String(EsriAlphabet.encode(Digest.sha256(Array(verifier.utf8))).prefix { $0 != "." })
        }
    }

    /// The parameters of authorize, kept under the `oauth_state`.
    struct SignIn: Sendable, Codable {
        var app: Int
        var redirectURI: String
        /// A Boolean value that indicates `response_type=token`.
        var isImplicit: Bool
        var state: String?
        /// The `expiration` in minutes; -1 means never.
        var minutes: Int64?
        var challenge: Challenge?
        var began: Instant
        /// The member who has given name and password and is asked for more.
        var account: Int?
        /// The id of the request to the identity provider, if there is one.
        var requestID: String?
        /// What proves to an OpenID Connect provider that the portal began the sign-in (RFC 7636).
        var verifier: String?
    }

    struct Code: Sendable, Codable {
        var signIn: SignIn
        var account: Int
        var epoch: UInt16
        var made: Instant
        var isUsed = false
    }

    struct Refresh: Sendable, Codable {
        var app: Int
        var account: Int
        var epoch: UInt16
        var redirectURI: String
        /// The expiration; `nil` means never.
        var expires: Instant?
        var isInvalidated = false
    }

    /// The minutes that a sign-in may take (inferred).
    static let signInMinutes: Int64 = 30
    /// The lifetime of a code in minutes (RFC 6749 section 4.1.2 recommends ten at most).
    static let codeMinutes: Int64 = 10

    private(set) var signIns: [String: SignIn] = [:]
    var codes: [String: Code] = [:]
    var refreshTokens: [String: Refresh] = [:]

    /// Keeps a sign-in after discarding expired ones.
    mutating func begin(_ signIn: SignIn, _ generator: inout Generator) -> String {
        if signIns.count >= 1000 {
            signIns = signIns.filter { $0.value.began.advanced(minutes: Self.signInMinutes) > signIn.began }
        }
        let key = Self.string(48, &generator)
        signIns[key] = signIn
        return key
    }

    func signIn(_ key: String, at now: Instant) -> SignIn? {
        guard let signIn = signIns[key], now < signIn.began.advanced(minutes: Self.signInMinutes) else { return nil }
        return signIn
    }

    mutating func change(_ key: String, _ body: (inout SignIn) -> Void) {
        if var signIn = signIns[key] {
            body(&signIn)
            signIns[key] = signIn
        }
    }

    mutating func end(_ key: String) { signIns[key] = nil }

    /// Returns `count` random bytes as text. They cannot be guessed, and the seed reproduces them.
    static func string(_ count: Int, _ generator: inout Generator) -> String {
        EsriAlphabet.encode(generator.bytes(count))
    }
}
