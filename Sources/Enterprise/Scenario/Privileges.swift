// SPDX-License-Identifier: Apache-2.0

/// The privileges of roles in Esri's words, complete enough to differ where clients look.
enum Privileges {
    static let publishing = "portal:publisher:publishFeatures"
    static let createItem = "portal:user:createItem"
    static let createGroup = "portal:user:createGroup"
    static let joinGroup = "portal:user:joinGroup"
    static let storing = "premium:user:geocode:stored"

    /// Returns those of a role that every portal has; an unknown one has those of a user.
    static func of(_ role: String) -> [String] {
        switch role {
        case "org_admin": (user + publisher + admin).sorted()
        case "org_publisher": (user + publisher).sorted()
        default: standing.first { $0.id == role }?.privileges ?? user
        }
    }

    /// The roles that every portal has besides its three, by their known ids (docs/reference/sharing.md#u11). What they
    /// may do is documented in words, and here in the privileges that these words name.
    static let standing = [
        CustomRole(id: "iAAAAAAAAAAAAAAA", name: "Viewer", description: "Viewer", privileges: viewer),
        CustomRole(
            id: "iBBBBBBBBBBBBBBB", name: "Data Editor", description: "Data Editor",
            privileges: (viewer + ["features:user:edit"]).sorted()),
    ]

    /// All that a custom role can have.
    static let all = Set(user + publisher + admin + added)

    private static let viewer = [
        "portal:user:joinGroup", "portal:user:viewOrgGroups", "portal:user:viewOrgItems", "portal:user:viewOrgUsers",
    ]
    private static let user = [
        "features:user:edit", "portal:user:createGroup", "portal:user:createItem", "portal:user:joinGroup",
        "portal:user:joinNonOrgGroup", "portal:user:shareGroupToOrg", "portal:user:shareGroupToPublic",
        "portal:user:shareToGroup", "portal:user:shareToOrg", "portal:user:shareToPublic", "portal:user:viewOrgGroups",
        "portal:user:viewOrgItems", "portal:user:viewOrgUsers",
    ]
    private static let publisher = [
        publishing, "portal:publisher:publishScenes",
        "portal:publisher:publishServerGPServices", "portal:publisher:publishServerServices",
        "portal:publisher:publishTiles",
    ]
    private static let admin = [
        "features:user:fullEdit", "portal:admin:assignToGroups", "portal:admin:changeUserRoles",
        "portal:admin:deleteGroups", "portal:admin:deleteItems", "portal:admin:deleteUsers",
        "portal:admin:disableUsers", "portal:admin:inviteUsers", "portal:admin:manageCollaborations",
        "portal:admin:manageLicenses", "portal:admin:manageRoles", "portal:admin:manageSecurity",
        "portal:admin:manageServers", "portal:admin:manageUtilityServices", "portal:admin:manageWebsite",
        "portal:admin:reassignGroups", "portal:admin:reassignItems", "portal:admin:reassignUsers",
        "portal:admin:shareToGroup", "portal:admin:shareToOrg", "portal:admin:shareToPublic",
        "portal:admin:updateGroups", "portal:admin:updateItems", "portal:admin:updateUsers",
        "portal:admin:viewGroups", "portal:admin:viewItems", "portal:admin:viewUsers",
    ]
    /// Those of newer releases, which the three roles do not list here.
    private static let added = [
        "features:user:manageVersions", "opendata:user:designateGroup", "opendata:user:openDataAdmin",
        "portal:admin:categorizeItems", "portal:admin:createGPWebhook", "portal:admin:createLeavingDisallowedGroup",
        "portal:admin:createReports", "portal:admin:createUpdateCapableGroup", "portal:admin:manageCredits",
        "portal:admin:manageWebhooks", "portal:admin:publishDataPipelines", "portal:admin:publishNotebooks",
        "portal:admin:updateMemberCategorySchema", "portal:admin:updateItemCategorySchema",
        "portal:publisher:bulkPublishFromDataStores", "portal:publisher:createDataPipelines",
        "portal:publisher:createFeatureWebhook", "portal:publisher:enrichSpatialData",
        "portal:publisher:publishBigDataAnalytics", "portal:publisher:publishDynamicImagery",
        "portal:publisher:publishFeeds", "portal:publisher:publishKnowledgeGraph",
        "portal:publisher:publishRealTimeAnalytics", "portal:publisher:publishTiledImagery",
        "portal:publisher:registerDataStores", "portal:user:addExternalMembersToGroup", "portal:user:allocateOrgSpace",
        "portal:user:categorizeItems", "portal:user:createSchedule", "portal:user:generateApiTokens",
        "portal:user:assignPrivilegesToApps", "portal:user:invitePartneredCollaborationMembers",
        "portal:user:receiveItems", "portal:user:reassignItems", "portal:user:runWebTool",
        "portal:user:viewHostedFeatures", "portal:user:viewHostedTiles", "portal:user:viewTracks",
        "premium:publisher:createNotebooks", "premium:publisher:createAdvancedNotebooks",
        "premium:publisher:geoanalytics", "premium:publisher:rasteranalysis", "premium:publisher:scheduleNotebooks",
        "premium:user:demographics", "premium:user:elevation", "premium:user:featurereport", "premium:user:geocode",
        "premium:user:geoenrichment", "premium:user:networkanalysis",
        "premium:user:networkanalysis:closestfacility", "premium:user:networkanalysis:locationallocation",
        "premium:user:networkanalysis:optimizedrouting", "premium:user:networkanalysis:origindestinationcostmatrix",
        "premium:user:networkanalysis:routing", "premium:user:networkanalysis:servicearea",
        "premium:user:networkanalysis:vehiclerouting", "premium:user:networkanalysis:lastmiledelivery",
        "premium:user:places", "premium:user:spatialanalysis",
        storing,
    ]
}
