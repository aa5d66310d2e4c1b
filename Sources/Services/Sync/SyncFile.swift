// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// How a result of sync comes: in the answer, or as a file of the output directory.
enum SyncFile {
    enum Transport: String, Sendable {
        case url = "esriTransportTypeUrl"
        case embedded = "esriTransportTypeEmbedded"
    }

    /// What a file holds.
    enum Format: String, Sendable, CaseIterable {
        case json, sqlite

        var ending: String { self == .json ? "json" : "geodatabase" }
    }

    /// A result, before it is put into an answer or a file.
    struct Contents: Sendable {
        /// The members before `transportType`, those between it and the content, and the content.
        var beginning: [JSON.Member]
        var responseType: String
        var content: [JSON.Member]
        /// The database, instead of the content.
        var database: [UInt8]?

        func json(_ transport: Transport) -> JSON {
            .object(
                beginning + [
                    .init("transportType", .string(transport.rawValue)),
                    .init("responseType", .string(responseType)),
                ] + content)
        }

        /// The file, as an answer of its URL.
        func file(_ transport: Transport) -> ServiceResponse {
            database.map { .bytes($0, type: "application/octet-stream") } ?? .json(json(transport))
        }
    }

    /// Returns the answer: the content, or the URL of a file with it.
    static func answer(
        _ result: Contents, _ transport: Transport, _ format: Format, _ request: inout ServiceRequest,
        _ service: inout ServiceModel
    ) -> ServiceResponse {
        // A database always comes as a file (documented).
        if transport == .embedded, format == .json { return .json(result.json(.embedded)) }
        let job = EditJob.finished(result.file(.url), &request, ending: format.ending)
        service.jobs.append(job)
        let url = JSON.string(EditJobOperation.location(job, request, service))
        // The name of the URL of a database is captured: Esri/ArcREST#263.
        guard format == .json else {
            let id = result.beginning.first { $0.name == "replicaID" }?.value ?? .string("")
            return .json(.object([.init("replicaID", id), .init("responseUrl", url)]))
        }
        return .json(
            .object([
                .init("transportType", .string(Transport.url.rawValue)),
                .init("responseType", .string(result.responseType)), .init("URL", url),
            ]))
    }
}

extension ServiceRequest {
    /// Reads `dataFormat`.
    func format(_ operation: String) throws(ServiceError) -> SyncFile.Format {
        let text = given("dataformat") ?? "json"
        if let format = SyncFile.Format(rawValue: text.lowercased()) { return format }
        guard ["filegdb", "shapefile"].contains(text.lowercased()) else {
            throw badSync(operation, "dataFormat", text, "json or sqlite")
        }
        throw failed(
            operation, Sync.Rules.notEmulated, [.init("parameter", "dataFormat"), .init("value", text)],
            "dataFormat=json or sqlite")
    }

    /// Reads `transportType`; a file is the default (documented).
    func transport(_ standard: SyncFile.Transport = .url) -> SyncFile.Transport {
        guard let text = given("transporttype") else { return standard }
        return ASCII.equal(text, SyncFile.Transport.embedded.rawValue) ? .embedded : .url
    }
}
