// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The replicas of a service, and their end.
enum ReplicasOperation {
    static func list(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        .json(
            .array(
                service.replicas.map { replica in
                    var members: [JSON.Member] = [
                        .init("replicaName", .string(replica.name)), .init("replicaID", .string(replica.id)),
                    ]
                    if request.isTrue("returnlastsyncdate") {
                        members.append(.init("lastSyncDate", .number(String(replica.synchronized.milliseconds))))
                    }
                    return .object(members)
                }))
    }

    /// A replica (documented keys).
    static func info(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let replica = service.replicas[try request.replica(request.names["replica"] ?? "", in: service)]
        func sent(_ name: String) -> JSON? {
            guard let text = replica.filter.first(where: { $0.name == name })?.value, !text.isEmpty else { return nil }
            return (try? JSONReader.read(Array(text.utf8))) ?? .string(text)
        }
        var members: [JSON.Member] = [
            .init("replicaName", .string(replica.name)), .init("replicaID", .string(replica.id)),
            .init("replicaOwner", .string(replica.owner)), .init("targetType", .string(replica.targetType)),
            .init("syncModel", .string(replica.model.rawValue)),
            .init("syncDirection", .string(replica.direction.rawValue)),
            .init("attachmentsSyncDirection", .string(replica.attachments.rawValue)),
            .init("returnAttachments", .bool(replica.returnsAttachments)),
        ]
        members += CreateReplicaOperation.generations(replica)
        for (name, value) in [
            ("geometry", sent("geometry")), ("geometryType", sent("geometrytype")), ("inSR", sent("insr")),
        ] {
            if let value { members.append(.init(name, value)) }
        }
        members += [
            .init("creationDate", .number(String(replica.created.milliseconds))),
            .init("lastSyncDate", .number(String(replica.synchronized.milliseconds))),
            .init("layers", .array(replica.parts.map(layer))),
        ]
        return .json(.object(members))
    }

    private static func layer(_ part: Replica.Part) -> JSON {
        .object([
            .init("id", .int(part.layer)), .init("queryOption", .string((part.option ?? .useFilter).rawValue)),
            .init("where", .string(part.condition ?? "")), .init("useGeometry", .bool(part.usesGeometry)),
            .init("includeRelated", .bool(part.includesRelated)), .init("serverGen", .int(part.generation)),
        ])
    }

    static func unregister(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("unRegisterReplica")
        let id = request.given("replicaid") ?? ""
        // All of them (documented).
        if id == "*" {
            service.replicas = []
        } else {
            service.replicas.remove(at: try request.replica(id, in: service))
        }
        return .json(.object([.init("success", .bool(true))]))
    }
}
