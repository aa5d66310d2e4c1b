// SPDX-License-Identifier: Apache-2.0

import Facts

/// `sharing/rest/portals`.
extension Surface {
    static let portals = DocumentedPath.group(
        .portal, below: ["sharing/rest/portals", "sharing/portals"], manual: users, source: usersHierarchy,
        posted: .administrators,
        [
            .get("", "portals-root"), .get("self", "portal-self"), .get("info"), .get("languages", "languages"),
            .get("regions", "regions"), .get("{id}", "portal-self"),
        ] + organizationRows + memberRows + serverRows + collaborationRows)

    /// The pages of a portal's home, of which the double has some alone.
    static let home =
        DocumentedPath.group(
            .portal, below: ["home"], manual: users, source: .reported("Esri/arcgis-cookbook#31"), [.get("")])
        + DocumentedPath.group(
            .portal, below: ["home"], manual: users,
            source: .reported("pypi.org/project/arcgis/2.4.4 gis/__init__.py has its address as homepage"),
            [.get("item.html"), .get("user.html"), .get("group.html")])
        + DocumentedPath.group(
            .portal, below: ["home"], manual: users, source: .inferred("the link of the home page"),
            [.get("signin.html")])
        + DocumentedPath.group(
            .server, below: ["manager"], manual: users, source: .inferred("ArcGIS Server Manager is there"), [.get("")])

    private static let organizationRows: [DocumentedPath.Row] = [
        .post("{id}/update", "update-portal"), .get("{id}/urls", "urls", since: .v10_8_1),
        .both("{id}/isServiceNameAvailable", "check-service-name", for: .members),
        .both("{id}/checkUrlKeyAvailable"), .get("{id}/resources", "portal-resources"),
        .get("{id}/resources/{file}", "portal-resource"), .post("{id}/addResource", "add-portal-resource"),
        .post("{id}/removeResource", "remove-portal-resource"), .post("{id}/add_resource"),
        .get("{id}/categorySchema", "portal-category-schema"),
        .post("{id}/assignCategorySchema", "assign-portal-category-schema"),
        .post("{id}/deleteCategorySchema", "delete-portal-category-schema"),
        .get("{id}/memberCategorySchema", "member-category-schema", since: .v10_8_1),
        .post("{id}/assignMemberCategorySchema", "assign-member-category-schema", since: .v10_8_1),
        .post("{id}/deleteMemberCategorySchema", "delete-member-category-schema", since: .v10_8_1),
        .get("{id}/settings", "organization-settings", since: .v10_7),
        .post("{id}/settings/update", "update-organization-settings", since: .v10_7),
        .get("{id}/signinSettings", for: .members, since: .v10_7), .post("{id}/setSigninSettings", since: .v10_7),
        .get("{id}/securityPolicy", "security-policy", for: .members, since: .v10_7),
        .post("{id}/securityPolicy/update", "update-security-policy", since: .v10_7),
        .post("{id}/securityPolicy/reset", "reset-security-policy", since: .v10_7),
        .post("{id}/securityPolicy/lockoutLoginPolicy/update", since: .v11_1),
        .post("{id}/securityPolicy/lockoutLoginPolicy/reset", since: .v11_1),
        .get("{id}/livingatlas", "living-atlas", for: .administrators, since: .v10_8_1),
        .get("{id}/aiservices", "ai-services", for: .administrators, since: .v11_4),
        .get("{id}/classification", "classification", since: .v10_9_1),
        .post("{id}/assignClassification", "assign-classification", since: .v10_9_1),
        .get("{id}/history", "history", for: .administrators), .get("{id}/usage", "usage", for: .administrators),
        .get("{id}/activity", for: .administrators),
        .get("{id}/jobs/{job}", for: .members, since: .v10_8_1), .get("{id}/subscriptionInfo", for: .members),
        .get("{id}/purchases", "purchases", for: .administrators),
        .get("{id}/purchases/{purchase}", for: .administrators),
        .get("{id}/provisionedListings", for: .administrators), .get("{id}/listings", for: .administrators),
        .post("{id}/provisionUserListingEntitlement"), .get("{id}/appBundles", for: .members),
        .get("{id}/idp", "identity-provider", for: .members), .post("{id}/idp/register", "register-idp"),
        .post("{id}/idp/federation/register", "register-federation", since: .v10_6_1),
        .post("{id}/idp/{provider}/register"), .get("{id}/idp/{provider}", for: .administrators),
        .post("{id}/idp/{provider}/update"),
        .post("{id}/idp/{provider}/unregister"), .get("{id}/oidc", for: .administrators, since: .v10_9_1),
        .post("{id}/oidc/register", since: .v10_9_1), .post("{id}/oidc/{provider}/update", since: .v10_9_1),
        .post("{id}/oidc/{provider}/unregister", since: .v10_9_1),
        .get("{id}/sp", for: .anyone), .get("{id}/sp/metadata", for: .anyone),
        .get("{id}/socialProviders", "social-providers"),
        .post("{id}/socialProviders/configure", "configure-social-providers"),
        .post("{id}/socialProviders/remove", "remove-social-providers"),
        .get("{id}/certificates", "certificates", for: .administrators),
        .post("{id}/certificates/add"), .post("{id}/certificates/{certificate}/delete"),
        .get("{id}/webhooks", "webhooks", for: .administrators, since: .v10_7),
        .post("{id}/webhooks/createWebhook", "create-webhook", since: .v10_7),
        .get("{id}/webhooks/settings", "webhook-settings", for: .administrators, since: .v10_7),
        .post("{id}/webhooks/settings/update", since: .v10_7),
        .get("{id}/webhooks/{webhook}", "webhook", for: .administrators, since: .v10_7),
        .post("{id}/webhooks/{webhook}/update", "update-webhook", since: .v10_7),
        .post("{id}/webhooks/{webhook}/delete", "delete-webhook", since: .v10_7),
        .post("{id}/webhooks/{webhook}/activate", "activate-webhook", since: .v10_7),
        .post("{id}/webhooks/{webhook}/deactivate", "deactivate-webhook", since: .v10_7),
        .get(
            "{id}/webhooks/{webhook}/notificationStatus", "notification-status", for: .administrators, since: .v10_7),
        .get("{id}/allScheduledTasks", "all-user-scheduled-tasks", for: .administrators, since: .v10_8_1),
    ]

    private static let memberRows: [DocumentedPath.Row] = [
        .get("{id}/users", "users", for: .members), .both("{id}/users/search", "user-search-org", for: .members),
        .get("{id}/userDefaultSettings", "user-default-settings", for: .members, since: .v10_7),
        .post("{id}/setUserDefaultSettings", "set-user-default-settings", since: .v10_7),
        .post("{id}/deleteUserDefaultSettings", "delete-user-default-settings", since: .v10_7),
        .post("{id}/userDefaultSettings/delete", since: .v10_7), .post("{id}/disableUsers"), .post("{id}/enableUsers"),
        .get("{id}/users/counts", for: .administrators, since: .v10_7),
        .post("{id}/updateUserRole", "update-user-role"), .post("{id}/updateUserLevel", "update-user-level"),
        .post("{id}/updateUserLicenseType", "update-user-license-type", since: .v10_7),
        .get("{id}/userLicenseTypes", "user-license-type", for: .members, since: .v10_7),
        .get("{id}/userLicenseTypes/{license}", for: .members, since: .v10_7),
        .post("{id}/assignUserCredits", "assign-user-credits"),
        .post("{id}/unassignUserCredits", "unassign-user-credits"),
        .post("{id}/removeUsers", "remove-users"), .post("{id}/updateUsers"), .post("{id}/createUser"),
        .post("{id}/createNotification", "create-notification"), .post("{id}/invite", "invite-user"),
        .get("{id}/invitations", for: .administrators),
        .get("{id}/invitations/{invitation}", for: .administrators),
        .post("{id}/invitations/{invitation}/delete"), .post("{id}/invitations/{invitation}/accept"),
        .post("{id}/invitations/{invitation}/decline"),
        .post("{id}/deleteInvitations"), .get("{id}/roles", "roles", for: .members),
        .get("{id}/roles/{role}", "role", for: .members), .post("{id}/createRole", "create-role"),
        .get("{id}/roles/{role}/privileges", "privileges", for: .members),
        .post("{id}/roles/{role}/update", "update-role"), .post("{id}/roles/{role}/delete", "delete-role"),
        .post("{id}/roles/{role}/setPrivileges", "set-role-privileges"),
    ]

    private static let serverRows: [DocumentedPath.Row] = [
        .get("{id}/servers", "servers", for: .members), .post("{id}/servers/register", "register-server"),
        .get("{id}/servers/{server}", "server", for: .members), .post("{id}/servers/{server}/update", "update-server"),
        .post("{id}/servers/{server}/unregister", "unregister-server"),
        .get("{id}/datastores", "data-stores", for: .members, since: .v10_7),
        .post("{id}/datastores/addToServer", "add-data-store-to-server", since: .v10_7),
        .post("{id}/datastores/removeFromServer", since: .v10_7),
        .post("{id}/datastores/validate", since: .v10_7), .post("{id}/datastores/refreshServer", since: .v10_7),
        .post("{id}/datastores/allDatasets/publishLayers", "publish-layers", since: .v10_7),
        .post("{id}/datastores/allDatasets/deleteLayers", since: .v10_7),
        .both("{id}/datastores/allDatasets/getLayers", for: .members, since: .v10_7),
        .get("{id}/datastores/{datastore}", for: .members, since: .v10_7),
    ]

    private static let collaborationRows: [DocumentedPath.Row] = [
        .get("{id}/collaborations", "collaborations", for: .administrators, since: .v10_5),
        .post("{id}/createCollaboration", "create-collaboration", since: .v10_5),
        .post("{id}/validateInvitation", since: .v10_5), .post("{id}/acceptInvitation", since: .v10_5),
        .get("{id}/collaborations/{collaboration}", "collaboration", for: .administrators, since: .v10_5),
        .post("{id}/collaborations/{collaboration}/update", since: .v10_5),
        .post("{id}/collaborations/{collaboration}/delete", since: .v10_5),
        .post("{id}/collaborations/{collaboration}/inviteParticipant", since: .v10_5),
        .get("{id}/collaborations/{collaboration}/participants", for: .administrators, since: .v10_5),
        .get("{id}/collaborations/{collaboration}/workspaces", for: .administrators, since: .v10_5),
        .post("{id}/collaborations/{collaboration}/createWorkspace", since: .v10_5),
        .get("{id}/collaborations/{collaboration}/workspaces/{workspace}", for: .administrators, since: .v10_5),
        .post("{id}/collaborations/{collaboration}/workspaces/{workspace}/{operation}", since: .v10_5),
    ]
}
