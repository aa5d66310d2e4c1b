// SPDX-License-Identifier: Apache-2.0

import Facts

extension EnterpriseLogin {
    static let routes: [Route] =
        [
            Route(
                .portal, "sharing/rest/portals/{id}/sp/metadata", .sharing,
                "The portal's metadata for the identity provider. Requires a token.",
                evidence: .documented("Esri/idp, the guide for ADFS"), handler: SAMLMetadata.portal),
            Route(
                .portal, "sharing/rest/portals/{id}/sp", .sharing, "The same metadata.",
                evidence: .inferred("general knowledge; never shown"), handler: SAMLMetadata.portal),
            settings("idp", "The SAML identity provider, for administrators.", LoginSettings.identityProvider),
            settings("idp/register", "Registers a SAML identity provider.", ProviderRegistration.register),
            settings("idp/federation/register", "Registers a federation.", ProviderRegistration.registerFederation),
            settings(
                "idp/{idp}/register", "Registers a provider too: a client's unregister posts there by mistake.",
                ProviderRegistration.register),
            settings("idp/{idp}/update", "Changes the SAML identity provider.", ProviderRegistration.update),
            settings("idp/{idp}/unregister", "Ends a registration.", ProviderRegistration.unregister),
            settings("idp/{idp}", "The SAML identity provider by its id.", LoginSettings.identityProvider),
            settings("oidc/register", "Registers an OpenID Connect provider.", OIDCRegistration.register),
            settings("oidc/{idp}/update", "Changes the OpenID Connect provider.", OIDCRegistration.update),
            settings("oidc/{idp}/unregister", "Ends its registration.", OIDCRegistration.unregister),
            settings("oidc", "The OpenID Connect provider, for administrators.", LoginSettings.openIDConnect),
            Route(
                .idp, "metadata", .idp, "The built-in identity provider's metadata.",
                evidence: .inferred("a limit of this double: the identity provider is its own, as ADFS has it"),
                handler: IdentityProvider.metadata),
            Route(
                .idp, "sso", .idp, "Its sign-in form and its signed responses.",
                evidence: .reported("DOI-BLM/requests-arcgis-auth: the form is called hiddenform"),
                handler: IdentityProvider.sso),
            Route(
                .idp, ".well-known/openid-configuration", .idp, "OpenID Connect discovery.",
                evidence: .documented("OpenID Connect Discovery 1.0"), handler: OIDCProvider.discovery),
            Route(
                .idp, "oidc/authorize", .idp, "Its sign-in form and its codes.",
                evidence: .documented("OpenID Connect Core 1.0"), handler: OIDCProvider.authorize),
            Route(
                .idp, "oidc/token", .idp, "ID tokens, signed with RS256.",
                evidence: .documented("OpenID Connect Core 1.0"), handler: OIDCProvider.token),
            Route(
                .idp, "oidc/jwks", .idp, "The key that verifies them.",
                evidence: .documented("OpenID Connect Core 1.0; RFC 7517"), handler: OIDCProvider.keys),
            Route(
                .idp, "logout", .idp, "Its sign-out page, and its answers to requests to sign out.",
                evidence: .inferred("a limit of this double: the identity provider is its own, as ADFS has it"),
                handler: IdentityProvider.logout),
            Route(
                .idp, "initiated", .idp, "A sign-in that begins here: loginToRp is a portal's entity id.",
                evidence: .inferred(
                    "a limit of this double: the identity provider is its own, as ADFS has idpinitiatedsignon"),
                handler: IdentityProvider.initiated),
        ]
        + ["sharing/rest/oauth2", "sharing/oauth2"].flatMap { path in
            [
                Route(
                    .portal, "\(path)/signout", .oauth2, "Ends the browser's session.",
                    evidence: .reported("Esri/ago-assistant dojo.js (JS API 3.x) signs out there"),
                    handler: SignOut.answer),
                Route(
                    .portal, "\(path)/saml/authorize", .oauth2, "Redirects the browser to the identity provider.",
                    evidence: .reported("DOI-BLM/requests-arcgis-auth; headless clients"),
                    handler: SAMLAuthorize.answer),
                Route(
                    .portal, "\(path)/oidc/{idp}/authorize", .oauth2,
                    "Redirects the browser to the OpenID Connect provider.",
                    evidence: .inferred("as signin, whose path was captured"), handler: OIDCLogin.authorize),
                Route(
                    .portal, "\(path)/oidc/{idp}/signin", .oauth2, "Receives the OpenID Connect provider's code.",
                    evidence: .captured("docs/reference/enterprise-logins.md#openid-connect, 4.1"),
                    handler: OIDCLogin.signIn),
                Route(
                    .portal, "\(path)/oidc/{idp}/signout", .oauth2,
                    "Where the OpenID Connect provider sends the browser after it signed out.",
                    evidence: .captured("docs/reference/enterprise-logins.md#openid-connect, 4.1"),
                    handler: SignOut.answer),
                Route(
                    .portal, "\(path)/saml/signin", .oauth2, "Receives the identity provider's response.",
                    evidence: .documented("Esri/idp, the guide for SimpleSAMLphp"), handler: SAMLSignIn.answer),
                Route(
                    .portal, "\(path)/saml/signin2", .oauth2,
                    "Receives a response that the identity provider sends unasked.",
                    evidence: .documented("docs/reference/enterprise-logins.md#pages-and-registration"),
                    handler: SAMLSignIn.answer),
                Route(
                    .portal, "\(path)/saml/signout", .oauth2,
                    "Receives the identity provider's requests to sign out, and its answers.",
                    evidence: .inferred("SAML profiles 4.4; as oidc/{idp}/signout, whose path was captured"),
                    handler: SAMLSignOut.answer),
            ]
        }

    private static func settings(_ path: String, _ summary: String, _ handler: @escaping Route.Handler) -> Route {
        Route(
            .portal, "sharing/rest/portals/{id}/\(path)", .sharing, summary,
            evidence: .documented("docs/reference/enterprise-logins.md#the-configuration-api"), handler: handler)
    }
}
