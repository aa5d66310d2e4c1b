// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

extension MapServices {
    /// The resources of a GPServer: docs/reference/other-services.md#gpserver.
    static let geoprocessing: [Resource] = [
        Resource(
            "", [.gpServer], "The tasks.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/gp-service/")
        ) { $0.gpRoot() },
        Resource(
            "{task}", [.gpServer], "A task.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/gp-task/")
        ) { $0.gpTask() },
        Resource(
            "{task}/submitJob", [.gpServer], "Starts a job.",
            evidence: .captured("Esri/arcgis-rest-js geoprocessing mocks")
        ) { $0.submitJob() },
        Resource(
            "{task}/execute", [.gpServer], "Runs the task immediately.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/execute-gp-task/")
        ) {
            $0.execute()
        },
        Resource(
            "{task}/jobs/{job}", [.gpServer], "The status of a job.",
            evidence: .captured("Esri/solutions-webappbuilder-widgets#89; docs/reference/other-services.md#gpserver")
        ) { $0.gpJob() },
        Resource(
            "{task}/jobs/{job}/cancel", [.gpServer], "Cancels a job.", since: .v10_1,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/cancel-gp-job/")
        ) { $0.cancelJob() },
        Resource(
            "{task}/jobs/{job}/results/{parameter}", [.gpServer], "A result of a job.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/gp-result/")
        ) { $0.jobResult() },
        Resource(
            "{task}/jobs/{job}/inputs/{parameter}", [.gpServer], "An input of a job.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/gp-input/")
        ) { $0.jobInput() },
    ]

    enum GPRules {
        static let unknownTask = Rule(
            "gp.unknown-task", "The service has no task with that name.",
            advice: "Use a name from the root's tasks; print and other widgets need the task's URL, not the service's.",
            evidence: .inferred("the general words; no server's were captured"))
        static let execution = Rule(
            "gp.execution-type", "The task has the other execution type.",
            advice: "Use submitJob for esriExecutionTypeAsynchronous, execute for esriExecutionTypeSynchronous.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/gp-task/; the words are inferred"))
        static let parameters = Rule(
            "gp.missing-parameter", "A required parameter of the task is missing.",
            advice: "See which of the task's parameters are required and have no defaultValue.",
            evidence: .inferred("the words are the tools' own (000735)"))
        static let unknownJob = Rule(
            "gp.unknown-job", "The task has no job with that id.", advice: "Use the jobId that submitJob returns.",
            evidence: .inferred("the general words; no server's were captured"))
        static let noResult = Rule(
            "gp.no-result", "The job has no value with that name, or none yet.",
            advice: "Wait for esriJobSucceeded, then follow paramUrl.",
            evidence: .reported("jgravois/esri-leaflet-gp#33: 400, Unable to complete operation"))
        static let failed = Rule(
            "gp.failed", "The task failed.", advice: "Read the messages.",
            evidence: .inferred("the scenario has it so"))
    }

    static let gpRules: [Rule] = [
        GPRules.unknownTask, GPRules.execution, GPRules.parameters, GPRules.unknownJob, GPRules.noResult,
        GPRules.failed,
    ]
}

/// Tasks and their jobs, on the deployment's clock.
extension ServiceRequest {
    func gpRoot() -> Result {
        if let pasted = service.pasted { return .json(pasted) }
        return .json(Description.gpServer.json(Description.Subject(version: version, service: service, layer: nil)))
    }

    func gpTask() -> Result {
        switch task() {
        case .failure(let refused): .refused(refused)
        case .success(let task): .json(task.json(version))
        }
    }

    /// Submits a job. Invalid inputs do not refuse it: it fails when it runs, and its messages say why.
    mutating func submitJob() -> Result {
        switch task() {
        case .failure(let refused): return .refused(refused)
        case .success(let task):
            guard !task.isSynchronous else { return .refused(otherWay(task, "execute")) }
            let inputs = inputs(task)
            let job = GPJob(
                id: "j\(Hex.encode(generator.bytes(16)))", task: task, inputs: inputs, submitted: now,
                problem: missing(task, inputs).map { "ERROR 000735: \($0): Value is required" })
            service.gpJobs.append(job)
            return .json(
                .object([
                    .init("jobId", .string(job.id)), .init("jobStatus", .string(GPJob.Status.submitted.rawValue)),
                ]))
        }
    }

    func execute() -> Result {
        switch task() {
        case .failure(let refused): return .refused(refused)
        case .success(let task):
            guard task.isSynchronous else { return .refused(otherWay(task, "submitJob")) }
            if let name = missing(task, inputs(task)) {
                let text = "ERROR 000735: \(name): Value is required"
                return .refused(
                    gpRefused(MapServices.GPRules.parameters, [.init("missing", name)], "\(name)=…", [text]))
            }
            guard task.outcome == .succeeded else {
                let texts = task.messages.compactMap { $0["description"]?.text }
                return .refused(
                    gpRefused(
                        MapServices.GPRules.failed, [.init("task", task.name)], "an outcome of esriJobSucceeded", texts)
                )
            }
            return .json(
                .object([
                    .init("results", .array(task.results.map { task.value($0.name, $0.value) })),
                    .init("messages", .array(task.messages)),
                ]))
        }
    }

    func gpJob() -> Result {
        switch job() {
        case .failure(let refused): .refused(refused)
        case .success(let job): .json(json(job))
        }
    }

    mutating func cancelJob() -> Result {
        switch job() {
        case .failure(let refused): return .refused(refused)
        case .success(var job):
            if !job.status(now).isOver, job.cancelled == nil {
                job.cancelled = now
                if let index = service.gpJobs.firstIndex(where: { $0.id == job.id }) { service.gpJobs[index] = job }
            }
            return .json(json(job))
        }
    }

    func jobResult() -> Result {
        switch job() {
        case .failure(let refused): return .refused(refused)
        case .success(let job):
            let name = names["parameter"] ?? ""
            let status = job.status(now)
            guard status == .succeeded, let result = job.task.results.first(where: { $0.name == name }) else {
                let known = job.task.results.map(\.name).joined(separator: ", ")
                let would = known.isEmpty ? "a task with results" : "\(known), once the job is esriJobSucceeded"
                return .refused(
                    gpRefused(
                        MapServices.GPRules.noResult,
                        [.init("parameter", name), .init("jobStatus", status.rawValue)], would))
            }
            return .json(job.task.value(result.name, result.value))
        }
    }

    func jobInput() -> Result {
        switch job() {
        case .failure(let refused): return .refused(refused)
        case .success(let job):
            let name = names["parameter"] ?? ""
            guard let input = job.inputs.first(where: { $0.name == name }) else {
                let known = job.inputs.map(\.name).joined(separator: ", ")
                return .refused(
                    gpRefused(
                        MapServices.GPRules.noResult, [.init("parameter", name)],
                        known.isEmpty ? "a job with inputs" : "one of \(known)"))
            }
            return .json(job.task.value(input.name, input.value))
        }
    }

    // MARK: parts

    /// Returns a job. Results and inputs appear once it succeeded (documented; a failed one without them captured).
    private func json(_ job: GPJob) -> JSON {
        let status = job.status(now)
        var members: [JSON.Member] = [
            .init("jobId", .string(job.id)), .init("jobStatus", .string(status.rawValue)),
        ]
        if status == .executing, version.hasJobProgress {
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
        members.append(
            .init("messages", .array(isTrue("returnmessages", default: true) ? job.messages(status) : [])))
        return .object(members)
    }

    private func task() -> Swift.Result<GPTask, Refused> {
        let name = names["task"] ?? ""
        if let task = service.tasks.first(where: { $0.name == name }) { return .success(task) }
        let known = service.tasks.map(\.name)
        return .failure(
            gpRefused(
                MapServices.GPRules.unknownTask, [.init("task", name)],
                Suggestion.nearest(to: name, among: known).map { "did you mean \($0)?" }
                    ?? (known.isEmpty ? "a service with tasks" : "one of \(known.joined(separator: ", "))")))
    }

    private func job() -> Swift.Result<GPJob, Refused> {
        task().flatMap { task in
            let id = names["job"] ?? ""
            if let job = service.gpJobs.first(where: { $0.id == id && $0.task.name == task.name }) {
                return .success(job)
            }
            return .failure(
                gpRefused(
                    MapServices.GPRules.unknownJob, [.init("job", id)],
                    service.gpJobs.last.map { $0.id } ?? "a jobId that submitJob gave"))
        }
    }

    /// Returns the given inputs of the task or their defaults; text for types other than GPString is JSON.
    private func inputs(_ task: GPTask) -> [JSON.Member] {
        task.parameters.compactMap { parameter in
            guard let name = parameter["name"]?.text,
                parameter["direction"]?.text != "esriGPParameterDirectionOutput"
            else { return nil }
            guard let text = given(name.lowercased()) else {
                return parameter["defaultValue"].flatMap { $0 == .null ? nil : JSON.Member(name, $0) }
            }
            let isText = parameter["dataType"]?.text ?? "GPString" == "GPString"
            let json = isText ? nil : try? JSONReader.read(Array(text.utf8))
            return JSON.Member(name, json ?? .string(text))
        }
    }

    private func missing(_ task: GPTask, _ inputs: [JSON.Member]) -> String? {
        task.required.first { name in !inputs.contains { $0.name == name } }
    }

    private func otherWay(_ task: GPTask, _ operation: String) -> Refused {
        gpRefused(
            MapServices.GPRules.execution,
            [.init("task", task.name), .init("executionType", Description.executionType(task))], operation)
    }

    private func gpRefused(
        _ rule: Rule, _ facts: [Verdict.Fact], _ wouldPass: String, _ details: [String] = []
    ) -> Refused {
        Refused(
            code: 400, message: "Unable to complete operation.", details: details,
            verdict: Verdict(rule, facts: facts, wouldPass: wouldPass))
    }
}
