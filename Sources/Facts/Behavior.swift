// SPDX-License-Identifier: Apache-2.0

/// A behavior that differs between releases of real systems; a row of the profile table.
///
/// A scenario overrides behaviors in `quirks`: `quirks: { "token.referer-missing": "refuse" }`.
package enum Behavior: String, Sendable, Hashable, CaseIterable, Codable {
    /// A portal token bound to an address, presented to a service.
    case tokenIPBoundOnService = "token.ip-bound-on-service"
    /// The token of an app, presented to a service.
    case tokenAppOnService = "token.app-on-service"
    /// The token of an app, exchanged for a server token, presented to a service.
    case tokenExchangedAppOnService = "token.exchanged-app-on-service"
    /// A token bound to a referer, without a `Referer` header.
    case tokenRefererMissing = "token.referer-missing"
    /// A token bound to a referer, at `portaladmin`, without a `Referer` header.
    case tokenRefererMissingOnPortalAdmin = "token.referer-missing-on-portaladmin"
    /// A token bound to a referer, with a different `Referer` header.
    case tokenOtherReferer = "token.other-referer"
    /// A server token of the primary site administrator, at a service of a federated server.
    case tokenSiteAdminOnService = "token.site-admin-on-service"
    /// A `client` other than `referer`, `ip` and `requestip`.
    case generateTokenUnknownClient = "generate-token.unknown-client"
    /// User name and password in the query of a POST.
    case generateTokenQueryCredentials = "generate-token.query-credentials"
    /// GET on `sharing/rest/generateToken` with `f=json`.
    case generateTokenGetOnREST = "generate-token.get-on-rest"
    /// A token request over plain HTTP.
    case generateTokenPlainHTTP = "generate-token.plain-http"
    /// HEAD on the portal's `generateToken`.
    case generateTokenHead = "generate-token.head"
    /// What a browser gets at the portal's `generateToken`.
    case generateTokenForm = "generate-token.html-form"
    /// An exchange of a token for a server whose registered URL differs.
    case generateTokenOtherServerURL = "generate-token.other-server-url"
    /// A SAML response that is signed by SHA-1.
    case samlSHA1 = "saml.sha1"
    /// Whether a browser may send cookies to a portal from another origin.
    case corsCredentials = "cors.credentials"
    /// `X-Esri-Authorization` in a browser's preflight request to a portal.
    case corsAuthorization = "cors.authorization-header"
    /// How the sign-in page writes `oAuthInfo`.
    case oauthInfoForm = "oauth.info-form"
    /// Plain HTTP at a portal whose organization requires HTTPS.
    case sharingPlainHTTP = "sharing.plain-http"
    /// The `error.code` for an invalid token at the sharing API.
    case sharingInvalidToken = "sharing.invalid-token-code"
    /// Whether the sharing API's 403 has a `messageCode`.
    case sharingForbiddenCode = "sharing.forbidden-message-code"
    /// How wrong passwords lock a built-in account of a portal.
    case lockoutPortal = "lockout.portal"
    /// How wrong passwords lock the users of a server's own store, including its primary site administrator.
    case lockoutServer = "lockout.server"
    /// GET on a server's `tokens/generateToken`.
    case serverTokenGet = "server-token.get"
    /// User name and password in the query of a POST to a server's `tokens/generateToken`.
    case serverTokenQueryCredentials = "server-token.query-credentials"
    /// The HTTP status for a wrong name or password at a server's `tokens/generateToken`.
    case serverTokenRefusalStatus = "server-token.refusal-status"
    /// The answer to `request=getToken` at a server.
    case serverTokenGetToken = "server-token.get-token-reply"
    /// A server's own `tokens/generateToken` when the server is federated.
    case serverTokenFederated = "server-token.federated"
    /// A server token requested for longer than the short-lived limit, without `client`.
    case serverTokenLongWithoutClient = "server-token.long-without-client"
    /// A token that a request to a server's administrator directory has only in its body.
    case adminTokenInBody = "admin.token-in-body"
    /// Whether the root of `portaladmin` has `isUserTypeLicensing`.
    case portalAdminUserTypes = "portaladmin.user-type-licensing"
    /// The keys of `rest/info`.
    case infoKeys = "info.keys"
    /// Whether `rest/info` of a federated server names the organization.
    case infoOwningTenant = "info.owning-tenant"
    /// The form of `isTokenBasedSecurity` in `rest/info`.
    case infoSecurityForm = "info.security-form"
    /// The token service that `rest/info` of a federated server names.
    case infoTokenServicesURL = "info.token-services-url"
    /// The media type of `f=json` at a server.
    case serverMediaType = "server.media-type"
    /// The `Server` field of a server's answers.
    case serverField = "server.server-field"
    /// The cookie for callers that a server does not know.
    case serverRolesCookie = "server.roles-cookie"
    /// A URL too long for the web server in front of a server.
    case serverLongURL = "server.long-url"
    /// What the login page of the services directory of a federated server asks for.
    case restLogin = "rest.login"
    /// What a service answers without a token.
    case serviceTokenRequired = "service.token-required"
    /// What a service answers to an invalid token.
    case serviceInvalidToken = "service.invalid-token"
    /// What a service answers to a signed-in user who may not see it.
    case serviceForbidden = "service.forbidden-words"
    /// The `error.code` for a service that does not exist.
    case serviceNotFoundCode = "service.not-found-code"
    /// The message for a service that does not exist.
    case serviceNotFoundWords = "service.not-found-words"
    /// A secured folder of the services directory, requested without a token.
    case catalogSecuredFolder = "catalog.secured-folder"
    /// The error codes of failed edits.
    case editErrorNumbers = "edit.error-numbers"
    /// Whether a failed edit reports the HRESULT in addition to its code.
    case editExtendedCode = "edit.extended-code"
    /// What happens to the other edits when one fails.
    case editRollback = "edit.rollback"
    /// HTML in a value that the service does not trust.
    case editHTML = "edit.untrusted-html"
    /// A value outside its field's domain.
    case editOutsideDomain = "edit.outside-domain"
    /// A field with a default value that an added row omits.
    case editDefaults = "edit.default-values"
    /// `layerDefs` of a map as `0:POP > 5;2:…`.
    case mapSimpleLayerDefs = "map.simple-layer-defs"
    /// `returnCountOnly` and `returnIdsOnly` of a query.
    case queryCountAndIDs = "query.count-and-ids"
    /// `resultOffset` and `resultRecordCount` of a query.
    case queryPaging = "query.paging"
    /// When a query's answer has `exceededTransferLimit`.
    case queryTransferLimit = "query.transfer-limit"
    /// Whether pages are cut from all rows of the layer before the filter, so that some are empty.
    case querySparsePages = "query.sparse-pages"
    /// `orderByFields` of a query.
    case queryOrderBy = "query.order-by"
    /// `outStatistics` of a query.
    case queryStatistics = "query.statistics"
    /// The column names of statistics.
    case queryStatisticsNames = "query.statistics-names"
    /// The smallest and largest object id that `outStatistics` returns.
    case queryIDBounds = "query.id-bounds"
    /// `outSR` of a query.
    case queryOutSR = "query.out-sr"
    /// The order of the rows of pages without `orderByFields`.
    case queryPageOrder = "query.page-order"
    /// The spelling of object ids.
    case queryObjectIDForm = "query.object-id-form"
    /// What `returnIdsOnly` returns without matches.
    case queryNoIDs = "query.no-ids"
    /// The extent of an empty result.
    case queryEmptyExtent = "query.empty-extent"
    /// The geometry of a point that has none.
    case queryNullPoint = "query.null-point"
    /// The remaining keys of an empty result.
    case queryEmptySet = "query.empty-set"
    /// Whether `fieldAliases` names a field twice.
    case queryFieldAliases = "query.field-aliases"
    /// `f=geojson` of a query.
    case queryGeoJSON = "query.geojson"
    /// The place of `exceededTransferLimit` in GeoJSON.
    case queryGeoJSONFlag = "query.geojson-flag"
    /// `f=pbf` of a query.
    case queryPBF = "query.pbf"
    /// What a MapServer answers to an invalid where clause.
    case queryBadWhere = "query.bad-where-words"
}
