// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Testing

@testable import Enterprise

/// The table of documented parameters is what the double does: each is given to a query and compared with the same query
/// without it.
@Suite("Parameters of a layer's query")
struct QueryParameterTests {
    /// A query that a parameter can change, and the parameter's value.
    struct Sample: Sendable {
        var base: [(String, String)] = [("where", "1=1")]
        var value: String
        var layer = 0
        var version = "11.4"

        init(_ value: String, _ base: [(String, String)]? = nil, layer: Int = 0, version: String = "11.4") {
            (self.value, self.layer, self.version) = (value, layer, version)
            if let base { self.base = base }
        }
    }

    private static let point = [("geometry", "0,0"), ("geometryType", "esriGeometryPoint")]
    private static let sums = [
        ("where", "1=1"), ("outStatistics", #"[{"statisticType":"count","onStatisticField":"OBJECTID"}]"#),
    ]
    private static let grid =
        #"{"mode":"view","originPosition":"upperLeft","tolerance":0.5,"extent":{"xmin":0,"ymin":0,"xmax":4,"ymax":4}}"#

    static let acting: [String: Sample] = [
        "where": Sample("Kind='y'", [("objectIds", "1,2,3")]), "objectIds": Sample("3"),
        "geometry": Sample("0,0,0.5,0.5"), "geometryType": Sample("esriGeometryPoint", [("geometry", "0,0")]),
        "inSR": Sample("102100", [("geometry", "100000,-1000,120000,1000")]),
        "spatialRel": Sample("esriSpatialRelContains", [("geometry", "-0.5,-0.5,1,0.5")]),
        "relationParam": Sample(
            "T********", [("geometry", "-0.5,-0.5,1,0.5"), ("spatialRel", "esriSpatialRelRelation")]),
        "time": Sample("3500"), "text": Sample("B", [("objectIds", "1,2")]), "distance": Sample("500000", point),
        "units": Sample("esriSRUnit_Meter", point + [("distance", "112000")]), "outFields": Sample("Name"),
        "returnGeometry": Sample("false"), "outSR": Sample("102100"), "maxAllowableOffset": Sample("0.5", layer: 1),
        "returnIdsOnly": Sample("true"), "returnCountOnly": Sample("true"), "returnExtentOnly": Sample("true"),
        "orderByFields": Sample("Name DESC"), "outStatistics": Sample(sums[1].1), "resultOffset": Sample("1"),
        "resultRecordCount": Sample("1"), "f": Sample("geojson"),
        "geometryPrecision": Sample("0", [("where", "1=1"), ("outSR", "102100")]), "returnZ": Sample("true"),
        "returnM": Sample("true"),
        "returnDistinctValues": Sample(
            "true", [("where", "1=1"), ("outFields", "Kind"), ("returnGeometry", "false")]),
        "groupByFieldsForStatistics": Sample("Kind", sums), "having": Sample("COUNT(OBJECTID) > 9", sums),
        "havingClause": Sample("COUNT(OBJECTID) > 9", sums), "returnTrueCurves": Sample("true", layer: 2),
        "sqlFormat": Sample("native"), "quantizationParameters": Sample(grid, layer: 1),
        "returnCentroid": Sample("true", layer: 1), "resultType": Sample("tile"),
        "returnExceededLimitFeatures": Sample(
            "false", [("where", "1=1"), ("resultType", "tile"), ("resultRecordCount", "1")]),
        "maxRecordCountFactor": Sample("2", version: "online"),
        "returnEnvelope": Sample("true", version: "online"), "defaultSR": Sample("102100", version: "online"),
        "datumTransformation": Sample("1173", [("where", "1=1"), ("outSR", "4267")]),
    ]

    /// Values that would mean something at a layer that has what they are about.
    static let others: [String: String] = [
        "gdbVersion": "SDE.DEFAULT", "historicMoment": "1199145600000",
        "rangeValues": #"[{"name":"r","value":1}]"#, "parameterValues": #"{"p":1}"#, "lodType": "geohash", "lod": "1",
        "lodSR": "102100", "timeReferenceUnknownClient": "true", "multipatchOption": "xyFootprint", "cacheHint": "true",
        "fullText": #"[{"onFields":["Name"],"searchTerm":"A"}]"#,
        "uniqueIds": #"["a"]"#, "returnUniqueIdsOnly": "true",
    ]

    private static let curves = """
        {"geometryType":"esriGeometryPolyline","spatialReference":{"wkid":4326},"features":[
        {"attributes":{"OBJECTID":1},"geometry":{"curvePaths":[[[0,0],{"c":[[2,0],[1,1]]}]]}}]}
        """

    private func ask(
        _ parameters: [(String, String)], _ type: String, layer: Int, version: String
    ) throws -> PortalFixture.Heard {
        let time = #"timeInfo: { startTimeField: "Began", endTimeField: "Ended" }"#
        var fixture = try PortalFixture(
            """
            { portal: null, servers: [{ name: "gis", version: "\(version)", services: [{
                name: "S", type: "MapServer", featureServer: true, access: "public", layers: [
                  { id: 0, source: "stations.json", maxRecordCount: 2, \(time) }, { id: 1, source: "plots.json" },
                  { id: 2, source: "curves.json" }] }] }] }
            """,
            files: [
                "stations.json": FieldFixture.stations, "plots.json": FieldFixture.plots, "curves.json": Self.curves,
            ])
        let query = Form.encode(parameters + [("f", "json")])
        return fixture.ask("/arcgis/rest/services/S/\(type)/\(layer)/query?\(query)")
    }

    static let names = QueryParameter.all.map(\.name)

    @Test("each does what the table says", arguments: names)
    func effect(_ name: String) throws {
        let parameter = try #require(QueryParameter.all.first { $0.name == name })
        let type = parameter.only?.rawValue ?? "FeatureServer"
        switch parameter.effect {
        case .acts:
            let sample = try #require(Self.acting[name], "a sample is missing")
            let given = [(name, sample.value)] + sample.base
            let with = try ask(given, type, layer: sample.layer, version: sample.version)
            #expect(
                try with.body != ask(sample.base, type, layer: sample.layer, version: sample.version).body)
            #expect(with.verdict.isEmpty || name == "sqlFormat", "\(with.body)")
        case .ignored:
            let base = [("where", "1=1")]
            let value = try #require(Self.others[name], "a sample is missing")
            let (with, without) = (
                try ask(base + [(name, value)], type, layer: 1, version: "11.4"),
                try ask(base, type, layer: 1, version: "11.4")
            )
            #expect(with.body == without.body && with.verdict.isEmpty)
        case .refused(_, let harmless):
            let value = try #require(Self.others[name], "a sample is missing")
            let asked = [("where", "1=1"), (name, value)]
            #expect(try ask(asked, type, layer: 0, version: "11.4").rule == "query.not-emulated")
            guard let harmless else { return }
            #expect(
                try ask([("where", "1=1"), (name, harmless)], type, layer: 0, version: "11.4").verdict.isEmpty)
        }
    }

    @Test("a release before it takes no notice of it", arguments: names)
    func older(_ name: String) throws {
        let parameter = try #require(QueryParameter.all.first { $0.name == name })
        guard let since = parameter.since, let before = Version.known.last(where: { $0 < since }) else { return }
        let type = parameter.only?.rawValue ?? "FeatureServer"
        let sample = Self.acting[name] ?? Sample(Self.others[name] ?? "")
        let given = [(name, sample.value)] + sample.base
        let with = try ask(given, type, layer: sample.layer, version: before.name)
        #expect(try with.body == ask(sample.base, type, layer: sample.layer, version: before.name).body)
    }

    @Test("a service of the other type takes no notice of it", arguments: names)
    func other(_ name: String) throws {
        let parameter = try #require(QueryParameter.all.first { $0.name == name })
        guard let only = parameter.only else { return }
        let type = only == .mapServer ? "FeatureServer" : "MapServer"
        let sample = Self.acting[name] ?? Sample(Self.others[name] ?? "")
        let given = [(name, sample.value)] + sample.base
        let with = try ask(given, type, layer: sample.layer, version: "11.4")
        #expect(try with.body == ask(sample.base, type, layer: sample.layer, version: "11.4").body)
    }
}
