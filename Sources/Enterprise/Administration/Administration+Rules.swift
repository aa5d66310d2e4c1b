// SPDX-License-Identifier: Apache-2.0

import Facts

extension Administration {
    enum Rules {
        static let notAdministrator = Rule(
            "admin.not-administrator", "The token is good, and its user is no administrator or publisher.",
            advice:
                "Use the primary site administrator, or a portal administrator's token asked for with client=referer.",
            evidence: .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server"))
        static let addressBound = Rule(
            "admin.address-bound",
            "A portal token bound to an address is not accepted by a server's administrator directory.",
            advice: "Ask for it with client=referer.",
            evidence: .documented(
                "docs/reference/sources.md#administrator-directory-on-a-federated-server: not with IP"))
        static let upgrading = Rule(
            "admin.upgrading", "The server is being upgraded.",
            advice: "Ask again later; services may answer meanwhile.",
            evidence: .reported("Esri/arcgis-powershell-dsc ArcGIS_ServerUpgrade"))
        static let badConfig = Rule(
            "admin.bad-config", "The new settings of the token service cannot be read.",
            advice: "POST tokenManagerConfig with type and properties, as admin/security/tokens shows them.",
            evidence: .inferred("no body was ever shown"))
        static let serviceMissing = Rule(
            "admin.service-missing", "The server has no service of that name and type.",
            advice: "Write Folder/Name.Type, as admin/services lists them.",
            evidence: .inferred("no body was ever shown"))
        static let portalNoSite = Rule(
            "portaladmin.no-site", "The portal has not been initialized.", advice: "Create its site.",
            evidence: .reported("Esri/arcgis-powershell-dsc"))
        static let portalUpgrade = Rule(
            "portaladmin.upgrade", "The portal waits for its upgrade.", advice: "Run the upgrade.",
            evidence: .reported("Esri/arcgis-powershell-dsc ArcGIS_PortalUpgrade"))
        static let cannotFederate = Rule(
            "portaladmin.cannot-federate",
            "No server answers at that adminUrl, or its administrator is another, or it is of a release that stands alone.",
            advice: "Give url, adminUrl and the name and password of the server's primary site administrator.",
            evidence: .inferred("the parameters are documented; no refusal was ever shown"))
        static let serverUnknown = Rule(
            "portaladmin.server-unknown", "No server with that id is federated with the portal.",
            advice: "Take the id from portaladmin/federation/servers.", evidence: .inferred("no body was ever shown"))
        static let notPortalAdministrator = Rule(
            "admin.not-portal-administrator", "The token is good, and its user is no administrator of the portal.",
            advice: "Use the token of a member with the role org_admin.",
            evidence: .inferred("the directory is for administrators; no body was ever shown"))
        static let noSite = Rule(
            "admin.no-site", "The machine belongs to no site.", advice: "Create a site, or join one.",
            evidence: .captured("jstuart/puppet-arcgis of 10.5.1"))
    }

    static let rules: [Rule] = [
        Rules.upgrading, Rules.badConfig, Rules.serviceMissing, Rules.portalNoSite, Rules.portalUpgrade,
        Rules.cannotFederate, Rules.serverUnknown, Rules.notAdministrator, Rules.addressBound,
        Rules.notPortalAdministrator, Rules.noSite,
    ]
}
