// SPDX-License-Identifier: Apache-2.0

/// Why documented paths are not emulated, for the fidelity page. A test asks a reason of each.
extension Surface {
    /// A reason, and the paths that it is of: those that are so, or begin so before a `*`. Paths of services begin with the
    /// type.
    package struct Limit: Sendable {
        package let reason: String
        let paths: [String]

        init(_ reason: String, _ paths: [String]) { (self.reason, self.paths) = (reason, paths) }

        func covers(_ row: DocumentedPath) -> Bool {
            let path = Surface.below(row) ?? row.path
            return paths.contains { $0.hasSuffix("*") ? path.hasPrefix($0.dropLast()) : $0 == path }
        }
    }

    /// All of them.
    static let limits = portalLimits + serviceLimits

    /// Returns why a documented path is not emulated, or `nil` if it is.
    package static func limit(of row: DocumentedPath) -> Limit? { limits.first { $0.covers(row) } }

    /// Returns the path of a row below the name of the service, or `nil` if it is no service's.
    static func below(_ row: DocumentedPath) -> String? {
        let prefixes = ["rest/services/{service}/", "services/{service}/", "services/{folder}/{service}/"]
        return prefixes.lazy.filter { row.path.hasPrefix($0) }.first.map { String(row.path.dropFirst($0.count)) }
    }

    private static let portal = "sharing/rest/portals/{id}/"
    private static let own = "sharing/rest/content/users/{username}/"

    /// Those of portals, and of the administration of portals and servers.
    private static let portalLimits: [Limit] = [
        Limit(
            "it joins portals of different organizations, and no other portal answers here",
            [
                "\(portal)collaborations*", "\(portal)createCollaboration", "\(portal)validateInvitation",
                "\(portal)acceptInvitation",
            ]),
        Limit(
            "it publishes whole databases, which the double does not have", ["\(portal)datastores*"]),
        Limit(
            "it runs notebooks and models, which the double does not",
            [
                "sharing/rest/community/users/{username}/tasks*", "sharing/rest/community/users/{username}/createTask",
                "\(portal)allScheduledTasks", "\(portal)aiservices",
            ]),
        Limit(
            "it is of the Marketplace, of licenses for it, or of credits of ArcGIS Online",
            [
                "\(portal)purchases/{purchase}", "\(portal)provisionUserListingEntitlement",
                "sharing/rest/content/listings*", "\(portal)assignUserCredits", "\(portal)unassignUserCredits",
                "sharing/rest/oauth2/regenerateApiToken", "\(portal)updateUserLevel",
            ]),
        Limit(
            "it marks items, or Esri's content, by lists that the double does not have",
            [
                "\(portal)classification", "\(portal)assignClassification", "\(portal)livingatlas",
                "sharing/rest/content/items/{id}/setContentStatus", "sharing/rest/content/groups/{id}/updateItems",
                "portaladmin/system/content/languages*", "portaladmin/system/content/samples",
            ]),
        Limit(
            "nobody showed what it answers, and no client is known that needs it",
            [
                "\(portal)invitations/{invitation}/accept", "\(portal)invitations/{invitation}/decline",
                "sharing/rest/suggest", "sharing/rest/kml", "sharing/rest/rss", "sharing/rest/tools*",
                "sharing/rest/content/items/{id}/sources", "\(own)updateItems", "\(own)importItem",
                "sharing/rest/community/users/{username}/report", "sharing/rest/community/users/{username}/reports",
                "\(portal)certificates*", "\(portal)createUser", "portaladmin/generateToken",
                "portaladmin/system/licenses/{operation}", "portaladmin/system/securityConfig",
                "admin/system/diagnostics", "rest/admin/services/{service}/MapServer*", "rest", "rest/generateToken",
                "rest/self",
            ]),
        Limit(
            "no file lies there: results of jobs and tiles have addresses of their own",
            ["rest/directories/arcgisjobs/*", "rest/directories/arcgiscache/*"]),
        Limit("nothing leaves this machine: a proxy would ask other servers", ["sharing/rest/proxy"]),
        Limit(
            "services tell no webhooks; the organization does",
            [
                "admin/machines/{machine}/webhooks", "admin/services/{name.type}/webhooks*",
                "admin/services/{plainFolder}/{name.type}/webhooks*", "admin/system/webhooks",
                "rest/admin/services/{service}/FeatureServer/webhooks*",
            ]),
        Limit(
            "it changes files of a data store, which the double does not have",
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
