// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// Asynchronous edits: docs/reference/editing.md#operations, by the deployment's clock.
extension ServiceRequest {
    mutating func later(
        _ batches: [EditBatch], _ members: @escaping @Sendable (inout ServiceRequest, [EditOutcome]) -> [JSON.Member]
    ) -> Result {
        later { $0.commit(batches, members) }
    }

    mutating func later(_ run: @escaping @Sendable (inout ServiceRequest) -> Result) -> Result {
        let id = "j\(GlobalID.make(&generator).dropFirst().dropLast().lowercased())"
        var request = self
        request.service = MapService(name: service.name, layers: [])
        service.jobs.append(
            EditJob(id: id, due: now.advanced(milliseconds: EditJob.milliseconds), request: request, run: run))
        return .json(.object([.init("statusUrl", .string("\(url)/jobs/sf_\(id)/status"))]))
    }

    /// Performs the edits that are due, in the order of the requests, before anything else is answered.
    package mutating func settle() {
        for index in service.jobs.indices where service.jobs[index].result == nil && service.jobs[index].due <= now {
            let job = service.jobs[index]
            var then = job.request
            (then.service, then.generator, then.now) = (service, generator, job.due)
            let result = job.run(&then)
            (service, generator) = (then.service, then.generator)
            service.jobs[index].result = result
        }
    }

    func jobStatus() -> Result {
        switch job(names["job"] ?? "") {
        case .failure(let refused): return .refused(refused)
        case .success(let job):
            // The status before completion is inferred.
            guard job.result != nil else { return .json(.object([.init("status", .string("PENDING"))])) }
            let directory = "\(service.name)_MapServer"
            return .json(
                .object([
                    .init("status", .string("COMPLETED")),
                    .init("resultUrl", .string("\(server)/rest/directories/arcgisoutput/\(directory)/\(job.id).json")),
                ]))
        }
    }

    /// Returns a file of the service's output directory.
    package func output(_ file: String) -> Result {
        if kind == .imageServer, file.hasPrefix("exportImage."), let picture = service.canned["exportImage"] {
            return picture.result
        }
        switch job(file.hasSuffix(".json") ? String(file.dropLast(5)) : file) {
        case .failure(let refused): return .refused(refused)
        case .success(let job): return job.result ?? .json(.null)
        }
    }

    private func job(_ id: String) -> Swift.Result<EditJob, Refused> {
        if let job = service.jobs.first(where: { $0.id == id || "sf_\($0.id)" == id }) { return .success(job) }
        return .failure(
            Refused(
                code: 400, message: "Unable to complete operation.", details: [],
                verdict: Verdict(
                    MapServices.EditRules.unknownJob, facts: [.init("job", id)],
                    wouldPass: service.jobs.last.map { "sf_\($0.id)" }
                        ?? "a job that applyEdits with async=true started")
            ))
    }
}
