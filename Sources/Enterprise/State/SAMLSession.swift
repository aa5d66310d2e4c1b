// SPDX-License-Identifier: Apache-2.0

/// A member's session at the identity provider, as its assertion named it (SAML profiles section 4.4).
struct SAMLSession: Sendable, Codable {
    var nameID: String
    var format: String?
    var index: String?
}
