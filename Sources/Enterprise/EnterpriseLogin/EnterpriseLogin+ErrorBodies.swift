// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension EnterpriseLogin {
    enum ErrorBodies {
        static let providerMissing = ErrorBody(
            "portal.idp-missing", 400, "Idp does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))

        static let unregistrable = ErrorBody(
            "portal.idp-unregistrable", 400, "Unable to register ‹›",
            evidence: .captured(
                "docs/reference/enterprise-logins.md#pages-and-registration (10.7); the code is inferred"))

        // What the portal's page says (docs/reference/enterprise-logins.md#what-the-page-says-when-saml-fails).
        static let unable = "Unable to sign you in to ArcGIS Enterprise"
        static let invitation =
            "Unable to sign in, logins are by invitation only. Please contact the administrator of this web site to access this site."
        static let unencrypted =
            "Unable to login using Idp. IDP supports Encrypted SAML Assertion, but sends unencrypted Assertion"
        static let encrypted = "Unable to login using Idp. Error validating encrypted Assertion. Unwrapping failed."
        /// Of a sign-out that reached no end (inferred).
        static let notSignedOut = "Unable to sign you out of ArcGIS Enterprise"
        /// Of OpenID Connect, whatever failed between portal and provider.
        static let noProfile = "Did not receive 'user profile' parameter from the provider."

        /// Names the identity provider's name and the user name made of it, with the quotation marks as they were
        /// printed.
        static func names(_ nameID: String, _ username: String) -> String {
            "IdpUsername: '\(nameID)' Username\"'\(username)' Unable to sign in. Try again."
        }
    }

    static let errorBodies: [ErrorBody] = [ErrorBodies.providerMissing, ErrorBodies.unregistrable]
}
