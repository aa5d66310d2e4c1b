// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// Quirks of ArcGIS Servers and their token service.
extension Quirk {
    /// The lockout of a server's own accounts, including the primary site administrator.
    public static func lockoutServer(_ value: LockoutServer) -> Quirk { Quirk(.lockoutServer, value) }

    /// GET on a server's tokens/generateToken.
    public static func serverTokenGet(_ value: PassOrRefuse) -> Quirk { Quirk(.serverTokenGet, value) }

    /// User name and password in the query of a POST to a server's tokens/generateToken.
    public static func serverTokenQueryCredentials(_ value: PassOrRefuse) -> Quirk {
        Quirk(.serverTokenQueryCredentials, value)
    }

    /// The HTTP status for a wrong name or password at a server's tokens/generateToken.
    public static func serverTokenRefusalStatus(_ value: ServerTokenRefusalStatus) -> Quirk {
        Quirk(.serverTokenRefusalStatus, value)
    }

    /// The answer to request=getToken at a server's token service: the bare token, or JSON.
    public static func serverTokenGetToken(_ value: MediaType) -> Quirk { Quirk(.serverTokenGetToken, value) }

    /// A federated server's own tokens/generateToken, used by its primary site administrator.
    public static func serverTokenFederated(_ value: IssueOrRefuse) -> Quirk { Quirk(.serverTokenFederated, value) }

    /// A server token requested for longer than the short-lived limit, without client.
    public static func serverTokenLongWithoutClient(_ value: PassOrRefuse) -> Quirk {
        Quirk(.serverTokenLongWithoutClient, value)
    }

    /// A POST to a server's administrator directory with the token in its body.
    public static func adminTokenInBody(_ value: PassOrIgnore) -> Quirk { Quirk(.adminTokenInBody, value) }

    /// The keys of rest/info: up to 10.0 neither fullVersion nor SOAP URLs.
    public static func infoKeys(_ value: ShowOrOmit) -> Quirk { Quirk(.infoKeys, value) }

    /// Whether rest/info of a federated server names the organization (owningTenant).
    public static func infoOwningTenant(_ value: ShowOrOmit) -> Quirk { Quirk(.infoOwningTenant, value) }

    /// isTokenBasedSecurity of rest/info: a Boolean, or a string.
    public static func infoSecurityForm(_ value: InfoSecurityForm) -> Quirk { Quirk(.infoSecurityForm, value) }

    /// The path that rest/info of a federated server gives for the portal's token service.
    public static func infoTokenServicesURL(_ value: InfoTokenServicesURL) -> Quirk {
        Quirk(.infoTokenServicesURL, value)
    }

    /// The media type of f=json at a server.
    public static func serverMediaType(_ value: MediaType) -> Quirk { Quirk(.serverMediaType, value) }

    /// The Server field of a server's answers: empty, or omitted.
    public static func serverField(_ value: ShowOrOmit) -> Quirk { Quirk(.serverField, value) }

    /// Whether the services directory sets the cookie AGS_ROLES for unknown callers.
    public static func serverRolesCookie(_ value: ShowOrOmit) -> Quirk { Quirk(.serverRolesCookie, value) }

    /// A URL of more than 2,140 characters: accepted, or a page with 404 or 414.
    public static func serverLongURL(_ value: ServerLongURL) -> Quirk { Quirk(.serverLongURL, value) }

    /// What the login page of the services directory of a federated server asks for.
    public static func restLogin(_ value: RESTLogin) -> Quirk { Quirk(.restLogin, value) }
}
