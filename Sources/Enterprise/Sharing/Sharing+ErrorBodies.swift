// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Sharing {
    enum ErrorBodies {
        static let itemMissing = ErrorBody(
            "portal.item-missing", 400, "Item does not exist or is inaccessible.", messageCode: "CONT_0001",
            evidence: .captured("koopjs/koop; Esri/arcgis-rest-js; Esri/solution.js"))
        static let notInFolder = ErrorBody(
            "portal.item-not-in-folder", 400, "Item does not exist in this folder.", messageCode: "CONT_0005",
            evidence: .captured("arcpy/update-hosted-feature-service#4; its order of keys was the reporter's"))
        static let folderMissing = ErrorBody(
            "portal.folder-missing", 400, "User folder does not exist.", messageCode: "CONT_0004",
            evidence: .captured("Esri/solution.js tests"))
        static let groupMissing = ErrorBody(
            "portal.group-missing", 400, "Group does not exist or is inaccessible.", messageCode: "COM_0003",
            evidence: .captured("Esri/arcgis-rest-js sharing tests"))
        static let groupContentMissing = ErrorBody(
            "portal.group-content-missing", 400, "Group does not exist or is inaccessible.", messageCode: "CONT_0006",
            evidence: .captured("Esri/solution.js tests"))
        static let userMissing = ErrorBody(
            "portal.user-missing", 400, "User does not exist or is inaccessible.", messageCode: "COM_0018",
            evidence: .captured(
                "docs/reference/sharing.md#users-and-the-organization; pypi.org/project/arcgis looks for the words"))
        static let portalMissing = ErrorBody(
            "portal.portal-missing", 400, "Portal does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let serverMissing = ErrorBody(
            "portal.server-missing", 400, "Server does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let fileMissing = ErrorBody(
            "portal.file-missing", 400, "Item info file does not exist or is inaccessible.",
            details: .list(["Error getting Item Info from DataStore"]), messageCode: "CONT_0036",
            evidence: .captured("docs/reference/sharing.md#i6"))
        static let resourceMissing = ErrorBody(
            "portal.resource-missing", 404, "Resource does not exist or is inaccessible.",
            evidence: .reported("docs/reference/sharing.md#i7 (11.4)"))
        static let resourceExists = ErrorBody(
            "portal.resource-exists", 400, "Resource already present", messageCode: "CONT_00942",
            evidence: .reported("docs/reference/sharing.md#i8; the code is inferred"))
        static let resourceType = ErrorBody(
            "portal.resource-type", 400, "File type not allowed for addResources",
            evidence: .reported("docs/reference/sharing.md#i9; the code is inferred"))
        static let titleAndType = ErrorBody(
            "portal.title-and-type", 400, "'type' and 'title' property required.",
            evidence: .captured("docs/reference/sharing.md#i1"))
        static let fileNameTaken = ErrorBody(
            "portal.file-name-taken", 409, "Item with file '‹›' already exists.",
            evidence: .captured("docs/reference/sharing.md#i3 (2020)"))
        static let fileNameTakenBefore = ErrorBody(
            "portal.file-name-taken-2015", 409, "Item '‹›' already exists.",
            evidence: .captured("docs/reference/sharing.md#i4 (2015)"))
        static let textNotJSON = ErrorBody(
            "portal.text-not-json", 400, "Invalid JSON in 'text' parameter.", messageCode: "CONT_0057",
            evidence: .captured("docs/reference/sharing.md#i5 (2024, 107 bytes)"))
        static let protected = ErrorBody(
            "portal.protected", 400, "Unable to delete item. Delete protection is turned on.", messageCode: "CONT_0048",
            evidence: .documented("docs/reference/sharing.md#s10, of canDelete; delete itself is inferred"))
        static let sameFolder = ErrorBody(
            "portal.same-folder", 400, "Item already exists in target folder",
            evidence: .captured("docs/reference/sharing.md#i10 (the text; the code is inferred)"))
        static let folderTaken = ErrorBody(
            "portal.folder-taken", 400, "Unable to create folder.",
            details: .list(["Folder title '‹›' not available."]), evidence: .captured("docs/reference/sharing.md#i19"))
        static let severalMissing = ErrorBody(
            "portal.several-missing", 500, "Item does not exist or is inaccessible", details: .none,
            evidence: .captured("docs/reference/sharing.md#s4, of one of several items"))
        static let targetUser = ErrorBody(
            "portal.target-user", 400, "Not a valid target username",
            evidence: .captured("docs/reference/sharing.md#u9 (the text; the code is inferred)"))
        static let tooManyUsers = ErrorBody(
            "portal.too-many-users", 400, "Exceeded maximum number of users allowed per call.",
            messageCode: "ORG_3100", evidence: .documented("docs/reference/sharing.md#r7"))
        static let groupToPublic = ErrorBody(
            "portal.group-to-public", 500, "User cannot share group to public.", messageCode: "COM_1026",
            evidence: .captured("docs/reference/sharing.md#r9"))
        static let ownerLeaves = ErrorBody(
            "portal.owner-leaves", 400, "The group owner cannot leave the group.",
            evidence: .inferred("documented that the owner cannot leave; never shown"))
        static let invitationMissing = ErrorBody(
            "portal.invitation-missing", 400, "Invitation does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let proxyFailed = ErrorBody(
            "portal.proxy-failed", 500, "Error invoking service", details: .list(["Error generating token"]),
            messageCode: "CONT_0044", evidence: .captured("docs/reference/sharing.md#p1"))
        static let emailsRequired = ErrorBody(
            "portal.emails-required", 400, "Unable to add users.", details: .list(["'emails' parameter required."]),
            evidence: .captured("docs/reference/sharing.md#u7"))
        static let userRequired = ErrorBody(
            "portal.user-required", 400, "Unable to update user role.",
            details: .list(["'user' parameter required or invalid."]),
            evidence: .captured("docs/reference/sharing.md#u8"))
        static let userOwns = ErrorBody(
            "portal.user-owns", 500, "Unable to delete user: the user owns items or groups.",
            evidence: .inferred("documented that such a user cannot be deleted; never shown"))
        static let subscriptionDisabled = ErrorBody(
            "portal.subscription-disabled", 403, "Subscription is disabled, the item is not accessible",
            messageCode: "SB_0005", evidence: .captured("docs/reference/sharing.md#p4"))
        static let noQuery = ErrorBody(
            "portal.no-query", 400, "'q' must be specified.",
            evidence: .inferred("documented that one of q, bbox and categories must be there; never shown"))
        static let badQuery = ErrorBody(
            "portal.bad-query", 400, "Unable to parse the query.", evidence: .inferred("never shown"))
        static let notEmulated = ErrorBody(
            "portal.not-emulated", 501, "MockPortal does not emulate ‹›.",
            evidence: .inferred("a limit of this double; the words are its own"))
        static let noResource = ErrorBody(
            "portal.no-resource", 400, "Invalid URL", messageCode: "GWM_0002",
            evidence: .reported("Esri/hub.js ArcGISContextManager.test.ts, a fixture without details"))
        static let notGiven = ErrorBody(
            "portal.not-given", 400, "'‹›' must be specified.",
            evidence: .inferred("the form of generateToken's words; never shown"))
    }

    static let errorBodies: [ErrorBody] = baseErrorBodies + organizationErrorBodies

    private static let baseErrorBodies: [ErrorBody] = [
        ErrorBodies.userMissing, ErrorBodies.portalMissing, ErrorBodies.itemMissing, ErrorBodies.notInFolder,
        ErrorBodies.folderMissing,
        ErrorBodies.groupMissing, ErrorBodies.groupContentMissing, ErrorBodies.serverMissing, ErrorBodies.fileMissing,
        ErrorBodies.noQuery, ErrorBodies.badQuery,
        ErrorBodies.notGiven, ErrorBodies.resourceMissing, ErrorBodies.resourceExists, ErrorBodies.resourceType,
        ErrorBodies.titleAndType, ErrorBodies.fileNameTaken, ErrorBodies.fileNameTakenBefore, ErrorBodies.textNotJSON,
        ErrorBodies.protected, ErrorBodies.sameFolder, ErrorBodies.folderTaken, ErrorBodies.severalMissing,
        ErrorBodies.targetUser, ErrorBodies.tooManyUsers, ErrorBodies.groupToPublic, ErrorBodies.ownerLeaves,
        ErrorBodies.proxyFailed, ErrorBodies.invitationMissing, ErrorBodies.emailsRequired, ErrorBodies.userRequired,
        ErrorBodies.userOwns, ErrorBodies.subscriptionDisabled,
        ErrorBodies.notEmulated, ErrorBodies.noResource,
    ]
}
