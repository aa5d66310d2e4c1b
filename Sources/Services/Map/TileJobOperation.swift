// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `exportTiles` and `estimateExportTilesSize` of a cached map, and their jobs: docs/reference/maps.md#packages-of-tiles.
enum TileJobOperation {
    static func export(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse { try begin(.export, &request, &service) }

    static func estimate(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse { try begin(.estimate, &request, &service) }

    /// The most jobs that a service keeps; the oldest are forgotten.
    private static let most = 100

    private static func begin(
        _ operation: TileJob.Operation, _ request: inout ServiceRequest, _ service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard let cache = service.cache, service.exportsTiles else {
            throw request.lacking("exportTilesAllowed", service.capabilities(.mapServer, nil, request.version))
        }
        let map = MapRequest(request: request, service: service, own: cache.reference)
        let export = try TileExportReader(map: map, cache: cache).read()
        let inputs: [JSON.Member] =
            [.init("service_url", .string(request.url))]
            + request.parameters.filter { !["f", "token", "callback"].contains($0.name) }
            .map { .init($0.name, .string($0.value)) }
        let job = TileJob(
            id: "j\(Hex.encode(request.generator.bytes(16)))", operation: operation, submitted: request.now,
            inputs: inputs,
            package: TilePackage(export: export, storage: storage(request)),
            isPackage: request.isTrue("tilepackage"))
        if service.tileJobs.count >= most { service.tileJobs.removeFirst() }
        service.tileJobs.append(job)
        return .json(
            .object([
                .init("jobId", .string(job.id)), .init("jobStatus", .string(GPJob.Status.submitted.rawValue)),
            ]))
    }

    /// `storageFormatType`, from 10.7 on (documented); the ArcGIS API for Python sends it as `storageFormat` (reported).
    /// Without it the cache's own kind, which is the second from 10.9 on, as its `storageInfo` says.
    private static func storage(_ request: ServiceRequest) -> TilePackage.Storage {
        guard request.version >= .v10_7 else { return .compact }
        let text = request.given("storageformattype") ?? request.given("storageformat") ?? ""
        if let named = TilePackage.Storage.allCases.first(where: { ASCII.equal($0.rawValue, text) }) { return named }
        if ASCII.equal(text, "Compact") { return .compact }
        if ASCII.equal(text, "CompactV2") { return .compactV2 }
        return request.version >= .v10_9 ? .compactV2 : .compact
    }

    // MARK: jobs

    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let job = try job(request, service)
        let status = job.status(request.now)
        var members: [JSON.Member] = [
            .init("jobId", .string(job.id)), .init("jobStatus", .string(status.rawValue)),
        ]
        var messages = [GPJob.message("Submitted."), GPJob.message("Executing...")]
        if status == .succeeded {
            func urls(_ folder: String, _ names: [String]) -> JSON {
                .object(names.map { .init($0, .object([.init("paramUrl", .string("\(folder)/\($0)"))])) })
            }
            members.append(.init("results", urls("results", [TileJob.result])))
            members.append(.init("inputs", urls("inputs", job.inputs.map(\.name))))
            messages.append(GPJob.message("Succeeded."))
        }
        members.append(.init("messages", .array(messages)))
        return .json(.object(members))
    }

    static func result(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let job = try job(request, service)
        let name = request.names["parameter"] ?? ""
        guard job.status(request.now) == .succeeded, name == TileJob.result else {
            throw missing(name, job, request, wouldPass: "\(TileJob.result), once the job is esriJobSucceeded")
        }
        guard job.operation == .estimate else {
            return .json(value(name, .string("\(place(request, service))/\(job.directory)")))
        }
        return .deferred {
            let found = job.estimate()
            return .json(
                value(
                    name,
                    .object([
                        .init("totalSize", .int(found.size)),
                        .init("totalTilesToExport", .int(found.count)),
                    ])))
        }
    }

    static func input(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let job = try job(request, service)
        let name = request.names["parameter"] ?? ""
        guard let input = job.inputs.first(where: { $0.name == name }) else {
            throw missing(
                name, job, request, wouldPass: "one of \(job.inputs.map(\.name).joined(separator: ", "))")
        }
        return .json(value(input.name, input.value))
    }

    @Sendable private static func value(_ name: String, _ value: JSON) -> JSON {
        .object([
            .init("paramName", .string(name)), .init("dataType", .string("GPString")), .init("value", value),
        ])
    }

    private static func job(_ request: ServiceRequest, _ service: ServiceModel) throws(ServiceError) -> TileJob {
        let id = request.names["job"] ?? ""
        // The URL of a job may have a suffix that its id has not (documented: map-service-job).
        if let job = service.tileJobs.last(where: { $0.id == id || "\($0.id)_et" == id }) { return job }
        throw ServiceError(
            Geoprocessing.ErrorBodies.unknown,
            Verdict(
                Geoprocessing.Rules.unknownJob, facts: [.init("job", id)],
                wouldPass: service.tileJobs.last?.id ?? "a jobId that exportTiles gave"))
    }

    private static func missing(
        _ name: String, _ job: TileJob, _ request: ServiceRequest, wouldPass: String
    ) -> ServiceError {
        ServiceError(
            Geoprocessing.ErrorBodies.noResult,
            Verdict(
                Geoprocessing.Rules.noResult,
                facts: [.init("parameter", name), .init("jobStatus", job.status(request.now).rawValue)],
                wouldPass: wouldPass))
    }

    // MARK: files

    private static func place(_ request: ServiceRequest, _ service: ServiceModel) -> String {
        "\(request.server)/rest/directories/arcgisoutput/\(service.name)_MapServer"
    }

    /// Returns the list of a directory, or a file in it; `path` begins with the directory. `nil`: no job has it.
    static func output(
        _ path: [String], _ request: ServiceRequest, in service: ServiceModel
    ) -> ServiceResponse? {
        guard let job = service.tileJobs.last(where: { $0.directory == path.first && $0.hasFiles(request.now) }),
            let package = job.package
        else { return nil }
        let url = "\(place(request, service))/\(job.directory)"
        switch path.count {
        case 1:
            let files = job.isPackage ? [package.file] : []
            let folders = job.isPackage ? [] : [package.export.name]
            return .json(list(files, folders, at: url))
        case 2 where job.isPackage && path[1] == package.file:
            return .deferred {
                .file(FileResponse(type: "application/octet-stream", bytes: package.archive()))
            }
        case 2 where !job.isPackage && path[1] == package.export.name:
            return .deferred { .json(list(package.cache().map(\.name), [], at: "\(url)/\(path[1])", isFlat: true)) }
        case 3 where !job.isPackage && path[1] == package.export.name:
            return .deferred {
                guard let file = package.cache().first(where: { flat($0.name) == path[2] }) else {
                    return .file(.missing(absent(path[2])))
                }
                return .file(FileResponse(type: "application/octet-stream", bytes: file.bytes))
            }
        default: return .file(.missing(absent(path.last ?? "")))
        }
    }

    @Sendable private static func absent(_ file: String) -> Verdict {
        Verdict(
            Maps.Rules.noOutput, facts: [.init("file", file)],
            wouldPass: "a url of the list that out_service_url names")
    }

    /// The name of a file in a folder of the cache as one segment of a URL.
    @Sendable private static func flat(_ name: String) -> String { name.replacing("/", with: "~") }

    /// `{"folders":[…],"files":[{"name","url"}]}` (reported: the ArcGIS API for Python reads both).
    @Sendable private static func list(
        _ files: [String], _ folders: [String], at url: String, isFlat: Bool = false
    ) -> JSON {
        func entries(_ names: [String]) -> JSON {
            .array(
                names.map { name in
                    .object([
                        .init("name", .string(name)), .init("url", .string("\(url)/\(isFlat ? flat(name) : name)")),
                    ])
                })
        }
        return .object([.init("folders", entries(folders)), .init("files", entries(files))])
    }
}
