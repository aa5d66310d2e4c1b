// SPDX-License-Identifier: Apache-2.0

/// One thing that real systems do differently by release; a row of the profile table.
///
/// A scenario's `quirks` name them: `quirks: { "token.referer-missing": "refuse" }`.
public enum Behavior: String, Sendable, Hashable, CaseIterable {
    /// A portal token bound to an address, at a service.
    case tokenIPBoundOnService = "token.ip-bound-on-service"
    /// The token of an app, at a service.
    case tokenAppOnService = "token.app-on-service"
    /// The token of an app, exchanged for a server token, at a service.
    case tokenExchangedAppOnService = "token.exchanged-app-on-service"
    /// A token bound to a referer, with no `Referer` header.
    case tokenRefererMissing = "token.referer-missing"
    /// A token bound to a referer, at `portaladmin`, with no `Referer` header.
    case tokenRefererMissingOnPortalAdmin = "token.referer-missing-on-portaladmin"
    /// A token bound to a referer, with another `Referer` header.
    case tokenOtherReferer = "token.other-referer"
    /// A server token of the primary site administrator, at a service of a federated server.
    case tokenSiteAdminOnService = "token.site-admin-on-service"
    /// `client` is none of `referer`, `ip`, `requestip`.
    case generateTokenUnknownClient = "generate-token.unknown-client"
    /// User name and password in the query of a POST.
    case generateTokenQueryCredentials = "generate-token.query-credentials"
    /// GET on `sharing/rest/generateToken` with `f=json`.
    case generateTokenGetOnRest = "generate-token.get-on-rest"
    /// A token is asked for over plain HTTP.
    case generateTokenPlainHTTP = "generate-token.plain-http"
    /// HEAD on the portal's `generateToken`.
    case generateTokenHead = "generate-token.head"
    /// What a browser gets that opens the portal's `generateToken`.
    case generateTokenForm = "generate-token.html-form"
    /// A token is exchanged for a server whose registered URL is another one.
    case generateTokenOtherServerURL = "generate-token.other-server-url"
    /// How the sign-in page writes `oAuthInfo`.
    case oauthInfoForm = "oauth.info-form"
    /// Plain HTTP at a portal whose organization is HTTPS only.
    case sharingPlainHTTP = "sharing.plain-http"
    /// `error.code` of a bad token at the sharing API.
    case sharingInvalidToken = "sharing.invalid-token-code"
    /// Whether the sharing API's 403 has a `messageCode`.
    case sharingForbiddenCode = "sharing.forbidden-message-code"
    /// How wrong passwords lock a built-in account of a portal.
    case lockoutPortal = "lockout.portal"
    /// How wrong passwords lock the users of a server's own store, its primary site administrator included.
    case lockoutServer = "lockout.server"
    /// GET on a server's `tokens/generateToken`.
    case serverTokenGet = "server-token.get"
    /// User name and password in the query of a POST to a server's `tokens/generateToken`.
    case serverTokenQueryCredentials = "server-token.query-credentials"
    /// The HTTP status of a refused name and password at a server's `tokens/generateToken`.
    case serverTokenRefusalStatus = "server-token.refusal-status"
    /// The answer to `request=getToken` at a server.
    case serverTokenGetToken = "server-token.get-token-reply"
    /// A server's own `tokens/generateToken` when the server is federated.
    case serverTokenFederated = "server-token.federated"
    /// A server token asked for longer than the short life, without `client`.
    case serverTokenLongWithoutClient = "server-token.long-without-client"
    /// The token of a request to a server's administrator directory stands in the body only.
    case adminTokenInBody = "admin.token-in-body"
    /// Whether the root of `portaladmin` tells `isUserTypeLicensing`.
    case portalAdminUserTypes = "portaladmin.user-type-licensing"
    /// Which keys `rest/info` has.
    case infoKeys = "info.keys"
    /// Whether `rest/info` of a federated server names the organization.
    case infoOwningTenant = "info.owning-tenant"
    /// How `rest/info` writes whether there are tokens.
    case infoSecurityForm = "info.security-form"
    /// What `rest/info` of a federated server names as the token service.
    case infoTokenServicesURL = "info.token-services-url"
    /// The media type of `f=json` at a server.
    case serverMediaType = "server.media-type"
    /// The `Server` field of a server's answers.
    case serverField = "server.server-field"
    /// The cookie for callers whom a server does not know.
    case serverRolesCookie = "server.roles-cookie"
    /// A URL that is too long for the web server in front of a server.
    case serverLongURL = "server.long-url"
    /// What the login page of the services directory of a federated server asks for.
    case restLogin = "rest.login"
    /// What a service says when no token came.
    case serviceTokenRequired = "service.token-required"
    /// What a service says to a bad token.
    case serviceInvalidToken = "service.invalid-token"
    /// `error.code` for a service that does not exist.
    case serviceNotFoundCode = "service.not-found-code"
    /// What is said of a service that does not exist.
    case serviceNotFoundWords = "service.not-found-words"
    /// A secured folder of the services directory, asked for without a token.
    case catalogSecuredFolder = "catalog.secured-folder"
    /// The numbers of edits that fail.
    case editErrorNumbers = "edit.error-numbers"
    /// Whether an edit that fails tells the HRESULT besides its number.
    case editExtendedCode = "edit.extended-code"
    /// What happens to the other edits when one fails.
    case editRollback = "edit.rollback"
    /// HTML in a text that the service does not trust.
    case editHTML = "edit.untrusted-html"
    /// A value that is not of its field's domain.
    case editOutsideDomain = "edit.outside-domain"
    /// A field that an added row does not name, and that has a default value.
    case editDefaults = "edit.default-values"
    /// `layerDefs` of a map as `0:POP > 5;2:…`.
    case mapSimpleLayerDefs = "map.simple-layer-defs"
    /// `returnCountOnly` and `returnIdsOnly` of a query.
    case queryCountAndIDs = "query.count-and-ids"
    /// `resultOffset` and `resultRecordCount` of a query.
    case queryPaging = "query.paging"
    /// When a query's answer says `exceededTransferLimit`.
    case queryTransferLimit = "query.transfer-limit"
    /// Whether pages are cut from all rows of the layer before the filter, so that some come empty.
    case querySparsePages = "query.sparse-pages"
    /// `orderByFields` of a query.
    case queryOrderBy = "query.order-by"
    /// `outStatistics` of a query.
    case queryStatistics = "query.statistics"
    /// What the columns of statistics are called.
    case queryStatisticsNames = "query.statistics-names"
    /// What the smallest and largest object id of `outStatistics` are.
    case queryIDBounds = "query.id-bounds"
    /// `outSR` of a query.
    case queryOutSR = "query.out-sr"
    /// How object ids are spelt.
    case queryObjectIDForm = "query.object-id-form"
    /// What `returnIdsOnly` gives where there are none.
    case queryNoIDs = "query.no-ids"
    /// The extent of no rows.
    case queryEmptyExtent = "query.empty-extent"
    /// The geometry of a point that has none.
    case queryNullPoint = "query.null-point"
    /// What a set without rows says besides.
    case queryEmptySet = "query.empty-set"
    /// Whether `fieldAliases` names a field twice.
    case queryFieldAliases = "query.field-aliases"
    /// `f=geojson` of a query.
    case queryGeoJSON = "query.geojson"
    /// Where GeoJSON has `exceededTransferLimit`.
    case queryGeoJSONFlag = "query.geojson-flag"
    /// `f=pbf` of a query.
    case queryPBF = "query.pbf"
    /// What a MapServer says of a clause that it cannot read.
    case queryBadWhere = "query.bad-where-words"
}
