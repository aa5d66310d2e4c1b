// SPDX-License-Identifier: Apache-2.0

/// The privileges of the three roles in Esri's words, complete enough to differ where clients look.
enum Privileges {
    static let publishing = "portal:publisher:publishFeatures"

    static func of(_ role: String) -> [String] {
        switch role {
        case "org_admin": (user + publisher + admin).sorted()
        case "org_publisher": (user + publisher).sorted()
        default: user
        }
    }

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
}
