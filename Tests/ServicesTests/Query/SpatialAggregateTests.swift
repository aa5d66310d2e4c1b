// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Statistics that are geometries")
struct SpatialAggregateTests {
    private static func answer(_ statistics: String, _ more: [String: String] = [:], version: String = "online") -> JSON
    {
        let features = [("[0,0]", "a"), ("[0,4]", "a"), ("[4,0]", "a"), ("[9,9]", "b")].map { place, kind in
            MapDrawingFixture.feature("Point", place, "{\"kind\":\"\(kind)\"}")
        }
        let store = AirportsLayer.store(
            Array("{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}".utf8))
        let question = AirportsLayer.reading(
            ["outstatistics": statistics, "where": "1=1"].merging(more) { $1 }, store: store, kind: .featureServer,
            version: version, featureServer: true)
        return AirportsLayer.json(AirportsLayer.query(question))
    }

    private static func shape(_ type: String, _ more: [String: String] = [:]) -> JSON? {
        let answer = answer(
            #"[{"statisticType":"\#(type)","onStatisticField":"kind","outStatisticFieldName":"g"}]"#, more)
        return answer["features"]?[0]?["aggregateGeometries"]?["g"]
    }

    @Test("what encloses the rows, and their middle")
    func shapes() {
        #expect(Self.shape("EnvelopeAggregate", ["where": "kind='a'"])?["xmax"]?.double == 4)
        let middle = Self.shape("CentroidAggregate", ["where": "kind='a'"])
        #expect(abs((middle?["x"]?.double ?? 0) - 4.0 / 3) < 1e-9)
        #expect(Self.shape("ConvexHullAggregate", ["where": "kind='a'"])?["rings"]?[0]?.elements?.count == 4)
        #expect(Self.shape("ConvexHullAggregate", ["where": "kind='b'"])?["x"]?.double == 9)
        #expect((Self.shape("EnvelopeAggregate", ["outsr": "3857"])?["xmax"]?.double ?? 0) > 1e6)
    }

    @Test("of each group, beside numbers")
    func groups() {
        let answer = Self.answer(
            #"[{"statisticType":"count","onStatisticField":"kind","outStatisticFieldName":"n"},{"statisticType":"EnvelopeAggregate","onStatisticField":"kind","outStatisticFieldName":"box"}]"#,
            ["groupbyfieldsforstatistics": "kind"])
        let rows = answer["features"]?.elements ?? []
        #expect(rows.compactMap { $0["attributes"]?["n"]?.integer } == [3, 1])
        #expect(rows.compactMap { $0["aggregateGeometries"]?["box"]?["xmin"]?.double } == [0, 9])
        #expect(rows.first?["attributes"]?.members?.count == 2)
    }

    @Test("who has it says so, and who does not refuses", arguments: ["online", "10.9.1"])
    func announced(_ version: String) {
        let answer = Self.answer(
            #"[{"statisticType":"EnvelopeAggregate","onStatisticField":"kind"}]"#, version: version)
        #expect((answer["features"] != nil) == (version == "online"))
    }
}
