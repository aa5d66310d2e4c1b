// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

extension Scenario.Service: ScenarioPart {
    static let table = KeyTable<Self>("a service", sharing + description + others)

    private static let sharing: [KeyRow<Self>] = [
        KeyRow("name", .string, "The name with the folder: Folder/Name.", isRequired: true, always: \.name),
        KeyRow("type", .word(Surface.serviceTypes), "Its type.", \.type),
        KeyRow(
            Keys.Key(
                "featureServer", .either([.boolean, .object(featureTable.keys)]),
                "Whether a MapServer has feature access, and what may be edited."),
            read: { node, service, loader in
                service.hasFeatureServer = node.truth ?? true
                featureTable.read(node, into: &service, &loader)
            },
            write: { service, writer in service.hasFeatureServer.map { writer.node(.bool($0)) } }),
        KeyRow("access", .access, "Who may see it.", \.access),
        KeyRow("item", itemTable, "The portal item, if it is shared differently from the service."),
        KeyRow(
            "owner", .string, "The owner; default: the portal's first administrator.", \.owner),
        KeyRow("state", .word, "Whether it runs.", \.state),
        KeyRow(
            "operationTime", .duration("operationTime", example: "PT5S"),
            "How long a start or a stop at admin takes, during which others are refused; default: no time.",
            \.operationTime),
        KeyRow(
            "neverStarts", .boolean, "Whether a start at admin succeeds and never ends: it stays STARTING.",
            loaded: \.neverStarts),
    ]

    private static let description: [KeyRow<Self>] = [
        KeyRow("maxRecordCount", .integer(1...1_000_000), "The largest number of rows in an answer.", \.maxRecordCount),
        KeyRow("capabilities", .string, "The list in its root.", \.capabilities),
        KeyRow(
            "runtime", .word, "What it runs in, which determines its descriptions; default: as the release does.",
            \.runtime),
        KeyRow("description", .string, "Its description.", \.description),
        KeyRow("copyrightText", .string, "The copyright text.", \.copyright),
        KeyRow(
            "source", .string,
            "A file, relative to this file, from which to create the service: a server's answer for its root, or for /layers."
        ),
        KeyRow("layers", listOf: .part, "Its layers.", \.layers),
        KeyRow(
            Keys.Key(
                "cached", .either([.boolean, .object(cacheTable.keys)]), "Whether it has cached tiles, in Web Mercator."
            ),
            read: { node, service, loader in
                guard node.truth != false else { return }
                var cache = TileCache(levels: 23, hasBlankTiles: false)
                cacheTable.read(node, into: &cache, &loader)
                service.cache = cache
            }),
        KeyRow("wms", .boolean, "Whether it also serves WMS.", loaded: \.hasWMS),
        KeyRow("kml", .boolean, "Whether it also gives KML; default: as the description says, or false.", \.hasKML),
        KeyRow(
            "supportsDynamicLayers", .boolean, "Whether requests may define dynamic layers; default: from 10.1 on.",
            \.hasDynamicLayers),
    ]

    /// Of services that are no maps; the loader reads them together.
    private static let others: [KeyRow<Self>] = [
        KeyRow("results", .map(.any), "Literal answers by path below the service: JSON, or { file }."),
        KeyRow(
            "locations", .either([.list(.object(Locator.Location.table.keys)), .string]),
            "The places of a GeocodeServer, or a GeoJSON file with them."),
        KeyRow("addressFields", .list(.string), "The address fields of a GeocodeServer."),
        KeyRow("tasks", listOf: .part, "The tasks of a GPServer.", \.tasks),
        KeyRow(
            "image", .part, "What an ImageServer has in addition to its catalog, which is its first layer.", \.imagery),
        KeyRow("json", .any, "A recorded response that replaces the root.", \.json),
    ]

    private static let featureTable = KeyTable<Self>(
        "a feature access",
        [
            KeyRow(
                "capabilities", .string, "The list in the FeatureServer's root: Create,Delete,Query,Update,Editing.",
                \.feature.capabilities),
            KeyRow(
                "allowGeometryUpdates", .boolean, "Whether geometries may be changed; default: true.",
                loaded: \.feature.allowsGeometryUpdates),
        ])

    private static let cacheTable = KeyTable<TileCache>(
        "a cache",
        [
            KeyRow("levels", .integer(0...23), "The deepest level; default: 23.", loaded: \.levels),
            KeyRow(
                "blankTiles", .boolean, "Whether a tile outside the map is blank instead of missing.",
                loaded: \.hasBlankTiles),
            KeyRow(
                "exportTiles", .boolean, "Whether clients may take tiles along by exportTiles; default: false.",
                loaded: \.allowsExport),
        ])

    private static let itemTable = KeyTable<Self>(
        "an item",
        [
            KeyRow("access", .access, "Who may see it.", \.itemAccess),
            KeyRow("serviceProxyParams", proxyTable, "The callers that its proxy, sharing/servers/{id}, answers."),
        ])

    private static let proxyTable = KeyTable<Self>(
        "a proxy's parameters",
        [
            KeyRow(
                "referrers", listOf: .string, "The full URLs of pages that it answers; default: all.", \.referrers),
            KeyRow(
                "credentials", .word, "The credentials that the item keeps for the proxy; default: none.",
                loaded: \.credentials),
        ])

    static func blank(at location: CodeLocation) -> Self { Self(at: location) }
    var location: CodeLocation? { place }

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        loader.other(node, &self)
        described = loader.described(node)
        imagery?.describe(described)
        served = loader.layers(node, described)
        ScenarioLoader.clear(&self)
    }
}
