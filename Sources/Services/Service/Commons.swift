// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What services of several kinds have in common: their resources, their rules, their error bodies.
enum Commons {
    /// The resources that describe services.
    static let resources: [Resource] = [
        Resource(
            "", [.mapServer, .featureServer], "The service.",
            evidence: .captured("docs/reference/catalog-and-descriptions.md"), answer: RootOperation.answer
        ).answering("kmz"),
        Resource(
            "layers", [.mapServer, .featureServer], "All layers.",
            evidence: .captured("docs/reference/catalog-and-descriptions.md#layers-legend-item-information"),
            answer: LayersOperation.answer),
        Resource(
            "info/iteminfo", [.mapServer, .featureServer], "The service's item information.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/item-information/"),
            answer: ItemInformationOperation.answer),
        Resource(
            "queryDomains", [.mapServer, .featureServer], "The domains of several layers.", since: .v10_5,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/query-domains-feature-service/"),
            answer: DomainsOperation.answer),
        Resource(
            "{layer}", [.mapServer, .featureServer], "One layer.",
            evidence: .captured("docs/reference/catalog-and-descriptions.md"), answer: LayersOperation.layer),
        Resource(
            "{layer}/iteminfo", [.mapServer, .featureServer], "The layer's item information.", since: .v10_6_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/item-information/: of layers since 10.6.1"),
            answer: ItemInformationOperation.answer),
    ]

    enum Rules {
        static let noRows = Rule(
            "query.no-rows", "The layer has no rows: it is a group layer or a raster layer.",
            advice: "Query the layers inside the group.",
            evidence: .captured("docs/reference/catalog-and-descriptions.md#unknown-layers: of a MapServer"))
        static let unknownLayer = Rule(
            "service.unknown-layer", "The service has no layer with that id.",
            advice: "Use an id that the service's root lists.",
            evidence: .captured("docs/reference/catalog-and-descriptions.md#unknown-layers"))
        static let capability = Rule(
            "service.no-capability", "The service does not list the capability that the operation requires.",
            advice: "See capabilities of its root.",
            evidence: .documented(
                "docs/reference/query.md#errors: each operation's page names its capability; the words are of a query"))
        static let grid = Rule(
            "service.approximate-datum",
            "The transformation needs a file that is not installed, and the coordinates are those of another one.",
            advice: "Install the file of PROJ-data, or name another transformation.",
            evidence: .inferred("a limit of this double: what the machine has that it runs on"))
        static let library = Rule(
            "service.library-missing", "A library that the double needs for this operation could not be loaded.",
            advice: "Install it: packages of the double ask for it, or carry it along.",
            evidence: .inferred("a limit of this double: what the machine has that it runs on"))
    }

    static let rules: [Rule] = [Rules.unknownLayer, Rules.noRows, Rules.capability, Rules.grid, Rules.library]
}

extension Capability.Requirement {
    /// A requirement of services that are no maps.
    static func other(_ capability: Capability) -> Self {
        Self(capability, Commons.Rules.capability, Commons.ErrorBodies.capability)
    }
}
