// SPDX-License-Identifier: Apache-2.0

import Formats

@testable import Enterprise

/// A service whose rows can be taken offline.
enum SyncFixture {
    static let service = "/arcgis/rest/services/Grove/FeatureServer"

    static func standalone(
        _ version: String = "11.4", globalIDs: String = "globalIdField: \"GID\""
    ) throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ version: "\(version)", services: [{ name: "Grove", access: "public",
                featureServer: { capabilities: "Create,Delete,Query,Update,Editing,Sync,ChangeTracking" },
                layers: [{ id: 0, name: "Trees", source: "builtin:data/airports.geojson", \(globalIDs) }] }] }] }
            """)
    }

    /// A request that the rule refuses; `nil` if there is none for that id.
    static func trigger(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try standalone()
        func post(_ operation: String, _ form: [(String, String)]) -> PortalFixture.Heard {
            fixture.ask("\(service)/\(operation)", form: [("f", "json")] + form)
        }
        switch id {
        case "sync.unknown-replica": return post("unRegisterReplica", [("replicaID", "x")])
        case "sync.bad-parameter": return post("createReplica", [("layers", "7")])
        case "sync.not-emulated": return post("createReplica", [("layers", "0"), ("dataFormat", "filegdb")])
        case "sync.no-global-ids":
            fixture = try standalone(globalIDs: "")
            return post("createReplica", [("layers", "0")])
        case "sync.direction":
            let made = post(
                "createReplica",
                [("layers", "0"), ("syncDirection", "download"), ("transportType", "esriTransportTypeEmbedded")])
            let id = made.json?["replicaID"]?.text ?? ""
            return post("synchronizeReplica", [("replicaID", id), ("syncDirection", "upload")])
        default: return nil
        }
    }
}
