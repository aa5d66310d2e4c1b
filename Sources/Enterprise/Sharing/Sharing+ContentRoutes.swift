// SPDX-License-Identifier: Apache-2.0

import Facts

/// The operations that change the files of items, their relations and folders, and tell of their uploads and jobs.
extension Sharing {
    static let contentOperations: [Both] =
        [
            Both(
                "content/items/{id}/relatedItems", "The items related to an item.",
                .captured("docs/reference/sharing.md#s19"), ItemRelations.related),
            Both(
                "content/users/{username}/addRelationship", "Relates two items.", documented("add-relationship"),
                ItemRelations.add),
            Both(
                "content/users/{username}/deleteRelationship", "Ends the relation of two items.",
                documented("delete-relationship"), ItemRelations.delete),
            Both(
                "content/users/{username}/{folder}/delete", "Deletes a folder and the items in it.",
                documented("delete-folder"), FolderEdits.delete),
            Both(
                "content/users/{username}/{folder}/update", "Renames a folder.", documented("update-folder"),
                FolderEdits.update),
            Both(
                "content/users/{username}/{folder}/updateFolder",
                "Renames a folder, as the ArcGIS API for Python asks.",
                .reported("pypi.org/project/arcgis/2.4.4"), FolderEdits.update),
            Both(
                "content/users/{username}/reassignItems", "Gives several items to another member.",
                documented("reassign-items"), ItemMoves.reassignSeveral),
            Both(
                "content/users/{username}/canReassignItems", "Whether several items may be given to another member.",
                documented("can-reassign-items"), ItemMoves.canReassignSeveral),
            Both(
                "content/updateItems", "Sets the categories of several items.",
                documented("update-items-with-content-categories"), ItemCategories.update),
        ]
        + RecycleBin.rows + ItemPackages.rows
        + comments.map { Both("content/items/{id}/\($0.0)", $0.1, documented($0.2), $0.3) }
        + ["items/{id}", "{folder}/items/{id}"].flatMap { path in
            files.map { Both("content/users/{username}/\(path)/\($0.0)", $0.1, documented($0.2), $0.3) }
        }

    private static let comments: [(String, String, String, Route.Handler)] = [
        ("comments", "The comments on an item.", "item-comments", ItemComments.list),
        ("comments/{comment}", "A comment.", "item-comment", ItemComments.one),
        ("addComment", "Comments on an item.", "add-comment", ItemComments.add),
        ("comments/{comment}/update", "Changes a comment.", "update-comment", ItemComments.update),
        ("comments/{comment}/delete", "Deletes a comment.", "delete-comment", ItemComments.delete),
        ("rating", "The caller's rating of an item.", "item-rating", ItemComments.rating),
        ("addRating", "Rates an item.", "add-rating", ItemComments.addRating),
        ("deleteRating", "Takes a rating back.", "delete-rating", ItemComments.deleteRating),
    ]

    private static let files: [(String, String, String, Route.Handler)] = [
        ("status", "The status of an item's upload, or of a job.", "status", ItemStatus.answer),
        ("addPart", "Takes a part of a file.", "add-item-part", ItemUpload.add),
        ("replacePart", "Replaces a part of a file.", "replace-item-part", ItemUpload.add),
        ("deletePart", "Deletes a part of a file.", "delete-item-part", ItemUpload.delete),
        ("parts", "The numbers of the parts of a file.", "parts", ItemUpload.parts),
        ("partCount", "The number of the parts of a file.", "parts", ItemUpload.count),
        ("commit", "Puts the parts of a file together.", "commit", ItemUpload.commit),
        ("cancel", "Gives an upload in parts up.", "cancel", ItemUpload.cancel),
        ("updateInfo", "Writes a file below info.", "update-info", ItemFiles.update),
        ("deleteInfo", "Deletes a file below info.", "delete-info", ItemFiles.delete),
        ("updateThumbnail", "Sets the thumbnail.", "update-thumbnail", ItemFiles.updateThumbnail),
        ("deleteThumbnail", "Removes the thumbnail.", "delete-item-thumbnail", ItemFiles.deleteThumbnail),
        ("copy", "Copies an item.", "copy-item", ItemCopy.answer),
        ("relatedItems", "The items related to an item.", "related-items", ItemRelations.own),
        ("addRelationship", "Relates the item to another.", "add-relationship", ItemRelations.add),
        ("deleteRelationship", "Ends a relation of the item.", "delete-relationship", ItemRelations.delete),
    ]
}
