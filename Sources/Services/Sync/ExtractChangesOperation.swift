// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `extractChanges`: what changed in layers since a generation, without a replica.
enum ExtractChangesOperation {
    private static let operation = "extract changes"

    /// A layer, and the generations between which its changes are asked for.
    private struct Reach: Sendable {
        var layer: Int
        var after: Int
        var upTo: Int?
    }

    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("extractChanges")
        let format = try request.format(operation)
        guard format == .json else {
            throw request.failed(
                operation, Sync.Rules.notEmulated, [.init("parameter", "dataFormat"), .init("value", "sqlite")],
                "dataFormat=json")
        }
        let ranges = try ranges(request, service)
        if request.isTrue("async") {
            return SyncJobOperation.begin(format, &request, in: &service) { request, service throws(ServiceError) in
                try extract(ranges, request, service)
            }
        }
        let result = try extract(ranges, request, service)
        return SyncFile.answer(result, request.transport(.embedded), format, &request, &service)
    }

    /// Reads `layers` with `serverGens`, one or two numbers, or `layerServerGens`.
    private static func ranges(_ request: ServiceRequest, _ service: ServiceModel) throws(ServiceError) -> [Reach] {
        let ids = request.given("layers") == nil ? nil : try request.layerIDs(operation, in: service)
        if let text = request.given("layerservergens"), text != "[]" {
            guard let list = (try? JSONReader.read(Array(text.utf8)))?.elements, !list.isEmpty else {
                throw request.badSync(operation, "layerServerGens", text, #"[{"id":0,"serverGen":1}]"#)
            }
            var ranges: [Reach] = []
            for entry in list {
                guard let id = entry["id"]?.integer, let generation = entry["serverGen"]?.integer,
                    service.layers.contains(where: { $0.id == id && $0.store != nil })
                else { throw request.badSync(operation, "layerServerGens", text, #"[{"id":0,"serverGen":1}]"#) }
                if ids?.contains(id) ?? true { ranges.append(Reach(layer: id, after: generation)) }
            }
            return ranges
        }
        let text = request.given("servergens") ?? ""
        let numbers = text.split(whereSeparator: { "[], ".contains($0) }).map { Int($0) }
        guard let first = numbers.first, let first, numbers.count < 3, !numbers.contains(nil) else {
            throw request.badSync(
                operation, text.isEmpty ? "layerServerGens" : "serverGens", text, #"[{"id":0,"serverGen":1}]"#)
        }
        let all = ids ?? service.layers.filter { $0.store != nil }.map(\.id)
        return all.map { Reach(layer: $0, after: first, upTo: numbers.count == 2 ? numbers[1] : nil) }
    }

    private static func extract(
        _ ranges: [Reach], _ request: ServiceRequest, _ service: ServiceModel
    ) throws(ServiceError) -> SyncFile.Contents {
        let text = request.given("layerqueries") ?? "{}"
        guard let queries = try? JSONReader.read(Array(text.utf8)) else {
            throw request.badSync(operation, "layerQueries", text, #"{"0":{"where":"1=1"}}"#)
        }
        let rows = ReplicaRows(
            request: request, service: service, replica: filter(ranges, queries, request), operation: operation)
        var generations: [JSON] = []
        var edits: [JSON] = []
        var extent: Envelope?
        for (index, range) in ranges.enumerated() {
            guard let layer = service.layers.first(where: { $0.id == range.layer }) else { continue }
            let last = min(range.upTo ?? service.generation, service.generation)
            generations.append(.object([.init("id", .int(layer.id)), .init("serverGen", .int(last))]))
            let part = rows.replica.parts[index]
            let isFiltered = part.condition != nil || !rows.replica.filter.isEmpty
            let wanted = isFiltered ? try rows.filtered(part).map(Set.init) : nil
            let changes = LayerChanges(of: layer, after: range.after, upTo: last) { wanted?.contains($0) ?? true }
            for row in changes.adds + changes.changed + changes.deletes.compactMap(\.row) {
                if let around = row.envelope { extent = extent?.union(around) ?? around }
            }
            edits.append(.object([.init("id", .int(layer.id))] + members(changes, rows, request)))
        }
        let isExtent = request.isTrue("returnextentonly")
        var content: [JSON.Member] = []
        if isExtent {
            let reference = service.layers.first { $0.id == ranges.first?.layer }?.data?.reference ?? .wgs84
            content.append(.init("extent", Description.extent(extent, reference.short(request.version))))
        } else {
            content.append(.init("edits", .array(edits)))
        }
        return SyncFile.Contents(
            beginning: [.init("layerServerGens", .array(generations))],
            responseType: isExtent ? "esriDataChangesResponseTypeExtent" : "esriDataChangesResponseTypeEdits",
            content: content)
    }

    /// The filters of the changes are those of a replica.
    private static func filter(_ ranges: [Reach], _ queries: JSON, _ request: ServiceRequest) -> Replica {
        let parts = ranges.map { range in
            let query = queries[String(range.layer)]
            var part = Replica.Part(layer: range.layer, option: .useFilter, generation: range.after)
            part.condition = query?["where"]?.text.flatMap { $0.isEmpty ? nil : $0 }
            let uses = query?["useGeometry"]
            part.usesGeometry = uses?.truth ?? uses?.text.map { ASCII.equal($0, "true") } ?? true
            return part
        }
        let geometry = request.given("geometry") == nil ? [] : ["geometry", "geometrytype", "insr"]
        return Replica(
            id: "", name: "", owner: "", model: .none, direction: .download, attachments: .none,
            returnsAttachments: request.isTrue("returnattachments"), targetType: "client", parts: parts,
            filter: request.parameters.filter { geometry.contains($0.name) }, reference: request.given("outsr"),
            created: request.now, synchronized: request.now)
    }

    private static func members(
        _ changes: LayerChanges, _ rows: ReplicaRows, _ request: ServiceRequest
    ) -> [JSON.Member] {
        let (inserts, updates) = (request.isTrue("returninserts"), request.isTrue("returnupdates"))
        let deletes = request.isTrue("returndeletes")
        if request.isTrue("returnidsonly") {
            func ids(_ isAsked: Bool, _ list: [Int]) -> JSON { .array(isAsked ? list.map(JSON.int) : []) }
            let all: [JSON.Member] = [
                .init("adds", ids(inserts, changes.adds.map(\.objectID))),
                .init("updates", ids(updates, changes.updates.map(\.id))),
                .init("deletes", ids(deletes, changes.deletes.map(\.id))),
            ]
            return [.init("objectIds", .object(all))]
        }
        var members: [JSON.Member] = [
            .init("adds", inserts ? rows.features(changes.adds, changes.layer) : .array([])),
            .init("updates", updates ? updated(changes, rows, request) : .array([])),
        ]
        // Rows that are gone come whole where they are asked for so: the form that Esri's API for Python shows.
        if deletes, request.isTrue("returndeletedfeatures") {
            members.append(.init("deletes", rows.features(changes.deletes.compactMap(\.row), changes.layer)))
        } else {
            members.append(.init("deleteIds", deletes ? changes.ids(changes.deletes, request.version) : .array([])))
        }
        var parts: [JSON.Member] = [.init("features", .object(members))]
        if request.isTrue("returnattachments"), changes.layer.hasAttachments {
            let byURL = request.isTrue("returnattachmentsdatabyurl", default: true)
            parts.append(.init("attachments", changes.attachments(rows, byURL: byURL)))
        }
        return parts
    }

    /// The rows that changed: in the fields that count, and with a mark if their geometry did.
    private static func updated(_ changes: LayerChanges, _ rows: ReplicaRows, _ request: ServiceRequest) -> JSON {
        let text = request.given("fieldstocompare") ?? ""
        let json = try? JSONReader.read(Array(text.utf8))
        let names = (json?["fields"] ?? json)?.elements?.compactMap(\.text) ?? []
        let fields = changes.layer.data?.fields ?? []
        let columns = Set(fields.indices.filter { at in names.contains { ASCII.equal($0, fields[at].name) } })
        let kept = changes.updates.filter { columns.isEmpty || !$0.fields.isDisjoint(with: columns) }
        let written = rows.features(kept.compactMap { changes.layer.store?.feature($0.id) }, changes.layer)
        guard request.isTrue("returnhasgeometryupdates") else { return written }
        return .array(
            zip(written.elements ?? [], kept).map { json, entry in
                .object((json.members ?? []) + [.init("hasGeometryUpdates", .bool(entry.changedGeometry))])
            })
    }
}
