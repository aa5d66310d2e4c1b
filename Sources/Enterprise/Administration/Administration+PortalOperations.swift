// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The resources and operations of `portaladmin` that are more than one JSON object.
extension Administration {
    static let portalOperations: [Route] =
        ofPortalSite + ofPortalMachines + ofPortalSystem + ofPortalSecurity + ofPortalLicense + ofPortalLogs
        + ofPortalCertificates("security/sslCertificates", since: nil)
        + ofPortalCertificates("machines/{machine}/sslCertificates", since: .v10_8_1)

    private static let manual = "developers.arcgis.com/rest/enterprise-administration/portal/"
    private static let python = Evidence.reported("pypi.org/project/arcgis/2.4.4 asks for it")

    private static func page(_ name: String) -> Evidence { .documented("\(manual)\(name)") }

    private static func resource(
        _ path: String, _ summary: String, since: Version? = nil, until: Version? = nil, _ evidence: Evidence,
        _ body: @escaping PortalOperation.Body
    ) -> Route {
        Route(
            .portal, "portaladmin/\(path)", .portalAdmin, summary, since: since, until: until, evidence: evidence,
            handler: PortalOperation.resource(body))
    }

    private static func operation(
        _ path: String, _ summary: String, since: Version? = nil, until: Version? = nil, _ evidence: Evidence,
        _ body: @escaping PortalOperation.Body
    ) -> Route {
        Route(
            .portal, "portaladmin/\(path)", .portalAdmin, summary, since: since, until: until, evidence: evidence,
            handler: PortalOperation.handler(body))
    }

    private static func free(
        _ path: String, _ summary: String, _ evidence: Evidence, _ handler: @escaping Route.Handler
    ) -> Route { Route(.portal, "portaladmin/\(path)", .portalAdmin, summary, evidence: evidence, handler: handler) }

    private static let ofPortalSite: [Route] = [
        free(
            "joinSite", "Makes a machine without a site the second one of another portal's.", page("join-site"),
            PortalJoining.join),
        operation(
            "exportSite", "Keeps the portal as it is in a file.", .captured("docs/reference/admin.md#e35"),
            PortalLifetime.export),
        operation(
            "importSite", "Brings back what a file keeps.", .reported("docs/reference/admin.md#e35"),
            PortalLifetime.import),
        operation(
            "deleteSite", "Ends the site with all that it has.",
            .inferred("as of a server: docs/reference/admin.md#a10"), PortalLifetime.delete),
        free(
            "upgrade", "Whether there is something to upgrade; POST upgrades.",
            .reported("docs/reference/admin.md#e36"), PortalLifetime.upgrade),
        operation(
            "postUpgrade", "Completes an upgrade, once.", .reported("docs/reference/admin.md#e6"),
            PortalLifetime.postUpgrade),
        resource(
            "backupRestoreInfo", "What a backup asks for.", since: .v10_7, page("backup-restore-info"),
            PortalLifetime.backup),
        free(
            "local", "The machine that answers, without a token.",
            .inferred("as of a server: docs/reference/admin.md#a12"), PortalLifetime.local),
        Route(
            .portal, "portaladmin/mode", .portalAdmin, "Whether the portal may be edited.", since: .v10_7,
            evidence: page("mode"), handler: PortalMode.read),
        operation(
            "mode/update", "Makes the portal read-only, or ends that.", since: .v10_7, page("update-mode"),
            PortalMode.update),
    ]

    private static let ofPortalMachines: [Route] = [
        resource("machines", "The machines of the portal, one or two.", page("machines"), PortalMachines.list),
        resource("machines/status/{machine}", "Whether the machine runs.", page("status"), PortalMachines.status),
        operation(
            "machines/unregister", "Takes the second machine from the site.", page("unregister-machine"),
            PortalMachines.unregister),
        resource(
            "machines/{machine}/status", "Whether the machine runs.", page("machine-status"), PortalMachines.status),
        resource(
            "machines/{machine}/hardware", "What the machine is.", since: .v10_8_1, page("hardware"),
            PortalMachines.hardware),
        resource("machines/{machine}", "The machine.", since: .v10_8_1, page("machine"), PortalMachines.one),
    ]

    private static let ofPortalSystem: [Route] = [
        resource("system/webadaptors", "The web adaptors.", page("web-adaptors"), PortalAdaptors.list),
        operation(
            "system/webadaptors/register", "Registers one.", .reported("docs/reference/admin.md#a37"),
            PortalAdaptors.register),
        resource("system/webadaptors/{adaptor}", "One of them.", page("web-adaptor"), PortalAdaptors.one),
        operation("system/webadaptors/{adaptor}/edit", "Changes it.", .inferred("as of a server"), PortalAdaptors.edit),
        operation(
            "system/webadaptors/{adaptor}/unregister", "Removes it.", page("unregister-web-adaptor"),
            PortalAdaptors.unregister),
        resource(
            "system/directories", "Where the portal keeps its files.", page("directories"), PortalDirectories.list),
        resource("system/directories/{directory}", "One of them.", page("directory"), PortalDirectories.one),
        operation("system/directories/{directory}/edit", "Moves it.", page("edit-directory"), PortalDirectories.edit),
        resource(
            "system/emailSettings", "By what server the portal sends mail.", since: .v10_8_1, page("email-settings"),
            PortalEmail.read),
        operation(
            "system/emailSettings/update", "Changes that.", since: .v10_8_1, page("update-email-settings"),
            PortalEmail.update),
        operation(
            "system/emailSettings/test", "Whether it could send; nothing is sent.", since: .v10_8_1,
            page("test-email-settings"), PortalEmail.test),
        operation(
            "system/emailSettings/delete", "Forgets the server.", since: .v10_8_1, page("delete-email-settings"),
            PortalEmail.delete),
        operation(
            "system/indexer/update", "Names another indexing service; nothing is sent to it.", until: .v10_5,
            page("update-indexer-configuration")
        ) { _, _, _ throws(PortalRefusal) in PortalOperation.done() },
        operation(
            "system/indexer/reconfigure", "Makes the index anew.", .documented("\(manual)indexer, the name alone")
        ) { _, _, _ throws(PortalRefusal) in PortalOperation.done() },
        operation("system/indexer/reindex", "Builds the index again.", page("reindex")) {
            _, context, _ throws(PortalRefusal) in
            let mode = try context.needed("mode")
            let modes = ["FULL", "FULL_MODE", "SEARCH_MODE", "USER_MODE", "GROUP_MODE"]
            guard modes.contains(mode.uppercased()) else {
                throw .badValue("mode", mode, "one of \(modes.joined(separator: ", "))")
            }
            return PortalOperation.done()
        },
        resource("system/content", "The resources below it.", since: .v10_6_1, page("content")) {
            _, _, _ throws(PortalRefusal) in
            .json(.object([.init("resources", .strings(["livingatlas", "configuration"]))]))
        },
        resource(
            "system/content/livingatlas", "The operations on Esri's content.", since: .v10_6_1,
            page("living-atlas-content")
        ) { _, _, _ throws(PortalRefusal) in
            .json(.object([.init("operations", .strings(["share", "unshare", "upgrade", "validate"]))]))
        },
        resource(
            "system/content/livingatlas/status", "Whether Esri's content is shared.", since: .v10_6_1, python,
            LivingAtlas.status),
        operation(
            "system/content/livingatlas/{operation}", "Shares it, or ends that.", since: .v10_6_1, python,
            LivingAtlas.operation),
    ]

    private static let ofPortalSecurity: [Route] = [
        operation(
            "security/config/updateIdentityStore", "Where enterprise users are.",
            .reported("docs/reference/admin.md#e10"), IdentityStore.update),
        operation(
            "security/config/testIdentityStore", "Whether the settings of a store are whole.",
            .reported("docs/reference/admin.md#e10"), IdentityStore.test),
        resource("security/oauth", "The operations on apps.", page("oauth")) { _, _, _ throws(PortalRefusal) in
            .json(.object([.init("operations", .strings(["getAppInfo", "changeAppID", "updateAppInfo"]))]))
        },
        resource("security/oauth/getAppInfo", "A registered app.", page("get-app-info"), PortalOAuth.info),
        operation(
            "security/oauth/changeAppID", "Gives an app another id.",
            .documented("docs/reference/sharing.md; \(manual)change-app-id"), PortalOAuth.change),
        operation("security/oauth/updateAppInfo", "Changes an app.", python, PortalOAuth.update),
        resource("security/users", "The operations on enterprise users.", page("users")) {
            _, _, _ throws(PortalRefusal) in
            .json(
                .object([
                    .init(
                        "operations",
                        .strings([
                            "createUser", "getEnterpriseUser", "searchEnterpriseUsers", "updateEnterpriseUser",
                            "refreshMembership",
                        ]))
                ]))
        },
        resource(
            "security/users/getEnterpriseUser", "A user of the enterprise store.", page("users"), EnterpriseUsers.one),
        resource("security/users/searchEnterpriseUsers", "Those that match.", page("users"), EnterpriseUsers.search),
        resource(
            "security/users/getGroupsForUser", "Enterprise groups of a user: none.", page("users"),
            EnterpriseUsers.groups),
        operation(
            "security/users/updateEnterpriseUser", "The provider's name for a member.", page("users"),
            EnterpriseUsers.update),
        operation(
            "security/users/refreshMembership", "Reads groups again; there are none.", page("users"),
            EnterpriseUsers.refresh),
        operation(
            "security/users/assignRoleToUser", "Changes a member's role.", page("users"), EnterpriseUsers.assignRole),
        operation(
            "security/users/updateUserPassword", "Sets a member's password.", page("users"),
            EnterpriseUsers.updatePassword),
        resource("security/groups", "The operations on enterprise groups.", page("groups")) {
            _, _, _ throws(PortalRefusal) in
            .json(
                .object([
                    .init(
                        "operations",
                        .strings([
                            "searchEnterpriseGroups", "getUsersWithinEnterpriseGroup", "getEnterpriseGroupsForUser",
                            "refreshMembership",
                        ]))
                ]))
        },
        resource(
            "security/groups/searchEnterpriseGroups", "Enterprise groups: none.", page("groups"), EnterpriseUsers.groups
        ),
        resource(
            "security/groups/getUsersWithinEnterpriseGroup", "The users of one: there is none.", page("groups"),
            EnterpriseUsers.members),
        resource(
            "security/groups/getEnterpriseGroupsForUser", "The groups of a user: none.", page("groups"),
            EnterpriseUsers.groups),
        operation(
            "security/groups/refreshMembership", "Reads groups again; there are none.", page("groups"),
            EnterpriseUsers.refresh),
    ]

    private static let ofPortalLicense: [Route] =
        [
            resource(
                "system/licenses", "What the portal is licensed for, by level.", page("licenses"),
                PortalLicense.levels),
            resource("license", "What the portal is licensed for.", since: .v10_7, page("license"), PortalLicense.read),
            operation(
                "license/importLicense", "Takes a license.", since: .v10_7, page("import-license"), PortalLicense.import
            ),
            Route(
                .portal, "portaladmin/license/validateLicense", .portalAdmin,
                "Says what a license would give, without a token.", since: .v10_7, evidence: page("validate-license"),
                handler: PortalLicense.validate),
            operation(
                "license/updateLicenseManager", "Names a license manager.", since: .v10_7,
                page("update-license-manager"), PortalLicense.manager),
        ]
        + ["populateLicense", "releaseLicense", "removeAllEntitlements", "removeEntitlement"].map {
            operation(
                "license/\($0)", "Nothing is checked out here.", since: .v10_7, page("license"), PortalLicense.done)
        }

    private static let ofPortalLogs: [Route] = [
        resource(
            "logs/query", "What the portal refused, and what its administrators did.", page("query-logs"),
            PortalLogs.query),
        operation("logs/clean", "Empties the log.", page("clean-logs"), PortalLogs.clean),
    ]

    private static func ofPortalCertificates(_ path: String, since: Version?) -> [Route] {
        [
            operation(
                "\(path)/update", "Which certificate the web server shows.", since: since,
                page("update-web-server-certificate"), PortalCertificates.update),
            operation(
                "\(path)/generateCertificate", "Makes one; it answers with a page.", since: since,
                .reported("docs/reference/admin.md#e18"), PortalCertificates.generate),
            resource(
                "\(path)/{certificate}/export", "The certificate as a file.", since: since, page("export-certificate"),
                PortalCertificates.export),
            resource(
                "\(path)/{certificate}/generateCSR", "A request to an authority; no key is behind it.", since: since,
                page("generate-csr"), PortalCertificates.request),
            operation(
                "\(path)/{certificate}/importSignedCertificate", "Takes an authority's answer.", since: since,
                page("import-signed-certificate"), PortalCertificates.importSigned),
            operation(
                "\(path)/{certificate}/delete", "Removes a certificate.", since: since, page("delete-certificate"),
                PortalCertificates.delete),
        ]
    }
}
