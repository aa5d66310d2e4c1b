// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Network services: docs/reference/other-services.md#naserver. What they solve needs a network of streets, which only a
/// scenario's `results` have; from these follows which layers there are.
enum Networks {
    private static let manual = "developers.arcgis.com/rest/services-reference/enterprise/"

    static let resources: [Resource] = [
        Resource("", [.naServer], "The layers.", evidence: .documented("\(manual)network-service/")) {
            request, service throws(ServiceError) in
            .json(service.pasted ?? Description.naServer.json(service.subject(request.version)))
        },
        Resource(
            "{name}", [.naServer], "A layer: the scenario's, or what its operations show.",
            evidence: .documented("\(manual)network-layer/"), answer: NetworkLayerOperation.answer),
        Resource(
            "{name}/retrieveTravelModes", [.naServer], "The ways to travel, those of the scenario's layer.",
            since: .v10_4, evidence: .documented("\(manual)routing/retrieveTravelModes-direct/"),
            answer: NetworkLayerOperation.modes),
    ]

    enum Rules {
        static let unknownLayer = Rule(
            "network.unknown-layer", "The service has no network layer with that name.",
            advice: "Use a name that the root lists; results of the scenario name them: \"Route/solve\".",
            evidence: .inferred("the general words; no server's were captured"))
    }

    static let rules: [Rule] = [Rules.unknownLayer]
}
