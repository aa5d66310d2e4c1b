// SPDX-License-Identifier: Apache-2.0

import Facts

/// The rules of the token doors and the token filter, which `mock-portal explain` prints.
extension Tokens {
    enum Rules {
        static let storeUnreachable = Rule(
            "server-token.store-unreachable", "The server cannot reach the directory that has its users.",
            advice: "Check the connection parameters of the identity store; no credentials help.",
            evidence: .captured("DOI-BLM/requests-arcgis-auth#34"))
        static let otherAddressOfSite = Rule(
            "token.other-address-of-site",
            "The token was issued to an app at the machine's own address, past the authentication of the web adaptor.",
            advice: "Use it at the address where it was issued.", evidence: .captured("Esri/resource-proxy#310"))
        static let missingParameter = Rule(
            "generate-token.missing-parameter", "A parameter that generateToken requires is missing.",
            advice: "Send username, password and, unless client is ip or requestip, referer.",
            evidence: .captured("docs/reference/sources.md#web-appbuilder; Esri/developer-support#345"))
        static let queryCredentials = Rule(
            "generate-token.query-credentials", "The user name and password are in the query string.",
            advice: "Send them in the body of a POST.", evidence: .captured("Esri/resource-proxy#534"))
        static let method = Rule(
            "generate-token.method", "This path does not accept that method.",
            advice: "Use POST, or GET on sharing/generateToken (without rest) to exchange a token.",
            evidence: .captured("docs/reference/sources.md#web-appbuilder (Portal 10.3)"))
        static let noForm = Rule(
            "generate-token.no-form", "This portal has no form for requesting tokens.",
            advice: "Use POST with f=json, or sign in by OAuth in a browser.",
            evidence: .captured("geolens-io/geolens#1746: the form no longer renders; what comes instead is inferred"))
        static let plainHTTP = Rule(
            "generate-token.plain-http", "The portal issues tokens over HTTPS only.",
            advice: "Use https.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/generate-token"))
        static let unknownClient = Rule(
            "generate-token.unknown-client", "client is not referer, ip or requestip.",
            advice: "Omit client, or send client=referer with a referer.",
            evidence: .inferred("for systems that refuse it at once"))
        static let noTokenToExchange = Rule(
            "generate-token.no-token-to-exchange", "A server token was requested (serverUrl) without a portal token.",
            advice: "Get a portal token first, then send it as token with serverUrl.",
            evidence: .captured("Esri/arcgis-rest-js#161"))
        static let notFederated = Rule(
            "generate-token.not-federated", "serverUrl does not name a server federated with this portal.",
            advice: "Send the url that portals/self/servers lists, not the adminUrl or an alias of the host.",
            evidence: .captured("Esri/resource-proxy#377; Esri/resource-proxy#320 shows the trouble"))
        static let longWithoutClient = Rule(
            "server-token.long-without-client", "A lifetime beyond the short-lived limit was requested without client.",
            advice: "Send client=referer with a referer, or request at most shortLivedTokenValidity.",
            evidence: .captured("Esri/resource-proxy#432"))
        static let serverPortalUsers = Rule(
            "server-token.portal-users", "The server is federated; its own token service does not know portal users.",
            advice: "Request a token from the portal that rest/info names; this server accepts it.",
            evidence: .captured("\(Behavior.thread): only the primary site administrator gets one"))
        static let serverFederated = Rule(
            "server-token.federated", "The server is federated, and its own token service is closed.",
            advice: "Request a token from the portal that rest/info names.", evidence: .inferred("only under a quirk"))
        static let serverQueryCredentials = Rule(
            "server-token.query-credentials", "The user name and password are in the query string of a POST.",
            advice: "Send them in the body; an administrator can allow the query string (allowHttpPostQueryParams).",
            evidence: .documented("docs/reference/sources.md#tokens-through-get"))
        static let serverMethod = Rule(
            "server-token.method", "GET on the server's token service is off by default.",
            advice: "Use POST; an administrator can turn on GET.",
            evidence: .documented("docs/reference/sources.md#tokens-through-get"))

        static let required = Rule(
            "token.required", "The resource is not public, and the request has no token.",
            advice: "Send token=… or X-Esri-Authorization: Bearer.",
            evidence: .captured("CartoDB/cartodb#6829; koopjs/FeatureServer"))
        static let empty = Rule(
            "token.empty", "token= is present and empty, which counts as an invalid token.",
            advice: "Omit token for public resources.", evidence: .captured("R-ArcGIS/arcgisutils NEWS"))
        static let undecipherable = Rule(
            "token.undecipherable", "No site here issued this token, or its key has changed since.",
            advice: "Get a new token from the token service that rest/info names.",
            evidence: .captured("Esri/resource-proxy#511: \"Could not decrypt token\" in the server's log"))
        static let otherIssuer = Rule(
            "token.other-issuer", "Another site issued this token, and this endpoint does not trust that site.",
            advice: "Get the token from the token service that rest/info of this server names.",
            evidence: .captured("Esri/arcgis-python-api#1058; Esri/ago-assistant#182"))
        static let expired = Rule(
            "token.expired", "The token has expired.",
            advice: "Request a new one before expires, with a margin for clock differences.",
            evidence: .captured("jstuart/puppet-arcgis of 10.5.1; Esri/arcgis-python-api#1558"))
        static let ended = Rule(
            "token.ended",
            "The token was invalidated before it expired: by a new password, a disabled user, or revocation.",
            advice: "Sign in again.",
            evidence: .reported("docs/reference/refusals.md#transport-and-reasons: a changed password ends all tokens")
        )
        static let ipBoundOnService = Rule(
            "token.ip-bound-on-service", "Services here do not accept a portal token bound to an address.",
            advice: "Request it with client=referer, or without client and with a referer.",
            evidence: .inferred("\(Behavior.thread): 498 is captured, that the address did it is not"))
        static let unknownClientOnService = Rule(
            "token.unknown-client-on-service",
            "The token was requested with a client other than referer, ip and requestip; services do not accept it.",
            advice: "Omit client, or send client=referer; to bind to an address, send client=ip and ip.",
            evidence: .captured("\(Behavior.thread): the mistyped client was the cause"))
        static let otherAddress = Rule(
            "token.other-address", "The token is bound to an address other than the request's.",
            advice: "Behind proxies and load balancers, bind to a referer instead.",
            evidence: .documented("docs/reference/sources.md#acquiring-arcgis-tokens"))
        static let otherReferer = Rule(
            "token.other-referer", "The token is bound to a referer other than the request's.",
            advice: "Send the Referer for which the token was requested.",
            evidence: .captured("Esri/arcgis-powershell-dsc#464; Esri/geoservices-js#55"))
        static let refererMissing = Rule(
            "token.referer-missing", "The token is bound to a referer, and the request has no Referer header.",
            advice: "Send the Referer for which the token was requested.",
            evidence: .captured("qgis/QGIS#55067; Esri/arcgis-powershell-dsc#464"))
        static let appOnService = Rule(
            "token.app-on-service", "Services of this release do not accept the token of an app.",
            advice: "Use a user's token.",
            evidence: .inferred("\(Behavior.thread): 498 for an OAuth token whose grant is not shown"))
        static let exchangedAppOnService = Rule(
            "token.exchanged-app-on-service", "Services here do not accept the exchanged token of an app.",
            advice: "Exchange a user's token.", evidence: .captured("Esri/resource-proxy#511"))
        static let siteAdminOnService = Rule(
            "token.site-admin-on-service",
            "The primary site administrator is not a portal user; services of a federated server do not know it.",
            advice: "Use a portal user's token; the site administrator is for /admin.",
            evidence: .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server"))
        static let otherServer = Rule(
            "token.other-server", "The token was exchanged for another server.",
            advice: "Exchange it with this server's url as serverUrl.",
            evidence: .captured("Esri/resource-proxy#320"))
        static let staleKey = Rule(
            "federation.stale-key", "The server no longer has the portal's key and cannot read its tokens.",
            advice: "Federate the server again.",
            evidence: .captured("Esri/resource-proxy#511: \"Could not decrypt token\" in the server's log"))
        static let notShared = Rule(
            "access.not-shared", "The token is valid, but the resource is not shared with its user.",
            advice: "Share the item with the user, a group of theirs, or the organization.",
            evidence: .captured("DOI-BLM/requests-arcgis-auth; Gleipnir-Technology/arcgis-go"))
        static let otherPage = Rule(
            "access.other-page", "The item's proxy answers only the pages that its owner listed.",
            advice: "Send the full URL of a listed page as Referer; its origin alone is not enough.",
            clients: "Browsers send only the origin to other sites unless the page's referrer policy allows more.",
            evidence: .captured("docs/reference/sharing.md#proxied-services-and-disabled-subscriptions"))
    }

    /// All rules of this slice, in the order of `explain`.
    static let rules: [Rule] = [
        Identity.Rules.wrongPassword, Identity.Rules.unknownUser, Identity.Rules.userCase,
        Identity.Rules.enterpriseLogin, Identity.Rules.disabledUser, Identity.Rules.secondFactor,
        Identity.Rules.passwordExpired,
        Identity.Rules.lockedOut,
        Rules.storeUnreachable, Rules.otherAddressOfSite, Rules.missingParameter, Rules.queryCredentials, Rules.method,
        Rules.noForm,
        Rules.plainHTTP,
        Rules.unknownClient,
        Rules.noTokenToExchange, Rules.notFederated, Rules.longWithoutClient, Rules.serverPortalUsers,
        Rules.serverFederated, Identity.Rules.serverWrongCredentials, Identity.Rules.siteAdministratorDisabled,
        Rules.serverMethod,
        Rules.serverQueryCredentials,
        Rules.required, Rules.empty,
        Rules.undecipherable, Rules.otherIssuer, Rules.expired, Rules.ended, Rules.ipBoundOnService,
        Rules.unknownClientOnService, Rules.otherAddress, Rules.otherReferer, Rules.refererMissing,
        Rules.appOnService, Rules.exchangedAppOnService, Rules.siteAdminOnService, Rules.otherServer,
        Rules.staleKey, Rules.notShared, Rules.otherPage,
    ]
}
