// SPDX-License-Identifier: Apache-2.0

import Facts

/// The rules of sites that are created, and of services that are started.
extension Administration.Rules {
    static let unlicensed = Rule(
        "admin.unlicensed", "The machine has no license, and no site can be created on it.",
        advice: "Look at status in the body: the HTTP status is 200. Authorize the machine, and try again.",
        clients: "Scripts that test the HTTP status alone go on without a site.",
        evidence: .captured("Esri/ops-server-config#728; Esri/arcgis-powershell-dsc#273"))
    static let siteNeedsAdministrator = Rule(
        "admin.site-needs-administrator", "A site needs a primary site administrator.",
        advice: "Send username and password.",
        evidence: .documented(
            "developers.arcgis.com/rest/enterprise-administration/server/createsite.htm; no refusal was ever shown"))
    static let siteExists = Rule(
        "admin.site-exists", "The machine already belongs to a site.", advice: "Delete the site first.",
        evidence: .documented(
            "developers.arcgis.com/rest/enterprise-administration/server/createsite.htm: only where there is none"))
    static let directoryMissing = Rule(
        "admin.directory-missing", "The site has no server directory with that name.",
        advice: "Take the name from admin/system/directories.", evidence: .captured("docs/reference/admin.md#b3"))
    static let serviceBusy = Rule(
        "admin.service-busy", "Another start or stop of the service is under way.",
        advice: "Poll status until realTimeState is configuredState, then try again.",
        evidence: .captured("khibma/ArcGISAdministrationToolkit#15"))
    static let hostingUnlicensed = Rule(
        "portaladmin.hosting-unlicensed", "The server's license does not cover a hosting server.",
        advice: "License the server as GIS Server Standard or Advanced.",
        clients: "arcgis-powershell-dsc warns and goes on; the server stays a FEDERATED_SERVER.",
        evidence: .captured("Esri/arcgis-powershell-dsc#130"))
    static let badServerRole = Rule(
        "portaladmin.bad-server-role", "No federated server has such a role or function.",
        advice: "Send a role and functions as the REST API spells them.",
        evidence: .inferred("the words are documented; no refusal was ever shown"))
    static let federatedElsewhere = Rule(
        "portaladmin.federated-elsewhere", "The server belongs to another portal.",
        advice: "Unfederate it there first.", evidence: .inferred("documented; no refusal was ever shown"))
    static let serverNotReached = Rule(
        "portaladmin.server-not-reached", "The portal cannot reach the server, or it has no site.",
        advice: "Start the server and create its site; then federate.",
        evidence: .reported("docs/reference/federation.md#e43: the sentence of the pages; the body is inferred"))
    static let unknownUserType = Rule(
        "portaladmin.unknown-user-type", "There is no user type with that id; ids are case-sensitive.",
        advice: "Send creatorUT, not CreatorUT.", evidence: .captured("Esri/arcgis-powershell-dsc#239"))
    static let noDefaultUserType = Rule(
        "portaladmin.no-default-user-type", "Accounts cannot be created by themselves without a default user type.",
        advice: "Set the defaults of new members first.", evidence: .captured("Esri/arcgis-powershell-dsc#239"))
    static let badRole = Rule(
        "portaladmin.bad-role", "The portal has no role with that id, or a new member has none.",
        advice: "Send role=org_user, org_publisher or org_admin.",
        evidence: .captured("Esri/arcgis-powershell-dsc#269"))
    static let portalNotGiven = Rule(
        "portaladmin.not-given", "A required parameter is missing.", advice: "Send it.",
        evidence: .documented(
            "developers.arcgis.com/rest/enterprise-administration/portal/federate-servers and others; no refusal was ever shown"
        ))
    static let memberExists = Rule(
        "portaladmin.member-exists", "The portal has a member with that name.", advice: "Choose another name.",
        evidence: .reported("docs/reference/sharing.md#l6: names are unique; the words are inferred"))
    static let portalSiteExists = Rule(
        "portaladmin.site-exists", "The portal has been initialized.", advice: "Sign in to it.",
        evidence: .reported("Esri/arcgis-powershell-dsc"))
    static let badSecurityConfig = Rule(
        "portaladmin.bad-config", "The new security configuration cannot be read.",
        advice: "POST securityConfig as security/config shows it.", evidence: .inferred("no body was ever shown"))
    static let aliasTaken = Rule(
        "portaladmin.alias-taken", "A certificate with that alias exists.",
        advice: "Look for a page where JSON was asked for; choose another alias, or delete the certificate.",
        clients: "The ArcGIS API for Python takes the page for a success.",
        evidence: .reported("Esri/arcgis-python-api#262"))
    static let certificateMissing = Rule(
        "portaladmin.certificate-missing", "The portal has no certificate with that alias.",
        advice: "Take it from sslCertificates.", evidence: .inferred("as a server: docs/reference/admin.md#a24"))
}

extension Administration {
    static let siteRules: [Rule] = [
        Rules.unlicensed, Rules.siteNeedsAdministrator, Rules.siteExists, Rules.directoryMissing, Rules.serviceBusy,
        Rules.hostingUnlicensed, Rules.badServerRole, Rules.federatedElsewhere, Rules.serverNotReached,
        Rules.unknownUserType, Rules.noDefaultUserType, Rules.badRole, Rules.portalNotGiven,
        Rules.memberExists, Rules.portalSiteExists, Rules.badSecurityConfig, Rules.aliasTaken,
        Rules.certificateMissing,
    ]
}
