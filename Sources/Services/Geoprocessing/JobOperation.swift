// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A job of a task, by the deployment's clock.
enum JobOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        .json(json(try job(request, service), request))
    }

    static func cancel(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        var job = try job(request, service)
        if !job.status(request.now).isOver, job.cancelled == nil {
            job.cancelled = request.now
            if let index = service.gpJobs.firstIndex(where: { $0.id == job.id }) { service.gpJobs[index] = job }
        }
        return .json(json(job, request))
    }

    static func results(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse { try part("results", request, service) }

    static func inputs(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse { try part("inputs", request, service) }

    static func messages(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse { try part("messages", request, service) }

    /// Returns a member of the job by itself; before it is there, an empty one.
    private static func part(
        _ name: String, _ request: ServiceRequest, _ service: ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let whole = json(try job(request, service), request)
        return .json(.object([.init(name, whole[name] ?? .object([]))]))
    }

    static func result(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let job = try job(request, service)
        let name = request.names["parameter"] ?? ""
        let status = job.status(request.now)
        guard status == .succeeded, let result = job.task.results.first(where: { $0.name == name }) else {
            let known = job.task.results.map(\.name).joined(separator: ", ")
            throw ServiceError(
                Geoprocessing.ErrorBodies.noResult,
                Verdict(
                    Geoprocessing.Rules.noResult,
                    facts: [.init("parameter", name), .init("jobStatus", status.rawValue)],
                    wouldPass: known.isEmpty ? "a task with results" : "\(known), once the job is esriJobSucceeded"))
        }
        return .json(job.task.value(result.name, result.value))
    }

    static func input(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let job = try job(request, service)
        let name = request.names["parameter"] ?? ""
        guard let input = job.inputs.first(where: { $0.name == name }) else {
            let known = job.inputs.map(\.name).joined(separator: ", ")
            throw ServiceError(
                Geoprocessing.ErrorBodies.noResult,
                Verdict(
                    Geoprocessing.Rules.noResult, facts: [.init("parameter", name)],
                    wouldPass: known.isEmpty ? "a job with inputs" : "one of \(known)"))
        }
        return .json(job.task.value(input.name, input.value))
    }

    /// Returns a job. Results and inputs appear once it succeeded (documented; a failed one without them captured).
    private static func json(_ job: GPJob, _ request: ServiceRequest) -> JSON {
        let status = job.status(request.now)
        var members: [JSON.Member] = [
            .init("jobId", .string(job.id)), .init("jobStatus", .string(status.rawValue)),
        ]
        if status == .executing, request.version.hasJobProgress {
            let progress: [JSON.Member] = [
                .init("type", .string("default")), .init("message", .string("Executing...")),
            ]
            members.append(.init("progress", .object(progress)))
        }
        if status == .succeeded {
            func urls(_ folder: String, _ values: [JSON.Member]) -> JSON {
                .object(
                    values.map { .init($0.name, .object([.init("paramUrl", .string("\(folder)/\($0.name)"))])) })
            }
            members.append(.init("results", urls("results", job.task.results)))
            members.append(.init("inputs", urls("inputs", job.inputs)))
        }
        let messages = request.isTrue("returnmessages", default: true) ? job.messages(status) : []
        members.append(.init("messages", .array(messages)))
        return .object(members)
    }

    private static func job(_ request: ServiceRequest, _ service: ServiceModel) throws(ServiceError) -> GPJob {
        let task = try request.task(of: service)
        let id = request.names["job"] ?? ""
        if let job = service.gpJobs.first(where: { $0.id == id && $0.task.name == task.name }) { return job }
        throw ServiceError(
            Geoprocessing.ErrorBodies.unknown,
            Verdict(
                Geoprocessing.Rules.unknownJob, facts: [.init("job", id)],
                wouldPass: service.gpJobs.last.map { $0.id } ?? "a jobId that submitJob gave"))
    }
}
