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
        static let quota = ErrorBody(
            "portal.quota", 400, "User storage quota exceeded.", evidence: .inferred("no body was ever shown"))
    }

    static let contentErrorBodies: [ErrorBody] = [
        ContentErrorBodies.jobMissing, ContentErrorBodies.unfinished, ContentErrorBodies.partMissing,
        ContentErrorBodies.relationMissing, ContentErrorBodies.quota, ContentErrorBodies.commentMissing,
    ]
}
