// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The job of a replica, or of changes: its status, and the URL of its file once it is done.
enum SyncJobOperation {
    /// Begins a job, whose answer is its URL.
    static func begin(
        _ format: SyncFile.Format, _ request: inout ServiceRequest, in service: inout ServiceModel,
        _ run: @escaping @Sendable (inout ServiceRequest, inout ServiceModel) throws(ServiceError) -> SyncFile.Contents
    ) -> ServiceResponse {
        _ = EditJob.begin(&request, in: &service) { request, service throws(ServiceError) in
            try run(&request, &service).file(.url)
        }
        let last = service.jobs.count - 1
        service.jobs[last].ending = format.ending
        return .json(.object([.init("statusUrl", .string("\(request.url)/jobs/\(service.jobs[last].id)"))]))
    }

    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let job = try EditJobOperation.job(request.names["job"] ?? "", service)
        let begun = job.due.advanced(milliseconds: -EditJob.milliseconds)
        func status(_ word: String, _ members: [JSON.Member] = [], at moment: Instant) -> JSON {
            .object(
                members + [
                    .init("submissionTime", .number(String(begun.milliseconds))),
                    .init("lastUpdatedTime", .number(String(moment.milliseconds))), .init("status", .string(word)),
                ])
        }
        switch job.result {
        case nil: return .json(status("Pending", at: request.now))
        case .failure(let error)?: return .judged(status("Failed", at: job.due), [error.verdict])
        case .success(let response)?:
            var members: [JSON.Member] = []
            if case .json(let json) = response {
                members = ["replicaName", "replicaID", "responseType"].compactMap { name in
                    json[name].map { .init(name, $0) }
                }
            }
            members.append(.init("transportType", .string(SyncFile.Transport.url.rawValue)))
            members.append(.init("resultUrl", .string(EditJobOperation.location(job, request, service))))
            return .json(status("Completed", members, at: job.due))
        }
    }
}
