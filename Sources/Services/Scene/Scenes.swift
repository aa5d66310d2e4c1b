// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Scene services: docs/reference/other-services.md#sceneserver. Layers and their nodes are the scenario's `results`.
enum Scenes {
    private static let manual = "developers.arcgis.com/rest/services-reference/enterprise/"

    static let resources: [Resource] = [
        Resource(
            "", [.sceneServer], "The scene.", since: .v10_3_1, evidence: .documented("\(manual)scene-service/")
        ) { request, service throws(ServiceError) in
            .json(service.pasted ?? Description.sceneServer.json(service.subject(request.version)))
        },
        Resource(
            "layers", [.sceneServer], "The layers of the scenario.", since: .v10_3_1,
            evidence: .documented("\(manual)layer-scene-service/")
        ) { _, service throws(ServiceError) in .json(.object([.init("layers", .array(service.sceneLayers))])) },
        Resource(
            "layers/{layer}", [.sceneServer], "A layer of the scenario.", since: .v10_3_1,
            evidence: .documented("\(manual)layer-scene-service/")
        ) { request, service throws(ServiceError) in
            // The scenario's answer comes before this one.
            let id = request.names["layer"] ?? ""
            throw ServiceError(
                ErrorBodies.missing,
                Verdict(
                    Rules.missing, facts: [.init("path", "layers/\(id)")],
                    wouldPass: service.sceneLayers.isEmpty
                        ? "results: { \"layers/\(id)\": { … } } of the service in the scenario"
                        : "one of the layers that the root lists"), status: 404)
        },
    ]

    enum Rules {
        static let missing = Rule(
            "scene.missing", "The scene has no layer with that id.", advice: "Use an id that the root lists.",
            evidence: .inferred("no answer of a server was shown"))
    }

    static let rules: [Rule] = [Rules.missing]

    enum ErrorBodies {
        static let missing = ErrorBody(
            "service.scene.missing", 404, "Not Found", family: "scene", of: [.server, .hosted],
            evidence: .inferred("as a cache of tiles has it"))
    }

    static let errorBodies: [ErrorBody] = [ErrorBodies.missing]
}

extension ServiceModel {
    /// The layers that the scenario's answers describe: `layers/0`, `layers/1` …
    var sceneLayers: [JSON] {
        canned.keys.sorted().compactMap { path in
            let parts = path.split(separator: "/")
            guard parts.count == 2, parts[0] == "layers", let id = Int(parts[1]), case .json(let json)? = canned[path],
                var members = json.members
            else { return nil }
            if json["id"] == nil { members.insert(.init("id", .int(id)), at: 0) }
            if json["href"] == nil { members.append(.init("href", .string("./layers/\(id)"))) }
            return .object(members)
        }
    }
}
