// SPDX-License-Identifier: Apache-2.0

import Facts

/// `admin` of a server: the site, its machines and services.
extension Surface {
    static let serverManual = "developers.arcgis.com/rest/enterprise-administration/server/"
    static let serverHierarchy = Evidence.documented("\(serverManual)resource-hierarchy")

    static let serverAdmin = DocumentedPath.group(
        .server, below: ["admin"], manual: serverManual, source: serverHierarchy, since: .v10_1,
        readBy: .administrators, posted: .administrators,
        siteRows + machineRows + serviceRows("services") + serviceRows("services/{plainFolder}") + serviceRootRows
            + systemRows + securityRows + dataRows + logRows)

    private static let siteRows: [DocumentedPath.Row] = [
        .get("", "site", for: .administrators), .both("login", for: .anyone),
        .both("generateToken", "generatetoken", for: .anyone), .post("createNewSite", "createsite", for: .anyone),
        .post("joinSite", "joinsite", for: .anyone), .post("deleteSite", "deletesite"),
        .post("exportSite", "exportsite"), .post("importSite", "importsite"), .both("upgrade", "upgrade", for: .anyone),
        .get("publicKey", "publickey", for: .anyone), .get("about", "about", for: .anyone, since: .v11_5),
        .get("local", for: .anyone), .get("healthCheck", for: .anyone, since: .v10_8_1), .get("info", "info"),
        .get("info/getAvailableTimeZones", "getavailabletimezones"), .get("info/healthCheck", since: .v10_3),
        .get("mode", "mode", since: .v10_4),
        .post("mode/update", "updatemode", since: .v10_4), .get("kml", "kml"), .post("kml/createKmz", "createkmz"),
        .get("uploads", "uploads"), .post("uploads/upload", "uploaditem"), .post("uploads/register", "registeritem"),
        .get("uploads/{upload}", "uploadeditem"), .post("uploads/{upload}/delete", "deleteitem"),
        .get("uploads/{upload}/parts", "uploadedparts"), .post("uploads/{upload}/uploadPart", "uploadpart"),
        .post("uploads/{upload}/commit", "commit"), .get("uploads/{upload}/serviceconfiguration.json"),
        .get("uploads/{upload}/download"), .get("usagereports", "usagereports", since: .v10_3),
        .post("usagereports/add", "createusagereport", since: .v10_3),
        .get("usagereports/settings", "usagereportssettings", since: .v10_3),
        .post("usagereports/settings/edit", "editusagereportssettings", since: .v10_3),
        .get("usagereports/{report}", "usagereport", since: .v10_3),
        .post("usagereports/{report}/edit", "editusagereport", since: .v10_3),
        .post("usagereports/{report}/delete", "deleteusagereport", since: .v10_3),
        .post("usagereports/{report}/data", "queryusagereport", since: .v10_3),
        .get("clusters", "clusters", until: .v10_8), .post("clusters/create", "createcluster", until: .v10_8),
        .get("clusters/getAvailableMachines", until: .v10_8), .get("clusters/{cluster}", "cluster", until: .v10_8),
        .post("clusters/{cluster}/start", "startcluster", until: .v10_8),
        .post("clusters/{cluster}/stop", "stopcluster", until: .v10_8),
        .post("clusters/{cluster}/delete", "deletecluster", until: .v10_8),
        .post("clusters/{cluster}/editProtocol", "editclusterprotocol", until: .v10_8),
        .get("clusters/{cluster}/machines", "clustermachines", until: .v10_8),
        .post("clusters/{cluster}/machines/add", until: .v10_8),
        .post("clusters/{cluster}/machines/remove", until: .v10_8),
        .get("clusters/{cluster}/services", until: .v10_8),
    ]

    private static let machineRows: [DocumentedPath.Row] = [
        .get("machines", "machines"), .post("machines/register", "registermachine"),
        .post("machines/rename", "renamemachine"), .get("machines/{machine}", "machine"),
        .get("machines/{machine}/status", "machinestatus"), .post("machines/{machine}/start", "startmachine"),
        .post("machines/{machine}/stop", "stopmachine"), .post("machines/{machine}/edit", "editmachine"),
        .post("machines/{machine}/unregister", "unregistermachine"),
        .post("machines/{machine}/synchronizeWithSite", "synchronizewithsite"),
        .get("machines/{machine}/hardware", "hardware", since: .v10_7),
        .get("machines/{machine}/sslcertificates", "sslcertificates"),
        .post("machines/{machine}/sslcertificates/generate", "generatecertificate"),
        .post("machines/{machine}/sslcertificates/importExistingServerCertificate", "importexistingservercertificate"),
        .post("machines/{machine}/sslcertificates/importRootOrIntermediate", "importrootcertificate"),
        .get("machines/{machine}/sslcertificates/{certificate}", "sslcertificate"),
        .post("machines/{machine}/sslcertificates/{certificate}/generateCSR", "generatecsr"),
        .post("machines/{machine}/sslcertificates/{certificate}/importSignedCertificate", "importcasignedcertificate"),
        .post("machines/{machine}/sslcertificates/{certificate}/delete", "deletecertificate"),
        .get("machines/{machine}/sslcertificates/{certificate}/export", "exportcertificate"),
        .get("machines/{machine}/webhooks", since: .v11_5),
    ]

    private static let serviceRootRows: [DocumentedPath.Row] = [
        .post("services/createFolder", "createfolder"), .post("services/{plainFolder}/deleteFolder", "deletefolder"),
        .post("services/{plainFolder}/editFolder", "editfolder"), .post("services/renameService", "renameservice"),
        .post("services/{plainFolder}/renameService", "renameservice"),
        .both("services/exists", "folderexists"), .both("services/exists/exists"),
        .both("services/{plainFolder}/exists"),
        .post("services/federate", "federateservices", since: .v10_3), .post("services/unfederate", since: .v10_3),
        .post("services/exportServices", "exportservices"), .post("services/importServices", "importservices"),
        .get("services/properties", "servicesproperties", since: .v10_6_1),
        .post("services/properties/update", since: .v10_6_1), .get("services/report", "servicesreport"),
        .get("services/{plainFolder}/report", "servicesreport"), .get("services/types", "types"),
        .get("services/types/{type}", "type"), .get("services/types/extensions", "extensions"),
        .post("services/types/extensions/register", "registerextension"),
        .post("services/types/extensions/update", "updateextension"),
        .post("services/types/extensions/unregister", "unregisterextension"),
        .get("services/types/providers", "providers"),
        .get("services/types/customdataproviders", since: .v11_1),
        .post("services/types/customdataproviders/{operation}", since: .v11_1),
    ]

    /// Returns what a folder of services has, and every service in it.
    private static func serviceRows(_ folder: String) -> [DocumentedPath.Row] {
        let own: [DocumentedPath.Row] = [
            .get(folder, "folder"), .post("\(folder)/createService", "createservice"),
            .both("\(folder)/canCreateService", "cancreateservice", since: .v10_5),
            .post("\(folder)/startServices", "startservices"), .post("\(folder)/stopServices", "stopservices"),
            .post("\(folder)/deleteServices", "deleteservices"), .get("\(folder)/permissions", "permissions"),
            .post("\(folder)/permissions/add", "addpermission"),
            .post("\(folder)/permissions/clean", "cleanpermissions"),
        ]
        let service = "\(folder)/{name.type}"
        let resources: [DocumentedPath.Row] = [
            .get(service, "service"), .both("\(service)/status", "servicestatus"),
            .get("\(service)/statistics", "servicestatistics"), .get("\(service)/iteminfo", "iteminformation"),
            .get("\(service)/iteminfo/manifest", "manifest"), .get("\(service)/iteminfo/manifest/manifest.xml"),
            .get("\(service)/iteminfo/manifest/manifest.json", "manifest"),
            .get("\(service)/permissions", "permissions"),
            .get("\(service)/extensions", "extensions"), .get("\(service)/jobs", "jobs", since: .v10_6_1),
            .both("\(service)/jobs/query", "query-jobs", since: .v10_6_1),
            .both("\(service)/jobs/statistics", "job-statistics.htm", since: .v10_6_1),
            .get("\(service)/jobs/{job}", "job-get-.htm", since: .v10_6_1),
            .get("\(service)/lifecycleinfos", "serivce-lifecycle-info", since: .v11_1),
            .get("\(service)/webhooks", since: .v11_1),
            .get("\(service)/providers", since: .v10_7),
        ]
        let operations = [
            "start", "stop", "edit", "delete", "rename", "iteminfo/edit", "iteminfo/delete", "iteminfo/upload",
            "permissions/add", "permissions/clean", "changeProvider", "webhooks/{operation}",
        ]
        let jobs = ["cancel", "delete"].map {
            DocumentedPath.Row.post("\(service)/jobs/{job}/\($0)", "\($0)-job", since: .v10_6_1)
        }
        return own + resources + jobs + operations.map { .post("\(service)/\($0)") }
    }
}
