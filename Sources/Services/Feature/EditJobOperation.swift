// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats

/// Asynchronous edits: docs/reference/editing.md#operations, by the deployment's clock.
enum EditJobOperation {
    static func status(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let job = try job(request.names["job"] ?? "", service)
        // The status before completion is inferred.
        guard job.result != nil else { return .json(.object([.init("status", .string("PENDING"))])) }
        return .json(
            .object([
                .init("status", .string("COMPLETED")),
                .init("resultUrl", .string(location(job, request, service))),
            ]))
    }

    /// Returns the URL of a job's file.
    static func location(_ job: EditJob, _ request: ServiceRequest, _ service: ServiceModel) -> String {
        "\(request.server)/rest/directories/arcgisoutput/\(service.name)_MapServer/\(job.id).\(job.ending)"
    }

    /// What came of a job, from the output directory.
    static func output(_ file: String, _ service: ServiceModel) throws(ServiceError) -> ServiceResponse {
        let job = try job(String(file.prefix { $0 != "." }), service)
        return try job.result?.get() ?? .json(.null)
    }

    static func job(_ id: String, _ service: ServiceModel) throws(ServiceError) -> EditJob {
        if let job = service.jobs.first(where: { $0.id == id || "sf_\($0.id)" == id }) { return job }
        throw ServiceError(
            Features.ErrorBodies.unknownJob,
            Verdict(
                Features.EditRules.unknownJob, facts: [.init("job", id)],
                wouldPass: service.jobs.last.map { "sf_\($0.id)" } ?? "a job that applyEdits with async=true started"))
    }
}

extension ServiceModel {
    /// Returns whether edits are due that nobody has made yet.
    package func hasDueEdits(at now: Instant) -> Bool { jobs.contains { $0.work != nil && $0.due <= now } }
}

extension ServiceRequest {
    /// Performs the edits that are due, in the order of the requests, before anything else is answered.
    package mutating func settle(_ service: inout ServiceModel) {
        for index in service.jobs.indices where service.jobs[index].due <= now {
            guard let work = service.jobs[index].work else { continue }
            var then = work.request
            (then.generator, then.now) = (generator, service.jobs[index].due)
            let result: Result<ServiceResponse, ServiceError>
            do throws(ServiceError) {
                result = .success(try work.run(&then, &service))
            } catch {
                result = .failure(error)
            }
            generator = then.generator
            (service.jobs[index].work, service.jobs[index].result) = (nil, result)
        }
    }
}
