// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Rows that clients take offline and bring back, and what changed on the server meanwhile
/// (docs/reference/sync.md).
enum Sync {
    private static let manual = "developers.arcgis.com/rest/services-reference/enterprise/"

    private static func row(
        _ path: String, _ summary: String, _ page: String, since: Version = .v10_1,
        needs required: Capability.Requirement? = nil, _ answer: @escaping Resource.Answer
    ) -> Resource {
        let evidence = Evidence.documented("\(manual)\(page)/")
        guard let required else {
            return Resource(path, [.featureServer], summary, since: since, evidence: evidence, answer: answer)
        }
        return Resource(
            path, [.featureServer], summary, since: since, needs: required, evidence: evidence, answer: answer)
    }

    static let resources: [Resource] = [
        row("replicas", "The replicas.", "replicas-feature-service", needs: .other(.sync), ReplicasOperation.list),
        row("replicas/{replica}", "A replica.", "replica-info", needs: .other(.sync), ReplicasOperation.info),
        row("createReplica", "Takes rows offline.", "create-replica", CreateReplicaOperation.answer),
        row(
            "synchronizeReplica", "Brings edits of a replica in and those of the server out.", "synchronize-replica",
            needs: .other(.sync), SynchronizeOperation.answer),
        row(
            "unRegisterReplica", "Ends a replica.", "unregister-replica-feature-service", needs: .other(.sync),
            ReplicasOperation.unregister),
        row(
            "extractChanges", "What changed since a generation.", "extract-changes-feature-service", since: .v10_7_1,
            needs: .other(.changeTracking), ExtractChangesOperation.answer),
        row("jobs/{job}", "The status of a replica's job.", "create-replica", SyncJobOperation.answer),
    ]

    enum Rules {
        static let unknownReplica = Rule(
            "sync.unknown-replica", "The service has no replica with that id.",
            advice: "See replicas of the service; a replica ends when it is unregistered or closed.",
            evidence: .inferred("no server's answer was captured"))
        static let parameter = Rule(
            "sync.bad-parameter", "A parameter of the replica or of the changes cannot be read.",
            advice: "See the parameter named in the verdict.",
            evidence: .reported("Esri/arcgis-maps-sdk-kotlin-samples#101: the words; that this causes them is inferred")
        )
        static let direction = Rule(
            "sync.direction", "The replica does not go in that direction.",
            advice: "Create it with another syncDirection.",
            evidence: .documented("\(manual)create-replica/: syncDirection"))
        static let noGlobalIDs = Rule(
            "sync.no-global-ids", "A layer of the replica has no global ids, by which rows are known on both sides.",
            advice: "Give the layer a globalIdField, or use syncModel=none.",
            evidence: .documented("\(manual)create-replica/: global ids are required"))
        static let notEmulated = Rule(
            "sync.not-emulated", "MockPortal does not make or read this format.",
            advice: "Use dataFormat=json or sqlite, and edits in JSON.",
            evidence: .inferred("a limit of this double"))
    }

    static let rules: [Rule] = [
        Rules.unknownReplica, Rules.parameter, Rules.direction, Rules.noGlobalIDs, Rules.notEmulated,
    ]

    enum ErrorBodies {
        static let failed = ErrorBody(
            "service.sync.failed", 500, "Unable to ‹›. Please check your parameters.", family: "sync",
            of: [.server, .hosted],
            evidence: .reported(
                "Esri/arcgis-maps-sdk-kotlin-samples#101: of createReplica, with a detail; inferred of the others"))
        static let unknownReplica = ErrorBody(
            "service.sync.unknown-replica", 400, "Invalid or missing input parameters.",
            details: .list(["'replicaID' parameter is invalid"]), family: "sync", of: [.server, .hosted],
            evidence: .inferred("no server's answer was captured"))
    }

    static let errorBodies: [ErrorBody] = [ErrorBodies.failed, ErrorBodies.unknownReplica]
}

extension ServiceRequest {
    /// Returns the error of a parameter of an operation, in words such as "create replica".
    func badSync(_ operation: String, _ name: String, _ value: String, _ wouldPass: String) -> ServiceError {
        failed(
            operation, Sync.Rules.parameter, [.init("parameter", name), .init("value", String(value.prefix(200)))],
            wouldPass)
    }

    func failed(
        _ operation: String, _ rule: Rule, _ facts: [Verdict.Fact], _ wouldPass: String
    ) -> ServiceError {
        ServiceError(
            Sync.ErrorBodies.failed.about(operation), Verdict(rule, facts: facts, wouldPass: wouldPass))
    }

    /// Returns the index of the replica that a text names.
    func replica(_ id: String, in service: ServiceModel) throws(ServiceError) -> Int {
        let bare = id.filter { $0 != "{" && $0 != "}" }
        if let index = service.replicas.firstIndex(where: { ASCII.equal($0.id, bare) }) { return index }
        let known = service.replicas.map(\.id).joined(separator: ", ")
        throw ServiceError(
            Sync.ErrorBodies.unknownReplica,
            Verdict(
                Sync.Rules.unknownReplica, facts: [.init("replicaID", id), .init("service", serviceName)],
                wouldPass: known.isEmpty ? "the replicaID that createReplica answered" : "one of \(known)"))
    }
}
