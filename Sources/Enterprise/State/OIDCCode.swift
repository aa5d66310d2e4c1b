// SPDX-License-Identifier: Apache-2.0

import Facts

/// A code on its way from the provider to a portal or another client of it.
struct OIDCCode: Sendable {
    var portal: Int
    var account: Int
    var clientID: String
    var redirectURI: String
    var nonce: String?
    var challenge: OAuthState.Challenge?
    var made: Instant
}
