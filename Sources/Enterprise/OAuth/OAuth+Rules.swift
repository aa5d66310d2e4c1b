// SPDX-License-Identifier: Apache-2.0

import Facts

extension OAuth {
    enum Rules {
        static let unknownClient = Rule(
            "oauth.unknown-client", "No app of this portal has that client id.",
            advice: "Register the app, or use the client id of an app of this portal.",
            clients: "ArcGIS API for Python tries arcgisonline when the page says Error: Invalid client_id.",
            evidence: .captured("Esri/arcgis-rest-js tests"))
        static let clientMissing = Rule(
            "oauth.client-missing", "The request has no client_id.", advice: "Send client_id.",
            evidence: .documented("RFC 6749 sections 4.1.1 and 4.1.3; what the answer says is inferred"))
        static let wrongSecret = Rule(
            "oauth.wrong-secret", "The client secret is wrong.", advice: "Use the secret shown with the app.",
            clients: "authlib and requests-oauthlib raise with the whole error object as text.",
            evidence: .captured("Esri/arcgis-rest-js ApplicationCredentialsManager tests"))
        static let unsupportedGrant = Rule(
            "oauth.unsupported-grant", "The portal does not support that grant type.",
            advice:
                "authorization_code, refresh_token, exchange_refresh_token, client_credentials or suspend_session; there is no password grant.",
            evidence: .documented(
                "developers.arcgis.com/rest/users-groups-and-items/token; the refusal's words are inferred"))
        static let redirectMissing = Rule(
            "oauth.redirect-missing", "redirect_uri is required and missing.",
            advice: "Send the redirect_uri that was sent to authorize.",
            evidence: .captured("Esri/arcgis-rest-js#1006"))
        static let redirectUnregistered = Rule(
            "oauth.redirect-unregistered", "The app has not registered that redirect_uri.",
            advice: "Register it or a prefix of it; scheme, host and port must be the same.",
            clients: "ArcGIS API for Python tries its next redirect_uri.",
            evidence: .captured("Esri/esri-leaflet#720; Esri/ago-assistant#252; how it is compared is inferred"))
        static let otherRedirect = Rule(
            "oauth.other-redirect", "The code or refresh token was requested with a different redirect_uri.",
            advice: "Send exactly the same one, including its query.", evidence: .captured("Esri/arcgis-rest-js#995"))
        static let responseType = Rule(
            "oauth.response-type", "response_type is neither code nor token.", advice: "Send response_type=code.",
            evidence: .documented(
                "developers.arcgis.com/rest/users-groups-and-items/authorize; what the page says is inferred"))
        static let challengeMethod = Rule(
            "oauth.challenge-method", "code_challenge_method is neither S256 nor plain.", advice: "Send S256.",
            evidence: .documented(
                "developers.arcgis.com/rest/users-groups-and-items/authorize; what the page says is inferred"))
        static let signInUnknown = Rule(
            "oauth.sign-in-unknown", "The sign-in was not started here, is already complete, or took too long.",
            advice: "Start again at oauth2/authorize.",
            evidence: .captured("Esri/arcgis-maps-sdk-dotnet-samples#218: Invalid request"))
        static let denied = Rule(
            "oauth.denied", "The user pressed Cancel.", advice: "Ask again, or continue without access.",
            clients: "arcgis-rest-js: ArcGISAccessDeniedError.",
            evidence: .reported("Esri/arcgis-rest-js; Esri/ago-assistant dojo.js (JS API 3.x)"))
        static let builtInOff = Rule(
            "oauth.built-in-off", "The organization has turned off built-in logins.",
            advice: "Sign in through the identity provider; generateToken still accepts built-in users.",
            evidence: .captured("Esri/arcgis-python-api#1597"))
        static let secondFactor = Rule(
            "oauth.second-factor", "The code of the second factor is wrong.",
            advice:
                "Send mfa_code: the code of the member's totpSecret by the deployment's clock, or 123456 without one.",
            evidence: .reported("pypi.org/project/arcgis/2.4.4; what the page says is inferred"))
        static let passwordNotReset = Rule(
            "oauth.password-not-reset", "The old password is wrong, or the new one is not given twice.",
            advice: "Send password, newPassword and newPassword2.",
            evidence: .inferred("no body was ever shown"))
        static let codeInvalid = Rule(
            "oauth.code-invalid", "The code is unknown, belongs to another app, or was already used.",
            advice: "A code can be used once; start again at oauth2/authorize.",
            evidence: .documented("RFC 6749 sections 4.1.2 and 5.2; what the answer says is inferred"))
        static let codeExpired = Rule(
            "oauth.code-expired", "The code has expired.", advice: "Exchange it immediately.",
            evidence: .documented("RFC 6749 section 4.1.2: ten minutes are recommended; the portal's are inferred"))
        static let verifier = Rule(
            "oauth.verifier", "code_verifier is missing or does not match the code's challenge.",
            advice: "Send the verifier from which the challenge was computed (RFC 7636).",
            evidence: .documented("RFC 7636 section 4.6; what the answer says is inferred"))
        static let refreshUnknown = Rule(
            "oauth.refresh-unknown", "The refresh token is unknown or belongs to another app.",
            advice: "Sign in again.",
            evidence: .reported("Esri/arcgis-rest-js request tests"))
        static let refreshExpired = Rule(
            "oauth.refresh-expired", "The refresh token has expired.",
            advice: "Sign in again, or exchange it before it expires.",
            clients: "arcgis-rest-js: ArcGISTokenRequestError REFRESH_TOKEN_EXPIRED.",
            evidence: .captured("Esri/arcgis-rest-js mocks; DOI-BLM/requests-arcgis-auth#12"))
        static let refreshInvalidated = Rule(
            "oauth.refresh-invalidated",
            "The refresh token was exchanged or revoked, or its user's password has changed.",
            advice: "Use the token returned by the exchange.",
            evidence: .captured("Gleipnir-Technology/arcgis-go error.go"))
        static let notAdministrator = Rule(
            "oauth.not-administrator", "Only the organization's administrators may see and register apps here.",
            advice: "Use an administrator's token.",
            evidence: .documented(
                "developers.arcgis.com/rest/users-groups-and-items/register-app: the item's owner only"))
    }

    static let rules: [Rule] = [
        Rules.unknownClient, Rules.clientMissing, Rules.wrongSecret, Rules.unsupportedGrant, Rules.redirectMissing,
        Rules.redirectUnregistered, Rules.otherRedirect, Rules.responseType, Rules.challengeMethod,
        Rules.signInUnknown, Rules.secondFactor, Rules.passwordNotReset, Rules.denied, Rules.builtInOff,
        Rules.codeInvalid, Rules.codeExpired, Rules.verifier,
        Rules.refreshUnknown, Rules.refreshExpired, Rules.refreshInvalidated, Rules.notAdministrator,
    ]
}
