// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `status` of a member's item: of its upload, or of a job that began with it (docs/reference/sharing.md#s14 to #s17).
enum ItemStatus {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        UserContent.owned(&deployment, &context) { deployment, context, index, _, _, item in
            let content = deployment.portals[index].content
            guard !content.partial.contains(item.id) else { return status("partial", item) }
            let asked = context.parameters.given("jobid")
            let job = content.jobs.last { $0.itemID == item.id && (asked == nil || $0.id == asked) }
            guard let job else {
                guard let asked else { return status("completed", item) }
                return missing(asked, item, content, context)
            }
            guard !job.isUnderWay(at: context.now) else { return status("processing", item) }
            guard let failure = job.failure else { return status("completed", item) }
            var outcome = status("failed", item, failure.message)
            outcome.verdict = [
                Verdict(
                    Sharing.ContentRules.jobFailed,
                    facts: [.init("job", job.kind.rawValue), .init("item", item.id), .init("reason", failure.reason)],
                    wouldPass: "a \(job.kind.rawValue) without that reason")
            ]
            return outcome
        }
    }

    private static func status(_ word: String, _ item: ContentItem, _ message: String? = nil) -> Outcome {
        .json(
            .object([
                .init("status", .string(word)), .init("statusMessage", .string(message ?? word)),
                .init("itemId", .string(item.id)),
            ]))
    }

    private static func missing(
        _ job: String, _ item: ContentItem, _ content: ContentState, _ context: RequestContext
    ) -> Outcome {
        let known = content.jobs.filter { $0.itemID == item.id }.map(\.id)
        return SharingDoor.Refused(
            errorBody: Sharing.ContentErrorBodies.jobMissing,
            verdict: Verdict(
                Sharing.ContentRules.jobMissing, facts: [.init("jobId", job), .init("item", item.id)],
                wouldPass: known.last ?? "the jobId that publish, export or generate answered"), context
        ).outcome
    }

    /// Returns the refusal of data that an export has not written yet (docs/reference/sharing.md#s17).
    static func unfinished(_ portal: PortalState, _ context: RequestContext, _ item: ContentItem) -> Outcome? {
        let job = portal.content.jobs.last { $0.itemID == item.id && $0.kind == .export }
        guard let job, job.isUnderWay(at: context.now) else { return nil }
        return SharingDoor.Refused(
            errorBody: Sharing.ContentErrorBodies.unfinished,
            verdict: Verdict(
                Sharing.ContentRules.unfinished, facts: [.init("item", item.id), .init("job", job.id)],
                wouldPass: "the item's data after its status is completed"), context
        ).outcome
    }
}
