// SPDX-License-Identifier: Apache-2.0

import Facts

extension EnterpriseLogin {
    enum Rules {
        private static let profile = "SAML profiles 4.1.4.3; what the portal's page says is inferred"
        private static let logout = "SAML profiles 4.4; what the portal's page says is inferred"

        static let unreadable = Rule(
            "saml.unreadable", "The response is not a readable SAML response.",
            advice: "Post SAMLResponse in base64, exactly as in the provider's page.", evidence: .inferred(profile))
        static let signature = Rule(
            "saml.signature", "The response is not signed with the provider's key that the portal knows.",
            advice: "If the provider has a new certificate, give it to the portal.", evidence: .documented(processing))
        static let certificateExpired = Rule(
            "saml.certificate-expired", "The provider's certificate that the portal knows has expired.",
            advice: "Give the portal the provider's new certificate.", evidence: .inferred(profile))
        static let status = Rule(
            "saml.status", "The provider reports that the sign-in failed.", advice: "Check the provider's log.",
            evidence: .documented(processing))
        static let issuer = Rule(
            "saml.issuer", "The response comes from a provider other than the portal's.",
            advice: "Compare the entity id in the portal's settings.", evidence: .documented(processing))
        static let audience = Rule(
            "saml.audience", "The response is intended for another service provider.",
            advice: "Compare the identifier that the provider knows with the portal's entity id.",
            evidence: .documented(processing))
        static let recipient = Rule(
            "saml.recipient", "The response is addressed to another URL.",
            advice: "Compare the reply URL that the provider knows with the portal's.",
            evidence: .documented(processing))
        static let notYet = Rule(
            "saml.not-yet", "The response is not valid yet.", advice: "Synchronize the clocks.",
            evidence: .documented(processing))
        static let expired = Rule(
            "saml.expired", "The response has expired.", advice: "Synchronize the clocks, or sign in again.",
            evidence: .documented(processing))
        static let unasked = Rule(
            "saml.unasked", "The response does not answer this sign-in's request.",
            advice: "Start again at oauth2/authorize.", evidence: .documented(processing))
        static let replayed = Rule(
            "saml.replayed", "The response was already used.", advice: "Sign in again.",
            evidence: .documented(processing))
        static let nameCase = Rule(
            "saml.name-case", "A member has that name in other letters; names are compared with their case.",
            advice: "Have the provider send the NameID as the member's name is written.",
            evidence: .captured("support.esri.com/en/Technical-Article/000020914"))
        static let nameTaken = Rule(
            "saml.name-taken", "The name belongs to a built-in account.",
            advice: "Rename one of the two; the provider's suffix helps.",
            evidence: .reported("docs/reference/enterprise-logins.md#what-the-page-says-when-saml-fails, 3.7"))
        static let unencrypted = Rule(
            "saml.unencrypted", "The portal wants an encrypted assertion, and the provider sent a plain one.",
            advice: "Turn encryption on at the provider, or off in the portal.",
            evidence: .captured("docs/reference/enterprise-logins.md#what-the-page-says-when-saml-fails, 3.1"))
        static let encrypted = Rule(
            "saml.encrypted", "The provider encrypted its assertion, and the portal cannot decrypt it.",
            advice:
                "Turn encryption off at the provider, or on in the portal, and give the provider the portal's new metadata.",
            evidence: .captured("docs/reference/enterprise-logins.md#what-the-page-says-when-saml-fails, 3.2"))
        static let noProfile = Rule(
            "oidc.no-profile", "The portal got no tokens or no profile from the OpenID Connect provider.",
            advice: "Check the client secret, the issuer, the URLs, the provider's certificate and PKCE.",
            evidence: .captured("docs/reference/enterprise-logins.md#openid-connect, 4.5 and 4.6"))
        static let providerMissing = Rule(
            "saml.provider-missing", "The portal has no identity provider of that id.",
            advice: "Take the id from portals/self/idp.", evidence: .inferred("no body was ever shown"))
        static let logoutOff = Rule(
            "saml.logout-off", "The portal does not sign out together with its provider.",
            advice: "Set supportsLogoutRequest, and give the portal metadata with a SingleLogoutService.",
            evidence: .documented(
                "developers.arcgis.com/rest/users-groups-and-items/idp: supportsLogoutRequest decides; the page is inferred"
            ))
        static let logoutUnreadable = Rule(
            "saml.logout-unreadable", "This is no readable LogoutRequest and no LogoutResponse.",
            advice: "Send SAMLRequest or SAMLResponse: in a form in base64, in a query deflated first.",
            evidence: .inferred(logout))
        static let logoutSignature = Rule(
            "saml.logout-signature", "The message to sign out is not signed with the provider's key.",
            advice: "Have the provider sign it; what anybody could send signs nobody out.",
            evidence: .inferred(logout))
        static let logoutUnasked = Rule(
            "saml.logout-unasked", "The response answers no request to sign out, or one that was answered already.",
            advice: "Start again at oauth2/signout.",
            evidence: .documented(
                "docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf section 3.2.2: InResponseTo; the page is inferred"
            ))
        static let unsignedRequest = Rule(
            "idp.unsigned-request",
            "The identity provider wants the portal's request signed, with the key that it knows.",
            advice: "Turn supportSignedRequest on, and give the provider the portal's metadata of now.",
            evidence: .documented("docs/reference/enterprise-logins.md#the-portal-as-a-service-provider, 1.12"))
        static let unsignedLogout = Rule(
            "idp.unsigned-logout", "The identity provider wants the request to sign out signed, by SHA-256.",
            advice: "Turn supportSignedRequest and useSHA256 on in the portal.",
            evidence: .documented("docs/reference/enterprise-logins.md#the-portal-as-a-service-provider, 1.10"))
        static let unregistrable = Rule(
            "saml.unregistrable", "The identity provider cannot be registered with what is given.",
            advice: "Post the provider's metadata as idpMetadataFile, or entityId, bindingUrl and certificate.",
            evidence: .captured("docs/reference/enterprise-logins.md#pages-and-registration"))
        static let invitationOnly = Rule(
            "saml.invitation-only", "No member has that name, and the portal does not add new members automatically.",
            advice: "Invite the user; the NameID must match the user name, including its case.",
            evidence: .documented("support.esri.com/en/Technical-Article/000017180 and /000020914"))
        static let oidcCode = Rule(
            "oidc.code", "The provider's code is unknown, already used, expired, or for another sign-in.",
            advice: "Start again at oauth2/authorize.",
            evidence: .documented(
                "OpenID Connect Core 1.0 section 3.1.3.4; RFC 6749 section 5.2; the answer is inferred"))
        static let badGrant = Rule(
            "idp.bad-grant",
            "The code is unknown or already used, or the client, redirect_uri or verifier does not match.",
            advice: "Start again at oidc/authorize.", evidence: .documented("RFC 6749 section 5.2"))
        static let providerDown = Rule(
            "idp.down", "The identity provider does not answer.", advice: "Try again later.",
            evidence: .inferred("a fault of the scenario"))
        static let badRequest = Rule(
            "idp.bad-request", "The identity provider cannot read the request, or does not know who sent it.",
            advice: "Register the portal's metadata with the provider.",
            evidence: .inferred("a limit of this double: the identity provider is its own"))
        static let wrongCredentials = Rule(
            "idp.wrong-credentials", "The identity provider has no user with that name and password.",
            advice: "Enterprise users sign in here, built-in users at the portal.",
            evidence: .inferred("a limit of this double: the identity provider is its own"))

        private static let processing =
            "docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf section 4.1.4.3; what the portal's page says is inferred"
    }

    static let rules: [Rule] = [
        Rules.unreadable, Rules.signature, Rules.certificateExpired, Rules.status, Rules.issuer, Rules.audience,
        Rules.recipient, Rules.notYet, Rules.expired, Rules.unasked, Rules.replayed, Rules.nameCase, Rules.nameTaken,
        Rules.unencrypted, Rules.encrypted, Rules.noProfile,
        Rules.providerMissing, Rules.invitationOnly, Rules.logoutOff, Rules.logoutUnreadable, Rules.logoutSignature,
        Rules.logoutUnasked, Rules.unregistrable, Rules.unsignedRequest, Rules.unsignedLogout,
        Rules.oidcCode, Rules.badGrant, Rules.providerDown, Rules.badRequest, Rules.wrongCredentials,
    ]
}
