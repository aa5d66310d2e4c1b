// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// Quirks of how tokens are issued and accepted.
extension Quirk {
    /// A portal token made with client=ip or requestip, presented to a service.
    public static func tokenIPBoundOnService(_ value: PassOrRefuse) -> Quirk { Quirk(.tokenIPBoundOnService, value) }

    /// The token of an app (client_credentials), presented to a service directly.
    public static func tokenAppOnService(_ value: PassOrRefuse) -> Quirk { Quirk(.tokenAppOnService, value) }

    /// The token of an app, exchanged for a server token, presented to a service.
    public static func tokenExchangedAppOnService(_ value: PassOrRefuse) -> Quirk {
        Quirk(.tokenExchangedAppOnService, value)
    }

    /// A token bound to a referer, presented to a service without a Referer header.
    public static func tokenRefererMissing(_ value: PassOrRefuse) -> Quirk { Quirk(.tokenRefererMissing, value) }

    /// A token bound to a referer, presented to portaladmin without a Referer header.
    public static func tokenRefererMissingOnPortalAdmin(_ value: PassOrRefuse) -> Quirk {
        Quirk(.tokenRefererMissingOnPortalAdmin, value)
    }

    /// A token bound to a referer, presented with a different Referer header.
    public static func tokenOtherReferer(_ value: PassOrRefuse) -> Quirk { Quirk(.tokenOtherReferer, value) }

    /// A token of the primary site administrator, presented to a service of a federated server.
    public static func tokenSiteAdminOnService(_ value: PassOrRefuse) -> Quirk {
        Quirk(.tokenSiteAdminOnService, value)
    }

    /// A client other than referer, ip and requestip at the portal's generateToken.
    public static func generateTokenUnknownClient(_ value: GenerateTokenUnknownClient) -> Quirk {
        Quirk(.generateTokenUnknownClient, value)
    }

    /// User name and password in the query string of the portal's generateToken.
    public static func generateTokenQueryCredentials(_ value: PassOrRefuse) -> Quirk {
        Quirk(.generateTokenQueryCredentials, value)
    }

    /// GET on sharing/rest/generateToken with f=json.
    public static func generateTokenGetOnREST(_ value: GenerateTokenGetOnREST) -> Quirk {
        Quirk(.generateTokenGetOnREST, value)
    }

    /// The portal's generateToken over plain HTTP. Documentation says HTTPS only; no refusal has been shown.
    public static func generateTokenPlainHTTP(_ value: PassOrRefuse) -> Quirk { Quirk(.generateTokenPlainHTTP, value) }

    /// HEAD on the portal's generateToken; clients that get a 405 try an empty POST.
    public static func generateTokenHead(_ value: PassOrRefuse) -> Quirk { Quirk(.generateTokenHead, value) }

    /// What a browser gets at the portal's generateToken.
    public static func generateTokenForm(_ value: GenerateTokenForm) -> Quirk { Quirk(.generateTokenForm, value) }

    /// A portal token is exchanged for a serverUrl that no federated server is registered under. issue: a token comes,
    /// and no server accepts it.
    public static func generateTokenOtherServerURL(_ value: IssueOrRefuse) -> Quirk {
        Quirk(.generateTokenOtherServerURL, value)
    }
}
