/// The profile table: for each behaviour the words it can take, what it means, and what each release was seen to do.
extension Behaviour {
    /// What it is about, in one sentence.
    public var summary: String { entry.summary }
    /// The values a scenario may give it.
    public var choices: [Choice] { entry.choices }
    /// The releases that were seen, oldest first.
    public var rows: [ProfileRow] { entry.rows }

    private var entry: Entry { Behaviour.table[self] ?? Entry("", [.pass], []) }

    private struct Entry: Sendable {
        var summary: String
        var choices: [Choice]
        var rows: [ProfileRow]

        init(_ summary: String, _ choices: [Choice], _ rows: [(String, Choice, Evidence)]) {
            self.summary = summary
            self.choices = choices
            self.rows = rows.compactMap { name, choice, evidence in
                Version(name).map { ProfileRow(version: $0, choice: choice, evidence: evidence) }
            }
        }
    }

    /// The forum thread that all this began with.
    package static let thread = "community.esri.com td-p/602488"

    private static let table: [Behaviour: Entry] = [
        .tokenIPBoundOnService: Entry(
            "A portal token made with client=ip or requestip, presented to a service.", [.pass, .refuse],
            [
                ("10.3.1", .refuse, .inferred("\(thread): 498 is captured, that the address did it is not")),
                ("11.1", .pass, .documented("enterprise.arcgis.com 11.5, acquiring-arcgis-tokens")),
                ("online", .refuse, .captured("geolens-io/geolens#1746")),
            ]),
        .tokenAppOnService: Entry(
            "The token of an app (client_credentials), presented to a service as it is.", [.pass, .refuse],
            [
                ("10.3.1", .refuse, .inferred("\(thread): 498 for an OAuth token of a grant that is not shown")),
                ("11.1", .pass, .reported("Esri/arcgis-rest-js ApplicationCredentialsManager sends it")),
            ]),
        .tokenExchangedAppOnService: Entry(
            "The token of an app, exchanged for a server token, presented to a service.", [.pass, .refuse],
            [
                ("10.6.1", .refuse, .captured("Esri/resource-proxy#511")),
                ("11.1", .pass, .inferred("as the app's token itself, which 11.x accepts")),
            ]),
        .tokenRefererMissing: Entry(
            "A token bound to a referer, presented to a service without a Referer header.", [.pass, .refuse],
            [
                ("10.3.1", .pass, .captured("\(thread): the script that works sends no Referer")),
                ("11.1", .pass, .reported("bmi-arcgis-restapi 2.4.19 and others send none")),
                ("online", .pass, .captured("geolens-io/geolens#1746")),
            ]),
        .tokenRefererMissingOnPortalAdmin: Entry(
            "A token bound to a referer, presented to portaladmin without a Referer header.", [.pass, .refuse],
            [
                ("10.3.1", .pass, .inferred("the refusal is only known of 11.1")),
                ("10.9.1", .pass, .inferred("the refusal is only known of 11.1")),
                ("11.1", .refuse, .captured("Esri/arcgis-powershell-dsc#464")),
            ]),
        .tokenOtherReferer: Entry(
            "A token bound to a referer, presented with another Referer header.", [.pass, .refuse],
            [
                ("10.3.1", .refuse, .captured("Esri/geoservices-js#55, qgis/QGIS#55067")),
                ("11.1", .refuse, .captured("Esri/arcgis-powershell-dsc#464")),
                ("online", .pass, .captured("geolens-io/geolens#1746")),
            ]),
        .tokenSiteAdminOnService: Entry(
            "A token of the primary site administrator, presented to a service of a federated server.",
            [.pass, .refuse],
            [
                ("10.4", .refuse, .documented("accessing-the-administrator-directory-on-a-federated-server, 10.4")),
                ("10.6.1", .refuse, .documented("the same page, 10.6")),
                ("11.4", .refuse, .documented("the same page, latest")),
            ]),
        .generateTokenUnknownClient: Entry(
            "The portal's generateToken is asked with a client that is none of referer, ip and requestip.",
            [.address, .ignore, .refuse],
            [("10.3.1", .address, .captured("\(thread): a token comes, and services answer 498 to it"))]),
        .generateTokenQueryCredentials: Entry(
            "User name and password stand in the query string of the portal's generateToken.", [.pass, .refuse],
            [
                ("10.3.1", .pass, .inferred("the refusal is only known from 10.7")),
                ("10.6.1", .pass, .inferred("the refusal is only known from 10.7")),
                ("10.7.1", .refuse, .captured("Esri/resource-proxy#534")),
                ("online", .pass, .reported("clients of arcgis.com send them so")),
            ]),
        .generateTokenGetOnRest: Entry(
            "GET on sharing/rest/generateToken with f=json.", [.refuse, .pass],
            [("10.3.1", .refuse, .captured("ArcGIS Web AppBuilder's token utilities (Portal 10.3)"))]),
        .generateTokenPlainHTTP: Entry(
            "The portal's generateToken over plain HTTP. Documentation says HTTPS only; no refusal was ever shown.",
            [.pass, .refuse],
            [
                (
                    "10.3.1", .pass,
                    .inferred(
                        "a portal that allows HTTP answers ssl:false (Esri/ago-assistant#182); with allSSL nothing is known"
                    )
                )
            ]),
        .generateTokenHead: Entry(
            "HEAD on the portal's generateToken: clients that get a 405 try an empty POST.", [.pass, .refuse],
            [("10.3.1", .pass, .reported("DOI-BLM/requests-arcgis-auth: 405 on some portals, 200 on others"))]),
        .generateTokenForm: Entry(
            "A browser opens the portal's generateToken.", [.show, .refuse],
            [
                ("10.4", .show, .documented("accessing-the-administrator-directory-on-a-federated-server, 10.4")),
                ("10.6.1", .show, .documented("the same page, 10.6")),
                ("11.4", .show, .documented("the same page, latest")),
                ("online", .refuse, .captured("geolens-io/geolens#1746: the form no longer renders (2026)")),
            ]),
        .generateTokenOtherServerURL: Entry(
            "A portal token is exchanged for a serverUrl that no federated server is registered under. issue: a token comes, and no server accepts it.",
            [.issue, .refuse],
            [
                (
                    "10.3.1", .issue,
                    .captured("Esri/resource-proxy#320 (10.3): the exchange succeeds, the server says 498")
                ),
                ("10.4", .refuse, .inferred("the issue speaks of 10.3; no later portal's answer was shown")),
            ]),
        .oauthInfoForm: Entry(
            "How the sign-in page writes oAuthInfo, which programs read.", [.semicolon, .lineBreak],
            [
                ("10.3.1", .semicolon, .reported("ArcGIS API for Python 1.5 and 2.4; DOI-BLM/requests-arcgis-auth")),
                ("online", .lineBreak, .captured("DOI-BLM/requests-arcgis-auth#36 (March 2019)")),
            ]),
        .sharingPlainHTTP: Entry(
            "Plain HTTP at a portal whose organization is HTTPS only (allSSL).", [.refuse, .redirect, .pass],
            [
                ("10.3.1", .refuse, .reported("JS API 3.x looks for 403 with subcode 4 and repeats over HTTPS")),
                ("online", .refuse, .reported("the same")),
            ]),
        .sharingInvalidToken: Entry(
            "error.code of a bad token at the sharing API.", [.code498, .code400],
            [
                ("10.3.1", .code498, .captured("Esri/arcgis-rest-js fixtures; DOI-BLM/requests-arcgis-auth")),
                (
                    "online", .code498,
                    .captured("Esri/arcgis-rest-js fixtures; some endpoints say 400 (Gleipnir-Technology/arcgis-go)")
                ),
            ]),
        .sharingForbiddenCode: Entry(
            "Whether the sharing API's 403 has a messageCode.", [.show, .omit],
            [
                ("10.3.1", .omit, .inferred("older portals leave it out; which ones is not told")),
                ("10.4", .show, .captured("DOI-BLM/requests-arcgis-auth; Esri/solution.js")),
            ]),
        .lockoutPortal: Entry(
            "A built-in account of a portal after wrong passwords.", [.fifteenMinutes, .never],
            [
                (
                    "10.3.1", .fifteenMinutes,
                    .documented(
                        "community.esri.com idc-p/1539689: five failures, fifteen minutes; adjustable since 11.1")
                )
            ]),
        .lockoutServer: Entry(
            "An account of a server's own store after wrong passwords; the primary site administrator is one.",
            [.oneMinute, .fifteenMinutes, .never],
            [
                ("10.3.1", .oneMinute, .documented("server.arcgis.com 10.3, user-account-lockout-policy")),
                ("11.1", .fifteenMinutes, .documented("enterprise.arcgis.com latest, user-account-lockout-policy")),
            ]),
        .serverTokenGet: Entry(
            "GET on a server's tokens/generateToken.", [.refuse, .pass],
            [
                ("10.2", .pass, .documented("acquiring tokens with GET: on by default up to 10.2.2")),
                (
                    "10.3", .refuse,
                    .documented("enable-token-acquisition-through-an-http-get-request: impossible at 10.3")
                ),
                ("10.3.1", .refuse, .documented("the same page, 10.3.1: off by default")),
                ("11.1", .refuse, .documented("the same page, 11.1")), ("11.3", .refuse, .documented("the same, 11.3")),
                ("11.4", .refuse, .documented("the same, 11.4")),
            ]),
        .serverTokenQueryCredentials: Entry(
            "User name and password stand in the query of a POST to a server's tokens/generateToken.",
            [.refuse, .pass],
            [
                ("10.2", .pass, .inferred("as GET, which was on by default up to 10.2.2")),
                (
                    "10.3", .refuse,
                    .documented("enable-token-acquisition-through-an-http-get-request: impossible at 10.3")
                ),
                ("10.3.1", .refuse, .documented("the same page: allowHttpPostQueryParams is off by default")),
                ("11.4", .refuse, .documented("the same, 11.4")),
            ]),
        .serverTokenRefusalStatus: Entry(
            "The HTTP status of a wrong name or password at a server's tokens/generateToken.", [.code403, .code200],
            [
                (
                    "10.0", .code403,
                    .documented(
                        "docs.vertigisstudio.com wf_A_GenerateToken: .NET clients of old servers see (403) Forbidden")
                ),
                ("10.1", .code200, .inferred("that page names no release")),
                ("11.1", .code200, .captured("a site's answer recorded in 2025")),
            ]),
        .serverTokenGetToken: Entry(
            "The answer to request=getToken at a server's token service: the letters alone, or JSON.", [.text, .json],
            [
                (
                    "10.0", .text,
                    .documented("docs.vertigisstudio.com wf_A_GenerateToken: older servers send the token alone")
                ),
                ("10.1", .json, .inferred("that page names no release")),
            ]),
        .serverTokenFederated: Entry(
            "A federated server's own tokens/generateToken, asked by its primary site administrator.",
            [.issue, .refuse],
            [("10.3.1", .issue, .inferred("\(thread): what it hands out is not accepted by services"))]),
        .serverTokenLongWithoutClient: Entry(
            "A server token is asked for longer than the short life, without client.", [.refuse, .pass],
            [("10.5.1", .refuse, .captured("Esri/resource-proxy#432 (the strings; the envelope is inferred)"))]),
        .adminTokenInBody: Entry(
            "A POST to a server's administrator directory with the token in its body.", [.ignore, .pass],
            [
                ("10.3.1", .ignore, .reported("DOI-BLM/requests-arcgis-auth: older servers, no release is named")),
                ("10.5.1", .pass, .inferred("the report speaks of older servers")),
            ]),
        .portalAdminUserTypes: Entry(
            "Whether the root of portaladmin tells isUserTypeLicensing.", [.omit, .show],
            [
                ("10.6.1", .omit, .inferred("user types came with 10.7")),
                ("10.7.1", .show, .reported("Esri/arcgis-cookbook portal_admin_client reads it")),
            ]),
        .infoKeys: Entry(
            "Which keys rest/info has: up to 10.0 neither fullVersion nor SOAP URLs.", [.omit, .show],
            [
                ("10.0", .omit, .captured("rest/info of a 10.04 server")),
                ("10.1", .show, .documented("server-info: fullVersion since 10.1")),
                ("10.3.1", .show, .captured("Esri/arcgis-rest-js#174")),
            ]),
        .infoOwningTenant: Entry(
            "Whether rest/info of a federated server names the organization (owningTenant).", [.omit, .show],
            [
                ("11.4", .omit, .captured("no Enterprise capture has it")),
                ("online", .show, .reported("JS API ServerInfo has the property; its value was not shown")),
            ]),
        .infoTokenServicesURL: Entry(
            "The path that rest/info of a federated server gives for the portal's token service.", [.legacy, .rest],
            [
                ("10.5.1", .legacy, .reported("Esri/arcgis-rest-js fixture, 10.5.1")),
                ("10.6.1", .rest, .captured("rest/info of a federated 10.6.1 server")),
            ]),
        .serverMediaType: Entry(
            "The media type of f=json at a server.", [.text, .json],
            [
                ("10.5.1", .text, .captured("curl -i of ArcGIS Server 10.5.1")),
                ("10.7.1", .text, .inferred("the change came between 10.6 and today's hosted services")),
                ("10.8.1", .json, .inferred("the change came between 10.6 and today's hosted services")),
                ("online", .json, .captured("response headers of a hosted service")),
            ]),
        .serverField: Entry(
            "The Server field of a server's answers: empty, or none.", [.show, .omit],
            [
                ("10.5.1", .show, .captured("curl -i of ArcGIS Server 10.5.1: the field is there and empty")),
                ("10.6.1", .omit, .inferred("no later answer shows it")),
            ]),
        .restLogin: Entry(
            "What the login page of the services directory of a federated server asks for.", [.credentials, .token],
            [
                ("10.3.1", .credentials, .inferred("as 10.4; at 10.2 a portal token was pasted")),
                (
                    "10.4", .credentials,
                    .documented("accessing-the-administrator-directory-on-a-federated-server, 10.4")
                ),
                ("10.6.1", .credentials, .documented("the same page, 10.6")),
                ("11.4", .credentials, .documented("the same page, latest")),
            ]),
        .serviceTokenRequired: Entry(
            "What a secured service says when no token came.",
            [.server, .unauthorized, .hosted, .subscription, .basemap],
            [
                (
                    "10.0", .unauthorized,
                    .reported("davetimmins/ArcGIS.PCL tests: the text of a 10.0 server; its number is inferred")
                ),
                ("10.2", .server, .captured("Esri/resource-proxy#231")),
                ("10.3.1", .server, .captured("CartoDB/cartodb#6829; koopjs/FeatureServer")),
                ("online", .hosted, .captured("Esri/arcgis-rest-js mocks; koopjs/koop")),
            ]),
        .serviceInvalidToken: Entry(
            "What a service says to a bad token.", [.server, .long, .hosted],
            [
                ("10.3", .server, .captured("Esri/resource-proxy#208")),
                ("10.3.1", .server, .captured(thread)),
                ("10.6.1", .server, .captured("Esri/resource-proxy#496")),
                ("online", .hosted, .captured("Esri/ArcREST#266")),
            ]),
        .serviceNotFoundCode: Entry(
            "error.code of a service that does not exist.", [.code404, .code500],
            [
                ("10.3.1", .code500, .captured("stored crawls of older servers")),
                ("10.6.1", .code500, .inferred("the release of the change is not known")),
                ("10.7.1", .code404, .captured("stored crawls of current servers")),
            ]),
        .catalogSecuredFolder: Entry(
            "A folder of the services directory all of whose services are secured, asked for without a token.",
            [.require, .hide],
            [("10.3.1", .require, .inferred("services-reference 1.6"))]),
    ]
}
