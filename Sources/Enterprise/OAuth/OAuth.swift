import Facts

/// The slice of OAuth 2.0: so far the grant that apps use for themselves.
enum OAuth {
    static let routes: [Route] = [
        Route(
            .portal, "sharing/rest/oauth2/token", .oauth2, "A token for an app: grant_type=client_credentials.",
            evidence: .documented("developers.arcgis.com token"), handler: TokenEndpoint.answer),
        Route(
            .portal, "sharing/oauth2/token", .oauth2, "The same without rest.",
            evidence: .reported("ArcGIS API for Python signs in below sharing/oauth2"),
            handler: TokenEndpoint.answer),
        Route(
            .portal, "sharing/rest/oauth2/validateAppAccess", .oauth2, "Whether a member may use an app.",
            evidence: .documented("Esri/arcgis-rest-js validate-app-access"), handler: ValidateAppAccess.answer),
        Route(
            .portal, "sharing/rest/oauth2/revokeToken", .oauth2, "Ends one token (auth_token).",
            evidence: .documented("Esri/arcgis-rest-js revoke-token"), handler: RevokeToken.answer),
        Route(
            .portal, "sharing/oauth2/revokeToken", .oauth2, "The same without rest.",
            evidence: .inferred("as sharing/rest/oauth2"), handler: RevokeToken.answer),
    ]

    enum Said {
        static let invalidClientID = Words(
            "oauth.invalid-client-id", 400, "Invalid client_id", envelope: .oauth("invalid_client_id"),
            evidence: .captured("Esri/arcgis-rest-js tests"))
        static let invalidClientSecret = Words(
            "oauth.invalid-client-secret", 400, "Invalid client_secret", envelope: .oauth("invalid_request"),
            evidence: .captured("Esri/arcgis-rest-js ApplicationCredentialsManager tests"))
        static let invalidRequest = Words(
            "oauth.invalid-request", 400, "Invalid request", messageCode: "GWM_0007",
            evidence: .captured("Esri/arcgis-rest-js validate-app-access"))
        static let unsupportedGrant = Words(
            "oauth.unsupported-grant", 400, "Invalid grant_type", envelope: .oauth("unsupported_grant_type"),
            evidence: .inferred("no source shows the portal's words"))
    }

    static let words: [Words] = [
        Said.invalidClientID, Said.invalidClientSecret, Said.invalidRequest, Said.unsupportedGrant,
    ]

    enum Rules {
        static let unknownClient = Rule(
            "oauth.unknown-client", "No app of this portal has that client id.",
            advice: "Register the app, or use the client id of this portal's app.",
            evidence: .captured("Esri/arcgis-rest-js tests"))
        static let wrongSecret = Rule(
            "oauth.wrong-secret", "The app has another secret.", advice: "Use the secret shown with the app.",
            evidence: .captured("Esri/arcgis-rest-js ApplicationCredentialsManager tests"))
        static let unsupportedGrant = Rule(
            "oauth.unsupported-grant", "The grant is none that this double answers yet.",
            advice: "grant_type=client_credentials is answered; the browser's grants are not yet.",
            evidence: .inferred("a limit of this double, not of the portal"))
    }

    static let rules: [Rule] = [Rules.unknownClient, Rules.wrongSecret, Rules.unsupportedGrant]
}
