// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension OAuth {
    enum ErrorBodies {
        static let invalidClientID = ErrorBody(
            "oauth.invalid-client-id", 400, "Invalid client_id", envelope: .oauth("invalid_client_id"),
            evidence: .captured("Esri/arcgis-rest-js tests"))
        static let invalidClientSecret = ErrorBody(
            "oauth.invalid-client-secret", 400, "Invalid client_secret", envelope: .oauth("invalid_request"),
            evidence: .captured("Esri/arcgis-rest-js ApplicationCredentialsManager tests"))
        static let refreshExpired = ErrorBody(
            "oauth.refresh-expired", 498, "refresh_token expired", envelope: .oauth("invalid_request"),
            evidence: .captured("Esri/arcgis-rest-js mocks"))
        static let refreshInvalidated = ErrorBody(
            "oauth.refresh-invalidated", 498, "invalidated refresh_token", envelope: .oauth("invalid_request"),
            evidence: .captured("Gleipnir-Technology/arcgis-go error.go"))
        static let refreshInvalid = ErrorBody(
            "oauth.refresh-invalid", 400, "Invalid refresh_token", envelope: .oauth("invalid_request"),
            evidence: .reported("Esri/arcgis-rest-js request tests"))
        static let redirectMissing = ErrorBody(
            "oauth.redirect-missing", 400, "redirect_uri not specified", details: .none,
            envelope: .oauth("invalid_request"),
            evidence: .captured("Esri/arcgis-rest-js#1290 (whole, without details); Esri/arcgis-rest-js#1006"))
        static let redirectInvalid = ErrorBody(
            "oauth.redirect-invalid", 400, "Invalid redirect_uri", envelope: .oauth("invalid_request"),
            evidence: .captured("Esri/arcgis-rest-js#995; Esri/landscape-modeler-js#22"))
        static let codeInvalid = ErrorBody(
            "oauth.code-invalid", 400, "Invalid code", envelope: .oauth("invalid_request"),
            evidence: .inferred("as the other values; never shown"))
        static let verifierInvalid = ErrorBody(
            "oauth.verifier-invalid", 400, "Invalid code_verifier", envelope: .oauth("invalid_request"),
            evidence: .inferred("as the other values; never shown"))
        static let clientMissing = ErrorBody(
            "oauth.client-missing", 400, "client_id not specified", envelope: .oauth("invalid_request"),
            evidence: .inferred("as redirect_uri not specified; never shown"))
        static let unsupportedGrant = ErrorBody(
            "oauth.unsupported-grant", 400, "Invalid grant_type", envelope: .oauth("unsupported_grant_type"),
            evidence: .inferred("no source shows the portal's words"))
        static let passwordNotReset = ErrorBody(
            "oauth.password-not-reset", 400, "Unable to reset the password.",
            evidence: .inferred("no body was ever shown"))
        static let invalidRequest = ErrorBody(
            "oauth.invalid-request", 400, "Invalid request", messageCode: "GWM_0007",
            evidence: .captured("Esri/arcgis-rest-js validate-app-access"))

        /// The text in the sign-in page's `messages`, where clients look for it.
        static let wrongCredentials = "Invalid username or password."
        static let tooManyAttempts = "Too many invalid attempts. Please try again later."
        static let denied = "The user has denied your request"
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.invalidClientID, ErrorBodies.invalidClientSecret, ErrorBodies.refreshExpired,
        ErrorBodies.refreshInvalidated,
        ErrorBodies.refreshInvalid, ErrorBodies.redirectMissing, ErrorBodies.redirectInvalid, ErrorBodies.codeInvalid,
        ErrorBodies.verifierInvalid,
        ErrorBodies.clientMissing, ErrorBodies.unsupportedGrant, ErrorBodies.invalidRequest,
        ErrorBodies.passwordNotReset,
    ]
}
