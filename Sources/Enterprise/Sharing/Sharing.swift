import Facts

/// The slice of the portal's sharing API: the portal about itself and about the caller.
enum Sharing {
    static let routes: [Route] = [
        Route(
            .portal, "sharing/rest", .sharing, "The release of the sharing API, a string.",
            evidence: .reported("ArcGIS API for Python reads currentVersion"), handler: SharingRoot.answer),
        Route(
            .portal, "sharing", .sharing, "The same without rest.",
            evidence: .inferred("as sharing/rest"), handler: SharingRoot.answer),
        Route(
            .portal, "sharing/rest/info", .sharing, "Which token service to ask.",
            evidence: .captured("sharing/rest/info of a 10.4 portal; Esri/arcgis-rest-js mocks"),
            handler: SharingRoot.info),
        Route(
            .portal, "sharing/info", .sharing, "The same without rest.", evidence: .inferred("as sharing/rest/info"),
            handler: SharingRoot.info),
        Route(
            .portal, "sharing/rest/portals/self", .sharing, "The organization; with a token, the caller too.",
            evidence: .captured("Esri/arcgis-rest-js portal mocks (a choice of its keys)"), handler: PortalSelf.answer),
        Route(
            .portal, "sharing/rest/community/self", .sharing, "The caller; without a token 499 in a 200.",
            evidence: .reported("arcgis-rest-js signs in only if the anonymous answer is 499"),
            handler: CommunitySelf.answer),
        Route(
            .portal, "sharing/rest/community/users/{username}", .sharing, "A member.",
            evidence: .reported("ArcGIS API for Python reads it after portals/self"), handler: CommunityUser.answer),
    ]

    enum Said {
        static let userMissing = Words(
            "portal.user-missing", 400, "User does not exist or is inaccessible.", messageCode: "COM_0018",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let portalMissing = Words(
            "portal.portal-missing", 400, "Portal does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
    }

    static let words: [Words] = [Said.userMissing, Said.portalMissing]

    enum Rules {
        static let userMissing = Rule(
            "sharing.user-missing", "No member of that name can be seen.",
            advice: "Check the name, its case, and that the request carries a token.",
            evidence: .inferred("as the portal's answer for items"))
        static let portalMissing = Rule(
            "sharing.portal-missing", "The portal has no organization of that id.",
            advice: "Take the id from portals/self, or write self.", evidence: .inferred("no body was ever shown"))
    }

    static let rules: [Rule] = [Rules.userMissing, Rules.portalMissing]
}
