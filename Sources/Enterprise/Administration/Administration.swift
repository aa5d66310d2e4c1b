import Facts

/// The slice of the administrator directories: `admin` of a server (auth-reference 3.2).
enum Administration {
    static let routes: [Route] = [
        Route(
            .server, "admin", .admin, "The administrator directory's root; without the last slash 302 to it.",
            evidence: .captured("Puppet captures of ArcGIS Server 10.5.1 (182 bytes)"),
            handler: ServerAdministrator.root)
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
        static let noSite = Rule(
            "admin.no-site", "The machine belongs to no site.", advice: "Create a site, or join one.",
            evidence: .captured("Puppet captures of 10.5.1"))
    }

    static let rules: [Rule] = [Rules.notAdministrator, Rules.addressBound, Rules.noSite]
}
