// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// Quirks of portals.
extension Quirk {
    /// A SAML response that is signed by SHA-1, as ADFS 2 and pysaml2 do unless told otherwise.
    public static func samlSHA1(_ value: PassOrRefuse) -> Quirk { Quirk(.samlSHA1, value) }

    /// Access-Control-Allow-Credentials in answers to a request with an Origin.
    public static func corsCredentials(_ value: ShowOrOmit) -> Quirk { Quirk(.corsCredentials, value) }

    /// X-Esri-Authorization in a browser's preflight request to the sharing API.
    public static func corsAuthorization(_ value: PassOrRefuse) -> Quirk { Quirk(.corsAuthorization, value) }

    /// The form of oAuthInfo in the sign-in page, which programs read.
    public static func oauthInfoForm(_ value: OAuthInfoForm) -> Quirk { Quirk(.oauthInfoForm, value) }

    /// Plain HTTP at a portal whose organization requires HTTPS (allSSL).
    public static func sharingPlainHTTP(_ value: SharingPlainHTTP) -> Quirk { Quirk(.sharingPlainHTTP, value) }

    /// The error.code for an invalid token at the sharing API.
    public static func sharingInvalidToken(_ value: SharingInvalidToken) -> Quirk { Quirk(.sharingInvalidToken, value) }

    /// Whether the sharing API's 403 has a messageCode.
    public static func sharingForbiddenCode(_ value: ShowOrOmit) -> Quirk { Quirk(.sharingForbiddenCode, value) }

    /// The lockout of a portal's built-in account after wrong passwords.
    public static func lockoutPortal(_ value: LockoutPortal) -> Quirk { Quirk(.lockoutPortal, value) }

    /// Whether the root of portaladmin has isUserTypeLicensing.
    public static func portalAdminUserTypes(_ value: ShowOrOmit) -> Quirk { Quirk(.portalAdminUserTypes, value) }
}
