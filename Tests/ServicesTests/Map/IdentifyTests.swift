// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("identify and find")
struct IdentifyTests {
    private static let indices: Layer = {
        let rows = [
            ("[2,2]", "{\"name\":\"Ash\",\"n\":1,\"x\":0.25}"), ("[8,8]", "{\"name\":null,\"n\":5000,\"x\":2.0}"),
        ].map { MapDrawingFixture.feature("Point", $0.0, $0.1) }.joined(separator: ",")
        return MapDrawingFixture.layer(0, rows)
    }()
    private static let land = MapDrawingFixture.layer(
        1, MapDrawingFixture.feature("Polygon", "[[[0,0],[0,10],[10,10],[10,0],[0,0]]]"))

    private func identify(_ more: [String: String], version: String = "11.4") -> JSON {
        let plain = [
            "geometry": "2,2", "tolerance": "3", "mapextent": "0,0,10,10", "imagedisplay": "100,100,96",
            "layers": "all",
        ]
        var reading = MapDrawingFixture(Self.indices, Self.land, version: version).reading(plain.merging(more) { $1 })
        return AirportsLayer.json(reading.ask("identify"))
    }

    private func ids(_ json: JSON) -> [Int] { json["results"]?.elements?.compactMap { $0["layerId"]?.integer } ?? [] }

    @Test("a result has aliases, texts, and a geometry with its reference")
    func shape() {
        let answer = identify(["layers": "top"])
        #expect(
            String(decoding: JSONWriter.json(answer), as: UTF8.self)
                == #"{"results":[{"layerId":0,"layerName":"L0","displayFieldName":"name","value":"Ash","attributes":{"OBJECTID":"1","Shape":"Point","name":"Ash","n":"1","x":"0.25"},"geometryType":"esriGeometryPoint","geometry":{"x":2.0,"y":2.0,"spatialReference":{"wkid":4326,"latestWkid":4326}}}]}"#
        )
    }

    @Test(
        "the place is written in many ways",
        arguments: [
            ["geometry": "2,2"], ["geometry": "{x: 2, y: 2}"], ["geometry": "{\"x\":2,\"y\":2}"],
            ["geometry": "{\"x\":2,\"y\":2,\"spatialReference\":{\"wkid\":4326}}"],
            ["geometry": "1,1,3,3", "geometrytype": "esriGeometryEnvelope"],
            [
                "geometry": "222639,222684", "sr": "3857", "mapextent": "0,0,1113194,1118890",
            ],
            ["geometry": "{\"x\":222639,\"y\":222684,\"spatialReference\":{\"wkid\":102100}}"],
        ])
    func indices(_ more: [String: String]) { #expect(ids(identify(more)) == [0, 1]) }

    @Test("tolerance is in pixels")
    func tolerance() {
        #expect(ids(identify(["geometry": "2.3,2"])) == [0, 1])
        #expect(ids(identify(["geometry": "2.4,2"])) == [1])
        #expect(ids(identify(["geometry": "2.4,2", "tolerance": "5"])) == [0, 1])
    }

    @Test("layers are the top one with something, the visible, or all; ids narrow them")
    func layers() {
        #expect(ids(identify(["layers": "top"])) == [0])
        #expect(ids(identify(["layers": ""])) == [0])
        #expect(ids(identify(["layers": "visible"])) == [0, 1])
        #expect(ids(identify(["layers": "visible:1"])) == [1])
        #expect(ids(identify(["layers": "all:0,7"])) == [0])
        #expect(ids(identify(["layerdefs": "{\"0\":\"n > 1\"}"])) == [1])
    }

    @Test("null is a word, numbers are texts; from 10.5 on values may come as they are")
    func values() {
        let there = ["geometry": "8,8", "layers": "top", "returngeometry": "false"]
        let texts = identify(there)["results"]?[0]
        #expect(texts?["attributes"]?["name"] == .string("Null") && texts?["value"] == .string("Null"))
        #expect(texts?["attributes"]?["x"] == .string("2") && texts?["geometry"] == nil)
        let plain = there.merging(["returnunformattedvalues": "true", "returnfieldname": "true"]) { $1 }
        #expect(identify(plain)["results"]?[0]?["attributes"]?["name"] == .null)
        #expect(identify(plain)["results"]?[0]?["attributes"]?["n"]?.integer == 5000)
        #expect(identify(plain, version: "10.4")["results"]?[0]?["attributes"]?["n"] == .string("5000"))
    }

    @Test(
        "what is missing or wrong is refused",
        arguments: [
            ["geometry": ""], ["geometry": "{"], ["geometry": "1,2,3"], ["tolerance": ""], ["tolerance": "x"],
            ["mapextent": ""], ["imagedisplay": ""], ["imagedisplay": "1"], ["sr": "999999"],
            ["dynamiclayers": "[{}]"],
        ])
    func refused(_ more: [String: String]) { #expect(identify(more)["code"]?.integer == 400) }

    private func find(_ more: [String: String]) -> JSON {
        let plain = ["searchtext": "as", "layers": "0"].merging(more) { $1 }
        var reading = MapDrawingFixture(Self.indices, Self.land).reading(plain)
        return AirportsLayer.json(reading.ask("find"))
    }

    @Test("find looks into values, part or whole")
    func finds() {
        let answer = find([:])["results"]?[0]
        #expect(
            answer?.members?.map(\.name) == [
                "layerId", "layerName", "displayFieldName", "foundFieldName", "value", "attributes", "geometryType",
                "geometry",
            ])
        #expect(answer?["foundFieldName"]?.text == "name" && answer?["value"]?.text == "Ash")
        #expect(find(["contains": "false"])["results"]?.elements?.isEmpty == true)
        #expect(find(["contains": "false", "searchtext": "Ash"])["results"]?.elements?.count == 1)
        #expect(find(["searchfields": "n,x"])["results"]?.elements?.isEmpty == true)
        #expect(find(["searchtext": "5000"])["results"]?.elements?.count == 1)
        #expect(find(["layers": "1"])["results"]?.elements?.isEmpty == true)
        #expect(find(["sr": "3857"])["results"]?[0]?["geometry"]?["x"]?.double.map { $0 > 200_000 } == true)
    }

    @Test("find without text or layers is refused", arguments: ["searchtext", "layers"])
    func findRefused(_ name: String) { #expect(find([name: ""])["code"]?.integer == 400) }

    @Test(
        "values are written as an American server does",
        arguments: [
            (0.5, "0.5"), (2, "2"), (-0.25, "-0.25"), (1234567.1234567, "1234567.123457"), (0.0000001, "0"),
            (-0.0000001, "0"), (1e9, "1000000000"),
        ])
    func decimals(_ number: Double, _ text: String) { #expect(DisplayText.decimal(number) == text) }

    @Test(
        "dates have twelve hours",
        arguments: [
            (1_453_829_340_000.0, "1/26/2016 5:29:00 PM"), (0, "1/1/1970 12:00:00 AM"),
            (-1, "12/31/1969 11:59:59 PM"), (43_200_000, "1/1/1970 12:00:00 PM"),
        ])
    func dates(_ milliseconds: Double, _ text: String) { #expect(DisplayText.date(milliseconds) == text) }
}
