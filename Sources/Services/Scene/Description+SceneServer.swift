// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// The root of a SceneServer. The order is that of an index of the same form which a converter writes
    /// (Tests/Golden/arcgis/loadersgl).
    static let sceneServer = Description(
        rows: [
            Row("serviceItemId", since: .v10_6) { $0.service.itemID.map(JSON.string) },
            Row("serviceName") { .string($0.service.name) }, Row("name") { .string($0.service.name) },
            Row("currentVersion") { .number($0.version.number ?? "") },
            Row("serviceVersion") { version($0) }, Row("supportedBindings", .array([.string("REST")])),
            Row("layers") { .array($0.service.sceneLayers) },
        ],
        evidence: .documented(
            "developers.arcgis.com/rest/services-reference/enterprise/scene-service/: the names; their order is inferred"
        ))

    /// The version of the layers' store, which the scenario tells.
    private static func version(_ subject: Subject) -> JSON {
        subject.service.sceneLayers.lazy.compactMap { $0["store"]?["version"] }.first ?? .string("1.8")
    }
}
