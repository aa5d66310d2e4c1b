// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Vector tiles: docs/reference/other-services.md#vectortileserver. Styles and tiles are the scenario's, and answered before a resource is asked.
enum VectorTiles {
    static let resources: [Resource] = [
        Resource(
            "", [.vectorTileServer], "The tiles.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/vector-tile-service/")
        ) { request, service throws(ServiceError) in
            let isHosted = service.isHosted(request.version)
            let description: Description = isHosted ? .hostedVectorTiles : .vectorTileServer
            return .json(service.pasted ?? description.json(service.subject(request.version)))
        },
        Resource(
            "resources/styles", [.vectorTileServer], "The style from the scenario.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/vector-tile-style/")
        ) { _, service throws(ServiceError) in throw missing("resources/styles", service) },
        Resource(
            "resources/styles/root.json", [.vectorTileServer], "The style from the scenario.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/vector-tile-style/")
        ) { _, service throws(ServiceError) in throw missing("resources/styles/root.json", service) },
        Resource(
            "tilemap", [.vectorTileServer], "The existing tiles, those of the scenario.",
            evidence: .documented("docs/reference/other-services.md#vectortileserver")
        ) { _, service throws(ServiceError) in
            .json(.object([.init("index", TileTree(paths: service.canned.keys).index)]))
        },
        Resource(
            "tile/{level}/{row}/{column}", [.vectorTileServer], "A tile from the scenario.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/vector-tile/")
        ) { request, service throws(ServiceError) in
            let index = ["level", "row", "column"].compactMap { request.names[$0] }
            throw missing("tile/\(index.joined(separator: "/"))", service)
        },
    ]

    private static func missing(_ path: String, _ service: ServiceModel) -> ServiceError {
        ServiceError(
            ErrorBodies.missing,
            Verdict(
                Rules.missing, facts: [.init("path", path)],
                wouldPass: service.canned.isEmpty
                    ? "results: { \"\(path)\": { file: … } } in the scenario"
                    : "one of \(service.canned.keys.sorted().joined(separator: ", "))"), status: 404)
    }

    enum Rules {
        static let missing = Rule(
            "tile.missing", "No such tile or style exists.", advice: "Use a level and a location that have data.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/vector-tile/: 404; of styles inferred"))
    }

    static let rules: [Rule] = [Rules.missing]

    enum ErrorBodies {
        static let missing = ErrorBody(
            "service.tile.missing", 404, "Not Found", family: "tile", of: [.server, .hosted],
            evidence: .inferred("404 as a cache has it"))
    }

    static let errorBodies: [ErrorBody] = [ErrorBodies.missing]
}
