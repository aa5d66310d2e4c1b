// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Services

/// What a description announces is done, and what is done is announced: descriptions made at random, each operation both
/// ways.
@Suite("Announced is done")
struct AnnouncedTests {
    /// An operation, what announces it, and how its answer shows that it was done.
    struct Probe: Sendable {
        var name: String
        var path = "{layer}/query"
        var kinds: [ServiceKind] = [.mapServer, .featureServer]
        var parameters: [(String, String)] = []
        var method = "GET"
        /// Whether root and layer announce it; `nil` if they say nothing about it.
        var isAnnounced: @Sendable (_ root: JSON, _ layer: JSON) -> Bool?
        var isDone: @Sendable (JSON) -> Bool
    }

    private static func lists(_ word: String, _ json: JSON, _ key: String = "capabilities") -> Bool {
        (json[key]?.text ?? "").split(separator: ",").contains { ASCII.equal(ASCII.trimmed($0), word) }
    }

    private static func may(_ word: String, _ json: JSON) -> Bool { lists(word, json) && !lists("TilesOnly", json) }

    private static func edits(_ word: String, _ json: JSON) -> Bool {
        if may(word, json) { return true }
        return may("Editing", json) && !["Create", "Update", "Delete"].contains { lists($0, json) }
    }

    /// A query that needs the capability of queries, and a flag of the layer.
    private static func query(
        _ name: String, _ flag: String?, _ parameters: [(String, String)], kinds: [ServiceKind]? = nil,
        isDone: @escaping @Sendable (JSON) -> Bool
    ) -> Probe {
        Probe(
            name: name, kinds: kinds ?? [.mapServer, .featureServer], parameters: [("where", "1=1")] + parameters,
            isAnnounced: { _, layer in
                guard may("Query", layer) else { return false }
                guard let flag else { return true }
                return (layer["advancedQueryCapabilities"]?[flag] ?? layer[flag])?.truth
            }, isDone: isDone)
    }

    private static func format(
        _ word: String, _ f: String, isDone: @escaping @Sendable (JSON) -> Bool
    ) -> Probe {
        Probe(
            name: "f=\(f)", parameters: [("where", "1=1"), ("f", f)],
            isAnnounced: { _, layer in
                guard may("Query", layer) else { return false }
                return layer["supportedQueryFormats"] == nil ? nil : lists(word, layer, "supportedQueryFormats")
            }, isDone: isDone)
    }

    private static func statistic(_ type: String, _ more: String = "") -> (String, String) {
        (
            "outstatistics",
            #"[{"statisticType":"\#(type)","onStatisticField":"n","outStatisticFieldName":"c"\#(more)}]"#
        )
    }

    @Sendable private static func first(_ json: JSON) -> JSON? { json["features"]?[0]?["attributes"] }

    private static let queries: [Probe] = [
        query("query", nil, [], isDone: { $0["features"] != nil }),
        query(
            "statistics", "supportsStatistics", [statistic("max")], isDone: { first($0)?.members?[0].value == .int(5) }),
        query(
            "percentiles", "supportsPercentileStatistics",
            [statistic("percentile_cont", #","statisticParameters":{"value":1}"#)],
            isDone: { first($0)?.members?[0].value == .int(5) }),
        query(
            "exceedslimit", "supportsExceedsLimitStatistics", [statistic("exceedslimit", #","maxRecordCount":3"#)],
            isDone: { first($0)?.members?[0].value == .int(1) }),
        query(
            "order", "supportsOrderBy", [("orderbyfields", "n DESC"), ("outfields", "n")],
            isDone: { first($0)?["n"] == .int(5) }),
        query(
            "distinct", "supportsDistinct",
            [("returndistinctvalues", "true"), ("outfields", "n"), ("returngeometry", "false")],
            isDone: { first($0)?["n"] == .int(-3) }),
        query(
            "pages", "supportsPagination", [("resultoffset", "1"), ("outfields", "OBJECTID")],
            isDone: { first($0)?["OBJECTID"] == .int(2) }),
        query(
            "extent", "supportsReturningQueryExtent", [("returnextentonly", "true")], isDone: { $0["extent"] != nil }),
        query(
            "distance", "supportsQueryWithDistance",
            [
                ("geometry", "1,1.9"), ("geometrytype", "esriGeometryPoint"), ("distance", "100000"),
                ("units", "esriSRUnit_Meter"),
            ], isDone: { $0["features"]?.elements?.count == 1 }),
        query(
            "having", "supportsHavingClause", [statistic("count"), ("having", "COUNT(n) > 9")],
            isDone: { $0["features"]?.elements?.isEmpty == true }),
        query(
            "grid", "supportsCoordinatesQuantization",
            [("quantizationparameters", #"{"mode":"view","tolerance":1}"#)], isDone: { $0["transform"] != nil }),
        format("geoJSON", "geojson", isDone: { $0["type"]?.text == "FeatureCollection" }),
        format("PBF", "pbf", isDone: { $0 == .string("application/x-protobuf") }),
        Probe(
            name: "query of the service", path: "query", kinds: [.featureServer],
            parameters: [("layerdefs", #"{"0":"1=1"}"#)],
            isAnnounced: { root, _ in may("Query", root) }, isDone: { $0["layers"] != nil }),
        Probe(
            name: "queryTopFeatures", path: "{layer}/queryTopFeatures", kinds: [.featureServer],
            parameters: [
                ("where", "1=1"),
                ("topfilter", #"{"groupByFields":"name","topCount":1,"orderByFields":"n"}"#),
            ],
            isAnnounced: { _, layer in
                may("Query", layer) ? layer["advancedQueryCapabilities"]?["supportsTopFeaturesQuery"]?.truth : false
            }, isDone: { $0["features"] != nil }),
        Probe(
            name: "row", path: "{layer}/{oid}", isAnnounced: { _, layer in may("Query", layer) },
            isDone: { $0["feature"] != nil }),
        Probe(
            name: "attachments", path: "{layer}/{oid}/attachments",
            isAnnounced: { _, layer in layer["hasAttachments"].map { $0.truth == true && may("Query", layer) } },
            isDone: { $0["attachmentInfos"] != nil }),
        Probe(
            name: "queryDomains", path: "queryDomains", parameters: [("layers", "[0]")],
            isAnnounced: { root, _ in root["supportsQueryDomains"]?.truth }, isDone: { $0["domains"] != nil }),
    ]

    private static let maps: [Probe] = [
        Probe(
            name: "export", path: "export", kinds: [.mapServer], parameters: [("bbox", "-10,-10,10,10")],
            isAnnounced: { root, _ in may("Map", root) }, isDone: { $0["href"] != nil }),
        Probe(
            name: "identify", path: "identify", kinds: [.mapServer],
            parameters: [
                ("geometry", "1,2"), ("tolerance", "3"), ("mapextent", "-10,-10,10,10"), ("imagedisplay", "400,400,96"),
            ], isAnnounced: { root, _ in may("Query", root) }, isDone: { $0["results"] != nil }),
        Probe(
            name: "find", path: "find", kinds: [.mapServer], parameters: [("searchtext", "a"), ("layers", "0")],
            isAnnounced: { root, _ in may("Query", root) }, isDone: { $0["results"] != nil }),
        Probe(
            name: "tile", path: "tile/{level}/{row}/{column}", kinds: [.mapServer],
            isAnnounced: { root, _ in root["singleFusedMapCache"]?.truth }, isDone: { $0 == .int(200) }),
        Probe(
            name: "deepest level", path: "tile/deepest", kinds: [.mapServer],
            isAnnounced: { root, _ in root["tileInfo"].map { _ in true } }, isDone: { $0 == .int(200) }),
        Probe(
            name: "tilemap", path: "tilemap/{level}/{row}/{column}/{width}/{height}", kinds: [.mapServer],
            isAnnounced: { root, _ in lists("Tilemap", root) }, isDone: { $0["data"]?.elements?.count == 4 }),
        Probe(
            name: "dynamic layers", path: "export", kinds: [.mapServer],
            parameters: [("bbox", "-10,-10,10,10"), ("dynamiclayers", "[{}]")],
            isAnnounced: { root, _ in may("Map", root) ? root["supportsDynamicLayers"]?.truth : nil },
            isDone: { $0["message"]?.text == "Invalid or missing input parameters." }),
    ]

    private static func edit(
        _ name: String, _ word: String, _ parameters: [(String, String)], flag: String? = nil,
        isDone: @escaping @Sendable (JSON) -> Bool
    ) -> Probe {
        Probe(
            name: name, path: "{layer}/\(name)", kinds: [.featureServer], parameters: parameters, method: "POST",
            isAnnounced: { _, layer in
                if let flag, let truth = layer[flag]?.truth, truth != edits(word, layer) { return !edits(word, layer) }
                return edits(word, layer)
            }, isDone: isDone)
    }

    private static let editing: [Probe] = [
        edit(
            "addFeatures", "Create", [("features", #"[{"attributes":{"n":7}}]"#)],
            isDone: { $0["addResults"]?[0]?["success"]?.truth == true }),
        edit(
            "updateFeatures", "Update", [("features", #"[{"attributes":{"OBJECTID":1,"n":7}}]"#)],
            isDone: { $0["updateResults"]?[0]?["success"]?.truth == true }),
        edit(
            "deleteFeatures", "Delete", [("objectids", "1")],
            isDone: { $0["deleteResults"]?[0]?["success"]?.truth == true }),
        edit(
            "calculate", "Update", [("where", "1=1"), ("calcexpression", #"[{"field":"n","value":1}]"#)],
            flag: "supportsCalculate", isDone: { $0["success"]?.truth == true }),
    ]

    /// A description drawn from a seed.
    private static func drawn(_ seed: UInt64) -> (service: ServiceModel, version: Version) {
        var generator = Generator(seed: seed)
        func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &generator)] }
        func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }
        var layer = Layer(id: 0, name: "L", store: AirportsLayer.awkward)
        layer.hasAttachments = chance(0.5)
        if chance(0.3) { layer.supportsPagination = chance(0.5) }
        if chance(0.5) { layer.unsupported = Set(QueryCapability.declared.filter { _ in chance(0.2) }) }
        let words = ["Map", "Query", "Data", "Create", "Update", "Delete", "Editing", "TilesOnly", "Tilemap", "Sync"]
        func list() -> String {
            words.filter { word in chance(word == "TilesOnly" ? 0.1 : 0.6) }.joined(separator: pick([",", ", "]))
        }
        if chance(0.3) { layer.capabilities = list() }
        var service = ServiceModel(name: "S", layers: [layer], capabilities: chance(0.7) ? list() : nil)
        service.hasFeatureServer = true
        service.feature.capabilities = chance(0.7) ? list() : nil
        if chance(0.5) { service.cache = TileCache(levels: Int.random(in: 0...10, using: &generator)) }
        let version = pick(Version.known)
        if !version.isOnline, version < .v11_1, version >= .v10_4, chance(0.5) { service.runtime = .arcGISPro }
        return (service, version)
    }

    private static func ask(
        _ probe: Probe, _ kind: ServiceKind, _ service: ServiceModel, _ version: Version
    ) -> JSON? {
        let isDeepest = probe.path == "tile/deepest"
        let path = isDeepest ? "tile/{level}/{row}/{column}" : probe.path
        let resource = ServiceCatalog.resources.first { $0.path == path && $0.kinds.contains(kind) }
        guard let resource, version >= resource.since ?? version else { return nil }
        var question = ServiceQuestion(
            service: service, kind: kind, version: version, parameters: probe.parameters.map { .init($0.0, $0.1) },
            format: probe.parameters.first { $0.0 == "f" }?.1 ?? "json")
        question.method = probe.method
        let deepest = isDeepest ? service.cache?.levels ?? 0 : 0
        // The tile with the row at 1°, 2°.
        let column = String(Int(181.0 / 360 * Double(1 << deepest)))
        let row = String(Int((1 - 0.034_913 / Double.pi) / 2 * Double(1 << deepest)))
        question.names = [
            "layer": "0", "oid": "1", "level": String(deepest), "row": row, "column": column, "width": "2",
            "height": "2",
        ]
        if !path.contains("{layer}") { question.names["layer"] = nil }
        switch ServiceQuestion.finished(question.ask(resource.answer)) {
        case .success(.bytes(_, let type)): return .string(type)
        case .success(.file(let file)): return .int(file.status)
        case let answer: return ServiceQuestion.json(answer)
        }
    }

    private static func description(
        _ path: String, _ kind: ServiceKind, _ service: ServiceModel, _ version: Version
    ) -> JSON {
        var question = ServiceQuestion(service: service, kind: kind, version: version, parameters: [], format: "json")
        question.names = path.isEmpty ? [:] : ["layer": "0"]
        return ServiceQuestion.json(question.ask(path))
    }

    @Test("for descriptions drawn from a seed, every operation, both ways", arguments: 0..<40)
    func bothWays(_ hundred: Int) {
        for seed in 0..<10 {
            let (service, version) = Self.drawn(UInt64(hundred * 10 + seed))
            for kind in [ServiceKind.mapServer, .featureServer] where !(kind == .featureServer && version < .v10_0_0) {
                let root = Self.description("", kind, service, version)
                let layer = Self.description("{layer}", kind, service, version)
                for probe in Self.queries + Self.maps + Self.editing where probe.kinds.contains(kind) {
                    // 9.3 announces nothing.
                    guard version >= .v10_0_0, let announced = probe.isAnnounced(root, layer),
                        let answer = Self.ask(probe, kind, service, version)
                    else { continue }
                    #expect(
                        probe.isDone(answer) == announced,
                        "\(version) \(kind.rawValue) \(service.runtime.map { "\($0)" } ?? "") \(probe.name): root \(root["capabilities"]?.text ?? ""), layer \(layer["capabilities"]?.text ?? "") lacks \(service.layers[0].unsupported.sorted()): \(String(decoding: JSONWriter.json(answer).prefix(200), as: UTF8.self))"
                    )
                }
            }
        }
    }
}
