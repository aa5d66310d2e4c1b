import Facts

/// The slice of the administrator directories: `admin` of a server, `portaladmin` of a portal (auth-reference 3.2).
enum Administration {
    static let routes: [Route] = [
        Route(
            .server, "admin", .admin, "The administrator directory's root; without the last slash 302 to it.",
            evidence: .captured("Puppet captures of ArcGIS Server 10.5.1 (182 bytes)"),
            handler: ServerAdministrator.root),
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
        /// In the envelope of errors, unlike a server's, and with a full stop.
        static let portalTokenRequired = Words(
            "portaladmin.token-required", 499, "Token Required.",
            evidence: .reported("Esri/arcgis-powershell-dsc; the Chef cookbook reads error.code == 499"))
        static let portalInvalidToken = Words(
            "portaladmin.invalid-token", 498, "Invalid Token.",
            details: .list([
                "Token would have expired, regenerate token and send the request again.",
                "If the token is generated based on the referrer make sure the referrer information is available with every request in header.",
            ]), evidence: .captured("Esri/arcgis-powershell-dsc#464 (11.1)"))
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

    static let words: [Words] = [
        Said.tokenRequired, Said.expired, Said.undecipherable, Said.forbidden, Said.noSiteForTokens, Said.noSite,
        Said.portalTokenRequired, Said.portalInvalidToken,
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
        static let notPortalAdministrator = Rule(
            "admin.not-portal-administrator", "The token is good, and its user is no administrator of the portal.",
            advice: "Use the token of a member with the role org_admin.",
            evidence: .inferred("the directory is for administrators; no body was ever shown"))
        static let noSite = Rule(
            "admin.no-site", "The machine belongs to no site.", advice: "Create a site, or join one.",
            evidence: .captured("Puppet captures of 10.5.1"))
    }

    static let rules: [Rule] = [
        Rules.notAdministrator, Rules.addressBound, Rules.notPortalAdministrator, Rules.noSite,
    ]
}
