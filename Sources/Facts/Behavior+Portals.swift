// SPDX-License-Identifier: Apache-2.0

extension Behavior {
    /// The behaviors of portals, and of tokens.
    static let portals: [Behavior: Entry] = [
        .tokenIPBoundOnService: Entry(
            "A portal token made with client=ip or requestip, presented to a service.", [.pass, .refuse],
            [
                (.v10_3_1, .refuse, .inferred("\(thread): 498 is captured, that the address did it is not")),
                (.v11_1, .pass, .documented("docs/reference/sources.md#acquiring-arcgis-tokens, 11.5")),
                (.online, .refuse, .captured("geolens-io/geolens#1746")),
            ]),
        .tokenAppOnService: Entry(
            "The token of an app (client_credentials), presented to a service directly.", [.pass, .refuse],
            [
                (.v10_3_1, .refuse, .inferred("\(thread): 498 for an OAuth token of a grant that is not shown")),
                (.v11_1, .pass, .reported("Esri/arcgis-rest-js ApplicationCredentialsManager sends it")),
            ]),
        .tokenExchangedAppOnService: Entry(
            "The token of an app, exchanged for a server token, presented to a service.", [.pass, .refuse],
            [
                (.v10_6_1, .refuse, .captured("Esri/resource-proxy#511")),
                (.v11_1, .pass, .inferred("as the app's token itself, which 11.x accepts")),
            ]),
        .tokenRefererMissing: Entry(
            "A token bound to a referer, presented to a service without a Referer header.", [.pass, .refuse],
            [
                (.v10_3_1, .pass, .captured("\(thread): the script that works sends no Referer")),
                (.v11_1, .pass, .reported("pypi.org/project/bmi-arcgis-restapi/2.4.19 and others send none")),
                (.online, .pass, .captured("geolens-io/geolens#1746")),
            ]),
        .tokenRefererMissingOnPortalAdmin: Entry(
            "A token bound to a referer, presented to portaladmin without a Referer header.", [.pass, .refuse],
            [
                (.v10_3_1, .pass, .inferred("no refusal of a missing Referer was shown")),
                (
                    .v11_1, .pass,
                    .inferred("Esri/arcgis-powershell-dsc#464 is about another Referer; clients send none at all")
                ),
            ]),
        .tokenOtherReferer: Entry(
            "A token bound to a referer, presented with a different Referer header.", [.pass, .refuse],
            [
                (.v10_3_1, .refuse, .captured("Esri/geoservices-js#55, qgis/QGIS#55067")),
                (.v11_1, .refuse, .captured("Esri/arcgis-powershell-dsc#464")),
                (.online, .pass, .captured("geolens-io/geolens#1746")),
            ]),
        .tokenSiteAdminOnService: Entry(
            "A token of the primary site administrator, presented to a service of a federated server.",
            [.pass, .refuse],
            [
                (
                    .v10_4, .refuse,
                    .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server, 10.4")
                ),
                (
                    .v10_6_1, .refuse,
                    .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server, 10.6")
                ),
                (
                    .v11_4, .refuse,
                    .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server, latest")
                ),
            ]),
        .generateTokenUnknownClient: Entry(
            "A client other than referer, ip and requestip at the portal's generateToken.",
            [.address, .ignore, .refuse],
            [(.v10_3_1, .address, .captured("\(thread): a token comes, and services answer 498 to it"))]),
        .generateTokenQueryCredentials: Entry(
            "User name and password in the query string of the portal's generateToken.", [.pass, .refuse],
            [
                (.v10_3_1, .pass, .inferred("the refusal is only known from 10.7")),
                (.v10_6_1, .pass, .inferred("the refusal is only known from 10.7")),
                (.v10_7_1, .refuse, .captured("Esri/resource-proxy#534")),
                (
                    .online, .pass,
                    .reported("docs/reference/oauth.md#grants-that-were-recorded: clients of arcgis.com send them so")
                ),
            ]),
        .generateTokenGetOnREST: Entry(
            "GET on sharing/rest/generateToken with f=json.", [.exchange, .refuse, .pass],
            [
                (
                    .v10_3_1, .exchange,
                    .reported(
                        "docs/reference/sources.md#web-appbuilder: 405 at 10.3; Esri/resource-proxy exchanges by GET"
                    )
                )
            ]),
        .generateTokenPlainHTTP: Entry(
            "The portal's generateToken over plain HTTP. Documentation says HTTPS only; no refusal has been shown.",
            [.pass, .refuse],
            [
                (
                    .v10_3_1, .pass,
                    .inferred(
                        "ssl:false of a portal that allows HTTP (Esri/ago-assistant#182); with allSSL nothing is known"
                    )
                )
            ]),
        .generateTokenHead: Entry(
            "HEAD on the portal's generateToken; clients that get a 405 try an empty POST.", [.pass, .refuse],
            [(.v10_3_1, .pass, .reported("DOI-BLM/requests-arcgis-auth: 405 on some portals, 200 on others"))]),
        .generateTokenForm: Entry(
            "What a browser gets at the portal's generateToken.", [.show, .refuse],
            [
                (
                    .v10_4, .show,
                    .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server, 10.4")
                ),
                (
                    .v10_6_1, .show,
                    .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server, 10.6")
                ),
                (
                    .v11_4, .show,
                    .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server, latest")
                ),
                (.online, .refuse, .captured("geolens-io/geolens#1746: the form no longer renders (2026)")),
            ]),
        .generateTokenOtherServerURL: Entry(
            "A portal token is exchanged for a serverUrl that no federated server is registered under. issue: a token comes, and no server accepts it.",
            [.issue, .refuse],
            [
                (
                    .v10_3_1, .issue,
                    .captured("Esri/resource-proxy#320 (10.3): the exchange succeeds, the server says 498")
                ),
                (.v10_4, .refuse, .inferred("the issue speaks of 10.3; no later portal's answer was shown")),
            ]),
        .samlSHA1: Entry(
            "A SAML response that is signed by SHA-1, as ADFS 2 and pysaml2 do unless told otherwise.",
            [.pass, .refuse],
            [(.v10_3_1, .pass, .inferred("no source says that portals refuse it"))]),
        .corsCredentials: Entry(
            "Access-Control-Allow-Credentials in answers to a request with an Origin.", [.show, .omit],
            [
                (.v10_3_1, .show, .inferred("the JS API loads every portal with credentials")),
                (.online, .show, .captured("docs/reference/http.md, of arcgis.com")),
            ]),
        .corsAuthorization: Entry(
            "X-Esri-Authorization in a browser's preflight request to the sharing API.", [.pass, .refuse],
            [
                (.v10_3_1, .refuse, .reported("Esri/arcgis-rest-js#557 and #703: not before 2020")),
                (.v10_7_1, .refuse, .inferred("released in 2019")),
                (.v10_8_1, .pass, .inferred("released in 2020")),
                (.online, .pass, .reported("Esri/arcgis-rest-js#703")),
            ]),
        .oauthInfoForm: Entry(
            "The form of oAuthInfo in the sign-in page, which programs read.", [.semicolon, .lineBreak],
            [
                (
                    .v10_3_1, .semicolon,
                    .reported("pypi.org/project/arcgis 1.5.2 and 2.4.4; DOI-BLM/requests-arcgis-auth")
                ),
                (.online, .lineBreak, .captured("DOI-BLM/requests-arcgis-auth#36 (March 2019)")),
            ]),
        .sharingPlainHTTP: Entry(
            "Plain HTTP at a portal whose organization requires HTTPS (allSSL).", [.refuse, .redirect, .pass],
            [
                (
                    .v10_3_1, .refuse,
                    .reported(
                        "Esri/ago-assistant dojo.js (JS API 3.x) looks for 403 with subcode 4 and repeats over HTTPS")
                ),
                (.online, .refuse, .reported("docs/reference/sharing.md#information-endpoints")),
            ]),
        .sharingInvalidToken: Entry(
            "The error.code for an invalid token at the sharing API.", [.code498, .code400],
            [
                (.v10_3_1, .code498, .captured("Esri/arcgis-rest-js fixtures; DOI-BLM/requests-arcgis-auth")),
                (
                    .online, .code498,
                    .captured("Esri/arcgis-rest-js fixtures; some endpoints say 400 (Gleipnir-Technology/arcgis-go)")
                ),
            ]),
        .sharingForbiddenCode: Entry(
            "Whether the sharing API's 403 has a messageCode.", [.show, .omit],
            [
                (.v10_3_1, .omit, .inferred("older portals leave it out; which ones is not told")),
                (.v10_4, .show, .captured("DOI-BLM/requests-arcgis-auth; Esri/solution.js")),
            ]),
        .lockoutPortal: Entry(
            "The lockout of a portal's built-in account after wrong passwords.", [.fifteenMinutes, .never],
            [
                (
                    .v10_3_1, .fifteenMinutes,
                    .documented(
                        "docs/reference/tokens.md#error-bodies: five failures, fifteen minutes; adjustable since 11.1")
                )
            ]),
        .portalAdminUserTypes: Entry(
            "Whether the root of portaladmin has isUserTypeLicensing.", [.omit, .show],
            [
                (.v10_6_1, .omit, .reported("docs/reference/federation.md#the-list-of-servers: from 10.7 on")),
                (.v10_7_1, .show, .reported("Esri/arcgis-cookbook portal_admin_client reads it")),
            ]),
    ]
}
