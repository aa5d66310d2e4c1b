// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `createReplica`: a client takes rows offline.
enum CreateReplicaOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("createReplica")
        // Data without a replica is an extract, which is a capability of its own (documented).
        let isExtract = ASCII.equal(request.given("syncmodel") ?? "", Replica.Model.none.rawValue)
        let mayExtract = service.allows(.extract, .featureServer, nil, request.version)
        if !(isExtract && mayExtract) { try request.needs(.other(.sync), of: service) }
        let format = try request.format(ReplicaReader.operation)
        let replica = try ReplicaReader.read(&request, service)
        let registers = request.given("replicaoptions").flatMap { try? JSONReader.read(Array($0.utf8)) }?.members
        let hasData = registers?.isEmpty ?? true
        if request.isTrue("async") {
            return SyncJobOperation.begin(format, &request, in: &service) { request, service throws(ServiceError) in
                try make(replica, format, hasData, request, &service)
            }
        }
        let result = try make(replica, format, hasData, request, &service)
        return SyncFile.answer(result, request.transport(), format, &request, &service)
    }

    /// Makes the replica as the rows are now.
    private static func make(
        _ read: Replica, _ format: SyncFile.Format, _ hasData: Bool, _ request: ServiceRequest,
        _ service: inout ServiceModel
    ) throws(ServiceError) -> SyncFile.Contents {
        var replica = read
        for index in replica.parts.indices { replica.parts[index].generation = service.generation }
        let rows = ReplicaRows(
            request: request, service: service, replica: replica, operation: ReplicaReader.operation)
        var result = SyncFile.Contents(
            beginning: beginning(replica),
            responseType: hasData ? "esriReplicaResponseTypeData" : "esriReplicaResponseTypeInfo",
            content: generations(replica))
        // Existing data is registered without being sent (documented).
        if hasData {
            if format == .sqlite {
                result.database = try ReplicaDatabase.bytes(rows)
            } else {
                result.content.append(.init("layers", .array(try rows.layers())))
            }
        }
        if replica.model != .none { service.replicas.append(replica) }
        return result
    }

    static func beginning(_ replica: Replica) -> [JSON.Member] {
        [
            .init("replicaName", .string(replica.name)),
            .init("replicaID", .string(replica.model == .none ? "" : replica.id)),
        ]
    }

    /// Returns the generations from which the next changes are counted.
    static func generations(_ replica: Replica) -> [JSON.Member] {
        switch replica.model {
        case .none: []
        case .perReplica: [.init("replicaServerGen", .int(replica.generation))]
        case .perLayer:
            [
                .init(
                    "layerServerGens",
                    .array(
                        replica.parts.map {
                            .object([.init("id", .int($0.layer)), .init("serverGen", .int($0.generation))])
                        }))
            ]
        }
    }
}
