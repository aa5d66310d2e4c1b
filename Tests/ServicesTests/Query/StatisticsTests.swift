// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Services

@Suite("Statistics and distinct values")
struct StatisticsTests {
    private static func ask(
        _ parameters: [String: String], kind: ServiceKind = .mapServer,
        store: FeatureStore = AirportsLayer.awkward
    ) -> JSON {
        let more = ["where": "1=1"].merging(parameters) { _, new in new }
        return AirportsLayer.json(
            AirportsLayer.query(AirportsLayer.reading(more, store: store, kind: kind, featureServer: true)))
    }

    private static func terms(_ terms: (String, String, String)...) -> String {
        let list = terms.map { kind, field, name in
            #"{"statisticType":"\#(kind)","onStatisticField":"\#(field)","outStatisticFieldName":"\#(name)"}"#
        }
        return "[\(list.joined(separator: ","))]"
    }

    @Test("each kind; nulls do not count")
    func kinds() {
        let all = Self.terms(
            ("count", "x", "c"), ("sum", "n", "s"), ("min", "n", "lo"), ("max", "n", "hi"), ("avg", "n", "mean"),
            ("var", "n", "v"), ("stddev", "n", "d"), ("min", "name", "first"))
        let answer = Self.ask(["outstatistics": all])
        let row = answer["features"]?[0]?["attributes"]
        #expect(row?["c"]?.integer == 3)
        #expect(row?["s"]?.double == 5)
        #expect(row?["lo"]?.integer == -3)
        #expect(row?["hi"]?.integer == 5)
        #expect(row?["mean"]?.double == 1.25)
        // The sample's: 1, 2, -3, 5.
        #expect(abs((row?["v"]?.double ?? 0) - 10.916666666666666) < 1e-12)
        #expect(abs((row?["d"]?.double ?? 0) - 3.304037933599835) < 1e-12)
        #expect(row?["first"]?.text == "B")
        #expect(answer.members?.map(\.name) == ["displayFieldName", "fieldAliases", "fields", "features"])
        #expect(answer["displayFieldName"]?.text == "")
        let types = answer["fields"]?.elements?.compactMap { $0["type"]?.text }
        #expect(types?.first == "esriFieldTypeInteger")
        let feature = Self.ask(["outstatistics": all], kind: .featureServer)
        #expect(
            feature.members?.map(\.name) == ["displayFieldName", "fieldAliases", "fields", "features"],
            "captured of a feature service that is not hosted: Esri/arcade-expressions#68")
        #expect(feature["fields"]?[0]?.members?.map(\.name).prefix(3) == ["name", "type", "alias"])
    }

    @Test(
        "whole numbers come without a point, whatever the type says",
        arguments: [
            ("sum", "n", "5", "esriFieldTypeDouble"), ("max", "x", "10000000000", "esriFieldTypeDouble"),
            ("min", "x", "0.5", "esriFieldTypeDouble"), ("avg", "n", "1.25", "esriFieldTypeDouble"),
            ("count", "n", "4", "esriFieldTypeInteger"), ("max", "n", "5", "esriFieldTypeInteger"),
        ])
    func spelling(_ kind: String, _ field: String, _ value: String, _ type: String) {
        let answer = Self.ask(["outstatistics": Self.terms((kind, field, "v"))])
        #expect(answer["features"]?[0]?["attributes"]?["v"] == .number(value))
        #expect(answer["fields"]?[0]?["type"]?.text == type)
    }

    @Test("groups, having, order and pages")
    func groups() {
        func names(_ more: [String: String]) -> [String] {
            let asked = [
                "outstatistics": Self.terms(("count", "OBJECTID", "many"), ("max", "ELEVATION", "top")),
                "groupbyfieldsforstatistics": "COUNTRY",
            ]
            let answer = Self.ask(asked.merging(more) { _, new in new }, store: AirportsLayer.airports)
            return answer["features"]?.elements?.compactMap { $0["attributes"]?["COUNTRY"]?.text } ?? []
        }
        let all = names([:])
        #expect(all == all.sorted() && Set(all).count == all.count && all.count > 20)
        let big = names(["having": "COUNT(OBJECTID) > 5", "orderbyfields": "many DESC"])
        #expect(!big.isEmpty && big.count < all.count)
        #expect(names(["resultrecordcount": "3", "resultoffset": "1"]) == Array(all[1...3]))
        #expect(names(["geometry": "-180,-90,0,90"]).count < all.count)
    }

    @Test("distinct values come once, and can be counted")
    func distinct() {
        let asked = ["returndistinctvalues": "true", "outfields": "COUNTRY"]
        let answer = Self.ask(asked, store: AirportsLayer.airports)
        let names = answer["features"]?.elements?.compactMap { $0["attributes"]?["COUNTRY"]?.text } ?? []
        #expect(Set(names).count == names.count && names == names.sorted())
        let count = Self.ask(asked.merging(["returncountonly": "true"]) { $1 }, store: AirportsLayer.airports)
        #expect(count["count"]?.integer == names.count)
        #expect(answer["features"]?[0]?["geometry"] == nil)
    }

    @Test(
        "what makes no sense is refused",
        arguments: [
            ["outstatistics": "x"], ["outstatistics": "[{}]"],
            ["outstatistics": #"[{"statisticType":"sum","onStatisticField":"name"}]"#],
            ["outstatistics": #"[{"statisticType":"median","onStatisticField":"n"}]"#],
            ["outstatistics": #"[{"statisticType":"sum","onStatisticField":"nope"}]"#],
            [
                "outstatistics": #"[{"statisticType":"sum","onStatisticField":"n"}]"#,
                "groupbyfieldsforstatistics": "n; DROP TABLE f",
            ],
            ["outstatistics": #"[{"statisticType":"sum","onStatisticField":"n"}]"#, "having": "SUM(n) > (SELECT 1)"],
            ["outstatistics": #"[{"statisticType":"sum","onStatisticField":"n"}]"#, "orderbyfields": "x"],
        ])
    func refused(_ parameters: [String: String]) {
        #expect(Self.ask(parameters)["code"]?.integer == 400)
    }
}
