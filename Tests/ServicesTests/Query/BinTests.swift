// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// `queryBins` and `queryDateBins`, worked out by hand from their documentation.
@Suite("Bins")
struct BinTests {
    private static let hour: Int64 = 3_600_000

    /// Six rows: sizes 0, 1, 2, 3, 10 and none; kinds; times from 2021-03-13T20:00Z on, every eight hours.
    private static func service(_ version: String = "online") -> TreesService {
        var grove = TreesService(version)
        let sizes: [JSON] = [.int(0), .int(1), .int(2), .int(3), .int(10), .null]
        let data = LayerData(
            geometryType: .point,
            fields: [
                Field(name: "OBJECTID", type: .objectID), Field(name: "size", type: .integer),
                Field(name: "kind", type: .string, length: 1), Field(name: "at", type: .date),
            ],
            features: sizes.enumerated().map { index, size in
                let at = 1_615_665_600_000 + Int64(index) * 8 * hour
                return Feature(
                    objectID: index + 1,
                    values: [
                        .int(index + 1), size, .string(index % 2 == 0 ? "a" : "b"), .number(String(at)),
                    ], geometry: .object([.init("x", .double(Double(index))), .init("y", .double(0))]),
                    envelope: Envelope(xmin: Double(index), ymin: 0, xmax: Double(index), ymax: 0))
            }, extent: Envelope(xmin: 0, ymin: 0, xmax: 5, ymax: 0), displayField: "kind")
        grove.service.layers[0] = Layer(id: 0, name: "Sizes", store: FeatureStore(data))
        return grove
    }

    private static func ask(
        _ bin: String, _ more: [(String, String)] = [], _ operation: String = "queryBins", version: String = "online"
    ) -> (json: JSON, rules: [String]) {
        var grove = service(version)
        let answer = grove.ask("0/\(operation)", [("bin", bin)] + more)
        return (answer.json, answer.rules)
    }

    /// The rows of an answer, each as `lower..upper:statistics`.
    private static func rows(_ bin: String, _ more: [(String, String)] = []) -> String {
        let features = ask(bin, more).json["features"]?.elements ?? []
        return features.map { feature in
            (feature["attributes"]?.members ?? []).map { member in
                member.value.text ?? String(decoding: JSONWriter.json(member.value), as: UTF8.self)
            }.joined(separator: ":")
        }.joined(separator: " ")
    }

    private static let ofNumbers: [(String, String)] = [
        (#"{"type":"autoIntervalBin","onField":"size","parameters":{"numberOfBins":2}}"#, "0:5:4 5:10:1"),
        (
            #"{"type":"autoIntervalBin","onField":"size","parameters":{"numberOfBins":3,"start":0,"end":3}}"#,
            "0:1:1 1:2:1 2:3:2"
        ),
        (#"{"type":"fixedIntervalBin","onField":"size","parameters":{"interval":4}}"#, "0:4:4 4:8:0 8:10:1"),
        (
            #"{"type":"fixedIntervalBin","onField":"size","parameters":{"interval":2,"start":1,"end":5}}"#,
            "1:3:2 3:5:1"
        ),
        (
            #"{"type":"fixedBoundariesBin","onField":"size","parameters":{"boundaries":[0,1,3,10]}}"#,
            "0:1:1 1:3:2 3:10:2"
        ),
        (
            #"{"type":"fixedBoundariesBin","onExpression":{"value":"size * 2","valueType":"esriFieldTypeDouble"},"parameters":{"boundaries":[10,0]}}"#,
            "0:10:4"
        ),
        (
            #"{"type":"autoIntervalBin","onField":"size","parameters":{"numberOfBins":1},"normalizationType":"percentOfTotal","normalizationTotal":20}"#,
            "0:50:5"
        ),
        (
            #"{"type":"fixedBoundariesBin","onField":"size","parameters":{"boundaries":[1,2]},"normalizationType":"squareRoot"}"#,
            "1:2:3"
        ),
    ]

    @Test("of a number: a value belongs to the bin that it begins, the last one to the last bin", arguments: ofNumbers)
    func numbers(_ bin: String, _ rows: String) {
        #expect(Self.rows(bin) == rows)
    }

    private static let two = #"{"type":"fixedBoundariesBin","onField":"size","parameters":{"boundaries":[0,2,10]}"#

    @Test("statistics, order, names and filters")
    func parameters() {
        let sums = #"[{"statisticType":"sum","onStatisticField":"size","outStatisticFieldName":"s"}]"#
        #expect(Self.rows("\(Self.two)}", [("outStatistics", sums)]) == "0:2:1 2:10:15")
        #expect(Self.rows("\(Self.two)}", [("outStatistics", sums), ("binOrder", "DESC")]) == "2:10:15 0:2:1")
        #expect(Self.rows("\(Self.two)}", [("where", "kind = 'a'")]) == "0:2:1 2:10:2")
        #expect(Self.rows("\(Self.two)}", [("geometry", "-1,-1,1.5,1")]) == "0:2:2 2:10:0")
        #expect(Self.rows("\(Self.two),\"hideUpperBound\":true}") == "0:2 2:3")
        let named = Self.ask("\(Self.two)}", [("lowerBoundaryAlias", "from"), ("upperBoundaryAlias", "to")]).json
        #expect(named["fields"]?.elements?.compactMap { $0["name"]?.text } == ["from", "to", "frequency"])
        #expect(
            String(decoding: JSONWriter.json(Self.ask("\(Self.two)}", [("where", "1=0")]).json), as: UTF8.self)
                == #"{"fields":[{"name":"lowerBoundary","alias":"lowerBoundary","type":"esriFieldTypeDouble"},{"name":"upperBoundary","alias":"upperBoundary","type":"esriFieldTypeDouble"},{"name":"frequency","alias":"frequency","type":"esriFieldTypeInteger"}],"features":[{"attributes":{"lowerBoundary":0,"upperBoundary":2,"frequency":0}},{"attributes":{"lowerBoundary":2,"upperBoundary":10,"frequency":0}}]}"#
        )
        let none = #"{"type":"autoIntervalBin","onField":"size","parameters":{"numberOfBins":2}}"#
        #expect(Self.ask(none, [("where", "1=0")]).json["features"] == .array([]))
    }

    @Test("series: split, stacked, flat")
    func series() {
        let by = #"{"value":"kind","valueType":"esriFieldTypeString","outAlias":"K"}"#
        #expect(Self.rows("\(Self.two),\"splitBy\":\(by)}") == "0:2:1:a:1 2:10:2:a:2 0:2:1:b:1 2:10:2:b:1")
        #expect(
            Self.rows("\(Self.two),\"stackBy\":\(by),\"jsonStyle\":\"flat\"}")
                == "0:2:1:a:1 0:2:1:b:1 2:10:2:a:2 2:10:2:b:1")
        let stacked = Self.ask("\(Self.two),\"stackBy\":\(by)}").json["features"]?[1]?["stackedAttributes"]
        #expect(
            stacked.map { String(decoding: JSONWriter.json($0), as: UTF8.self) }
                == #"[{"K":"a","frequency":2},{"K":"b","frequency":1}]"#)
    }

    /// Rows at 13th 20:00, 14th 04:00, 12:00, 20:00, 15th 04:00 and 12:00 of March 2021.
    private static let ofDates: [(String, String, String)] = [
        (#""number":1,"unit":"day""#, "", "1 3 2"), (#""number":1,"unit":"days""#, "", "1 3 2"),
        (#""number":12,"unit":"hour""#, "", "2 1 2 1"),
        (#""number":1,"unit":"week""#, "", "1 5"), (#""number":1,"unit":"week","firstDayOfWeek":1"#, "", "4 2"),
        (#""number":1,"unit":"month""#, "", "6"), (#""number":1,"unit":"quarter""#, "", "6"),
        (#""number":1,"unit":"year""#, "", "6"),
        (#""number":1,"unit":"day","offset":{"number":12,"unit":"hour"}"#, "", "2 3 1"),
        (#""number":1,"unit":"day","snapToData":"first""#, "", "3 3"),
        (#""number":1,"unit":"day","snapToData":"last""#, "", "2 4"),
        (#""number":1,"unit":"day""#, "America/Los_Angeles", "2 3 1"),
    ]

    @Test("of dates: by the calendar of a zone", arguments: ofDates)
    func dates(_ parameters: String, _ zone: String, _ counts: String) {
        let more = zone.isEmpty ? [] : [("outTimeReference", #"{"ianaTimeZone":"\#(zone)"}"#)]
        let features =
            Self.ask(#"{"type":"dateBin","onField":"at","parameters":{\#(parameters)}}"#, more).json["features"]?
            .elements ?? []
        let found = features.compactMap { $0["attributes"]?["frequency"]?.integer }.map(String.init)
        #expect(found.joined(separator: " ") == counts)
    }

    @Test("boundaries are instants, or texts of the zone; a day of summer time has 23 hours")
    func zones() {
        let bin =
            #"{"type":"dateBin","onField":"at","parameters":{"number":1,"unit":"day","returnFullIntervalBin":true}}"#
        let utc = Self.ask(bin).json
        #expect(utc["fields"]?[0]?["type"]?.text == "esriFieldTypeDate")
        #expect(utc["features"]?[0]?["attributes"]?["lowerBoundary"] == .number("1615593600000"))
        let zoned = Self.ask(bin, [("outTimeReference", #"{"ianaTimeZone":"America/Los_Angeles"}"#)]).json
        #expect(zoned["features"]?[1]?["attributes"]?["lowerBoundary"]?.text == "2021-03-14T00:00:00-08:00")
        #expect(zoned["features"]?[1]?["attributes"]?["upperBoundary"]?.text == "2021-03-15T00:00:00-07:00")
        #expect(Self.ask(bin, [("outTimeReference", "Mars/Olympus")]).rules == ["query.bad-parameter"])
    }

    @Test("queryDateBins: bins without rows are there, and the mean of points comes if asked for")
    func dateBins() {
        func ask(_ bin: String, _ more: (String, String)...) -> JSON {
            Self.ask(bin, [("binField", "at")] + more, "queryDateBins").json
        }
        let day = #"{"calendarBin":{"unit":"day"}}"#
        let all = ask(day)
        #expect(
            String(decoding: JSONWriter.json(all), as: UTF8.self)
                == #"{"fields":[{"name":"boundary","alias":"boundary","type":"esriFieldTypeDate"},{"name":"frequency","alias":"frequency","type":"esriFieldTypeInteger"}],"features":[{"attributes":{"boundary":1615593600000,"frequency":1}},{"attributes":{"boundary":1615680000000,"frequency":3}},{"attributes":{"boundary":1615766400000,"frequency":2}}],"exceededTransferLimit":false}"#
        )
        let few = ask(
            day, ("where", "kind = 'a' AND size <> 2"), ("time", "1615593600000,1615852799999"),
            ("outStatistics", #"[{"statisticType":"avg","onStatisticField":"size","outStatisticFieldName":"m"}]"#))
        #expect(few["features"]?.elements?.map { $0["attributes"]?["m"] } == [.int(0), .null, .int(10)])
        let placed = ask(day, ("returnCentroid", "true"))
        #expect(placed["features"]?[1]?["centroid"]?["x"]?.double == 2)
        #expect(ask(#"{"fixedBin":{"number":24,"unit":"hour"}}"#)["features"]?.elements?.count == 2)
        #expect(ask(#"{"calendarBin":{"unit":"day","timezone":"US/Arizona"}}"#)["features"]?.elements?.count == 3)
        #expect(Self.ask(day, [("binField", "size")], "queryDateBins").rules == ["query.bad-parameter"])
        #expect(Self.ask("{}", [("binField", "at")], "queryDateBins").rules == ["query.bad-parameter"])
    }

    private static let unreadable: [String] = [
        "", "x", "{}", #"{"type":"autoIntervalBin","onField":"size","parameters":{}}"#,
        #"{"type":"autoIntervalBin","onField":"size","parameters":{"numberOfBins":0}}"#,
        #"{"type":"autoIntervalBin","onField":"kind","parameters":{"numberOfBins":2}}"#,
        #"{"type":"fixedIntervalBin","onField":"size","parameters":{"interval":0.00001}}"#,
        #"{"type":"fixedIntervalBin","onField":"size","parameters":{"interval":-1}}"#,
        #"{"type":"fixedBoundariesBin","onField":"size","parameters":{"boundaries":["x"]}}"#,
        #"{"type":"dateBin","onField":"size","parameters":{"number":1,"unit":"day"}}"#,
        #"{"type":"dateBin","onField":"at","parameters":{"number":1,"unit":"fortnight"}}"#,
        #"{"type":"dateBin","onField":"at","parameters":{"number":1,"unit":"second","start":0}}"#,
        #"{"type":"dateBin","onField":"at","parameters":{"number":9223372036854775807,"unit":"year"}}"#,
        #"{"type":"dateBin","onField":"at","parameters":{"number":1,"unit":"day","offset":{"number":-9223372036854775808,"unit":"hour"}}}"#,
        #"{"type":"dateBin","onField":"at","parameters":{"number":1,"unit":"day","start":-1e300,"end":1e300}}"#,
        #"{"type":"autoIntervalBin","onField":"size","parameters":{"numberOfBins":2},"normalizationType":"boxCox"}"#,
    ]

    @Test("what cannot be read", arguments: unreadable)
    func refused(_ bin: String) {
        #expect(Self.ask(bin).rules == ["query.bad-parameter"])
    }

    @Test("layers that do not announce it refuse it")
    func announced() {
        let bin = #"{"type":"autoIntervalBin","onField":"size","parameters":{"numberOfBins":2}}"#
        #expect(Self.ask(bin, version: "10.9.1").rules == ["query.not-supported"])
        #expect(Self.ask(bin, version: "11.4").rules.isEmpty)
        let dates = Self.ask(bin, [("binField", "at")], "queryDateBins", version: "11.4")
        #expect(dates.rules == ["query.not-supported"])
        #expect(dates.json["error"]?["details"] == .array([.string("Unable to perform queryDateBins operation.")]))
        #expect(Self.ask(bin.replacing("size", with: "nope")).rules == ["query.unknown-field"])
    }

    @Test("async: a job, whose file is the answer")
    func async() {
        var grove = Self.service()
        let asked = [
            ("bin", #"{"type":"autoIntervalBin","onField":"size","parameters":{"numberOfBins":1}}"#),
            ("async", "true"),
        ]
        let url = grove.ask("0/queryBins", asked).json["statusUrl"]?.text ?? ""
        let path = url.split(separator: "/").suffix(3).joined(separator: "/")
        #expect(grove.text(path) == #"{"status":"PENDING"}"#)
        grove.now = grove.now.advanced(milliseconds: 1_000)
        #expect(grove.ask(path).json["status"] == .string("COMPLETED"))
    }

    @Test("what a capability announces is an operation, and a layer can be declared without it")
    func operations() {
        for (capability, path) in QueryCapability.operations {
            #expect(ServiceCatalog.resources.contains { $0.path == path })
            #expect(QueryCapability.declared.contains(capability.rawValue))
        }
        var grove = Self.service()
        grove.service.layers[0].unsupported = ["supportsQueryBins", "supportsQueryAnalytic"]
        for path in ["0/queryBins", "0/queryAnalytic"] {
            #expect(grove.ask(path).rules == ["query.not-supported"])
        }
    }
}
