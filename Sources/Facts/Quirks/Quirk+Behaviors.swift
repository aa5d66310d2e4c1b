// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// A function for each behavior of the profile table.
extension Quirk {
    /// A portal token made with client=ip or requestip, presented to a service.
    public static func tokenIPBoundOnService(_ value: Admission) -> Quirk { Quirk(.tokenIPBoundOnService, value) }

    /// The token of an app (client_credentials), presented to a service directly.
    public static func tokenAppOnService(_ value: Admission) -> Quirk { Quirk(.tokenAppOnService, value) }

    /// The token of an app, exchanged for a server token, presented to a service.
    public static func tokenExchangedAppOnService(_ value: Admission) -> Quirk {
        Quirk(.tokenExchangedAppOnService, value)
    }

    /// A token bound to a referer, presented to a service without a Referer header.
    public static func tokenRefererMissing(_ value: Admission) -> Quirk { Quirk(.tokenRefererMissing, value) }

    /// A token bound to a referer, presented to portaladmin without a Referer header.
    public static func tokenRefererMissingOnPortalAdmin(_ value: Admission) -> Quirk {
        Quirk(.tokenRefererMissingOnPortalAdmin, value)
    }

    /// A token bound to a referer, presented with a different Referer header.
    public static func tokenOtherReferer(_ value: Admission) -> Quirk { Quirk(.tokenOtherReferer, value) }

    /// A token of the primary site administrator, presented to a service of a federated server.
    public static func tokenSiteAdminOnService(_ value: Admission) -> Quirk { Quirk(.tokenSiteAdminOnService, value) }

    /// A client other than referer, ip and requestip at the portal's generateToken.
    public static func generateTokenUnknownClient(_ value: GenerateTokenUnknownClient) -> Quirk {
        Quirk(.generateTokenUnknownClient, value)
    }

    /// User name and password in the query string of the portal's generateToken.
    public static func generateTokenQueryCredentials(_ value: Admission) -> Quirk {
        Quirk(.generateTokenQueryCredentials, value)
    }

    /// GET on sharing/rest/generateToken with f=json.
    public static func generateTokenGetOnRest(_ value: GenerateTokenGetOnRest) -> Quirk {
        Quirk(.generateTokenGetOnRest, value)
    }

    /// The portal's generateToken over plain HTTP. Documentation says HTTPS only; no refusal has been shown.
    public static func generateTokenPlainHTTP(_ value: Admission) -> Quirk { Quirk(.generateTokenPlainHTTP, value) }

    /// HEAD on the portal's generateToken; clients that get a 405 try an empty POST.
    public static func generateTokenHead(_ value: Admission) -> Quirk { Quirk(.generateTokenHead, value) }

    /// What a browser gets at the portal's generateToken.
    public static func generateTokenForm(_ value: GenerateTokenForm) -> Quirk { Quirk(.generateTokenForm, value) }

    /// A portal token is exchanged for a serverUrl that no federated server is registered under. issue: a token comes,
    /// and no server accepts it.
    public static func generateTokenOtherServerURL(_ value: Issuance) -> Quirk {
        Quirk(.generateTokenOtherServerURL, value)
    }

    /// The form of oAuthInfo in the sign-in page, which programs read.
    public static func oauthInfoForm(_ value: OauthInfoForm) -> Quirk { Quirk(.oauthInfoForm, value) }

    /// Plain HTTP at a portal whose organization requires HTTPS (allSSL).
    public static func sharingPlainHTTP(_ value: SharingPlainHTTP) -> Quirk { Quirk(.sharingPlainHTTP, value) }

    /// The error.code for an invalid token at the sharing API.
    public static func sharingInvalidToken(_ value: SharingInvalidToken) -> Quirk { Quirk(.sharingInvalidToken, value) }

    /// Whether the sharing API's 403 has a messageCode.
    public static func sharingForbiddenCode(_ value: Presence) -> Quirk { Quirk(.sharingForbiddenCode, value) }

    /// The lockout of a portal's built-in account after wrong passwords.
    public static func lockoutPortal(_ value: LockoutPortal) -> Quirk { Quirk(.lockoutPortal, value) }

    /// The lockout of a server's own accounts, including the primary site administrator.
    public static func lockoutServer(_ value: LockoutServer) -> Quirk { Quirk(.lockoutServer, value) }

    /// GET on a server's tokens/generateToken.
    public static func serverTokenGet(_ value: Admission) -> Quirk { Quirk(.serverTokenGet, value) }

    /// User name and password in the query of a POST to a server's tokens/generateToken.
    public static func serverTokenQueryCredentials(_ value: Admission) -> Quirk {
        Quirk(.serverTokenQueryCredentials, value)
    }

    /// The HTTP status for a wrong name or password at a server's tokens/generateToken.
    public static func serverTokenRefusalStatus(_ value: ServerTokenRefusalStatus) -> Quirk {
        Quirk(.serverTokenRefusalStatus, value)
    }

    /// The answer to request=getToken at a server's token service: the bare token, or JSON.
    public static func serverTokenGetToken(_ value: MediaType) -> Quirk { Quirk(.serverTokenGetToken, value) }

    /// A federated server's own tokens/generateToken, used by its primary site administrator.
    public static func serverTokenFederated(_ value: Issuance) -> Quirk { Quirk(.serverTokenFederated, value) }

    /// A server token requested for longer than the short-lived limit, without client.
    public static func serverTokenLongWithoutClient(_ value: Admission) -> Quirk {
        Quirk(.serverTokenLongWithoutClient, value)
    }

    /// A POST to a server's administrator directory with the token in its body.
    public static func adminTokenInBody(_ value: Regard) -> Quirk { Quirk(.adminTokenInBody, value) }

    /// Whether the root of portaladmin has isUserTypeLicensing.
    public static func portalAdminUserTypes(_ value: Presence) -> Quirk { Quirk(.portalAdminUserTypes, value) }

    /// The keys of rest/info: up to 10.0 neither fullVersion nor SOAP URLs.
    public static func infoKeys(_ value: Presence) -> Quirk { Quirk(.infoKeys, value) }

    /// Whether rest/info of a federated server names the organization (owningTenant).
    public static func infoOwningTenant(_ value: Presence) -> Quirk { Quirk(.infoOwningTenant, value) }

    /// isTokenBasedSecurity of rest/info: a Boolean, or a string.
    public static func infoSecurityForm(_ value: InfoSecurityForm) -> Quirk { Quirk(.infoSecurityForm, value) }

    /// The path that rest/info of a federated server gives for the portal's token service.
    public static func infoTokenServicesURL(_ value: InfoTokenServicesURL) -> Quirk {
        Quirk(.infoTokenServicesURL, value)
    }

    /// The media type of f=json at a server.
    public static func serverMediaType(_ value: MediaType) -> Quirk { Quirk(.serverMediaType, value) }

    /// The Server field of a server's answers: empty, or omitted.
    public static func serverField(_ value: Presence) -> Quirk { Quirk(.serverField, value) }

    /// Whether the services directory sets the cookie AGS_ROLES for unknown callers.
    public static func serverRolesCookie(_ value: Presence) -> Quirk { Quirk(.serverRolesCookie, value) }

    /// A URL of more than 2,140 characters: accepted, or a page with 404 or 414.
    public static func serverLongURL(_ value: ServerLongURL) -> Quirk { Quirk(.serverLongURL, value) }

    /// What the login page of the services directory of a federated server asks for.
    public static func restLogin(_ value: RestLogin) -> Quirk { Quirk(.restLogin, value) }

    /// What a secured service answers without a token.
    public static func serviceTokenRequired(_ value: ServiceTokenRequired) -> Quirk {
        Quirk(.serviceTokenRequired, value)
    }

    /// What a service answers to an invalid token; basemap is the text in Esri/esri-leaflet-vector#68.
    public static func serviceInvalidToken(_ value: ServiceInvalidToken) -> Quirk { Quirk(.serviceInvalidToken, value) }

    /// The error.code for a service that does not exist.
    public static func serviceNotFoundCode(_ value: ServiceNotFoundCode) -> Quirk { Quirk(.serviceNotFoundCode, value) }

    /// The message for a service that does not exist.
    public static func serviceNotFoundWords(_ value: ServiceNotFoundWords) -> Quirk {
        Quirk(.serviceNotFoundWords, value)
    }

    /// A folder of the services directory with only secured services, requested without a token.
    public static func catalogSecuredFolder(_ value: CatalogSecuredFolder) -> Quirk {
        Quirk(.catalogSecuredFolder, value)
    }

    /// The error codes of failed edits: the database's HRESULT, or those of feature-service-error-codes.
    public static func editErrorNumbers(_ value: EditErrorNumbers) -> Quirk { Quirk(.editErrorNumbers, value) }

    /// Whether a failed edit reports the HRESULT in addition to its code.
    public static func editExtendedCode(_ value: Presence) -> Quirk { Quirk(.editExtendedCode, value) }

    /// What happens to the other edits when one fails, without rollbackOnFailure.
    public static func editRollback(_ value: EditRollback) -> Quirk { Quirk(.editRollback, value) }

    /// HTML in a value that the service does not trust.
    public static func editHTML(_ value: Admission) -> Quirk { Quirk(.editHTML, value) }

    /// A value outside its field's domain.
    public static func editOutsideDomain(_ value: Admission) -> Quirk { Quirk(.editOutsideDomain, value) }

    /// A field with a default value that an added row omits.
    public static func editDefaults(_ value: EditDefaults) -> Quirk { Quirk(.editDefaults, value) }

    /// layerDefs of a map with ids, colons and semicolons instead of JSON.
    public static func mapSimpleLayerDefs(_ value: Admission) -> Quirk { Quirk(.mapSimpleLayerDefs, value) }

    /// returnCountOnly and returnIdsOnly.
    public static func queryCountAndIDs(_ value: Regard) -> Quirk { Quirk(.queryCountAndIDs, value) }

    /// resultOffset and resultRecordCount: pages, an error (Pagination is not supported.), or ignored.
    public static func queryPaging(_ value: Handling) -> Quirk { Quirk(.queryPaging, value) }

    /// exceededTransferLimit: never, not on pages, where more rows follow, or on every full page.
    public static func queryTransferLimit(_ value: QueryTransferLimit) -> Quirk { Quirk(.queryTransferLimit, value) }

    /// Whether pages are cut from all rows before the filter, so that one can be empty and have the flag.
    public static func querySparsePages(_ value: QuerySparsePages) -> Quirk { Quirk(.querySparsePages, value) }

    /// orderByFields.
    public static func queryOrderBy(_ value: Handling) -> Quirk { Quirk(.queryOrderBy, value) }

    /// outStatistics; unable is the error of a source that fails at them.
    public static func queryStatistics(_ value: QueryStatistics) -> Quirk { Quirk(.queryStatistics, value) }

    /// The columns of statistics: outStatisticFieldName, or the database's MIN(OBJECTID) AS THE_MIN.
    public static func queryStatisticsNames(_ value: QueryStatisticsNames) -> Quirk {
        Quirk(.queryStatisticsNames, value)
    }

    /// The smallest and largest object id of outStatistics: those of the rows, or unrelated ones.
    public static func queryIDBounds(_ value: QueryIDBounds) -> Quirk { Quirk(.queryIDBounds, value) }

    /// outSR.
    public static func queryOutSR(_ value: Regard) -> Quirk { Quirk(.queryOutSR, value) }

    /// Object ids: whole numbers, or doubles such as 6.4579816E7.
    public static func queryObjectIDForm(_ value: QueryObjectIDForm) -> Quirk { Quirk(.queryObjectIDForm, value) }

    /// objectIds without matches.
    public static func queryNoIDs(_ value: QueryNoIDs) -> Quirk { Quirk(.queryNoIDs, value) }

    /// The extent of an empty result: four strings NaN, or null.
    public static func queryEmptyExtent(_ value: QueryEmptyExtent) -> Quirk { Quirk(.queryEmptyExtent, value) }

    /// A point without coordinates: x and y are the string NaN, or there is no geometry.
    public static func queryNullPoint(_ value: QueryNullPoint) -> Quirk { Quirk(.queryNullPoint, value) }

    /// An empty result: with or without fields and spatial reference.
    public static func queryEmptySet(_ value: QueryEmptySet) -> Quirk { Quirk(.queryEmptySet, value) }

    /// Whether fieldAliases has its last field twice.
    public static func queryFieldAliases(_ value: QueryFieldAliases) -> Quirk { Quirk(.queryFieldAliases, value) }

    /// f=geojson.
    public static func queryGeoJSON(_ value: Admission) -> Quirk { Quirk(.queryGeoJSON, value) }

    /// exceededTransferLimit in GeoJSON: at the top level, or under properties.
    public static func queryGeoJSONFlag(_ value: QueryGeoJSONFlag) -> Quirk { Quirk(.queryGeoJSONFlag, value) }

    /// f=pbf.
    public static func queryPBF(_ value: Admission) -> Quirk { Quirk(.queryPBF, value) }

    /// What a MapServer answers to an invalid where clause.
    public static func queryBadWhere(_ value: QueryBadWhere) -> Quirk { Quirk(.queryBadWhere, value) }
}
