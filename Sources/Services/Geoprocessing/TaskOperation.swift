// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// A task: its description, and what runs it.
enum TaskOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        .json(try request.task(of: service).json(request.version))
    }

    /// Submits a job. Invalid inputs do not refuse it: it fails when it runs, and its messages say why.
    static func submit(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let task = try request.task(of: service)
        guard !task.isSynchronous else { throw otherWay(task, "execute") }
        let inputs = TaskInputs(task, request)
        let job = GPJob(
            id: "j\(Hex.encode(request.generator.bytes(16)))", task: task, inputs: inputs.values,
            submitted: request.now, user: request.user, problem: inputs.problem?.message)
        service.gpJobs.append(job)
        return .json(
            .object([
                .init("jobId", .string(job.id)), .init("jobStatus", .string(GPJob.Status.submitted.rawValue)),
            ]))
    }

    static func execute(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let task = try request.task(of: service)
        guard task.isSynchronous else { throw otherWay(task, "submitJob") }
        if let problem = TaskInputs(task, request).problem {
            throw ServiceError(Geoprocessing.ErrorBodies.failed.about(problem.message), problem.verdict)
        }
        guard task.outcome == .succeeded else {
            let texts = task.messages.compactMap { $0["description"]?.text }
            throw ServiceError(
                Geoprocessing.ErrorBodies.failed.with(details: texts),
                Verdict(
                    Geoprocessing.Rules.failed, facts: [.init("task", task.name)],
                    wouldPass: "an outcome of esriJobSucceeded"))
        }
        return .json(
            .object([
                .init("results", .array(task.results.map { task.value($0.name, $0.value) })),
                .init("messages", .array(task.messages)),
            ]))
    }

    private static func otherWay(_ task: GPTask, _ operation: String) -> ServiceError {
        ServiceError(
            Geoprocessing.ErrorBodies.execution,
            Verdict(
                Geoprocessing.Rules.execution,
                facts: [.init("task", task.name), .init("executionType", Description.executionType(task))],
                wouldPass: operation))
    }
}

extension ServiceRequest {
    /// The task that the path names.
    func task(of service: ServiceModel) throws(ServiceError) -> GPTask {
        let name = names["task"] ?? ""
        if let task = service.tasks.first(where: { $0.name == name }) { return task }
        let known = service.tasks.map(\.name)
        throw ServiceError(
            Geoprocessing.ErrorBodies.unknown,
            Verdict(
                Geoprocessing.Rules.unknownTask, facts: [.init("task", name)],
                wouldPass: Suggestion.nearest(to: name, among: known).map { "did you mean \($0)?" }
                    ?? (known.isEmpty ? "a service with tasks" : "one of \(known.joined(separator: ", "))")))
    }
}
