// SPDX-License-Identifier: Apache-2.0

import Facts

/// A code issued to a portal or another client of the provider.
struct OIDCCode: Sendable, Codable {
    var portal: Int
    var account: Int
    var clientID: String
    var redirectURI: String
    var nonce: String?
    var challenge: OAuthState.Challenge?
    var made: Instant
}
