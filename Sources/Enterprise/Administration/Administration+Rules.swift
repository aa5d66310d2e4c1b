// SPDX-License-Identifier: Apache-2.0

import Facts

extension Administration {
    enum Rules {
        static let notAdministrator = Rule(
            "admin.not-administrator", "The token is valid, but its user is neither an administrator nor a publisher.",
            advice:
                "Use the primary site administrator, or a portal administrator's token requested with client=referer.",
            evidence: .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server"))
        static let addressBound = Rule(
            "admin.address-bound",
            "A portal token bound to an address is not accepted by a server's administrator directory.",
            advice: "Request the token with client=referer.",
            evidence: .documented(
                "docs/reference/sources.md#administrator-directory-on-a-federated-server: not with IP"))
        static let upgrading = Rule(
            "admin.upgrading", "The server is being upgraded.",
            advice: "Try again later; services may answer in the meantime.",
            evidence: .reported("Esri/arcgis-powershell-dsc ArcGIS_ServerUpgrade"))
        static let badConfig = Rule(
            "admin.bad-config", "The new settings of the token service cannot be read.",
            advice: "POST tokenManagerConfig with type and properties, as admin/security/tokens shows them.",
            evidence: .inferred("no body was ever shown"))
        static let serviceMissing = Rule(
            "admin.service-missing", "The server has no service with that name and type, and no folder.",
            advice: "Use Folder/Name.Type, as admin/services lists it.",
            evidence: .captured("docs/reference/admin.md#b3"))
        static let notEmulated = Rule(
            "admin.not-emulated", "Real servers have this path, but MockPortal does not emulate it.",
            advice: "Give the answer that the client needs under results of the server in the scenario.",
            evidence: .inferred("a limit of this double; the answer is its own, and no server's"))
        static let noResource = Rule(
            "admin.no-resource", "No server of this release has a resource or an operation at this path.",
            advice: "Compare it with docs/fidelity.md, which lists the documented paths.",
            evidence: .captured("docs/reference/admin.md#b3"))
        static let portalNotEmulated = Rule(
            "portaladmin.not-emulated", "Real portals have this path, but MockPortal does not emulate it.",
            advice: "Give the answer that the client needs under results of the portal in the scenario.",
            evidence: .inferred("a limit of this double; the answer is its own, and no portal's"))
        static let portalNoResource = Rule(
            "portaladmin.no-resource", "No portal of this release has a resource or an operation at this path.",
            advice: "Compare it with docs/fidelity.md, which lists the documented paths.",
            evidence: .inferred("as a server's administrator directory"))
        static let machineMissing = Rule(
            "admin.machine-missing", "The site has no machine with that name.", advice: "Use a name of admin/machines.",
            evidence: .captured("docs/reference/admin.md#b3"))
        static let portalNoSite = Rule(
            "portaladmin.no-site", "The portal has not been initialized.", advice: "Create its site.",
            evidence: .reported("Esri/arcgis-powershell-dsc"))
        static let portalUpgrade = Rule(
            "portaladmin.upgrade", "The portal's upgrade is not complete.", advice: "Run the upgrade.",
            evidence: .reported("Esri/arcgis-powershell-dsc ArcGIS_PortalUpgrade"))
        static let cannotFederate = Rule(
            "portaladmin.cannot-federate",
            "No server answers at that adminUrl, its administrator is a different one, or its release cannot be federated.",
            advice: "Send url, adminUrl, and the name and password of the server's primary site administrator.",
            evidence: .documented(
                "docs/reference/federation.md#what-federation-asks: what must be so; the words are inferred"))
        static let serverUnknown = Rule(
            "portaladmin.server-unknown", "No server with that id is federated with the portal.",
            advice: "Take the id from portaladmin/federation/servers.", evidence: .inferred("no body was ever shown"))
        static let notPortalAdministrator = Rule(
            "admin.not-portal-administrator", "The token is valid, but its user is not an administrator of the portal.",
            advice: "Use the token of a member with the role org_admin.",
            evidence: .documented(
                "developers.arcgis.com/rest/enterprise-administration/portal/security: administrators with a privilege; no body was ever shown"
            ))
        static let noSite = Rule(
            "admin.no-site", "The machine does not belong to a site.", advice: "Create a site, or join one.",
            evidence: .captured("jstuart/puppet-arcgis of 10.5.1"))
    }

    static let rules: [Rule] = doorRules + siteRules + serverRules + portalRules

    private static let doorRules: [Rule] = [
        Rules.upgrading, Rules.badConfig, Rules.serviceMissing, Rules.portalNoSite, Rules.portalUpgrade,
        Rules.cannotFederate, Rules.serverUnknown, Rules.notAdministrator, Rules.addressBound,
        Rules.notPortalAdministrator, Rules.noSite, Rules.notEmulated, Rules.noResource, Rules.machineMissing,
        Rules.portalNotEmulated,
        Rules.portalNoResource,
    ]
}
