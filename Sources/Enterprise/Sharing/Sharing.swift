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
        Route(
            .portal, "sharing/rest/community/groups/{id}", .sharing, "A group.",
            evidence: .inferred("the keys are those that clients read"), handler: CommunityGroup.answer),
        Route(
            .portal, "sharing/rest/content/items/{id}", .sharing, "The item of a federated server's service.",
            evidence: .inferred("the keys are those that clients read; errors are captured"), handler: Item.answer),
    ]

    enum Said {
        static let itemMissing = Words(
            "portal.item-missing", 400, "Item does not exist or is inaccessible.", messageCode: "CONT_0001",
            evidence: .captured("koopjs/koop; Esri/arcgis-rest-js; Esri/solution.js"))
        static let serverMissing = Words(
            "portal.server-missing", 400, "Server does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let groupMissing = Words(
            "portal.group-missing", 400, "Group does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let userMissing = Words(
            "portal.user-missing", 400, "User does not exist or is inaccessible.", messageCode: "COM_0018",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let portalMissing = Words(
            "portal.portal-missing", 400, "Portal does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
    }

    static let words: [Words] = [
        Said.userMissing, Said.portalMissing, Said.itemMissing, Said.groupMissing, Said.serverMissing,
    ]

    enum Rules {
        static let itemMissing = Rule(
            "sharing.item-missing", "There is no item of that id, or it is not public and nobody is signed in.",
            advice: "Check the id, and send a token.",
            clients: "arcgis-rest-js: ArcGISRequestError CONT_0001.",
            evidence: .captured("koopjs/koop; Esri/arcgis-rest-js; Esri/solution.js"))
        static let serverMissing = Rule(
            "sharing.server-missing", "No server of that id is federated with the portal.",
            advice: "Take the id from portals/self/servers.", evidence: .inferred("no body was ever shown"))
        static let groupMissing = Rule(
            "sharing.group-missing", "There is no group of that id, or nobody is signed in.",
            advice: "Check the id, and send a token.", evidence: .inferred("as the portal's answer for items"))
        static let userMissing = Rule(
            "sharing.user-missing", "No member of that name can be seen.",
            advice: "Check the name, its case, and that the request carries a token.",
            evidence: .inferred("as the portal's answer for items"))
        static let portalMissing = Rule(
            "sharing.portal-missing", "The portal has no organization of that id.",
            advice: "Take the id from portals/self, or write self.", evidence: .inferred("no body was ever shown"))
    }

    static let rules: [Rule] = [
        Rules.userMissing, Rules.portalMissing, Rules.itemMissing, Rules.groupMissing, Rules.serverMissing,
    ]
}
