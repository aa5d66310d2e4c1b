// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

extension Scenario.Service: ScenarioPart {
    static let table = KeyTable<Self>("a service", sharing + description + others)

    private static let sharing: [KeyRow<Self>] = [
        KeyRow("name", .string, "With its folder: Folder/Name.", isRequired: true, always: \.name),
        KeyRow("type", .word(ServiceKind.allCases.map(\.rawValue)), "Its type.", \.type),
        KeyRow(
            Keys.Key(
                "featureServer", .either([.boolean, .object(featureTable.keys)]),
                "Whether a MapServer has feature access too, and what may be edited by it."),
            read: { node, service, loader in
                service.hasFeatureServer = node.truth ?? true
                featureTable.read(node, into: &service, &loader)
            },
            write: { service, writer in service.hasFeatureServer.map { writer.node(.bool($0)) } }),
        KeyRow("access", .access, "Who may see it.", \.access),
        KeyRow("item", itemTable, "The portal item, if it is shared otherwise than the service."),
        KeyRow(
            "owner", .string, "The member who owns it; the portal's first administrator unless given.", \.owner),
        KeyRow("state", .word, "Whether it runs.", \.state),
    ]

    private static let description: [KeyRow<Self>] = [
        KeyRow("maxRecordCount", .integer(1...1_000_000), "Rows an answer has at most.", \.maxRecordCount),
        KeyRow("capabilities", .string, "As its root lists them.", \.capabilities),
        KeyRow(
            "runtime", .word, "What it runs in, which decides its shapes; absent: as the release has it.", \.runtime),
        KeyRow("description", .string, "Its description.", \.description),
        KeyRow("copyrightText", .string, "Whose it is.", \.copyright),
        KeyRow(
            "source", .string,
            "A file, relative to this file: a root as servers answer it, or the /layers below it, to make the service from."
        ),
        KeyRow("layers", listOf: .part, "Its layers.", \.layers),
        KeyRow(
            Keys.Key(
                "cached", .either([.boolean, .object(cacheTable.keys)]), "Whether it has tiles, in Web Mercator."),
            read: { node, service, loader in
                guard node.truth != false else { return }
                var cache = TileCache(levels: 23, hasBlankTiles: false)
                cacheTable.read(node, into: &cache, &loader)
                service.cache = cache
            }),
        KeyRow("wms", .boolean, "Whether it answers WMS too.", loaded: \.hasWMS),
        KeyRow(
            "supportsDynamicLayers", .boolean, "Whether requests may bring layers of their own; absent: from 10.1 on.",
            \.hasDynamicLayers),
    ]

    /// Of services that are no maps; the loader reads them together.
    private static let others: [KeyRow<Self>] = [
        KeyRow("results", .map(.any), "Answers word for word, by the path below the service: JSON, or { file }."),
        KeyRow(
            "locations", .either([.list(.object(.location)), .string]),
            "The places of a GeocodeServer, or a GeoJSON file of them."),
        KeyRow("addressFields", .list(.string), "The fields that a GeocodeServer takes an address in."),
        KeyRow("tasks", .list(.object(.task)), "The tasks of a GPServer."),
        KeyRow("image", .object(.image), "What an ImageServer knows beside its catalog, which is its first layer."),
        KeyRow("json", .any, "A pasted response to serve as the root, word for word.", \.json),
    ]

    private static let featureTable = KeyTable<Self>(
        "a feature access",
        [
            KeyRow(
                "capabilities", .string, "As the FeatureServer's root lists them: Create,Delete,Query,Update,Editing.",
                \.feature.capabilities),
            KeyRow(
                "allowGeometryUpdates", .boolean, "Whether geometries may be changed: true.",
                loaded: \.feature.allowsGeometryUpdates),
        ])

    private static let cacheTable = KeyTable<TileCache>(
        "a cache",
        [
            KeyRow("levels", .integer(0...23), "The deepest level: 23.", loaded: \.levels),
            KeyRow(
                "blankTiles", .boolean, "Whether a tile outside the map is blank instead of missing.",
                loaded: \.hasBlankTiles),
        ])

    private static let itemTable = KeyTable<Self>(
        "an item",
        [
            KeyRow("access", .access, "Who may see it.", \.itemAccess),
            KeyRow("serviceProxyParams", proxyTable, "Whom its proxy, sharing/servers/{id}, answers."),
        ])

    private static let proxyTable = KeyTable<Self>(
        "a proxy's parameters",
        [
            KeyRow(
                "referrers", listOf: .string, "Full addresses of the pages that it answers; absent: all.", \.referrers)
        ])

    static func blank(at location: CodeLocation) -> Self { Self(at: location) }
    var location: CodeLocation? { place }

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        loader.other(node, &self)
        described = loader.described(node)
        served = loader.layers(node, described)
    }
}
