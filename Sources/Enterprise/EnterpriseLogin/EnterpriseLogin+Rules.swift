// SPDX-License-Identifier: Apache-2.0

import Facts

extension EnterpriseLogin {
    enum Rules {
        private static let profile = "SAML profiles 4.1.4.3; what the portal's page says is inferred"

        static let unreadable = Rule(
            "saml.unreadable", "The response is no SAML response that can be read.",
            advice: "Post SAMLResponse as the provider's page has it, base64.", evidence: .inferred(profile))
        static let signature = Rule(
            "saml.signature", "The response is not signed, or not by the key that the portal knows of its provider.",
            advice: "If the provider has a new certificate, give it to the portal.", evidence: .inferred(profile))
        static let certificateExpired = Rule(
            "saml.certificate-expired", "The certificate that the portal knows of its provider has expired.",
            advice: "Give the portal the provider's new certificate.", evidence: .inferred(profile))
        static let status = Rule(
            "saml.status", "The provider says that the sign-in failed.", advice: "Look into the provider's log.",
            evidence: .inferred(profile))
        static let issuer = Rule(
            "saml.issuer", "The response is of another provider than the portal's.",
            advice: "Compare the entity id in the portal's settings.", evidence: .inferred(profile))
        static let audience = Rule(
            "saml.audience", "The response is meant for another service provider.",
            advice: "Compare the identifier that the provider knows with the portal's entity id.",
            evidence: .inferred(profile))
        static let recipient = Rule(
            "saml.recipient", "The response is addressed to another URL.",
            advice: "Compare the reply URL that the provider knows with the portal's.", evidence: .inferred(profile))
        static let notYet = Rule(
            "saml.not-yet", "The response is of the future.", advice: "Set the clocks.", evidence: .inferred(profile))
        static let expired = Rule(
            "saml.expired", "The response's time is over.", advice: "Set the clocks, or sign in again.",
            evidence: .inferred(profile))
        static let unasked = Rule(
            "saml.unasked", "The response answers another request than this sign-in's.",
            advice: "Begin again at oauth2/authorize.", evidence: .inferred(profile))
        static let replayed = Rule(
            "saml.replayed", "The response was used before.", advice: "Sign in again.", evidence: .inferred(profile))
        static let invitationOnly = Rule(
            "saml.invitation-only", "Nobody of that name is a member, and the portal takes no new ones.",
            advice: "Invite the user; the NameID must be the user name in its very case.",
            evidence: .documented("support.esri.com/en/Technical-Article/000017180 and /000020914"))
        static let oidcCode = Rule(
            "oidc.code", "The provider's code is unknown, used, too old, or for another sign-in.",
            advice: "Begin again at oauth2/authorize.",
            evidence: .inferred("OpenID Connect Core 3.1.3; no body was shown"))
        static let badGrant = Rule(
            "idp.bad-grant", "The code is unknown, was used, or came with another client, redirect_uri or verifier.",
            advice: "Begin again at oidc/authorize.", evidence: .documented("RFC 6749 section 5.2"))
        static let providerDown = Rule(
            "idp.down", "The identity provider does not answer.", advice: "Try again later.",
            evidence: .inferred("a fault of the scenario"))
        static let badRequest = Rule(
            "idp.bad-request", "The identity provider cannot read the request, or does not know who sent it.",
            advice: "Register the portal's metadata with the provider.", evidence: .inferred("as ADFS"))
        static let wrongCredentials = Rule(
            "idp.wrong-credentials", "The identity provider has no such user with that password.",
            advice: "Enterprise users sign in here, built-in ones at the portal.", evidence: .inferred("as ADFS"))
    }

    static let rules: [Rule] = [
        Rules.unreadable, Rules.signature, Rules.certificateExpired, Rules.status, Rules.issuer, Rules.audience,
        Rules.recipient, Rules.notYet, Rules.expired, Rules.unasked, Rules.replayed, Rules.invitationOnly,
        Rules.oidcCode, Rules.badGrant, Rules.providerDown, Rules.badRequest, Rules.wrongCredentials,
    ]
}
