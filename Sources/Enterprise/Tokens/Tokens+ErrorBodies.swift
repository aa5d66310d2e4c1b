// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The bodies of the token doors and of refused tokens, with their evidence.
extension Tokens {
    enum ErrorBodies {
        /// The body has exactly 104 bytes (captured content-length).
        static let invalidCredentials = ErrorBody(
            "portal.generate-token.invalid-credentials", 400, "Unable to generate token.",
            details: .list(["Invalid username or password."]),
            evidence: .captured("\(Behavior.thread); Esri/arcgis-maps-sdk-kotlin-toolkit recordings"))
        static let missingParameters = ErrorBody(
            "portal.generate-token.missing-parameters", 400, "Unable to generate token.",
            evidence: .captured("docs/reference/sources.md#web-appbuilder; Esri/developer-support#345"))
        static let usernameMissing = "'username' must be specified."
        static let passwordMissing = "'password' must be specified."
        static let refererMissing = "'referer' must be specified."
        /// Seen only in a clone of the portal.
        static let ipMissing = "'ip' must be specified."
        static let noTokenToExchange = ErrorBody(
            "portal.generate-token.no-token-to-exchange", 400, "Unable to generate token.",
            details: .list(["Unable to get 'token' from the request or cookie, for server token."]),
            evidence: .captured("Esri/arcgis-rest-js#161"))
        static let queryCredentials = ErrorBody(
            "portal.generate-token.query-credentials", 400, "Unable to generate token.",
            details: .list(["POST request should not contain username and password in the query string"]),
            evidence: .captured("Esri/resource-proxy#534 (the sentence; the envelope is inferred)"))
        static let notFederated = ErrorBody(
            "portal.generate-token.not-federated", 400, "Unable to generate token",
            details: .list(["Unable to generate token for this server"]),
            evidence: .captured("Esri/resource-proxy#377 (2016, whole; neither text has a full stop)"))
        static let methodNotSupported = ErrorBody(
            "portal.method-not-supported", 405, "Method not supported.", messageCode: "GWM_0005",
            evidence: .captured("docs/reference/sources.md#web-appbuilder (Portal 10.3)"))
        static let httpsOnly = ErrorBody(
            "portal.https-only", 403, "The call is only allowed over HTTPS.",
            evidence: .inferred("the sentence is documented (generate-token), no body was ever shown"))
        static let portalInvalidToken = ErrorBody(
            "portal.invalid-token", 498, "Invalid token.",
            evidence: .captured("Esri/arcgis-rest-js fixtures; DOI-BLM/requests-arcgis-auth"))
        static let portalInvalidToken400 = ErrorBody(
            "portal.invalid-token-400", 400, "Invalid token",
            evidence: .captured("Gleipnir-Technology/arcgis-go error.go: some endpoints of ArcGIS Online"))
        static let portalTokenRequired = ErrorBody(
            "portal.token-required", 499, "Token Required.",
            evidence: .inferred("as portaladmin's 499 (Esri/arcgis-powershell-dsc); sharing/rest was never shown"))

        /// `details` is a bare string.
        static let serverInvalidCredentials = ErrorBody(
            "server.generate-token.invalid-credentials", 401, "You are not authorized to access this information",
            details: .text("Invalid credentials"),
            evidence: .captured("docs/reference/server-tokens.md#issuing-tokens, of 2025"))
        static let storeUnreachable = ErrorBody(
            "server.generate-token.store-unreachable", 500,
            "Could not connect to the identity store as one or more of the connection parameters is incorrect. Verify that you can connect to the identity store outside of ArcGIS Server using the same parameters. [LDAP: error code 49 - Invalid Credentials]",
            evidence: .captured(
                "DOI-BLM/requests-arcgis-auth#34 (the sentence up to the bracket; number and envelope are inferred)"))
        static let serverLongWithoutClient = ErrorBody(
            "server.generate-token.long-without-client", 400, "Failed to generate a token for the user.",
            details: .list(["Client ID is required for long expiration tokens."]),
            evidence: .captured("Esri/resource-proxy#432 (the strings; the envelope is inferred)"))
        static let serverMethodNotSupported = ErrorBody(
            "server.generate-token.method-not-supported", 405, "Method not supported.",
            evidence: .inferred("GET is documented as off by default; no body was ever shown"))
        static let serverQueryCredentials = ErrorBody(
            "server.generate-token.query-credentials", 400, "Failed to generate a token for the user.",
            details: .list(["Credentials in the query string of a POST are not allowed."]),
            evidence: .inferred("documented as off by default; no body was ever shown"))
        static let adminInvalidCredentials = ErrorBody(
            "admin.generate-token.invalid-credentials", 401, "Invalid username or password.", envelope: .status,
            evidence: .inferred("the portal's words in the directory's envelope; never shown"))

        static let serverInvalidToken = ErrorBody(
            "server.invalid-token", 498, "Invalid Token",
            evidence: .captured("\(Behavior.thread); Esri/resource-proxy#208"))
        /// The text of scene layers, and of `portaladmin` of 11.1.
        static let longInvalidToken = ErrorBody(
            "server.invalid-token-long", 498, "Invalid Token.",
            details: .list([
                "Token would have expired, regenerate token and send the request again.",
                "If the token is generated based on the referrer make sure the referrer information is available with every request in header.",
            ]),
            evidence: .captured(
                "Esri/arcgis-powershell-dsc#464 (portaladmin 11.1); a scene layer in CesiumGS/cesium"))
        static let unauthorizedAccess = ErrorBody(
            "server.unauthorized-access", 499, "Unauthorized access",
            evidence: .reported("davetimmins/ArcGIS.PCL tests (the text; number and details are inferred)"))
        static let serverTokenRequired = ErrorBody(
            "server.token-required", 499, "Token Required",
            evidence: .captured("CartoDB/cartodb#6829; koopjs/FeatureServer"))
        static let onlineInvalidToken = ErrorBody(
            "online.invalid-token", 498, "Invalid token.", details: .list(["Invalid token."]),
            evidence: .captured("Esri/ArcREST#266"))
        static let onlineTokenRequired = ErrorBody(
            "online.token-required", 499, "Token Required", details: .list(["Token Required"]),
            messageCode: "GWM_0003", isMessageCodeLast: true,
            evidence: .captured("Esri/arcgis-rest-js mocks; koopjs/koop"))
        static let subscriptionTokenRequired = ErrorBody(
            "online.token-required-subscription", 499, "Token Required", details: .list(["Token Required"]),
            messageCode: "SB_0005", isMessageCodeLast: true,
            evidence: .captured("Esri/esri-leaflet-doc#287 (2020; also of a disabled organization)"))
        static let basemapTokenRequired = ErrorBody(
            "online.token-required-basemap", 499, "Token Required.", details: .none,
            evidence: .captured("docs/reference/refusals.md#bodies, of the basemaps of ArcGIS Online"))
        static let serverForbidden = ErrorBody(
            "server.forbidden", 403, "User does not have permissions to access '‹›'.", subcode: 2,
            evidence: .captured("Esri/resource-proxy#500; docs/reference/refusals.md#bodies: three independent files"))
        static let onlineForbidden = ErrorBody(
            "online.forbidden", 403, "User does not have permissions to access this service (‹›).",
            details: .list(["User does not have permissions to access this service (‹›)."]),
            evidence: .captured("docs/reference/refusals.md#bodies: a hosted service, in message and details"))
        static let portalForbidden = ErrorBody(
            "portal.forbidden", 403, "You do not have permissions to access this resource or perform this operation.",
            messageCode: "GWM_0003", evidence: .captured("DOI-BLM/requests-arcgis-auth; Esri/arcgis-rest-js"))
    }

    /// All bodies of this slice, for the fidelity page and the mutation test.
    static let errorBodies: [ErrorBody] = [
        ErrorBodies.invalidCredentials, ErrorBodies.missingParameters, ErrorBodies.noTokenToExchange,
        ErrorBodies.queryCredentials,
        ErrorBodies.notFederated, ErrorBodies.methodNotSupported, ErrorBodies.httpsOnly, ErrorBodies.portalInvalidToken,
        ErrorBodies.portalInvalidToken400,
        ErrorBodies.portalTokenRequired, ErrorBodies.serverInvalidCredentials, ErrorBodies.serverLongWithoutClient,
        ErrorBodies.storeUnreachable,
        ErrorBodies.serverMethodNotSupported, ErrorBodies.serverQueryCredentials, ErrorBodies.adminInvalidCredentials,
        ErrorBodies.serverInvalidToken, ErrorBodies.longInvalidToken, ErrorBodies.unauthorizedAccess,
        ErrorBodies.subscriptionTokenRequired, ErrorBodies.basemapTokenRequired,
        ErrorBodies.serverTokenRequired, ErrorBodies.onlineInvalidToken, ErrorBodies.onlineTokenRequired,
        ErrorBodies.serverForbidden, ErrorBodies.onlineForbidden,
        ErrorBodies.portalForbidden,
    ]
}
