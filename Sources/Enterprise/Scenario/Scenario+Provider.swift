// SPDX-License-Identifier: Apache-2.0

extension Scenario.User {
    /// Who knows the user's password.
    package enum Provider: String, Sendable {
        /// The built-in store.
        case arcgis
        /// A SAML, OpenID Connect or web-tier login; only the provider knows the password.
        case enterprise
    }
}
