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
        static let groupForbidden = Rule(
            "sharing.group-forbidden", "The group is for its members, and the caller is none.",
            advice: "Use a token of one of its members; the groups of an item name such groups all the same.",
            evidence: .captured("Esri/arcgis-python-api#1224; Esri/arcgis-python-api#579"))
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
            evidence: .captured("docs/reference/sharing.md#i6"))
        static let noQuery = Rule(
            "sharing.no-query", "A search needs q, bbox or categories.", advice: "Send q=* to find everything.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/search"))
        static let badQuery = Rule(
            "sharing.bad-query", "The query cannot be read.", advice: "Close all quotation marks and parentheses.",
            evidence: .inferred("no body was ever shown"))
        static let notGiven = Rule(
            "sharing.not-given", "A required parameter is missing.", advice: "Send it.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/add-item; create-folder"))
        static let notEmulated = Rule(
            "sharing.not-emulated", "Real portals have this path, but MockPortal does not emulate it.",
            advice: "Give the answer that the client needs under results of the portal in the scenario.",
            evidence: .inferred("a limit of this double; the answer is its own, and no portal's"))
        static let noResource = Rule(
            "sharing.no-resource", "No portal of this release has a resource or an operation at this path.",
            advice: "Compare it with docs/fidelity.md, which lists the documented paths.",
            evidence: .reported("Esri/hub.js ArcGISContextManager.test.ts has the body"))
        static let noPrivilege = Rule(
            "sharing.no-privilege", "The member's role lacks the privilege that the operation needs.",
            advice: "Use a member who may publish: org_publisher or org_admin.",
            evidence: .reported("Esri/arcgis-rest-js#444: createService answers 403 GWM_0003"))
        static let method = Rule(
            "sharing.method", "Operations that change content accept only POST.", advice: "Use POST.",
            evidence: .captured("docs/reference/refusals.md#bodies, of other operations"))
        static let resourceMissing = Rule(
            "sharing.resource-missing", "The item has no such resource.",
            advice: "Take the name from the item's resources.", evidence: .reported("docs/reference/sharing.md#i7"))
        static let resourceExists = Rule(
            "sharing.resource-exists", "The item has a resource of that name.",
            advice: "Use updateResources, or another name.", evidence: .reported("docs/reference/sharing.md#i8"))
        static let resourceType = Rule(
            "sharing.resource-type", "The name of a resource needs an extension.",
            advice: "Send fileName with an extension.", evidence: .reported("docs/reference/sharing.md#i9"))
        static let fileNameTaken = Rule(
            "sharing.file-name-taken", "The member has an item with a file of that name, in whatever folder.",
            advice: "Rename the file, or update the item that has it.",
            evidence: .captured("docs/reference/sharing.md#s21; docs/reference/sharing.md#i3"))
        static let textNotJSON = Rule(
            "sharing.text-not-json", "The text of an item of this type must be JSON.", advice: "Send JSON in text.",
            evidence: .captured("docs/reference/sharing.md#i5"))
        static let protected = Rule(
            "sharing.protected", "The item is protected from deletion.", advice: "Unprotect it first.",
            evidence: .documented("docs/reference/sharing.md#s10"))
        static let sameFolder = Rule(
            "sharing.same-folder", "The item is in that folder already.", advice: "Take it as done.",
            evidence: .captured("docs/reference/sharing.md#i10"))
        static let folderTaken = Rule(
            "sharing.folder-taken", "The member has a folder of that title, in whatever case.",
            advice: "Use the folder that exists, or another title.",
            clients: "Esri/solution.js tries again with a number behind the title.",
            evidence: .captured("docs/reference/sharing.md#s8; docs/reference/sharing.md#i19"))
        static let targetUser = Rule(
            "sharing.target-user", "The portal has no member of that name to whom something could be given.",
            advice: "Send the exact name of a member.", evidence: .captured("docs/reference/sharing.md#u9"))
        static let tooManyUsers = Rule(
            "sharing.too-many-users", "More than 25 users were named in one call.",
            advice: "Send at most 25 at a time.",
            evidence: .documented("docs/reference/sharing.md#r7"))
        static let groupToPublic = Rule(
            "sharing.group-to-public", "The organization does not let its members share a group with everybody.",
            advice: "Create the group with access org or private.", evidence: .captured("docs/reference/sharing.md#r9"))
        static let ownerLeaves = Rule(
            "sharing.owner-leaves", "The owner of a group cannot leave it.",
            advice: "Give the group to another member.",
            evidence: .documented("docs/reference/sharing.md#r5"))
        static let invitationMissing = Rule(
            "sharing.invitation-missing", "The member has no such invitation.",
            advice: "Take the id from community/users/{username}/invitations.",
            evidence: .inferred("no body was ever shown"))
        static let deadCredentials = Rule(
            "sharing.dead-credentials", "The server no longer accepts the credentials that the item keeps.",
            advice: "Store new credentials in the item.", evidence: .captured("docs/reference/sharing.md#p1"))
        static let notGroupManager = Rule(
            "sharing.not-group-manager", "Only the owner, the managers and administrators may change a group.",
            advice: "Use a token of one of them.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/group; the 403 is captured"))
        static let notAdministrator = Rule(
            "sharing.not-administrator", "Only administrators of the organization may do this.",
            advice: "Use an administrator's token.",
            evidence: .documented(
                "developers.arcgis.com/rest/users-groups-and-items/disable and others; the 403 is captured"))
        static let userOwns = Rule(
            "sharing.user-owns", "The member owns items or groups and cannot be deleted.",
            advice: "Reassign or delete them first.", evidence: .captured("docs/reference/sharing.md#u5"))
        static let subscription = Rule(
            "sharing.subscription-disabled", "The organization's subscription is disabled: nobody opens its items.",
            advice: "Renew the subscription; a search still finds the items.",
            evidence: .captured("docs/reference/sharing.md#p4"))
        static let portalMissing = Rule(
            "sharing.portal-missing", "The portal has no organization with that id.",
            advice: "Take the id from portals/self, or use self.", evidence: .inferred("no body was ever shown"))
    }

    static let rules: [Rule] = baseRules + organizationRules

    private static let baseRules: [Rule] = [
        Rules.userMissing, Rules.portalMissing, Rules.itemMissing, Rules.groupMissing, Rules.groupForbidden,
        Rules.serverMissing,
        Rules.notInFolder, Rules.folderMissing, Rules.othersContent, Rules.fileMissing, Rules.noQuery, Rules.badQuery,
        Rules.notGiven, Rules.method, Rules.resourceMissing, Rules.resourceExists, Rules.resourceType,
        Rules.fileNameTaken, Rules.textNotJSON, Rules.protected, Rules.sameFolder, Rules.folderTaken, Rules.targetUser,
        Rules.tooManyUsers, Rules.groupToPublic, Rules.ownerLeaves, Rules.deadCredentials, Rules.invitationMissing,
        Rules.notGroupManager, Rules.notAdministrator,
        Rules.userOwns, Rules.subscription,
        Rules.notEmulated, Rules.noResource, Rules.noPrivilege,
    ]
}
