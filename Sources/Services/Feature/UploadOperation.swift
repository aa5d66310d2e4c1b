// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `uploads` of a service with the capability Uploads: files for `append` and for tasks, whole or in parts.
enum UploadOperation {
    /// The largest file, as `info` says it: 64 MiB, for a request has no more.
    private static let most = 64

    /// The list of uploads is not public: a resource with operations, and nothing in it (documented).
    static func list(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        .json(.object([.init("uploads", .array([]))]))
    }

    static func info(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        .json(
            .object([
                .init("maxUploadFileSize", .int(most)),
                .init("allowedUploadFileTypes", .string("*")),
            ]))
    }

    static func upload(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("upload")
        guard let file = request.files.first else { throw missing("file", "", "a multipart body with file") }
        var made = new(file.fileName, &request, isCommitted: true)
        made.bytes = file.bytes
        service.uploads.append(made)
        return answer(made)
    }

    /// Announces a file that comes in parts.
    static func register(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("register")
        guard let name = request.given("itemname") else { throw missing("itemName", "", "itemName=…") }
        let made = new(name, &request, isCommitted: false)
        service.uploads.append(made)
        return answer(made)
    }

    static func item(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        .json(json(service.uploads[try index(request, service)]))
    }

    static func part(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("uploadPart")
        let index = try index(request, service)
        let number = (request.given("partid") ?? request.given("partnum")).flatMap { Int($0) } ?? 0
        guard let file = request.files.first, number > 0 else {
            throw missing("partId", request.given("partid") ?? "", "partId from 1 on, and a file")
        }
        service.uploads[index].parts[number] = file.bytes
        return .json(.object([.init("success", .bool(true)), .init("partId", .int(number))]))
    }

    static func parts(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let parts = service.uploads[try index(request, service)].parts
        return .json(
            .object([
                .init(
                    "parts",
                    .array(
                        parts.keys.sorted().map { number in
                            .object([
                                .init("partId", .int(number)), .init("partSize", .int(parts[number]?.count ?? 0)),
                            ])
                        }))
            ]))
    }

    /// Puts the parts together: those that `parts` names, in their order, else all.
    static func commit(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("commit")
        let index = try index(request, service)
        let known = service.uploads[index].parts
        let named = (request.given("parts") ?? "").split(separator: ",").compactMap { Int(ASCII.trimmed($0)) }
        let order = named.isEmpty ? known.keys.sorted() : named
        guard !order.isEmpty, order.allSatisfy({ known[$0] != nil }) else {
            throw missing("parts", request.given("parts") ?? "", "the ids of parts that were uploaded")
        }
        service.uploads[index].bytes = order.flatMap { known[$0] ?? [] }
        service.uploads[index].parts = [:]
        service.uploads[index].isCommitted = true
        return answer(service.uploads[index])
    }

    static func delete(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("delete")
        service.uploads.remove(at: try index(request, service))
        return .json(.object([.init("success", .bool(true))]))
    }

    // MARK: what they share

    private static func new(_ name: String, _ request: inout ServiceRequest, isCommitted: Bool) -> ServiceUpload {
        let id = "i\(GlobalID.make(&request.generator).dropFirst().dropLast().lowercased())"
        return ServiceUpload(
            id: id, name: name, description: request.given("description"), date: request.now, isCommitted: isCommitted)
    }

    private static func answer(_ upload: ServiceUpload) -> ServiceResponse {
        .json(.object([.init("success", .bool(true)), .init("item", json(upload))]))
    }

    /// Documented: itemID, itemName, description, date, committed.
    private static func json(_ upload: ServiceUpload) -> JSON {
        .object([
            .init("itemID", .string(upload.id)), .init("itemName", .string(upload.name)),
            .init("description", upload.description.map(JSON.string) ?? .null),
            .init("date", .int(Int(upload.date.milliseconds))), .init("committed", .bool(upload.isCommitted)),
        ])
    }

    private static func index(_ request: ServiceRequest, _ service: ServiceModel) throws(ServiceError) -> Int {
        let id = request.names["upload"] ?? ""
        if let index = service.uploads.firstIndex(where: { $0.id == id }) { return index }
        throw missing("itemID", id, service.uploads.last?.id ?? "the itemID that upload or register answered")
    }

    private static func missing(_ name: String, _ value: String, _ wouldPass: String) -> ServiceError {
        ServiceError(
            Features.ErrorBodies.upload.about(name),
            Verdict(Features.EditRules.upload, facts: [.init(name, value)], wouldPass: wouldPass))
    }
}
