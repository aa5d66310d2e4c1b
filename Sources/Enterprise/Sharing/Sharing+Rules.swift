// SPDX-License-Identifier: Apache-2.0

import Facts

extension Sharing {
    enum Rules {
        static let itemMissing = Rule(
            "sharing.item-missing", "No item has that id, or it is not public and the request is not signed in.",
            advice: "Check the id, and send a token.",
            clients: "arcgis-rest-js: ArcGISRequestError CONT_0001.",
            evidence: .captured("koopjs/koop; Esri/arcgis-rest-js; Esri/solution.js"))
        static let serverMissing = Rule(
            "sharing.server-missing", "No server with that id is federated with the portal.",
            advice: "Take the id from portals/self/servers.", evidence: .inferred("no body was ever shown"))
        static let groupMissing = Rule(
            "sharing.group-missing", "No group with that id is visible to the caller.",
            advice: "Check the id, and send a member's token.", evidence: .captured("Esri/arcgis-rest-js sharing tests")
        )
        static let userMissing = Rule(
            "sharing.user-missing", "No member with that name is visible to the caller.",
            advice: "Check the name, its case, and that the request carries a token.",
            evidence: .captured("docs/reference/sharing.md#users-and-the-organization"))
        static let notInFolder = Rule(
            "sharing.not-in-folder", "The item belongs to another member or is in another folder.",
            advice: "Take the owner from content/items/{id}.",
            evidence: .captured("arcpy/update-hosted-feature-service#4"))
        static let folderMissing = Rule(
            "sharing.folder-missing", "The member has no folder with that id.",
            advice: "Take the id from content/users/{username}, under folders.",
            evidence: .captured("Esri/solution.js tests"))
        static let othersContent = Rule(
            "sharing.others-content", "Only the member and administrators may see the member's content.",
            advice: "Search instead; a search finds shared items.",
            evidence: .inferred("the captured 403; for whom was never shown"))
        static let fileMissing = Rule(
            "sharing.file-missing", "The item does not have that file.",
            advice: "Take the name from the item's thumbnail.",
            evidence: .inferred("no body was ever shown"))
        static let noQuery = Rule(
            "sharing.no-query", "A search needs q, bbox or categories.", advice: "Send q=* to find everything.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/search"))
        static let badQuery = Rule(
            "sharing.bad-query", "The query cannot be read.", advice: "Close all quotation marks and parentheses.",
            evidence: .inferred("no body was ever shown"))
        static let notGiven = Rule(
            "sharing.not-given", "A required parameter is missing.", advice: "Send it.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/add-item; create-folder"))
        static let method = Rule(
            "sharing.method", "Operations that change content accept only POST.", advice: "Use POST.",
            evidence: .captured("docs/reference/refusals.md#bodies, of other operations"))
        static let portalMissing = Rule(
            "sharing.portal-missing", "The portal has no organization with that id.",
            advice: "Take the id from portals/self, or use self.", evidence: .inferred("no body was ever shown"))
    }

    static let rules: [Rule] = [
        Rules.userMissing, Rules.portalMissing, Rules.itemMissing, Rules.groupMissing, Rules.serverMissing,
        Rules.notInFolder, Rules.folderMissing, Rules.othersContent, Rules.fileMissing, Rules.noQuery, Rules.badQuery,
        Rules.notGiven, Rules.method,
    ]
}
