import Facts
import Formats

/// The slice of the administrator directories: `admin` of a server, `portaladmin` of a portal (auth-reference 3.2).
enum Administration {
    static let routes: [Route] = [
        Route(
            .server, "admin", .admin, "The administrator directory's root; without the last slash 302 to it.",
            since: "10.1", evidence: .captured("Puppet captures of ArcGIS Server 10.5.1 (182 bytes)"),
            handler: ServerAdministrator.root),
        Route(
            .server, "admin/login", .admin, "The form that a browser signs in with.", since: "10.1",
            evidence: .documented("accessing-the-administrator-directory-on-a-federated-server"),
            handler: LoginPage.admin),
        Route(
            .server, "admin/security/config", .admin, "How the server authenticates; federated or not.",
            since: "10.1", evidence: .reported("Esri/arcgis-cookbook server_admin_client"),
            handler: SecurityResources.config),
        Route(
            .server, "admin/security/tokens", .admin, "The settings of the server's own token service.",
            since: "10.1", evidence: .documented("enable-token-acquisition-through-an-http-get-request"),
            handler: SecurityResources.tokens),
        Route(
            .server, "admin/security/tokens/update", .admin, "Changes them; a sharedKey ends all tokens.",
            since: "10.1", evidence: .documented("enable-token-acquisition-through-an-http-get-request"),
            handler: SecurityResources.update),
        Route(
            .server, "admin/services", .admin, "The services of the root folder.", since: "10.1",
            evidence: .inferred("the keys are those of the documentation, from memory"),
            handler: AdminResources.services),
        Route(
            .server, "admin/services/{service}", .admin, "A service, with its portal items: Airports.MapServer.",
            since: "10.1", evidence: .captured("portalProperties in a public code capture; other keys inferred"),
            handler: AdminResources.service),
        Route(
            .server, "admin/services/{folder}/{service}", .admin, "The same in a folder.", since: "10.1",
            evidence: .captured("portalProperties in a public code capture; other keys inferred"),
            handler: AdminResources.service),
        Route(
            .server, "admin/logs", .admin, "What there is about logs.", since: "10.1",
            evidence: .reported("ArcGIS API for Python asks for it"), handler: AdminResources.logs),
        Route(
            .server, "admin/logs/query", .admin, "Always an empty log.", since: "10.1",
            evidence: .reported("Esri/arcgis-python-api#1558 reads hasMore"), handler: AdminResources.logQuery),
        Route(
            .portal, "portaladmin/login", .portalAdmin, "The form that a browser signs in with.",
            evidence: .inferred("as a server's"), handler: LoginPage.portalAdmin),
        Route(
            .portal, "portaladmin/federation/servers/federate", .portalAdmin, "Federates a server with the portal.",
            evidence: .documented("portal administration API, federate-servers"), handler: FederationOperations.federate
        ),
        Route(
            .portal, "portaladmin/federation/servers/{id}/{operation}", .portalAdmin,
            "unfederate, update or validate a federated server.",
            evidence: .reported("Esri/arcgis-powershell-dsc; Esri/arcgis-cookbook"),
            handler: FederationOperations.change),
        Route(
            .portal, "portaladmin", .portalAdmin, "The portal administrator directory's root.",
            evidence: .inferred("the keys of its root were not captured"), handler: PortalAdministrator.root),
        Route(
            .portal, "portaladmin/federation", .portalAdmin, "What there is about federation.",
            evidence: .documented("portal administration API, federation"), handler: PortalAdministrator.federation),
        Route(
            .portal, "portaladmin/federation/servers", .portalAdmin, "The servers federated with the portal.",
            evidence: .documented("portal administration API, federation/servers"), handler: PortalAdministrator.servers
        ),
    ]

    enum Said {
        /// 144 bytes as a body (recorded).
        static let tokenRequired = Words(
            "admin.token-required", 499,
            "Unauthorized access. Token not found. You can generate a token using the 'generateToken' operation.",
            envelope: .status, evidence: .captured("Puppet captures of 10.5.1; DOI-BLM/requests-arcgis-auth; Chef"))
        static let expired = Words(
            "admin.token-expired", 498, "Token Expired.", envelope: .status,
            evidence: .captured("Puppet captures of 10.5.1; Esri/arcgis-python-api#1558"))
        static let undecipherable = Words(
            "admin.undecipherable", 498, "Could not decrypt token. Token may not be valid.", envelope: .status,
            evidence: .captured("Puppet captures of 10.5.1"))
        static let forbidden = Words(
            "admin.forbidden", 403, "You are not authorized to access this resource.", envelope: .status,
            evidence: .inferred("who may is documented; no body was ever shown"))
        static let upgrading = Words(
            "admin.upgrading", 403, "Upgrade in progress.", envelope: .status,
            evidence: .reported("Esri/arcgis-powershell-dsc ArcGIS_ServerUpgrade looks for code 403 and these words"))
        static let badConfig = Words(
            "admin.bad-config", 400, "The token manager configuration could not be read.", envelope: .status,
            evidence: .inferred("no body was ever shown"))
        static let serviceMissing = Words(
            "admin.service-missing", 404, "Service '‹›' not found.", envelope: .status,
            evidence: .inferred("no body was ever shown"))
        static let portalNoSite = Words(
            "portaladmin.no-site", 0,
            "The portal site has not been initialized. Please create a new site and try again.",
            envelope: .statusWithoutCode, evidence: .reported("Esri/arcgis-powershell-dsc looks for these words"))
        static let portalUpgrade = Words(
            "portaladmin.upgrade", 0,
            "The portal site has not been upgraded. Please upgrade the site and try again.",
            envelope: .statusUpgrade,
            evidence: .reported("Esri/arcgis-powershell-dsc ArcGIS_PortalUpgrade: isUpgrade, and how the words begin"))
        static let federationFailed = Words(
            "portaladmin.federation-failed", 500, "Failed to federate the server '‹›'.",
            evidence: .inferred("no body was ever shown"))
        /// In the envelope of errors, unlike a server's, and with a full stop.
        static let portalTokenRequired = Words(
            "portaladmin.token-required", 499, "Token Required.",
            evidence: .reported("Esri/arcgis-powershell-dsc; the Chef cookbook reads error.code == 499"))
        /// 167 bytes with the machine `ARCGIS.INTERNAL.LOCAL` (recorded).
        static let noSiteForTokens = Words(
            "admin.no-site-for-tokens", 500,
            "Local machine '‹›' is not participating in any Site. Please create a new Site or join an existing Site.",
            envelope: .status, evidence: .captured("Puppet captures of 10.5.1 (167 bytes)"))
        /// 183 bytes with the machine `ARCGIS.INTERNAL.LOCAL` (recorded); `acceptLanguage` follows.
        static let noSite = Words(
            "admin.no-site", 404,
            "Server machine '‹›' does not participate in any Site. Create a new Site or join an existing Site.",
            envelope: .statusWithLanguage, evidence: .captured("Puppet captures of 10.5.1 (183 bytes)"))
    }

    /// Captured at 10.5.1.
    static let success = JSON.object([.init("status", .string("success"))])

    static let words: [Words] = [
        Said.upgrading, Said.badConfig, Said.serviceMissing, Said.portalNoSite, Said.portalUpgrade,
        Said.federationFailed,
        Said.tokenRequired, Said.expired, Said.undecipherable, Said.forbidden, Said.noSiteForTokens, Said.noSite,
        Said.portalTokenRequired,
    ]

    enum Rules {
        static let notAdministrator = Rule(
            "admin.not-administrator", "The token is good, and its user is no administrator or publisher.",
            advice:
                "Use the primary site administrator, or a portal administrator's token asked for with client=referer.",
            evidence: .documented("accessing-the-administrator-directory-on-a-federated-server"))
        static let addressBound = Rule(
            "admin.address-bound",
            "A portal token bound to an address is not accepted by a server's administrator directory.",
            advice: "Ask for it with client=referer.",
            evidence: .documented("the same page: selecting IP is not supported and may generate an invalid token"))
        static let upgrading = Rule(
            "admin.upgrading", "The server is being upgraded.",
            advice: "Ask again later; services may answer meanwhile.",
            evidence: .reported("Esri/arcgis-powershell-dsc ArcGIS_ServerUpgrade"))
        static let badConfig = Rule(
            "admin.bad-config", "The new settings of the token service cannot be read.",
            advice: "POST tokenManagerConfig with type and properties, as admin/security/tokens shows them.",
            evidence: .inferred("no body was ever shown"))
        static let serviceMissing = Rule(
            "admin.service-missing", "The server has no service of that name and type.",
            advice: "Write Folder/Name.Type, as admin/services lists them.",
            evidence: .inferred("no body was ever shown"))
        static let portalNoSite = Rule(
            "portaladmin.no-site", "The portal has not been initialized.", advice: "Create its site.",
            evidence: .reported("Esri/arcgis-powershell-dsc"))
        static let portalUpgrade = Rule(
            "portaladmin.upgrade", "The portal waits for its upgrade.", advice: "Run the upgrade.",
            evidence: .reported("Esri/arcgis-powershell-dsc ArcGIS_PortalUpgrade"))
        static let cannotFederate = Rule(
            "portaladmin.cannot-federate",
            "No server answers at that adminUrl, or its administrator is another, or it is of a release that stands alone.",
            advice: "Give url, adminUrl and the name and password of the server's primary site administrator.",
            evidence: .inferred("the parameters are documented; no refusal was ever shown"))
        static let serverUnknown = Rule(
            "portaladmin.server-unknown", "No server with that id is federated with the portal.",
            advice: "Take the id from portaladmin/federation/servers.", evidence: .inferred("no body was ever shown"))
        static let notPortalAdministrator = Rule(
            "admin.not-portal-administrator", "The token is good, and its user is no administrator of the portal.",
            advice: "Use the token of a member with the role org_admin.",
            evidence: .inferred("the directory is for administrators; no body was ever shown"))
        static let noSite = Rule(
            "admin.no-site", "The machine belongs to no site.", advice: "Create a site, or join one.",
            evidence: .captured("Puppet captures of 10.5.1"))
    }

    static let rules: [Rule] = [
        Rules.upgrading, Rules.badConfig, Rules.serviceMissing, Rules.portalNoSite, Rules.portalUpgrade,
        Rules.cannotFederate, Rules.serverUnknown, Rules.notAdministrator, Rules.addressBound,
        Rules.notPortalAdministrator, Rules.noSite,
    ]
}
