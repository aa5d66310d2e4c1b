// SPDX-License-Identifier: Apache-2.0

/// Why paths of portals and their administration are not emulated.
extension Surface {
    /// A reason, and the paths that it is of: those that are so, or begin so before a `*`.
    package struct Limit: Sendable {
        package let reason: String
        let paths: [String]

        init(_ reason: String, _ paths: [String]) { (self.reason, self.paths) = (reason, paths) }

        func covers(_ path: String) -> Bool {
            paths.contains { $0.hasSuffix("*") ? path.hasPrefix($0.dropLast()) : $0 == path }
        }
    }

    /// Returns why a documented path is not emulated, if it is one of a portal's or of administration.
    package static func limit(of row: DocumentedPath) -> Limit? { limits.first { $0.covers(row.path) } }

    private static let portal = "sharing/rest/portals/{id}/"
    private static let own = "sharing/rest/content/users/{username}/"

    package static let limits: [Limit] = [
        Limit(
            "It joins portals of different organizations, and no other portal answers here.",
            [
                "\(portal)collaborations*", "\(portal)createCollaboration", "\(portal)validateInvitation",
                "\(portal)acceptInvitation",
            ]),
        Limit(
            "It publishes whole databases, which the double does not have.", ["\(portal)datastores*"]),
        Limit(
            "It runs notebooks and models, which the double does not.",
            [
                "sharing/rest/community/users/{username}/tasks*", "sharing/rest/community/users/{username}/createTask",
                "\(portal)allScheduledTasks", "\(portal)aiservices",
            ]),
        Limit(
            "It is of the Marketplace, of licenses for it, or of credits of ArcGIS Online.",
            [
                "\(portal)purchases/{purchase}", "\(portal)provisionUserListingEntitlement",
                "sharing/rest/content/listings*", "\(portal)assignUserCredits", "\(portal)unassignUserCredits",
                "sharing/rest/oauth2/regenerateApiToken", "\(portal)updateUserLevel",
            ]),
        Limit(
            "It marks items, or Esri's content, by lists that the double does not have.",
            [
                "\(portal)classification", "\(portal)assignClassification", "\(portal)livingatlas",
                "sharing/rest/content/items/{id}/setContentStatus", "sharing/rest/content/groups/{id}/updateItems",
                "portaladmin/system/content/languages*", "portaladmin/system/content/samples",
            ]),
        Limit(
            "Nobody showed what it answers, and no client is known that needs it.",
            [
                "\(portal)invitations/{invitation}/accept", "\(portal)invitations/{invitation}/decline",
                "sharing/rest/suggest", "sharing/rest/kml", "sharing/rest/rss", "sharing/rest/tools*",
                "sharing/rest/content/items/{id}/sources", "\(own)updateItems", "\(own)importItem",
                "sharing/rest/community/users/{username}/report", "sharing/rest/community/users/{username}/reports",
                "\(portal)certificates*", "\(portal)createUser", "portaladmin/generateToken",
                "portaladmin/system/licenses/{operation}", "portaladmin/system/securityConfig",
                "admin/system/diagnostics", "rest/admin/services/{service}/MapServer*",
            ]),
        Limit("Nothing leaves this machine: a proxy would ask other servers.", ["sharing/rest/proxy"]),
        Limit(
            "Services tell no webhooks; the organization does.",
            [
                "admin/machines/{machine}/webhooks", "admin/services/{name.type}/webhooks*",
                "admin/services/{plainFolder}/{name.type}/webhooks*", "admin/system/webhooks",
                "rest/admin/services/{service}/FeatureServer/webhooks*",
            ]),
        Limit(
            "It changes files of a data store, which the double does not have.",
            [
                "rest/admin/services/{service}/FeatureServer/cleanupChangeTracking",
                "rest/admin/services/{service}/FeatureServer/createReplica",
                "rest/admin/services/{service}/FeatureServer/rebuildHostedFeatureServiceIndexes",
                "rest/admin/services/{service}/FeatureServer/append/{job}",
                "rest/admin/services/{service}/FeatureServer/updateTiles",
                "rest/admin/services/{service}/FeatureServer/deleteTiles",
                "rest/admin/services/{service}/FeatureServer/edit",
                "rest/admin/services/{service}/FeatureServer/swap",
                "rest/admin/services/{service}/KnowledgeGraphServer*",
            ]),
    ]
}
