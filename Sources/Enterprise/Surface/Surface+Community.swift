// SPDX-License-Identifier: Apache-2.0

import Facts

/// `sharing/rest`, its root, and `sharing/rest/community`.
extension Surface {
    static let sharingRoot = DocumentedPath.group(
        .portal, below: ["sharing/rest", "sharing"], manual: users, source: usersHierarchy,
        [
            .get("", "root"), .get("info"), .post("generateToken", "generate-token", for: .anyone),
            .both("search", "search"), .both("suggest", "suggest"), .get("kml"), .get("rss"), .both("proxy"),
            .get("tools"), .both("tools/newPrint"), .get("accounts/self"), .get("portals/self/rest/portals/self"),
            .get("oauth2", "oauth2-root"), .get("oauth2/authorize", "authorize"),
            .post("oauth2/token", "token", for: .anyone), .both("oauth2/signin", for: .anyone),
            .get("oauth2/approval"), .both("oauth2/signout"), .both("oauth2/revokeToken", "revoke-token"),
            .post("oauth2/exchangeToken", for: .anyone), .both("oauth2/platformSelf", for: .anyone),
            .both("oauth2/validateAppAccess"), .post("oauth2/registerApp", "register-app"),
            .get("oauth2/apps/{client_id}", "registered-app"), .post("oauth2/apps/{client_id}/update"),
            .post("oauth2/apps/{client_id}/unregister", "unregister-app"),
            .post("oauth2/regenerateApiToken", since: .online),
        ])

    static let community = DocumentedPath.group(
        .portal, below: ["sharing/rest/community", "sharing/community"], manual: users, source: usersHierarchy,
        [
            .get("", "community-root"), .both("self", "self", for: .members), .post("createGroup", "create-group"),
            .post("signUp", for: .anyone), .both("checkUsernames"), .both("groups", "group-search"),
            .both("users", "user-search"),
        ] + groupRows + userRows + taskRows)

    private static let groupRows: [DocumentedPath.Row] = [
        .get("groups/{id}", "group"), .get("groups/{id}/users", "group-users"),
        .get("groups/{id}/userList", "group-users-list", since: .v10_7), .get("groups/{id}/info/{file}"),
        .get("groups/{id}/categorySchema", "group-category-schema"),
        .get("groups/{id}/applications", "group-applications", for: .members),
        .get("groups/{id}/applications/{username}", "group-application", for: .members),
        .post("groups/{id}/applications/{username}/accept", "accept-group-application"),
        .post("groups/{id}/applications/{username}/decline", "decline-group-application"),
        .post("groups/{id}/addUsers", "add-users-to-group"),
        .post("groups/{id}/removeUsers", "remove-users-from-group"),
        .post("groups/{id}/updateUsers", "update-users-in-group"), .post("groups/{id}/invite", "invite-to-group"),
        .post("groups/{id}/join", "join-group"), .post("groups/{id}/leave", "leave-group"),
        .post("groups/{id}/update", "update-group"), .post("groups/{id}/delete", "delete-group"),
        .post("groups/{id}/deleteThumbnail", "delete-group-thumbnail"), .post("groups/{id}/protect", "protect-group"),
        .post("groups/{id}/unprotect", "unprotect-group"), .post("groups/{id}/reassign", "reassign-group"),
        .post("groups/{id}/assignCategorySchema", "assign-group-category-schema"),
        .post("groups/{id}/deleteCategorySchema", "delete-group-category-schema"),
        .post("groups/{id}/createNotification", "create-notification"), .post("groups/{id}/notify"),
        .post("groups/{id}/export", "export-group-content", since: .v10_8_1),
        .post("groups/{id}/import", "import-group", since: .v10_8_1),
    ]

    private static let userRows: [DocumentedPath.Row] = [
        .get("users/{username}", "user"), .get("users/{username}/tags", "user-tags", for: .owner),
        .get("users/{username}/info/{file}"), .get("users/{username}/properties", for: .owner),
        .post("users/{username}/setProperties", for: .owner), .get("users/{username}/resources", for: .owner),
        .post("users/{username}/addResource", "add-user-resource", for: .owner),
        .post("users/{username}/removeResource", "remove-user-resource", for: .owner),
        .get("users/{username}/notifications", "user-notifications", for: .owner),
        .get("users/{username}/notifications/{notification}", "user-notification", for: .owner),
        .post("users/{username}/notifications/{notification}/delete", "delete-notification", for: .owner),
        .get("users/{username}/invitations", "user-invitations", for: .owner),
        .get("users/{username}/invitations/{invitation}", "user-invitation", for: .owner),
        .post("users/{username}/invitations/{invitation}/accept", "accept-invitation", for: .owner),
        .post("users/{username}/invitations/{invitation}/decline", "decline-invitation", for: .owner),
        .get("users/{username}/appBundles", "user-app-bundles", for: .owner),
        .get("users/{username}/provisionedListings", "provisioned-listings", for: .owner),
        .get("users/{username}/userLicenseType", "user-license-type", for: .owner, since: .v10_7),
        .get("users/{username}/userLicenses", for: .owner), .both("users/{username}/report", "reports", for: .owner),
        .both("users/{username}/reports", "reports", for: .owner),
        .post("users/{username}/update", "update-user", for: .owner),
        .post("users/{username}/delete", "delete-user", for: .administrators),
        .post("users/{username}/disable", "disable-user", for: .administrators),
        .post("users/{username}/enable", "enable-user", for: .administrators),
        .post("users/{username}/unlock", for: .administrators),
        .post("users/{username}/reassign", for: .administrators),
        .post("users/{username}/reset", for: .owner), .post("users/{username}/expirePassword", for: .administrators),
        .post("users/{username}/deleteThumbnail", "delete-user-thumbnail", for: .owner),
    ]

    private static let taskRows: [DocumentedPath.Row] = [
        .get("users/{username}/tasks", "user-scheduled-tasks", for: .owner, since: .v10_8_1),
        .post("users/{username}/createTask", "create-new-scheduled-task", for: .owner, since: .v10_8_1),
        .get("users/{username}/tasks/{task}", "get-specific-task", for: .owner, since: .v10_8_1),
        .post("users/{username}/tasks/{task}/update", "edit-existing-task", for: .owner, since: .v10_8_1),
        .post("users/{username}/tasks/{task}/delete", "delete-task", for: .owner, since: .v10_8_1),
        .post("users/{username}/tasks/{task}/enable", "enable-task", for: .owner, since: .v10_8_1),
        .post("users/{username}/tasks/{task}/disable", "disable-task", for: .owner, since: .v10_8_1),
        .get("users/{username}/tasks/{task}/runs", "runs-for-task", for: .owner, since: .v10_8_1),
        .post("users/{username}/tasks/{task}/runs/{run}/update", "edit-run", for: .owner, since: .v10_8_1),
        .post("users/{username}/tasks/{task}/runs/{run}/delete", "delete-run", for: .owner, since: .v10_8_1),
    ]
}
