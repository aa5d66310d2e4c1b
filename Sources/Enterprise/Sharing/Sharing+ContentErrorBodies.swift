// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Sharing {
    /// What is said of uploads, jobs, relations and quotas.
    enum ContentErrorBodies {
        static let jobMissing = ErrorBody(
            "portal.job-missing", 400, "Job does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let unfinished = ErrorBody(
            "portal.export-unfinished", 400, "Error updating file item",
            evidence: .reported("docs/reference/sharing.md#s17"))
        static let partMissing = ErrorBody(
            "portal.part-missing", 400, "Item part does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let relationMissing = ErrorBody(
            "portal.relation-missing", 400, "Relationship does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let commentMissing = ErrorBody(
            "portal.comment-missing", 400, "Comment does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let notRecyclable = ErrorBody(
            "portal.not-recyclable", 400, "Item cannot be recycled.", messageCode: "CONT_0298",
            evidence: .documented(
                "developers.arcgis.com/rest/users-groups-and-items/can-recycle-item, the code; the words are inferred"))
        static let notRestorable = ErrorBody(
            "portal.not-restorable", 500, "Unable to restore item: ‹›.",
            details: .list(["Unable to restore item from recycle bin: ‹›"]), messageCode: "CONT_0295",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/restore"))
        static let notReplaceable = ErrorBody(
            "portal.not-replaceable", 400, "Unable to replace service.", details: .list(["‹›"]),
            evidence: .inferred("the parameters are documented; the details are the double's own"))
        static let hasViews = ErrorBody(
            "portal.has-views", 400, "Unable to delete item. This service item has a related Service item.",
            messageCode: "CONT_00481",
            evidence: .captured("Esri/solution.js#675: the code, and the words to the first ten letters"))
        static let notPackage = ErrorBody(
            "portal.not-package", 400, "Unable to import the package.", details: .list(["‹›"]),
            evidence: .inferred("the parameters are documented; the details are the double's own"))
        static let quota = ErrorBody(
            "portal.quota", 400, "User storage quota exceeded.", evidence: .inferred("no body was ever shown"))
    }

    static let contentErrorBodies: [ErrorBody] = [
        ContentErrorBodies.jobMissing, ContentErrorBodies.unfinished, ContentErrorBodies.partMissing,
        ContentErrorBodies.relationMissing, ContentErrorBodies.quota, ContentErrorBodies.commentMissing,
        ContentErrorBodies.notRecyclable,
        ContentErrorBodies.notRestorable, ContentErrorBodies.notReplaceable, ContentErrorBodies.notPackage,
        ContentErrorBodies.hasViews,
    ]
}
