// SPDX-License-Identifier: Apache-2.0

import Facts

/// The rules of the token doors and of the token filter; `mock-portal explain` prints them.
extension Tokens {
    enum Rules {
        static let missingParameter = Rule(
            "generate-token.missing-parameter", "A parameter that generateToken needs is not there.",
            advice: "Send username, password and, unless client is ip or requestip, referer.",
            evidence: .captured("docs/reference/sources.md#web-appbuilder; Esri/developer-support#345"))
        static let queryCredentials = Rule(
            "generate-token.query-credentials", "User name and password stand in the query string.",
            advice: "POST them in the body.", evidence: .captured("Esri/resource-proxy#534"))
        static let method = Rule(
            "generate-token.method", "This path does not take that method.",
            advice: "POST; or GET on sharing/generateToken, without rest, for the exchange of a token.",
            evidence: .captured("docs/reference/sources.md#web-appbuilder (Portal 10.3)"))
        static let noForm = Rule(
            "generate-token.no-form", "This portal has no form to ask for tokens with.",
            advice: "POST with f=json, or sign in by OAuth in a browser.",
            evidence: .captured("geolens-io/geolens#1746: the form no longer renders; what comes instead is inferred"))
        static let plainHTTP = Rule(
            "generate-token.plain-http", "The portal hands out tokens over HTTPS only.",
            advice: "Use https.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/generate-token"))
        static let unknownClient = Rule(
            "generate-token.unknown-client", "client is none of referer, ip and requestip.",
            advice: "Leave client out, or write client=referer and give a referer.",
            evidence: .inferred("for systems that refuse it at once"))
        static let noTokenToExchange = Rule(
            "generate-token.no-token-to-exchange", "A server token was asked for (serverUrl) without a portal token.",
            advice: "Get a portal token first, then send it as token with serverUrl.",
            evidence: .captured("Esri/arcgis-rest-js#161"))
        static let notFederated = Rule(
            "generate-token.not-federated", "serverUrl names no server that is federated with this portal.",
            advice: "Send the url that portals/self/servers lists, not the adminUrl or an alias of the host.",
            evidence: .inferred("no source shows the portal's answer; Esri/resource-proxy#320 shows the trouble"))
        static let longWithoutClient = Rule(
            "server-token.long-without-client", "More than the short life was asked for, without client.",
            advice: "Send client=referer with a referer, or ask for no more than shortLivedTokenValidity.",
            evidence: .captured("Esri/resource-proxy#432"))
        static let serverPortalUsers = Rule(
            "server-token.portal-users", "The server is federated: its own token service knows no portal user.",
            advice: "Ask the portal that rest/info names; its token is good at this server.",
            evidence: .captured("\(Behavior.thread): only the primary site administrator gets one"))
        static let serverFederated = Rule(
            "server-token.federated", "The server is federated and its own token service is closed.",
            advice: "Ask the portal that rest/info names.", evidence: .inferred("only under a quirk"))
        static let serverQueryCredentials = Rule(
            "server-token.query-credentials", "User name and password stand in the query string of a POST.",
            advice: "POST them in the body; an administrator can allow the query (allowHttpPostQueryParams).",
            evidence: .documented("docs/reference/sources.md#tokens-through-get"))
        static let serverMethod = Rule(
            "server-token.method", "GET on the server's token service is off by default.",
            advice: "POST; an administrator can switch GET on.",
            evidence: .documented("docs/reference/sources.md#tokens-through-get"))

        static let required = Rule(
            "token.required", "The resource is not public and no token came.",
            advice: "Send token=, or X-Esri-Authorization: Bearer.",
            evidence: .captured("CartoDB/cartodb#6829; koopjs/FeatureServer"))
        static let empty = Rule(
            "token.empty", "token= is there and empty: that is a bad token, not none.",
            advice: "Leave token out for public resources.", evidence: .captured("R-ArcGIS/arcgisutils NEWS"))
        static let undecipherable = Rule(
            "token.undecipherable", "No site here made this token, or its key has changed since.",
            advice: "Get a new token from the token service that rest/info names.",
            evidence: .captured("Esri/resource-proxy#511: \"Could not decrypt token\" in the server's log"))
        static let otherIssuer = Rule(
            "token.other-issuer", "Another site made this token, and this door does not trust that site.",
            advice: "Get the token from the token service that rest/info of this server names.",
            evidence: .captured("Esri/arcgis-python-api#1058; Esri/ago-assistant#182"))
        static let expired = Rule(
            "token.expired", "The token's life is over.",
            advice: "Ask for a new one before expires; keep a margin for clocks that differ.",
            evidence: .captured("jstuart/puppet-arcgis of 10.5.1; Esri/arcgis-python-api#1558"))
        static let ended = Rule(
            "token.ended", "The token was ended before its time: password changed, user disabled, or revoked.",
            advice: "Sign in again.",
            evidence: .reported("docs/reference/refusals.md#transport-and-reasons: a changed password ends all tokens")
        )
        static let ipBoundOnService = Rule(
            "token.ip-bound-on-service", "A portal token bound to an address is not accepted by services here.",
            advice: "Ask with client=referer, or without client and with a referer.",
            evidence: .inferred("\(Behavior.thread): 498 is captured, that the address did it is not"))
        static let unknownClientOnService = Rule(
            "token.unknown-client-on-service",
            "The token was asked for with a client that is none of referer, ip and requestip; services do not accept it.",
            advice: "Leave client out, or write client=referer; an address goes into ip, with client=ip.",
            evidence: .captured("\(Behavior.thread): the mistyped client was the cause"))
        static let otherAddress = Rule(
            "token.other-address", "The token is bound to another address than the request comes from.",
            advice: "Behind proxies and balancers bind to a referer instead.",
            evidence: .documented("docs/reference/sources.md#acquiring-arcgis-tokens"))
        static let otherReferer = Rule(
            "token.other-referer", "The token is bound to another referer than the request names.",
            advice: "Send the same Referer that the token was asked for with.",
            evidence: .captured("Esri/arcgis-powershell-dsc#464; Esri/geoservices-js#55"))
        static let refererMissing = Rule(
            "token.referer-missing", "The token is bound to a referer and the request has no Referer header.",
            advice: "Send the Referer that the token was asked for with.",
            evidence: .captured("qgis/QGIS#55067; Esri/arcgis-powershell-dsc#464"))
        static let appOnService = Rule(
            "token.app-on-service", "The token of an app is not accepted by services of this release.",
            advice: "Use a user's token.",
            evidence: .inferred("\(Behavior.thread): 498 for an OAuth token whose grant is not shown"))
        static let exchangedAppOnService = Rule(
            "token.exchanged-app-on-service", "The exchanged token of an app is not accepted by services here.",
            advice: "Exchange a user's token.", evidence: .captured("Esri/resource-proxy#511"))
        static let siteAdminOnService = Rule(
            "token.site-admin-on-service",
            "The primary site administrator is no portal user; a federated server's services do not know it.",
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
            "access.not-shared", "The token is good, and the resource is not shared with its user.",
            advice: "Share the item with the user, a group of theirs, or the organization.",
            evidence: .captured("DOI-BLM/requests-arcgis-auth; Gleipnir-Technology/arcgis-go"))
        static let otherPage = Rule(
            "access.other-page", "The item's proxy answers the pages that its owner listed, and no others.",
            advice: "Send the full address of a listed page as Referer; its origin alone does not do.",
            clients: "Browsers send the origin alone to other sites unless the page's referrer policy says more.",
            evidence: .captured("docs/reference/sharing.md#proxied-services-and-disabled-subscriptions"))
    }

    /// Every rule of this slice, in the order `explain` lists them.
    static let rules: [Rule] = [
        Identity.Rules.wrongPassword, Identity.Rules.unknownUser, Identity.Rules.userCase,
        Identity.Rules.enterpriseLogin, Identity.Rules.disabledUser,
        Identity.Rules.lockedOut,
        Rules.missingParameter, Rules.queryCredentials, Rules.method, Rules.noForm, Rules.plainHTTP,
        Rules.unknownClient,
        Rules.noTokenToExchange, Rules.notFederated, Rules.longWithoutClient, Rules.serverPortalUsers,
        Rules.serverFederated, Identity.Rules.serverWrongCredentials, Rules.serverMethod,
        Rules.serverQueryCredentials,
        Rules.required, Rules.empty,
        Rules.undecipherable, Rules.otherIssuer, Rules.expired, Rules.ended, Rules.ipBoundOnService,
        Rules.unknownClientOnService, Rules.otherAddress, Rules.otherReferer, Rules.refererMissing,
        Rules.appOnService, Rules.exchangedAppOnService, Rules.siteAdminOnService, Rules.otherServer,
        Rules.staleKey, Rules.notShared, Rules.otherPage,
    ]
}
