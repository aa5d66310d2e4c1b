// SPDX-License-Identifier: Apache-2.0

extension Behavior {
    /// The behaviors of servers.
    static let servers: [Behavior: Entry] = [
        .lockoutServer: Entry(
            "The lockout of a server's own accounts, including the primary site administrator.",
            [.oneMinute, .fifteenMinutes, .never],
            [
                (.v10_3_1, .oneMinute, .documented("docs/reference/sources.md#user-account-lockout-policy, 10.3")),
                (.v11_1, .fifteenMinutes, .documented("docs/reference/sources.md#user-account-lockout-policy, latest")),
            ]),
        .serverTokenGet: Entry(
            "GET on a server's tokens/generateToken.", [.refuse, .pass],
            [
                (
                    .v10_2, .pass,
                    .documented("docs/reference/sources.md#tokens-through-get: on by default up to 10.2.2")
                ),
                (
                    .v10_3, .refuse,
                    .documented("docs/reference/sources.md#tokens-through-get: impossible at 10.3")
                ),
                (
                    .v10_3_1, .refuse,
                    .documented("docs/reference/sources.md#tokens-through-get, 10.3.1: off by default")
                ),
                (.v11_1, .refuse, .documented("docs/reference/sources.md#tokens-through-get, 11.1")),
                (.v11_3, .refuse, .documented("docs/reference/sources.md#tokens-through-get, 11.3")),
                (.v11_4, .refuse, .documented("docs/reference/sources.md#tokens-through-get, 11.4")),
            ]),
        .serverTokenQueryCredentials: Entry(
            "User name and password in the query of a POST to a server's tokens/generateToken.",
            [.refuse, .pass],
            [
                (.v10_2, .pass, .inferred("as GET, which was on by default up to 10.2.2")),
                (
                    .v10_3, .refuse,
                    .documented("docs/reference/sources.md#tokens-through-get: impossible at 10.3")
                ),
                (
                    .v10_3_1, .refuse,
                    .documented(
                        "docs/reference/sources.md#tokens-through-get: allowHttpPostQueryParams is off by default")
                ),
                (.v11_4, .refuse, .documented("docs/reference/sources.md#tokens-through-get, 11.4")),
            ]),
        .serverTokenRefusalStatus: Entry(
            "The HTTP status for a wrong name or password at a server's tokens/generateToken.", [.code403, .code200],
            [
                (
                    .v10_0, .code403,
                    .documented(
                        "docs/reference/sources.md#vertigis-studio: .NET clients of old servers see (403) Forbidden")
                ),
                (.v10_1, .code200, .inferred("that page names no release")),
                (.v11_1, .code200, .captured("docs/reference/server-tokens.md#issuing-tokens, of 2025")),
            ]),
        .serverTokenGetToken: Entry(
            "The answer to request=getToken at a server's token service: the bare token, or JSON.", [.text, .json],
            [
                (
                    .v10_0, .text,
                    .documented("docs/reference/sources.md#vertigis-studio: older servers send the token alone")
                ),
                (.v10_1, .json, .inferred("that page names no release")),
            ]),
        .serverTokenFederated: Entry(
            "A federated server's own tokens/generateToken, used by its primary site administrator.",
            [.issue, .refuse],
            [(.v10_3_1, .issue, .inferred("\(thread): what it hands out is not accepted by services"))]),
        .serverTokenLongWithoutClient: Entry(
            "A server token requested for longer than the short-lived limit, without client.", [.refuse, .pass],
            [(.v10_5_1, .refuse, .captured("Esri/resource-proxy#432 (the strings; the envelope is inferred)"))]),
        .adminTokenInBody: Entry(
            "A POST to a server's administrator directory with the token in its body.", [.ignore, .pass],
            [
                (.v10_3_1, .ignore, .reported("DOI-BLM/requests-arcgis-auth: older servers, no release is named")),
                (
                    .v10_5_1, .pass,
                    .reported("Esri/ArcREST src/arcrest/web/_base.py posts it there (2017)")
                ),
            ]),
        .infoKeys: Entry(
            "The keys of rest/info: up to 10.0 neither fullVersion nor SOAP URLs.", [.omit, .show],
            [
                (.v10_0, .omit, .captured("docs/reference/server-tokens.md#restinfo, of 10.04")),
                (
                    .v10_1, .show,
                    .documented(
                        "developers.arcgis.com/rest/services-reference/enterprise/server-info/: fullVersion since 10.1")
                ),
                (.v10_3_1, .show, .captured("Esri/arcgis-rest-js#174")),
            ]),
        .infoOwningTenant: Entry(
            "Whether rest/info of a federated server names the organization (owningTenant).", [.omit, .show],
            [
                (.v11_4, .omit, .captured("docs/reference/server-tokens.md#restinfo: no Enterprise capture has it")),
                (
                    .online, .show,
                    .reported(
                        "docs/reference/sources.md#arcgis-api-for-javascript: ServerInfo has it; no value was shown")
                ),
            ]),
        .infoSecurityForm: Entry(
            "isTokenBasedSecurity of rest/info: a Boolean, or a string.", [.boolean, .string],
            [
                (
                    .v10_0, .boolean,
                    .captured(
                        "docs/reference/server-tokens.md#restinfo, 10.04; Esri/esri-leaflet's text names no release")
                ),
                (.v10_5_1, .boolean, .captured("docs/reference/server-tokens.md#restinfo, of 10.5.1")),
            ]),
        .infoTokenServicesURL: Entry(
            "The path that rest/info of a federated server gives for the portal's token service.", [.legacy, .rest],
            [
                (.v10_5_1, .legacy, .reported("Esri/arcgis-rest-js fixture, 10.5.1")),
                (.v10_6_1, .rest, .captured("docs/reference/server-tokens.md#restinfo, of a federated 10.6.1")),
            ]),
        .serverMediaType: Entry(
            "The media type of f=json at a server.", [.text, .json],
            [
                (.v10_5_1, .text, .captured("jstuart/puppet-arcgis: curl -i of 10.5.1")),
                (.v10_7_1, .text, .inferred("the change came between 10.6 and today's hosted services")),
                (.v10_8_1, .json, .inferred("the change came between 10.6 and today's hosted services")),
                (.online, .json, .captured("docs/reference/http.md#headers-limits-transport, of a hosted service")),
            ]),
        .serverField: Entry(
            "The Server field of a server's answers: empty, or omitted.", [.show, .omit],
            [
                (.v10_5_1, .show, .captured("jstuart/puppet-arcgis: curl -i of 10.5.1: the field is there and empty")),
                (.v10_6_1, .omit, .inferred("no later answer shows it")),
            ]),
        .serverRolesCookie: Entry(
            "Whether the services directory sets the cookie AGS_ROLES for unknown callers.",
            [.omit, .show],
            [
                (
                    .v11_4, .omit,
                    .inferred("two unrelated sites set the same one (captured); no release that does so is known")
                )
            ]),
        .serverLongURL: Entry(
            "A URL of more than 2,140 characters: accepted, or a page with 404 or 414.", [.pass, .code404, .code414],
            [
                (.v11_4, .pass, .inferred("no limit of a server without a web server in front was shown")),
                (.online, .code404, .reported("Esri/arcgis-rest-js#1226; Esri/esri-leaflet#983")),
            ]),
        .restLogin: Entry(
            "What the login page of the services directory of a federated server asks for.", [.credentials, .token],
            [
                (.v10_3_1, .credentials, .inferred("as 10.4; at 10.2 a portal token was pasted")),
                (
                    .v10_4, .credentials,
                    .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server, 10.4")
                ),
                (
                    .v10_6_1, .credentials,
                    .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server, 10.6")
                ),
                (
                    .v11_4, .credentials,
                    .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server, latest")
                ),
            ]),
        .serviceTokenRequired: Entry(
            "What a secured service answers without a token.",
            [.server, .unauthorized, .hosted, .subscription, .basemap],
            [
                (
                    .v10_0, .unauthorized,
                    .reported("davetimmins/ArcGIS.PCL tests: the text of a 10.0 server; its number is inferred")
                ),
                (.v10_2, .server, .captured("Esri/resource-proxy#231")),
                (.v10_3_1, .server, .captured("CartoDB/cartodb#6829; koopjs/FeatureServer")),
                (.online, .hosted, .captured("Esri/arcgis-rest-js mocks; koopjs/koop")),
            ]),
        .serviceInvalidToken: Entry(
            "What a service answers to an invalid token; basemap is the text in Esri/esri-leaflet-vector#68.",
            [.server, .long, .hosted, .basemap],
            [
                (.v10_3, .server, .captured("Esri/resource-proxy#208")),
                (.v10_3_1, .server, .captured(thread)),
                (.v10_6_1, .server, .captured("Esri/resource-proxy#496")),
                (.online, .hosted, .captured("Esri/ArcREST#266")),
            ]),
        .serviceForbidden: Entry(
            "What a service answers to a signed-in user who may not see it.", [.server, .hosted],
            [
                (.v10_3_1, .server, .captured("Esri/resource-proxy#500; no release is named")),
                (.v11_4, .server, .inferred("as before")),
                (.online, .hosted, .captured("docs/reference/refusals.md#bodies, of a hosted service")),
            ]),
        .serviceNotFoundCode: Entry(
            "The error.code for a service that does not exist.", [.code404, .code500],
            [
                (
                    .v10_3_1, .code500,
                    .captured("docs/reference/catalog-and-descriptions.md#missing-and-stopped-services, older servers")
                ),
                (.v10_6_1, .code500, .inferred("the release of the change is not known")),
                (
                    .v10_7_1, .code404,
                    .captured(
                        "docs/reference/catalog-and-descriptions.md#missing-and-stopped-services, current servers")
                ),
            ]),
        .serviceNotFoundWords: Entry(
            "The message for a service that does not exist.", [.server, .unauthorized, .hosted],
            [
                (.v10_0, .unauthorized, .captured("Tests/Golden/arcgis/errors/err_service_missing_10_0_pretty.json")),
                (.v10_1, .server, .inferred("as 10.3.1")),
                (
                    .v10_3_1, .server,
                    .captured("docs/reference/catalog-and-descriptions.md#missing-and-stopped-services, of eight hosts")
                ),
                (.online, .hosted, .captured("Esri/arcgis-rest-js mocks; R-ArcGIS/arcgisutils#84")),
            ]),
        .catalogSecuredFolder: Entry(
            "A folder of the services directory with only secured services, requested without a token.",
            [.require, .hide],
            [(.v10_3_1, .require, .inferred("docs/reference/catalog-and-descriptions.md#catalog-and-information"))]),
    ]
}
