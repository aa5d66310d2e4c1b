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
            "portal.file-missing", 400, "Resource does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let noQuery = ErrorBody(
            "portal.no-query", 400, "'q' must be specified.",
            evidence: .inferred("documented that one of q, bbox and categories must be there; never shown"))
        static let badQuery = ErrorBody(
            "portal.bad-query", 400, "Unable to parse the query.", evidence: .inferred("never shown"))
        static let notGiven = ErrorBody(
            "portal.not-given", 400, "'‹›' must be specified.",
            evidence: .inferred("the form of generateToken's words; never shown"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.userMissing, ErrorBodies.portalMissing, ErrorBodies.itemMissing, ErrorBodies.notInFolder,
        ErrorBodies.folderMissing,
        ErrorBodies.groupMissing, ErrorBodies.groupContentMissing, ErrorBodies.serverMissing, ErrorBodies.fileMissing,
        ErrorBodies.noQuery, ErrorBodies.badQuery,
        ErrorBodies.notGiven,
    ]
}
