// SPDX-License-Identifier: Apache-2.0

import Facts

/// Sites that are created, and members and certificates of portals.
extension Administration {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/portal/"

    static let sites: [Route] =
        [
            Route(
                .server, "admin/createNewSite", .admin,
                "GET: the defaults. POST: makes the machine a site, if its license allows.",
                since: .v10_1, evidence: .captured("docs/reference/admin.md#a1"), handler: ServerCreation.create),
            Route(
                .server, "admin/joinSite", .admin, "Joins the site of another server of the scenario.",
                since: .v10_1, evidence: .reported("docs/reference/admin.md#a9"), handler: ServerCreation.join),
            Route(
                .server, "admin/deleteSite", .admin, "Deletes the site with its services.", since: .v10_1,
                evidence: .captured("docs/reference/admin.md#a10"), handler: ServerCreation.delete),
            Route(
                .portal, "portaladmin/createNewSite", .portalAdmin,
                "GET: the default content directory. POST: initializes the portal with its first administrator.",
                evidence: .reported("docs/reference/admin.md#e1"), handler: PortalCreation.create),
            Route(
                .portal, "portaladmin/security/config/update", .portalAdmin, "Changes how members are made.",
                evidence: .reported("docs/reference/admin.md#e9"), handler: PortalMembers.configure),
            Route(
                .portal, "portaladmin/security/users/createUser", .portalAdmin, "Creates a member.",
                evidence: .reported("docs/reference/admin.md#e37"), handler: PortalMembers.create),
        ] + certificates("portaladmin/security/sslCertificates", since: nil)
        + certificates("portaladmin/machines/{machine}/sslCertificates", since: .v10_8_1)

    private static func certificates(_ path: String, since: Version?) -> [Route] {
        [
            Route(
                .portal, path, .portalAdmin, "The certificates of the portal's web server, by alias.", since: since,
                evidence: .reported("docs/reference/admin.md#e12"), handler: PortalCertificates.list),
            Route(
                .portal, "\(path)/importExistingServerCertificate", .portalAdmin,
                "Adds a certificate under an alias; nothing is read of it.", since: since,
                evidence: .reported("docs/reference/admin.md#e15"), handler: PortalCertificates.importOne),
            Route(
                .portal, "\(path)/importRootOrIntermediate", .portalAdmin,
                "Adds a certificate under an alias; nothing is read of it, and nothing restarts.", since: since,
                evidence: .reported("docs/reference/admin.md#a26"), handler: PortalCertificates.importOne),
            Route(
                .portal, "\(path)/{certificate}", .portalAdmin, "A certificate.", since: since,
                evidence: .captured("docs/reference/admin.md#e13"), handler: PortalCertificates.one),
        ]
    }
}
