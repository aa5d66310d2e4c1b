// SPDX-License-Identifier: Apache-2.0

import Facts

extension Administration {
    static let routes: [Route] =
        registration + portalOperations + doors + sites + resources + portalResources + portalDocuments

    private static let doors: [Route] = [
        Route(
            .server, "admin/generateToken", .adminGenerateToken,
            "A token for the primary site administrator; expires is a string.",
            evidence: .captured("jstuart/puppet-arcgis of 10.5.1 (102 bytes)"),
            handler: AdminGenerateToken.answer),
        Route(
            .server, "admin", .admin, "The administrator directory's root; without the trailing slash, 302 to it.",
            since: .v10_1, evidence: .captured("jstuart/puppet-arcgis of 10.5.1 (182 bytes)"),
            handler: ServerAdministrator.root),
        Route(
            .server, "admin/login", .admin, "The sign-in form for browsers.", since: .v10_1,
            evidence: .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server"),
            handler: LoginPage.admin),
        Route(
            .server, "admin/security/config", .admin, "The security configuration, federated or not.",
            since: .v10_1, evidence: .reported("Esri/arcgis-cookbook server_admin_client"),
            handler: SecurityResources.config),
        Route(
            .server, "admin/security/tokens", .admin, "The settings of the server's own token service.",
            since: .v10_1, evidence: .documented("docs/reference/sources.md#tokens-through-get"),
            handler: SecurityResources.tokens),
        Route(
            .server, "admin/security/tokens/update", .admin,
            "Changes the settings; a new sharedKey invalidates all tokens.",
            since: .v10_1, evidence: .documented("docs/reference/sources.md#tokens-through-get"),
            handler: SecurityResources.update),
        Route(
            .portal, "portaladmin/login", .portalAdmin, "The sign-in form for browsers.",
            evidence: .inferred("as a server's"), handler: LoginPage.portalAdmin),
        Route(
            .portal, "portaladmin/federation/servers/federate", .portalAdmin, "Federates a server with the portal.",
            evidence: .documented("developers.arcgis.com/rest/enterprise-administration/portal/federate-servers"),
            handler: FederationOperations.federate
        ),
        Route(
            .portal, "portaladmin/federation/servers/{id}/unfederate", .portalAdmin,
            "Removes a server from the portal.",
            evidence: .reported("Esri/arcgis-powershell-dsc; Esri/arcgis-cookbook"),
            handler: FederationOperations.unfederate),
        Route(
            .portal, "portaladmin/federation/servers/{id}/update", .portalAdmin, "Changes a federated server's role.",
            evidence: .reported("Esri/arcgis-powershell-dsc; Esri/arcgis-cookbook"),
            handler: FederationOperations.update),
        Route(
            .portal, "portaladmin/federation/servers/{id}/validate", .portalAdmin,
            "Whether the portal reaches a federated server.",
            evidence: .documented("developers.arcgis.com/rest/enterprise-administration/portal/validate-server"),
            handler: FederationOperations.validate),
        Route(
            .portal, "portaladmin/federation/servers/{id}", .portalAdmin, "A federated server.",
            evidence: .documented("developers.arcgis.com/rest/enterprise-administration/portal/server"),
            handler: FederationOperations.server),
        Route(
            .portal, "portaladmin/federation/servers/validate", .portalAdmin,
            "Whether the portal reaches its federated servers.",
            evidence: .documented("developers.arcgis.com/rest/enterprise-administration/portal/validate-servers"),
            handler: FederationOperations.validateAll),
        Route(
            .portal, "portaladmin", .portalAdmin, "The portal administrator directory's root.",
            evidence: .reported("docs/reference/admin.md#e11; its other keys are inferred"),
            handler: PortalAdministrator.root),
        Route(
            .portal, "portaladmin/federation", .portalAdmin, "The federation resources.",
            evidence: .documented("developers.arcgis.com/rest/enterprise-administration/portal/federation"),
            handler: PortalAdministrator.federation),
        Route(
            .portal, "portaladmin/federation/servers", .portalAdmin, "The servers federated with the portal.",
            evidence: .documented("developers.arcgis.com/rest/enterprise-administration/portal/servers"),
            handler: PortalAdministrator.servers
        ),
    ]

    /// The sharing side of federation.
    private static let registration: [Route] = ["sharing/rest/", "sharing/"].flatMap { path in
        [
            ("servers/register", "Registers a server.", "register-server", ServerRegistration.register),
            ("servers/{server}", "A federated server.", "server", ServerRegistration.one),
            (
                "servers/{server}/update", "Changes its addresses and its role.", "update-server",
                ServerRegistration.update
            ),
            ("servers/{server}/unregister", "Removes it.", "unregister-server", ServerRegistration.unregister),
        ].map { (name: String, summary: String, page: String, handler: @escaping Route.Handler) in
            Route(
                .portal, "\(path)portals/{id}/\(name)", .sharing, summary,
                evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/\(page)"), handler: handler)
        }
    }
}
