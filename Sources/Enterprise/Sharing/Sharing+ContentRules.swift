// SPDX-License-Identifier: Apache-2.0

import Facts

extension Sharing {
    /// The rules about uploads, jobs, relations and quotas.
    enum ContentRules {
        static let jobFailed = Rule(
            "sharing.job-failed", "The job that began with the item failed.",
            advice: "Read statusMessage; publish and export answer before their work is done.",
            evidence: .captured("docs/reference/sharing.md#i14; Esri/ops-server-config#1461"))
        static let jobMissing = Rule(
            "sharing.job-missing", "No job of the item has that id.",
            advice: "Send the jobId that publish, export or generate answered, with the item that it names.",
            evidence: .inferred("no body was ever shown"))
        static let unfinished = Rule(
            "sharing.export-unfinished", "The export has not written the item's data yet.",
            advice: "Ask status with jobType=export until it is completed.",
            evidence: .reported("docs/reference/sharing.md#s17"))
        static let partMissing = Rule(
            "sharing.part-missing", "The item has no such part of a file, or none at all.",
            advice: "Send addItem with multipart=true, then addPart with partNum from 1 on, then commit.",
            evidence: .inferred("no body was ever shown"))
        static let relationMissing = Rule(
            "sharing.relation-missing", "The items are not related so.",
            advice: "Send originItemId, destinationItemId and relationshipType as relatedItems shows them.",
            evidence: .inferred("no body was ever shown"))
        static let commentMissing = Rule(
            "sharing.comment-missing", "The item has no such comment, or it is another member's.",
            advice: "Take the id from the item's comments; only who wrote it may change it.",
            evidence: .inferred("no body was ever shown"))
        static let notRecyclable = Rule(
            "sharing.not-recyclable", "The organization has no recycle bin, or the item may not be deleted.",
            advice: "Set recycleBinEnabled by portals/self/update, or delete the item for good.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/can-recycle-item"))
        static let notRestorable = Rule(
            "sharing.not-restorable", "The recycle bin has no such item of the member.",
            advice: "List it by content/users/{username}?inRecycleBin=true; items are there for 14 days.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/restore"))
        static let notReplaceable = Rule(
            "sharing.not-replaceable", "The services cannot take each other's place.",
            advice: "Send toReplaceItemId and replacementItemId of two hosted services of one kind, both the member's.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/replace-service"))
        static let hasViews = Rule(
            "sharing.has-views", "Views show the service.", advice: "Delete the views first.",
            evidence: .captured("Esri/solution.js#675, the code and the beginning of the words"))
        static let notPackage = Rule(
            "sharing.not-package", "The item is no export package, or holds nothing of what was asked for.",
            advice: "Send the itemId of an Export Package that export of a group made.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/import-group"))
        static let webhookNotSent = Rule(
            "sharing.webhook-not-sent", "A payload was not sent, for nothing leaves this machine unasked.",
            advice: "Let the webhook's url be on loopback, or name its host under webhookHosts of the portal.",
            evidence: .inferred("a limit of this double: decision 38"))
        static let quota = Rule(
            "sharing.quota", "The member's items would have more bytes than the member's quota.",
            advice: "Delete items, or raise storageQuota of the user in the scenario.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/user: storageQuota"))
    }

    static let contentRules: [Rule] = [
        ContentRules.jobFailed, ContentRules.jobMissing, ContentRules.unfinished, ContentRules.partMissing,
        ContentRules.relationMissing, ContentRules.quota, ContentRules.commentMissing, ContentRules.notRecyclable,
        ContentRules.notRestorable, ContentRules.notReplaceable, ContentRules.notPackage, ContentRules.webhookNotSent,
        ContentRules.hasViews,
    ]
}
