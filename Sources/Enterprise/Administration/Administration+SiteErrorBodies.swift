// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The bodies of sites that are created, and of services that are started.
extension Administration.ErrorBodies {
    static let unlicensedOnLinux = ErrorBody(
        "admin.unlicensed-linux", 500,
        "Failed to create the site. The machine does not have a valid license. Please authorize ArcGIS Server by running the authorizeSoftware script found under '/opt/arcgis/server/tools'.",
        envelope: .status, evidence: .captured("docs/reference/admin.md#a5"))
    static let unlicensedOnOldWindows = ErrorBody(
        "admin.unlicensed-old-windows", 500,
        "Failed to create the site. The machine does not have a valid license. Please authorize ArcGIS Server by clicking Start > Programs > ArcGIS > ArcGIS for Server > Software Authorization",
        envelope: .status, evidence: .captured("Esri/ops-server-config#728"))
    static let unlicensedOnWindows = ErrorBody(
        "admin.unlicensed-windows", 500,
        "Failed to create the site. The machine does not have a valid license. Please authorize using the Software Authorization for ArcGIS Server wizard.",
        envelope: .status,
        evidence: .reported("Esri/arcgis-powershell-dsc#273: how it ends; the beginning is as before"))
    static let siteNeedsAdministrator = ErrorBody(
        "admin.site-needs-administrator", 500,
        "Failed to create the site. The username and password of the primary site administrator must be specified.",
        envelope: .status, evidence: .inferred("no body was ever shown"))
    static let siteExists = ErrorBody(
        "admin.site-exists", 500, "Failed to create the site. Server machine '‹›' already participates in a site.",
        envelope: .status, evidence: .inferred("no body was ever shown"))
    /// Two blanks stand before Please, and no period at the end (captured at 10.4).
    static let serviceBusy = ErrorBody(
        "admin.service-busy", 500,
        "Service '‹name›' in folder '‹folder›' is currently being configured by another administrative operation.  Please try again later",
        envelope: .status,
        evidence: .captured("khibma/ArcGISAdministrationToolkit#15, the words; the code is inferred"))
    static let hostingUnlicensed = ErrorBody(
        "portaladmin.hosting-unlicensed", 500,
        "Failed to update federated server '‹name› (id: ‹id›)'. The ArcGIS Server site has not been licensed as a GIS Server Standard or GIS Server Advanced.",
        evidence: .captured("Esri/arcgis-powershell-dsc#130, the words; the code is inferred"))
    static let badServerRole = ErrorBody(
        "portaladmin.bad-server-role", 500,
        "Failed to update federated server '‹name› (id: ‹id›)'. Invalid server ‹what› '‹word›'.",
        evidence: .inferred("the beginning is that of Esri/arcgis-powershell-dsc#130; the rest was never shown"))
    static let federatedElsewhere = ErrorBody(
        "portaladmin.federated-elsewhere", 500,
        "Failed to federate the server '‹›'. The server is already federated with another portal.",
        evidence: .inferred("documented that a server belongs to one portal; no body was ever shown"))
    static let unknownUserType = ErrorBody(
        "portaladmin.unknown-user-type", 400, "Unrecognized user license type id",
        evidence: .captured("Esri/arcgis-powershell-dsc#239, the words; the code is inferred"))
    static let noDefaultUserType = ErrorBody(
        "portaladmin.no-default-user-type", 400,
        "A default user type id must be specified to enable automatic account creation for your Enterprise portal.",
        evidence: .captured("Esri/arcgis-powershell-dsc#239, the words; the code is inferred"))
    static let badRole = ErrorBody(
        "portaladmin.bad-role", 400, "Invalid values for role and/or user license type parameters.",
        evidence: .captured("Esri/arcgis-powershell-dsc#269 of 10.8, the words; the code is inferred"))
    static let portalNotGiven = ErrorBody(
        "portaladmin.not-given", 400, "'‹›' must be specified.",
        evidence: .inferred("the form of generateToken's words; never shown"))
    static let memberExists = ErrorBody(
        "portaladmin.member-exists", 400, "User '‹›' already exists.", evidence: .inferred("no body was ever shown"))
    static let portalSiteExists = ErrorBody(
        "portaladmin.site-exists", 0, "The site is already configured at this time.", envelope: .statusWithoutCode,
        evidence: .reported("Esri/arcgis-powershell-dsc looks for these words, after a second upgrade"))
    static let badSecurityConfig = ErrorBody(
        "portaladmin.bad-config", 400, "The security configuration could not be read.",
        evidence: .inferred("no body was ever shown"))
}

extension Administration {
    static let siteErrorBodies: [ErrorBody] = [
        ErrorBodies.unlicensedOnLinux, ErrorBodies.unlicensedOnOldWindows, ErrorBodies.unlicensedOnWindows,
        ErrorBodies.siteNeedsAdministrator, ErrorBodies.siteExists, ErrorBodies.serviceBusy,
        ErrorBodies.hostingUnlicensed, ErrorBodies.badServerRole, ErrorBodies.federatedElsewhere,
        ErrorBodies.unknownUserType, ErrorBodies.noDefaultUserType,
        ErrorBodies.badRole, ErrorBodies.portalNotGiven, ErrorBodies.memberExists, ErrorBodies.portalSiteExists,
        ErrorBodies.badSecurityConfig,
    ]
}
