// SPDX-License-Identifier: Apache-2.0

import Facts

/// `admin` of a server: its system, security, data and logs.
extension Surface {
    static let systemRows: [DocumentedPath.Row] = [
        .get("system", "system"), .get("system/directories", "serverdirectories"),
        .post("system/directories/register", "registerdirectory"),
        .get("system/directories/{directory}", "serverdirectory"),
        .post("system/directories/{directory}/edit", "editdirectory"),
        .post("system/directories/{directory}/clean", "cleandirectory"),
        .post("system/directories/{directory}/unregister", "unregisterdirectory"),
        .post("system/directories/recover"), .get("system/properties", "serverproperties"),
        .post("system/properties/update", "updateserverproperties"), .get("system/licenses", "licenses"),
        .get("system/configstore", "configurationstore"), .post("system/configstore/edit", "editconfigstore"),
        .post("system/configstore/recover"), .get("system/jobs", "jobs"), .get("system/jobs/{job}", "job"),
        .post("system/jobs/query"), .get("system/webadaptors", "webadaptors"),
        .post("system/webadaptors/register", "registerwebadaptor", for: .anyone),
        .get("system/webadaptors/config", "webadaptorsconfiguration"),
        .post("system/webadaptors/config/update", "updatewebadaptorsconfiguration"),
        .get("system/webadaptors/{adaptor}", "webadaptor"),
        .post("system/webadaptors/{adaptor}/update", "updatewebadaptor"),
        .post("system/webadaptors/{adaptor}/unregister", "unregisterwebadaptor"), .get("system/handlers", "handlers"),
        .get("system/handlers/rest", "resthandlers"), .post("system/handlers/rest/cache/clear", "clearrestcache"),
        .get("system/handlers/rest/servicesdirectory", "servicesdirectory"),
        .post("system/handlers/rest/servicesdirectory/edit", "editservicesdirectory"),
        .get("system/handlers/rest/cache"), .get("system/handlers/rest/cors"),
        .get("system/handlers/soap", "soaphandler"),
        .get("system/handlers/soap/soaphandlerconfig", "soaphandlerconfiguration"),
        .post("system/handlers/soap/soaphandlerconfig/edit", "editsoaphandlerconfiguration"),
        .get("system/platformservices", "platformservices", since: .v10_5),
        .get("system/platformservices/{service}", "platformservice", since: .v10_5),
        .get("system/platformservices/{service}/status", since: .v10_5),
        .post("system/platformservices/{service}/start", since: .v10_5),
        .post("system/platformservices/{service}/stop", since: .v10_5),
        .get("system/deployment", "deployment", since: .v10_7),
        .post("system/deployment/update", "updatedeployment", since: .v10_7),
        .get("system/diagnostics", since: .v11_1), .get("system/webhooks", since: .v11_1),
        .get("system/disasterrecovery", until: .v10_9_1),
    ]

    static let securityRows: [DocumentedPath.Row] =
        [
            .get("security", "security"), .get("security/config", "securityconfiguration"),
            .post("security/config/update", "updatesecurityconfiguration"),
            .post("security/config/updateIdentityStore", "updateidentitystore"),
            .post("security/config/testIdentityStore", "testidentitystore"),
            .post("security/config/changeServerRole", since: .v10_5), .get("security/tokens", "tokens"),
            .post("security/tokens/update", "updatetokenconfiguration"),
            .get("security/psa", "primarysiteadministrator"),
            .post("security/psa/disable", "disablepsa"), .post("security/psa/enable", "enablepsa"),
            .post("security/psa/update", "updatepsa"), .get("security/users", "users"), .get("security/roles", "roles"),
        ]
        + ["getUsers", "search", "getRoles", "getPrivilege"].map { .both("security/users/\($0)", "users") }
        + ["add", "update", "remove", "assignRoles", "removeRoles"].map { .post("security/users/\($0)", "users") }
        + ["getRoles", "search", "getUsersWithinRole", "getPrivilege", "getRolesForUser", "getRolesByPrivilege"].map {
            .both("security/roles/\($0)", "roles")
        }
        + ["add", "update", "remove", "addUsersToRole", "removeUsersFromRole", "assignPrivilege"].map {
            .post("security/roles/\($0)", "roles")
        }

    static let dataRows: [DocumentedPath.Row] = [
        .get("data", "data"), .get("data/config", "datastoreconfiguration"),
        .post("data/config/update", "updatedatastoreconfiguration"), .get("data/items", "rootdataitems"),
        .get("data/items/{kind}", "dataitem"), .get("data/items/{kind}/{item}", "dataitem"),
        .post("data/items/{kind}/{item}/edit", "editdataitem"),
        .get("data/items/{kind}/{item}/manifest", "big-data-file-share-manifest", since: .v10_5),
        .post(
            "data/items/{kind}/{item}/manifest/update", "big-data-file-share-manifest-update", since: .v10_5),
        .both(
            "data/items/{kind}/{item}/manifest/regenerate", "big-data-file-share-manifest-regeneration", since: .v10_7),
        .get("data/items/{kind}/{item}/machines"),
        .get("data/items/{kind}/{item}/machines/{machine}"),
        .both("data/items/{kind}/{item}/machines/{machine}/validate", "validatemachine"),
        .post("data/items/{kind}/{item}/machines/{machine}/{operation}"), .both("data/findItems", "finddataitems"),
        .post("data/registerItem", "registerdataitem"), .post("data/unregisterItem", "unregisterdataitem"),
        .both("data/validateDataItem", "validatedataitem"), .both("data/validateAllDataItems", "validatealldataitems"),
        .both("data/computeTotalRefCount", "computetotalrefcount"),
        .get("data/relationalDatastoreTypes", "relational-data-store-types", since: .v10_5),
        .get("data/relationalDatastoreTypes/{type}", "relational-datastore-type", since: .v10_5),
        .post("data/copyDataItem"),
        .get("data/datastores"), .post("data/makePrimary"),
    ]

    static let logRows: [DocumentedPath.Row] = [
        .get("logs", "logs"), .both("logs/query", "querylogs"), .both("logs/countErrorReports", "counterrorreports"),
        .post("logs/clean", "cleanlogs"), .get("logs/settings", "logsettings"),
        .post("logs/settings/edit", "editlogsettings"), .get("logs/{code}"),
    ]
}
