// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// `queryTopFeatures` and `queryDomains`, worked out by hand from their documentation.
@Suite("Top features and domains")
struct TopFeaturesTests {
    private static let layer = "/arcgis/rest/services/S/FeatureServer/0"

    /// `topFilter`, other parameters, and the names in the order in which they come; the layer gives two rows at a time.
    static let cases: [(String, [(String, String)], String)] = [
        (#"{"groupByFields":"Kind","topCount":1,"orderByFields":"Size DESC"}"#, [], "B D"),
        (#"{"groupByFields":["Kind"],"topCount":1,"orderByFields":["Size"]}"#, [], "A C"),
        (#"{"groupByFields":"Kind","topCount":2,"orderByFields":"Size DESC"}"#, [], "B A"),
        (#"{"groupByFields":"Kind DESC","topCount":1,"orderByFields":"Size DESC"}"#, [], "D B"),
        (#"{"groupByFields":"Kind","topCount":1,"orderByFields":"Size DESC"}"#, [("where", "Size < 4")], "B C"),
        (#"{"groupByFields":"Kind","topCount":1,"orderByFields":"Size"}"#, [("objectIds", "2,4")], "B D"),
        (#"{"groupByFields":"Kind","topCount":1,"orderByFields":"Size"}"#, [("orderByFields", "Name DESC")], "C A"),
        (#"{"groupByFields":"Kind","topCount":1,"orderByFields":"Size"}"#, [("geometry", "0.5,-1,3,2")], "B C"),
        (
            #"{"groupByFields":"Kind","topCount":2,"orderByFields":"Size"}"#,
            [("resultOffset", "1"), ("resultRecordCount", "2")], "B C"
        ),
    ]

    @Test("the first rows of each group", arguments: cases)
    func top(_ filter: String, _ more: [(String, String)], _ names: String) throws {
        var fixture = try FieldFixture.server("online")
        let all = [("where", "1=1"), ("outFields", "Name"), ("f", "json"), ("topFilter", filter)].filter { one in
            !more.contains { $0.0 == one.0 }
        }
        let heard = fixture.ask("\(Self.layer)/queryTopFeatures?\(Form.encode(all + more))")
        let features = heard.json?["features"]?.elements ?? []
        #expect(
            features.compactMap { $0["attributes"]?["Name"]?.text }.joined(separator: " ") == names, "\(heard.body)")
    }

    @Test("counted, as ids, and what cannot be asked for")
    func others() throws {
        var fixture = try FieldFixture.server("online")
        let filter = #"{"groupByFields":"Kind","topCount":1,"orderByFields":"Size"}"#
        func ask(_ more: (String, String)...) -> PortalFixture.Heard {
            fixture.ask("\(Self.layer)/queryTopFeatures?\(Form.encode([("where", "1=1"), ("f", "json")] + more))")
        }
        #expect(ask(("topFilter", filter), ("returnCountOnly", "true")).body == #"{"count":2}"#)
        #expect(ask(("topFilter", filter), ("returnIdsOnly", "true")).json?["objectIds"] == .array([.int(1), .int(3)]))
        for bad in ["", "{}", #"{"groupByFields":"Kind","topCount":0,"orderByFields":"Size"}"#] {
            #expect(ask(("topFilter", bad)).rule == "query.bad-parameter")
        }
        let unknown = #"{"groupByFields":"Kin","topCount":1,"orderByFields":"Size"}"#
        #expect(ask(("topFilter", unknown)).rule == "query.unknown-field")
        #expect(
            fixture.ask("\(Self.layer)?f=json").json?["advancedQueryCapabilities"]?["supportsTopFeaturesQuery"]
                == .bool(true))
        var server = try FieldFixture.server("11.4")
        #expect(server.ask("\(Self.layer)/queryTopFeatures?where=1%3D1&f=json").rule == "query.not-hosted")
    }

    @Test("each domain once, with the type of its fields")
    func domains() throws {
        var fixture = try PortalFixture(
            """
            { portal: null, servers: [{ services: [{ name: "S", access: "public", featureServer: true, layers: [
                { id: 0, source: "s.json", fields: [
                    { name: "a", type: "esriFieldTypeInteger", domain: { name: "Size", type: "range", range: [1, 9] } },
                    { name: "b", type: "esriFieldTypeString", domain: { name: "Kind", type: "codedValue",
                      codedValues: [{ name: "Ex", code: "x" }] } },
                    { name: "c", type: "esriFieldTypeInteger", domain: { name: "Size", type: "range", range: [1, 9] } }] }] }] }] }
            """, files: ["s.json": #"{"features":[{"attributes":{"a":1,"b":"x","c":2}}]}"#])
        let policies = #""mergePolicy":"esriMPTDefaultValue","splitPolicy":"esriSPTDefaultValue""#
        for type in ["MapServer", "FeatureServer"] {
            let service = "/arcgis/rest/services/S/\(type)/queryDomains"
            #expect(
                fixture.ask("\(service)?layers=[0]&f=json").body
                    == #"{"domains":[{"type":"range","name":"Size","fieldType":"esriFieldTypeInteger","range":[1,9],"#
                    + policies + #"},{"type":"codedValue","name":"Kind","fieldType":"esriFieldTypeString","#
                    + #""codedValues":[{"name":"Ex","code":"x"}],\#(policies)}]}"#)
            #expect(fixture.ask("\(service)?f=json").rule == "query.bad-parameter")
            #expect(fixture.ask("\(service)?layers=[7]&f=json").rule == "service.unknown-layer")
        }
    }
}
