// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// An asynchronous edit: `async=true`.
package struct EditJob: Sendable {
    /// The duration of a job on the deployment's clock: long enough to be seen pending, short enough to wait for.
    static let milliseconds: Int64 = 1_000

    var id: String
    /// When it is made.
    var due: Instant
    /// The work, until it was performed.
    var work: Work?
    /// The result, once it was performed.
    var result: Result<ServiceResponse, ServiceError>?
    /// How the name of its file ends.
    var ending = "json"

    struct Work: Sendable {
        /// What was asked.
        var request: ServiceRequest
        var run: Resource.Answer
    }

    /// Creates a job that is done: a file of the output directory.
    static func finished(
        _ response: ServiceResponse, _ request: inout ServiceRequest, ending: String = "json"
    ) -> EditJob {
        EditJob(id: newID(&request), due: request.now, result: .success(response), ending: ending)
    }

    /// Begins a job; the answer is the URL of its status.
    static func begin(
        _ request: inout ServiceRequest, in service: inout ServiceModel, _ run: @escaping Resource.Answer
    ) -> ServiceResponse {
        let id = newID(&request)
        service.jobs.append(
            EditJob(
                id: id, due: request.now.advanced(milliseconds: milliseconds),
                work: Work(request: request, run: run)))
        return .json(.object([.init("statusUrl", .string("\(request.url)/jobs/sf_\(id)/status"))]))
    }

    static func newID(_ request: inout ServiceRequest) -> String {
        "j\(GlobalID.make(&request.generator).dropFirst().dropLast().lowercased())"
    }
}

extension ServiceRequest {
    /// Returns a result made on a worker or, with `async=true`, the URL of a job that makes it.
    mutating func later(
        in service: inout ServiceModel, _ make: @escaping @Sendable () throws(ServiceError) -> ServiceResponse
    ) -> ServiceResponse {
        guard isTrue("async") else { return .deferred(make) }
        return EditJob.begin(&self, in: &service) { _, _ throws(ServiceError) in try make() }
    }
}
