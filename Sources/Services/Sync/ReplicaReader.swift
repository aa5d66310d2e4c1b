// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A reader of what a replica is to have.
struct ReplicaReader {
    static let operation = "create replica"

    private static func fail(
        _ request: ServiceRequest, _ name: String, _ value: String, _ wouldPass: String
    ) -> ServiceError {
        request.badSync(operation, name, value, wouldPass)
    }

    /// Returns the replica, which the service does not have yet.
    static func read(_ request: inout ServiceRequest, _ service: ServiceModel) throws(ServiceError) -> Replica {
        let model = try choice(Replica.Model.self, "syncModel", .perReplica, request)
        let isServer = ASCII.equal(request.given("targettype") ?? "client", "server")
        let direction = try choice(
            Replica.Direction.self, "syncDirection", isServer ? .download : .bidirectional, request)
        let attachments = try choice(Replica.Direction.self, "attachmentsSyncDirection", .none, request)
        let parts = try parts(request, service)
        if model != .none {
            for part in parts {
                guard service.layers.first(where: { $0.id == part.layer })?.data?.globalIDField == nil else { continue }
                throw request.failed(
                    operation, Sync.Rules.noGlobalIDs, [.init("layer", String(part.layer))],
                    "a globalIdField of the layer, or syncModel=none")
            }
        }
        let id = String(GlobalID.make(&request.generator).dropFirst().dropLast())
        return Replica(
            id: request.version.isOnline ? id.lowercased() : id, name: request.given("replicaname") ?? "",
            owner: request.user ?? "", model: model, direction: direction, attachments: attachments,
            returnsAttachments: request.isTrue("returnattachments"), targetType: isServer ? "server" : "client",
            parts: parts,
            filter: request.parameters.filter { ["geometry", "geometrytype", "insr"].contains($0.name) },
            reference: request.given("replicasr"), created: request.now, synchronized: request.now)
    }

    private static func choice<Word: RawRepresentable & CaseIterable>(
        _ type: Word.Type, _ name: String, _ standard: Word, _ request: ServiceRequest
    ) throws(ServiceError) -> Word where Word.RawValue == String {
        guard let text = request.given(name.lowercased()) else { return standard }
        if let word = Word.allCases.first(where: { ASCII.equal($0.rawValue, text) }) { return word }
        throw fail(request, name, text, "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    /// Reads `layers` and `layerQueries`.
    private static func parts(
        _ request: ServiceRequest, _ service: ServiceModel
    ) throws(ServiceError) -> [Replica.Part] {
        let ids = try request.layerIDs(operation, in: service)
        let text = request.given("layerqueries") ?? "{}"
        guard let queries = try? JSONReader.read(Array(text.utf8)), queries.members != nil else {
            throw fail(request, "layerQueries", text, #"{"0":{"where":"1=1"}}"#)
        }
        var parts: [Replica.Part] = []
        for id in ids {
            var part = Replica.Part(layer: id, generation: service.generation)
            if let query = queries[String(id)] {
                part.condition = query["where"]?.text.flatMap { $0.isEmpty ? nil : $0 }
                part.usesGeometry = truth(query["useGeometry"]) ?? true
                part.includesRelated = truth(query["includeRelated"]) ?? true
                if let word = query["queryOption"]?.text, !word.isEmpty {
                    guard let option = Replica.Part.Option.allCases.first(where: { ASCII.equal($0.rawValue, word) })
                    else { throw fail(request, "layerQueries", text, "queryOption: none, useFilter or all") }
                    part.option = option
                }
            }
            parts.append(part)
        }
        return parts
    }

    /// Clients write truth as a text, too.
    private static func truth(_ json: JSON?) -> Bool? { json?.truth ?? json?.text.map { ASCII.equal($0, "true") } }
}

extension ServiceRequest {
    /// Reads `layers`: `[0,1]` or `0,1`.
    func layerIDs(_ operation: String, in service: ServiceModel) throws(ServiceError) -> [Int] {
        let text = given("layers") ?? ""
        var ids: [Int] = []
        for word in text.split(whereSeparator: { "[], ".contains($0) }) {
            guard let id = Int(word), service.layers.contains(where: { $0.id == id && $0.store != nil }) else {
                let known = service.layers.filter { $0.store != nil }.map { String($0.id) }.joined(separator: ",")
                throw badSync(operation, "layers", text, "of \(known)")
            }
            if !ids.contains(id) { ids.append(id) }
        }
        guard !ids.isEmpty else { throw badSync(operation, "layers", text, "the ids of layers") }
        return ids
    }
}
