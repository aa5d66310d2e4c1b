// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// What only some layers have, as their descriptions say: full text, unique ids, other references, estimates.
@Suite("Abilities of layers")
struct QueryAbilityTests {
    private static func ask(
        _ version: String, _ described: String, _ path: String, _ parameters: [(String, String)]
    ) -> (json: JSON, rules: [String]) {
        var grove = TreesService(version)
        grove.service.layers[0].described = try? JSONReader.read(Array(described.utf8))
        let answer = grove.ask(path, parameters)
        return (answer.json, answer.rules)
    }

    private static func names(
        _ version: String, _ described: String, _ parameters: (String, String)...
    ) -> [String] {
        let json = ask(version, described, "0/query", [("outFields", "name")] + parameters).json
        return json["features"]?.elements?.compactMap { $0["attributes"]?["name"]?.text } ?? []
    }

    private static let indexed = #"{"indexes":[{"name":"i","fields":"name","indexType":"FullText"}]}"#

    private static let searches: [(String, [String])] = [
        (#"[{"onFields":["name"],"searchTerm":"TREE 2"}]"#, ["tree 2"]),
        (#"[{"onFields":["*"],"searchTerm":"tr","searchType":"prefix"}]"#, ["tree 1", "tree 2"]),
        (#"[{"searchTerm":"tr"}]"#, []), (#"[{"searchTerm":"1 2","operator":"or"}]"#, ["tree 1", "tree 2"]),
        (#"[{"searchTerm":"tree"},{"searchTerm":"1","searchOperator":"not"}]"#, ["tree 2"]),
        (#"[{"searchTerm":"1"},{"searchTerm":"2","searchOperator":"or"}]"#, ["tree 1", "tree 2"]),
    ]

    @Test("full text finds words", arguments: searches)
    func fullText(_ search: String, _ found: [String]) {
        #expect(Self.names("11.4", Self.indexed, ("fullText", search)) == found)
    }

    @Test("full text that cannot be read, or where no field has an index", arguments: ["x", "[{}]"])
    func noFullText(_ search: String) {
        #expect(Self.ask("11.4", Self.indexed, "0/query", [("fullText", search)]).rules == ["query.bad-parameter"])
        #expect(Self.ask("11.4", "{}", "0/query", [("fullText", search)]).rules == ["query.not-emulated"])
    }

    private static let unique = #"{"uniqueIdInfo":{"type":"simple","fields":["name"]}}"#
    private static let composite = #"{"uniqueIdInfo":{"type":"composite","fields":["name","height"]}}"#

    @Test("unique ids, of one field or of two")
    func uniqueIDs() {
        #expect(Self.names("11.4", Self.unique, ("uniqueIds", #"["tree 2"]"#)) == ["tree 2"])
        #expect(Self.names("11.4", Self.unique, ("uniqueIds", "tree 1,tree 2")) == ["tree 1", "tree 2"])
        #expect(Self.names("11.4", Self.composite, ("uniqueIds", #"[["tree 2",20],["tree 1",7]]"#)) == ["tree 2"])
        let alone = [("where", "1=1"), ("returnUniqueIdsOnly", "true")]
        let ids = Self.ask("11.4", Self.composite, "0/query", alone).json
        #expect(
            String(decoding: JSONWriter.json(ids), as: UTF8.self)
                == #"{"uniqueIdFieldNames":["name","height"],"uniqueIds":[["tree 1",10],["tree 2",20]]}"#)
        #expect(Self.ask("11.4", "{}", "0/query", alone).rules == ["query.not-emulated"])
        #expect(
            Self.ask("11.4", Self.composite, "0/query", [("uniqueIds", #"["tree 2"]"#)]).rules == [
                "query.bad-parameter"
            ])
    }

    @Test("defaultSR is that of what has none, where the layer says so")
    func defaultReference() {
        let asked = [("where", "OBJECTID=1"), ("defaultSR", "102100")]
        func x(_ version: String, _ more: (String, String)...) -> Double? {
            Self.ask(version, "{}", "0/query", asked + more).json["features"]?[0]?["geometry"]?["x"]?.double
        }
        #expect(x("online") == 111319.49079327358)
        #expect(x("online", ("outSR", "4326")) == 1)
        #expect(x("11.4") == 1)
    }

    @Test("an envelope of each row, where the layer says so")
    func envelope() {
        let asked = [("where", "OBJECTID=2"), ("returnEnvelope", "true"), ("returnGeometry", "false")]
        let row = Self.ask("online", "{}", "0/query", asked).json["features"]?[0]
        #expect(row?["envelope"]?["xmax"]?.double == 2)
        #expect(Self.ask("11.4", "{}", "0/query", asked).json["features"]?[0]?["envelope"] == nil)
    }

    @Test("a layer with dates of an unknown zone asks whether the client knows")
    func dates() {
        let unknown = #"{"datesInUnknownTimezone":true}"#
        #expect(Self.ask("11.4", unknown, "0/query", [("where", "1=1")]).rules == ["query.bad-parameter"])
        #expect(Self.names("11.4", unknown, ("where", "1=1"), ("timeReferenceUnknownClient", "true")).count == 2)
        #expect(Self.names("10.8.1", unknown, ("where", "1=1")).count == 2)
    }

    @Test("estimates of a layer and of a service")
    func estimates() {
        var grove = TreesService()
        let extent =
            #""extent":{"xmin":1.0,"ymin":2.0,"xmax":2.0,"ymax":2.0,"spatialReference":{"wkid":4326,"latestWkid":4326}}"#
        #expect(grove.text("0/getEstimates") == #"{"count":2,\#(extent)}"#)
        #expect(
            grove.text("getEstimates")
                == #"{"layerEstimates":[{"id":0,"count":2,\#(extent)},{"id":1,"count":3}]}"#)
    }

    @Test("what describes rows: relationships, datasets, contingent values, metadata")
    func descriptions() {
        var grove = TreesService()
        let relation = grove.ask("relationships").json["relationships"]?[0]
        #expect(relation?["originLayerId"] == .int(0))
        #expect(relation?["destinationLayerId"] == .int(1))
        #expect(relation?["originPrimaryKey"]?.text == "GlobalID")
        let element = grove.ask("queryDataElements", [("layers", "[0]")]).json["layerDataElements"]?[0]?["dataElement"]
        #expect(element?["datasetType"]?.text == "esriDTFeatureClass")
        #expect(element?["fields"]?["fieldArray"]?.elements?.count == 12)
        #expect(grove.ask("queryDataElements", [("layers", "0,")]).rules == ["query.bad-parameter"])
        #expect(grove.ask("queryDataElements", [("layers", "[7]")]).rules == ["service.unknown-layer"])
        var old = TreesService("10.8.1")
        #expect(old.ask("queryDataElements", [("layers", "[0]")]).rules == ["query.not-supported"])
        #expect(grove.text("0/fieldGroups") == #"{"fieldGroups":[]}"#)
        #expect(
            grove.text("0/contingentValues")
                == #"{"typeCodes":["Any","Null","Code","Range"],"stringDicts":[],"contingentValuesDefinition":{"fieldGroups":[]}}"#
        )
        let sets = grove.ask("queryContingentValues", [("layers", "[1]")]).json["contingentValueSets"]
        #expect(sets?.elements?.map { $0["layerId"] } == [.int(1)])
        #expect(grove.ask("queryContingentValues", [("layers", "x")]).rules == ["query.bad-parameter"])
        #expect(grove.ask("0/metadata").rules.isEmpty)
    }
}
