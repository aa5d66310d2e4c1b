// SPDX-License-Identifier: Apache-2.0

import Facts

/// `portaladmin` of a portal.
extension Surface {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/portal/"

    static let portalAdmin = DocumentedPath.group(
        .portal, below: ["portaladmin"], manual: manual, source: .documented("\(manual)resource-hierarchy"),
        readBy: .administrators, posted: .administrators,
        portalSiteRows + federationRows + portalSystemRows + portalSecurityRows)

    private static let portalSiteRows: [DocumentedPath.Row] = [
        .get("", "portal-administration-root"), .both("login", for: .anyone), .both("generateToken", for: .anyone),
        .both("createNewSite", "create-site", for: .anyone), .post("joinSite", "join-site", for: .anyone),
        .post("exportSite", "export-site"), .post("importSite", "import-site"), .post("deleteSite", since: .v10_8_1),
        .both("upgrade", "upgrade", for: .anyone, since: .v10_4), .post("postUpgrade", for: .administrators),
        .get("info", "info", for: .anyone, since: .v10_9_1), .get("healthCheck", "health-check", for: .anyone),
        .get("local", for: .anyone), .get("backupRestoreInfo", "backup-restore-info", since: .v10_7),
        .get("machines", "machines"), .post("machines/unregister", "unregister-machine"),
        .get("machines/status/{machine}", "machine-status"), .get("machines/{machine}", "machine", since: .v10_8_1),
        .get("machines/{machine}/status", "machine-status"),
        .get("machines/{machine}/hardware", "hardware", since: .v10_8_1),
        .get("machines/{machine}/sslCertificates", "ssl-certificates", since: .v10_8_1),
        .post("machines/{machine}/sslCertificates/update", since: .v10_8_1),
        .post("machines/{machine}/sslCertificates/generateCertificate", since: .v10_8_1),
        .post("machines/{machine}/sslCertificates/importExistingServerCertificate", since: .v10_8_1),
        .post("machines/{machine}/sslCertificates/importRootOrIntermediate", since: .v10_8_1),
        .get("machines/{machine}/sslCertificates/{certificate}", since: .v10_8_1),
        .get("machines/{machine}/sslCertificates/{certificate}/export", since: .v10_8_1),
        .get("machines/{machine}/sslCertificates/{certificate}/generateCSR", since: .v10_8_1),
        .post("machines/{machine}/sslCertificates/{certificate}/importSignedCertificate", since: .v10_8_1),
        .post("machines/{machine}/sslCertificates/{certificate}/delete", since: .v10_8_1),
        .get("mode", "mode", since: .v10_7), .post("mode/update", "update-mode", since: .v10_7),
        .get("logs", "logs"), .both("logs/query", "query-logs"), .post("logs/clean", "clean-logs"),
        .get("logs/settings", "log-settings"), .post("logs/settings/edit", "edit-log-settings"),
        .get("license", "license", since: .v10_7), .post("license/importLicense", "import-license", since: .v10_7),
        .post("license/validateLicense", "validate-license", for: .anyone, since: .v10_7),
        .post("license/populateLicense", "populate-license", since: .v10_7),
        .post("license/updateLicenseManager", "update-license-manager", since: .v10_7),
        .post("license/releaseLicense", "release-license", since: .v10_7),
        .post("license/removeAllEntitlements", "remove-all-entitlements", since: .v10_7),
        .post("license/removeEntitlement", since: .v10_7),
    ]

    private static let federationRows: [DocumentedPath.Row] = [
        .get("federation", "federation", since: .v10_4), .get("federation/servers", "servers", since: .v10_4),
        .post("federation/servers/federate", "federate-servers", since: .v10_4),
        .get("federation/servers/validate", "validate-servers", since: .v10_4),
        .get("federation/servers/{id}", "server", since: .v10_4),
        .both("federation/servers/{id}/validate", "validate-server", since: .v10_4),
        .post("federation/servers/{id}/update", "update-server", since: .v10_4),
        .post("federation/servers/{id}/unfederate", "unfederate-server", since: .v10_4),
    ]

    private static let portalSystemRows: [DocumentedPath.Row] = [
        .get("system", "system"), .get("system/properties", "system-properties"),
        .post("system/properties/update", "update-system-properties"), .get("system/licenses", "licenses"),
        .post("system/licenses/{operation}", "licenses"), .get("system/webadaptors", "web-adaptors"),
        .post("system/webadaptors/register", "register-web-adaptor", for: .anyone),
        .get("system/webadaptors/config", "web-adaptors-configuration"),
        .post("system/webadaptors/config/update", "update-web-adaptors-configuration"),
        .get("system/webadaptors/{adaptor}", "web-adaptor"),
        .post("system/webadaptors/{adaptor}/unregister", "unregister-web-adaptor"),
        .post("system/webadaptors/{adaptor}/edit"), .get("system/directories", "directories"),
        .get("system/directories/{directory}", "directory"),
        .post("system/directories/{directory}/edit", "edit-directory"), .get("system/database", "database"),
        .post("system/database/update", "update-database-account"), .get("system/database/settings"),
        .post("system/database/settings/edit"), .get("system/indexer", "indexer"),
        .get("system/indexer/status", "index-status"), .post("system/indexer/reindex", "reindex"),
        .post("system/indexer/update", "update-indexer-configuration", until: .v10_5),
        .post("system/indexer/reconfigure", "indexer"),
        .get("system/emailSettings", "email-settings", since: .v10_8_1),
        .post("system/emailSettings/update", "update-email-settings", since: .v10_8_1),
        .post("system/emailSettings/delete", "delete-email-settings", since: .v10_8_1),
        .post("system/emailSettings/test", "test-email-settings", since: .v10_8_1),
        .get("system/languages", "languages"), .post("system/languages/update", "update-languages"),
        .get("system/content", "content", since: .v10_6_1),
        .get("system/content/languages", "content-languages", since: .v11_3),
        .post("system/content/languages/{operation}", since: .v11_3),
        .get("system/content/livingatlas", "living-atlas-content", since: .v10_6_1),
        .get("system/content/livingatlas/status", since: .v10_6_1),
        .post("system/content/livingatlas/{operation}", since: .v10_6_1),
        .get("system/content/configuration", since: .v10_6_1),
        .post("system/content/configuration/update", since: .v10_6_1), .get("system/content/samples"),
        .get("system/limits", since: .v10_9_1), .post("system/limits/update", since: .v10_9_1),
        .get("system/securityConfig"),
    ]

    private static let portalSecurityRows: [DocumentedPath.Row] =
        [
            .get("security", "security"), .get("security/config", "security-configuration"),
            .post("security/config/update", "update-security-configuration"),
            .post("security/config/updateIdentityStore", "update-identity-store"),
            .post("security/config/testIdentityStore", "test-identity-store"),
            .get("security/tokens", "token-configuration"),
            .post("security/tokens/update", "update-token-configuration"),
            .get("security/users", "users"), .get("security/groups", "groups"), .get("security/oauth", "oauth"),
            .both("security/oauth/getAppInfo", "get-app-info"), .post("security/oauth/changeAppID", "change-app-id"),
            .post("security/oauth/updateAppInfo", "update-app-info"),
            .get("security/sslCertificates", "ssl-certificates"),
            .post("security/sslCertificates/update", "update-web-server-certificate"),
            .post("security/sslCertificates/generateCertificate", "generate-certificate"),
            .post("security/sslCertificates/importExistingServerCertificate", "import-existing-server-certificate"),
            .post("security/sslCertificates/importRootOrIntermediate", "import-root-certificate"),
            .get("security/sslCertificates/{certificate}", "ssl-certificate"),
            .get("security/sslCertificates/{certificate}/export", "export-certificate"),
            .get("security/sslCertificates/{certificate}/generateCSR", "generate-csr"),
            .post("security/sslCertificates/{certificate}/importSignedCertificate", "import-signed-certificate"),
            .post("security/sslCertificates/{certificate}/delete", "delete-certificate"),
        ]
        + ["getEnterpriseUser", "searchEnterpriseUsers", "getGroupsForUser"].map {
            .both("security/users/\($0)", "users")
        }
        + [
            "createUser", "updateEnterpriseUser", "refreshMembership", "assignRoleToUser", "updateUserPassword",
        ].map { .post("security/users/\($0)", "users") }
        + ["searchEnterpriseGroups", "getUsersWithinEnterpriseGroup", "getEnterpriseGroupsForUser"].map {
            .both("security/groups/\($0)", "groups")
        }
        + ["refreshMembership"].map { .post("security/groups/\($0)", "groups") }
}
