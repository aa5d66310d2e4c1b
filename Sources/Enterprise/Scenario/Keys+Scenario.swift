// SPDX-License-Identifier: Apache-2.0

import Facts
import Services

/// The format of scenario files, as tables: docs/contracts.md#scenario-files.
extension Keys {
    static let anyInteger = 0...Int(Int32.max)
    private static let ports = 0...65_535

    package static let scenario = Keys(
        what: "a scenario", component: "Scenario",
        list: [
            Key("title", .string, "What the file shows, in one sentence."),
            Key("report", .object(report), "Where the behavior was reported."),
            Key("extends", .string, "A built-in name or a path; what is written here goes on top of it."),
            Key("clock", .string, "Where the deployment's clock starts, ISO 8601; absent: the machine's."),
            Key("seed", .integer(0...Int.max), "Same seed, same tokens; absent: random."),
            Key("portal", .either([.object(portal), .null]), "Short for one portal; null: none."),
            Key("portals", .list(.object(portal)), "The portals."),
            Key("servers", .list(.object(server)), "The ArcGIS Servers."),
            Key("quirks", .map(.string), "Behaviors set otherwise than the release has them."),
            Key("faults", .list(.object(fault)), "Failures on purpose; the first that strikes counts."),
            Key("explain", .boolean, "Whether answers carry X-Mock-Portal-Because."),
            Key("allowedOrigins", .list(.string), "Origins that browsers may call from; [\"*\"] is everybody."),
            Key("steps", .list(.object(step)), "What `check` does, and what must come of it."),
        ])

    static let report = Keys(
        what: "a report",
        list: [
            Key("url", .string, "The page, thread or issue."), Key("version", .string, "The release it speaks of."),
            Key("login", .string, "The kind of login."), Key("client", .string, "The client software."),
            Key(
                "confidence", .word(Confidence.allCases.map(\.rawValue)), "How sure it is that real systems do so."),
        ])

    static let portal = Keys(
        what: "a portal",
        list: [
            Key("name", .string, "Its name in this file."),
            Key("version", .word(Version.known.map(\.name)), "The release; from 10.3.1 on there are portals."),
            Key("context", .string, "The first segment of its paths."),
            Key("site", .boolean, "Whether it was initialized: true."),
            Key("state", .word(SiteAvailability.allCases.map(\.rawValue)), "Whether it can be reached at all."),
            Key("httpPort", .integer(ports), "A port of its own."),
            Key("httpsPort", .integer(ports), "A port of its own."),
            Key("hosts", .list(.string), "Further names its certificate is for."),
            Key("publicURL", .string, "The URL it gives itself in bodies."),
            Key("allSSL", .boolean, "Whether the organization is HTTPS only."),
            Key("maxTokenExpirationMinutes", .integer(-1...Int(Int32.max)), "The organization's limit; -1: none."),
            Key("logins", .object(logins), "How people may sign in."),
            Key("users", .list(.object(user)), "The members."),
            Key("groups", .list(.object(group)), "Groups of members."),
            Key("items", .list(.object(content)), "Content items, besides those that every service has."),
            Key("apps", .list(.object(app)), "OAuth apps."), Key("org", .object(org), "The organization."),
        ])

    static let org = Keys(
        what: "an organization",
        list: [
            Key("name", .string, "Its name."),
            Key(
                "helperServices", .any,
                "As portals/self shows them; {server} and {portal} are filled. Absent: the portal's geocoders."),
        ])

    static let logins = Keys(
        what: "logins",
        list: [
            Key("builtIn", .boolean, "Whether built-in accounts may sign in."),
            Key("saml", .object(saml), "A SAML identity provider."),
            Key("oidc", .object(oidc), "An OpenID Connect provider."),
            Key("webTier", .word(["iwa", "ldap", "pki"]), "Authentication in front of the portal."),
        ])

    static let saml = Keys(
        what: "a SAML login",
        list: [
            Key("name", .string, "What the sign-in page calls it."),
            Key("metadata", .string, "A provider elsewhere: its metadata, a file beside this one."),
            Key("signUpMode", .word(["invitation", "automatic"]), "Who may join."),
            Key("usernameSuffix", .string, "Appended to user names."),
            Key("entityId", .string, "The portal's entity id."),
            Key(
                "faults", .list(.word(SAMLProvider.Fault.allCases.map(\.rawValue))),
                "What is wrong with the built-in provider."),
        ])

    static let oidc = Keys(
        what: "an OpenID Connect login", list: [Key("name", .string, "What the sign-in page calls it.")])

    static let user = Keys(
        what: "a user",
        list: [
            Key("username", .string, "The name, in its exact case.", isRequired: true),
            Key(
                "password", .string, "The password; of an enterprise user the one only the provider knows.",
                isRequired: true),
            Key("provider", .word(["arcgis", "enterprise"]), "Who knows the password."),
            Key("role", .word(["org_admin", "org_publisher", "org_user"]), "The role."),
            Key("fullName", .string, "The full name."), Key("email", .string, "The address."),
            Key("nameId", .string, "The provider's name for the user."),
            Key("disabled", .boolean, "Whether it is disabled."),
            Key("certificate", .boolean, "Whether a client certificate is minted; the ready file names it."),
        ])

    static let app = Keys(
        what: "an app",
        list: [
            Key("clientId", .string, "Its client id.", isRequired: true),
            Key("clientSecret", .string, "Its client secret."),
            Key("redirectUris", .list(.string), "Where it may be sent back to."),
        ])

    static let server = Keys(
        what: "a server",
        list: [
            Key("name", .string, "Its name in this file."), Key("context", .string, "The first segment of its paths."),
            Key("version", .word(Version.known.map(\.name)), "The release."),
            Key("fullVersion", .string, "fullVersion in rest/info, where it is not the release's own."),
            Key("state", .word(SiteAvailability.allCases.map(\.rawValue)), "Whether it can be reached at all."),
            Key("tokens", .object(tokens), "Its own token service."),
            Key("machine", .string, "The machine's name."), Key("httpPort", .integer(ports), "A port of its own."),
            Key("httpsPort", .integer(ports), "A port of its own."),
            Key("hosts", .list(.string), "Further names its certificate is for."),
            Key("publicURL", .string, "The URL it gives itself in bodies."),
            Key("site", .boolean, "Whether the machine belongs to a site: true."),
            Key("security", .boolean, "Whether services ask for tokens."),
            Key("siteAdmin", .object(siteAdmin), "The primary site administrator."),
            Key("users", .list(.object(user)), "Its own store: of use while it is standalone."),
            Key("federated", .either([.boolean, .string, .object(federation)]), "The portal it is federated with."),
            Key("hosting", .boolean, "Whether it is the portal's hosting server."),
            Key("services", .list(.object(service)), "Its services."),
        ])

    static let tokens = Keys(
        what: "a token service",
        list: [
            Key("shortTimeout", .integer(1...525_600), "The life of a token without a wish, in minutes: 60."),
            Key("longTimeout", .integer(1...525_600), "The longest life, in minutes: 1440."),
            Key("allowHttpGet", .boolean, "Whether it hands out tokens for GET; absent: as the release does."),
            Key(
                "allowHttpPostQueryParams", .boolean,
                "Whether name and password may stand in the query; absent: as the release does."),
        ])

    static let siteAdmin = Keys(
        what: "a site administrator",
        list: [
            Key("username", .string, "The name.", isRequired: true),
            Key("password", .string, "The password.", isRequired: true),
        ])

    static let federation = Keys(
        what: "a federation",
        list: [
            Key("portal", .string, "The portal's name."), Key("url", .string, "What users are told its URL is."),
            Key("adminUrl", .string, "Its internal URL."),
            Key("owningSystemUrl", .string, "What rest/info says the portal's URL is."),
            Key("role", .string, "Its server role."), Key("staleKey", .boolean, "Whether it lost the portal's key."),
        ])

    static let service = Keys(
        what: "a service",
        list: [
            Key("name", .string, "With its folder: Folder/Name.", isRequired: true),
            Key("type", .word(ServiceRequest.Kind.allCases.map(\.rawValue)), "Its type."),
            Key(
                "featureServer", .either([.boolean, .object(featureAccess)]),
                "Whether a MapServer has feature access too, and what may be edited by it."),
            Key(
                "access", .either([.word(["public", "org", "private"]), .object(access)]), "Who may see it."),
            Key("item", .object(item), "The portal item, if it is shared otherwise than the service."),
            Key("owner", .string, "The member who owns it; the portal's first administrator unless given."),
            Key("state", .word(["started", "stopped", "missing"]), "Whether it runs."),
            Key("maxRecordCount", .integer(1...1_000_000), "Rows an answer has at most."),
            Key("capabilities", .string, "As its root lists them."),
            Key(
                "runtime", .word(Runtime.allCases.map(\.rawValue)),
                "What it runs in, which decides its shapes; absent: as the release has it."),
            Key("description", .string, "Its description."), Key("copyrightText", .string, "Whose it is."),
            Key(
                "source", .string,
                "A file, relative to this file: a root as servers answer it, or the /layers below it, to make the service from."
            ),
            Key("layers", .list(.object(layer)), "Its layers."),
            Key("cached", .either([.boolean, .object(cache)]), "Whether it has tiles, in Web Mercator."),
            Key("wms", .boolean, "Whether it answers WMS too."),
            Key(
                "supportsDynamicLayers", .boolean,
                "Whether requests may bring layers of their own; absent: from 10.1 on."),
            Key("results", .map(.any), "Answers word for word, by the path below the service: JSON, or { file }."),
            Key(
                "locations", .either([.list(.object(location)), .string]),
                "The places of a GeocodeServer, or a GeoJSON file of them."),
            Key("addressFields", .list(.string), "The fields that a GeocodeServer takes an address in."),
            Key("tasks", .list(.object(task)), "The tasks of a GPServer."),
            Key("image", .object(image), "What an ImageServer knows beside its catalog, which is its first layer."),
            Key("json", .any, "A pasted response to serve as the root, word for word."),
        ])

    static let featureAccess = Keys(
        what: "a feature access",
        list: [
            Key("capabilities", .string, "As the FeatureServer's root lists them: Create,Delete,Query,Update,Editing."),
            Key("allowGeometryUpdates", .boolean, "Whether geometries may be changed: true."),
        ])

    static let cache = Keys(
        what: "a cache",
        list: [
            Key("levels", .integer(0...23), "The deepest level: 23."),
            Key("blankTiles", .boolean, "Whether a tile outside the map is blank instead of missing."),
        ])

    static let item = Keys(
        what: "an item",
        list: [
            Key("access", .either([.word(["public", "org", "private"]), .object(access)]), "Who may see it."),
            Key("serviceProxyParams", .object(proxyParameters), "Whom its proxy, sharing/servers/{id}, answers."),
        ])

    static let proxyParameters = Keys(
        what: "a proxy's parameters",
        list: [Key("referrers", .list(.string), "Full addresses of the pages that it answers; absent: all.")])

    static let access = Keys(
        what: "an access", list: [Key("groups", .list(.string), "Groups that may see it.", isRequired: true)])
}
