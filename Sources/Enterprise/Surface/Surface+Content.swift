// SPDX-License-Identifier: Apache-2.0

import Facts

/// `sharing/rest/content`.
extension Surface {
    static let users = "developers.arcgis.com/rest/users-groups-and-items/"
    static let usersHierarchy = Evidence.documented("\(users)resource-hierarchy")

    static let content = DocumentedPath.group(
        .portal, below: ["sharing/rest/content", "sharing/content"], manual: users, source: usersHierarchy,
        contentRows + userContentRows + itemEditRows("users/{username}/items/{id}")
            + itemEditRows("users/{username}/{folder}/items/{id}"))

    private static let contentRows: [DocumentedPath.Row] = [
        .get("", "content-root"), .post("updateItems", "update-items-with-content-categories"),
        .get("features", "feature-content-root"), .post("features/analyze", "analyze"),
        .post("features/generate", "generate"), .get("listings", "listings"), .get("listings/{id}", "listing"),
        .get("items/{id}", "item"), .get("items/{id}/data", "item-data"), .get("items/{id}/groups", "groups"),
        .get("items/{id}/item.pkinfo", "item-pkinfo"), .get("items/{id}/info/{file}", "item-info-file"),
        .get("items/{id}/info/{folder}/{file}", "item-info-file"), .get("items/{id}/relatedItems", "related-items"),
        .get("items/{id}/resources", "item-resources"), .get("items/{id}/resources/{file}", "item-resource"),
        .get("items/{id}/resources/{folder}/{file}", "item-resource"),
        .both("items/{id}/resources/export", "export-item-resources"), .get("items/{id}/comments", "item-comments"),
        .get("items/{id}/comments/{comment}", "item-comment"), .post("items/{id}/addComment", "add-comment"),
        .post("items/{id}/comments/{comment}/update", "update-comment"),
        .post("items/{id}/comments/{comment}/delete", "delete-comment"), .get("items/{id}/rating", "item-rating"),
        .post("items/{id}/addRating", "add-rating"), .post("items/{id}/deleteRating", "delete-rating"),
        .post("items/{id}/share", "share-item-as-group-admin"),
        .post("items/{id}/unshare", "unshare-item-as-group-admin"),
        .get("items/{id}/dependencies", "item-dependencies"), .get("items/{id}/dependencies/listDependentsTo"),
        .get("items/{id}/usage"), .get("items/{id}/sources"),
        .post("items/{id}/setContentStatus", "set-content-status"),
        .get("portals/{id}", for: .administrators, since: .v11_3),
        .get("groups/{id}", "group-content"), .get("groups/{id}/search", "group-content-search"),
        .post("groups/{id}/updateItems", "update-group-items-with-content-categories"),
    ]

    private static let userContentRows: [DocumentedPath.Row] = [
        .get("users/{username}", "user-content", for: .owner), .get("users/{username}/{folder}", "folder", for: .owner),
        .post("users/{username}/addItem", "add-item", for: .owner),
        .post("users/{username}/{folder}/addItem", "add-item", for: .owner),
        .post("users/{username}/createFolder", "create-folder", for: .owner),
        .post("users/{username}/{folder}/delete", "delete-folder", for: .owner),
        .post("users/{username}/{folder}/update", "update-folder", for: .owner),
        .post("users/{username}/{folder}/updateFolder", "update-folder", for: .owner),
        .post("users/{username}/createService", "create-service", for: .publisher),
        .post("users/{username}/{folder}/createService", "create-service", for: .publisher),
        .post("users/{username}/publish", "publish-item", for: .publisher),
        .post("users/{username}/{folder}/publish", "publish-item", for: .publisher),
        .post("users/{username}/addRelationship", "add-relationship", for: .owner),
        .post("users/{username}/deleteRelationship", "delete-relationship", for: .owner),
        .post("users/{username}/replaceService", "replace-service", for: .publisher, since: .v10_6),
        .post("users/{username}/export", "export-item", for: .owner),
        .post("users/{username}/deleteItems", "delete-items", for: .owner),
        .post("users/{username}/moveItems", "move-items", for: .owner),
        .post("users/{username}/shareItems", "share-items", for: .owner),
        .post("users/{username}/unshareItems", "unshare-items", for: .owner),
        .post("users/{username}/updateItems", for: .owner),
        .both("users/{username}/canReassignItems", "can-reassign-items", for: .administrators),
        .post("users/{username}/reassignItems", "reassign-items", for: .administrators),
        .post("users/{username}/importItem", for: .owner),
    ]

    /// Returns the resources and operations of a member's item, in the root folder or another one.
    private static func itemEditRows(_ path: String) -> [DocumentedPath.Row] {
        let resources: [(String, String)] = [
            ("", "user-item"), ("/status", "status"), ("/canDelete", "can-delete-item"), ("/parts", "parts"),
            ("/partCount", "parts"), ("/registeredAppInfo", "registered-app"), ("/relatedItems", "related-items"),
            ("/resources/export", "export-item-resources"),
        ]
        let operations: [(String, String)] = [
            ("update", "update-item"), ("delete", "delete-item"), ("share", "share-item-as-item-owner"),
            ("unshare", "unshare-item"), ("move", "move-item"), ("reassign", "reassign-item"), ("copy", "copy-item"),
            ("protect", "protect"), ("unprotect", "unprotect"), ("addPart", "add-item-part"),
            ("replacePart", "replace-item-part"), ("deletePart", "delete-item-part"), ("commit", "commit"),
            ("cancel", "cancel"), ("addRelationship", "add-relationship"),
            ("deleteRelationship", "delete-relationship"), ("addResources", "add-resources"),
            ("updateResources", "update-resources"), ("removeResources", "remove-resources"),
            ("updateInfo", "update-info"), ("deleteInfo", "delete-info"), ("updateThumbnail", "update-thumbnail"),
            ("deleteThumbnail", "delete-item-thumbnail"), ("createThumbnail", "create-thumbnail"),
            ("refresh", "refresh-item"),
        ]
        let recycling: [DocumentedPath.Row] = [
            .get("\(path)/canRecycle", "can-recycle-item", for: .owner, since: .v11_3),
            .get("\(path)/canRestore", "can-restore", for: .owner, since: .v11_3),
            .post("\(path)/restore", "restore", for: .owner, since: .v11_3),
        ]
        return recycling + resources.map { .get(path + $0.0, $0.1, for: .owner) }
            + operations.map { .post("\(path)/\($0.0)", $0.1, for: .owner) }
    }
}
