// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Layers from what people have")
struct LayerSourceTests {
    private static func data(
        _ text: String, _ declaration: LayerDeclaration = LayerDeclaration()
    ) throws -> LayerData {
        try LayerSource.read(Array(text.utf8), file: "f.json", declaration).get().store.map(\.layer)
            ?? LayerData(geometryType: nil, fields: [], features: [], extent: nil, displayField: "")
    }

    private static func collection(_ features: String...) -> String {
        let list = features.map { #"{"type":"Feature",\#($0)}"# }.joined(separator: ",")
        return #"{"type":"FeatureCollection","features":[\#(list)]}"#
    }

    /// GeoJSON geometry, the layer's type, and what its first row holds.
    static let geometries: [(String, String, String)] = [
        (#"{"type":"Point","coordinates":[1,2]}"#, "esriGeometryPoint", #"{"x":1.0,"y":2.0}"#),
        (#"{"type":"Point","coordinates":[1,2,3]}"#, "esriGeometryPoint", #"{"x":1.0,"y":2.0,"z":3.0}"#),
        (
            #"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#, "esriGeometryMultipoint",
            #"{"points":[[1.0,2.0],[3.0,4.0]]}"#
        ),
        (
            #"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, "esriGeometryPolyline",
            #"{"paths":[[[1.0,2.0],[3.0,4.0]]]}"#
        ),
        (
            #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#, "esriGeometryPolyline",
            #"{"paths":[[[1.0,2.0],[3.0,4.0]],[[5.0,6.0],[7.0,8.0]]]}"#
        ),
        // The outer ring is turned with the clock, the hole against it.
        (
            #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[0,9],[0,0]],[[1,1],[1,2],[2,1],[1,1]]]}"#,
            "esriGeometryPolygon",
            #"{"rings":[[[0.0,0.0],[0.0,9.0],[9.0,0.0],[0.0,0.0]],[[1.0,1.0],[2.0,1.0],[1.0,2.0],[1.0,1.0]]]}"#
        ),
        (
            #"{"type":"MultiPolygon","coordinates":[[[[0,0],[0,1],[1,0],[0,0]]],[[[5,5],[6,5],[5,6],[5,5]]]]}"#,
            "esriGeometryPolygon",
            #"{"rings":[[[0.0,0.0],[0.0,1.0],[1.0,0.0],[0.0,0.0]],[[5.0,5.0],[5.0,6.0],[6.0,5.0],[5.0,5.0]]]}"#
        ),
    ]

    @Test("every type of GeoJSON geometry", arguments: geometries)
    func geometry(_ geoJSON: String, _ type: String, _ esri: String) throws {
        let data = try Self.data(Self.collection(#""properties":{},"geometry":\#(geoJSON)"#))
        #expect(data.geometryType?.rawValue == type)
        #expect(data.features.first?.geometry.map { String(decoding: JSONWriter.json($0), as: UTF8.self) } == esri)
    }

    /// Features are read one by one where the collection says first that it is one, else all together.
    @Test("the type may stand behind the features")
    func order() throws {
        let features = #""features":[{"type":"Feature","properties":{"a":1},"geometry":null}]"#
        for text in [#"{"type":"FeatureCollection",\#(features)}"#, #"{\#(features),"type":"FeatureCollection"}"#] {
            #expect(try Self.data(text).features.map(\.values) == [[.int(1), .int(1)]])
        }
        let bad = #""features":[{"type":"Feature"},{"type":"Future"}]"#
        for (text, index) in [
            (#"{"type":"FeatureCollection",\#(bad)}"#, "1:60"), (#"{\#(bad),"type":"FeatureCollection"}"#, "1:33"),
        ] {
            guard case .failure(let source) = LayerSource.read(Array(text.utf8), file: "f", LayerDeclaration()) else {
                Issue.record("read: \(text)")
                continue
            }
            #expect(source.finding.description == "f:\(index): error: expected a GeoJSON Feature")
        }
    }

    @Test("rows without a geometry, and without all of the properties")
    func sparse() throws {
        let data = try Self.data(
            Self.collection(
                #""properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]}"#,
                #""properties":{"b":"x"},"geometry":null"#,
                #""properties":null,"geometry":{"type":"Point","coordinates":[]}"#))
        #expect(data.fields.map(\.name) == ["OBJECTID", "a", "b"])
        #expect(
            data.features.map(\.values) == [
                [.int(1), .int(1), .null], [.int(2), .null, .string("x")], [.int(3), .null, .null],
            ])
        #expect(data.features.map { $0.geometry == nil } == [false, true, true])
    }

    /// The values of a column, and the type that they show.
    @Test(
        "types follow from all values",
        arguments: [
            ("1, 2", "Integer"), ("1, 2.5", "Double"), ("1, 3000000000", "Double"), ("1, null", "Integer"),
            ("1, \"x\"", "String"),
            ("true, false", "String"), ("\"2020-01-01T00:00:00Z\", \"2020-01-01T00:00:00.5+02:00\"", "Date"),
            ("\"2020-01-01T00:00:00Z\", \"soon\"", "String"), ("\"2020-01-01\", \"2020-01-02\"", "String"),
            ("null, null", "String"),
        ])
    func inferred(_ values: String, _ type: String) throws {
        let list = values.split(separator: ", ").map { #""properties":{"v":\#($0)},"geometry":null"# }
        let data = try Self.data(Self.collection(list[0], list[1]))
        #expect(data.fields.last?.type.rawValue == "esriFieldType\(type)")
    }

    @Test("dates are milliseconds")
    func dates() throws {
        let data = try Self.data(Self.collection(#""properties":{"d":"1970-01-01T00:00:01Z"},"geometry":null"#))
        #expect(data.features[0].values.last == .int(1000))
    }

    @Test("object ids come from the source, with gaps and in any order")
    func objectIDs() throws {
        let features = [70, 4_000_000_000, 3].map { #""properties":{"id":\#($0)},"geometry":null"# }
        var declaration = LayerDeclaration()
        declaration.objectIDField = "id"
        let data = try Self.data(Self.collection(features[0], features[1], features[2]), declaration)
        #expect(data.objectIDField == "id")
        #expect(data.features.map(\.objectID) == [3, 70, 4_000_000_000])
        #expect(data.fields.count == 1)
    }

    @Test("declared fields have their type, alias, length, domain, and need no column")
    func declared() throws {
        var declaration = LayerDeclaration()
        declaration.fields = [
            Field(
                name: "code", type: .smallInteger, alias: "Code",
                domain: Domain(name: "d", values: .range(.int(0), .int(9)))),
            Field(name: "when", type: .date, length: 8),
            Field(name: "more", type: .string, length: 5, isNullable: false),
        ]
        let data = try Self.data(
            Self.collection(#""properties":{"code":3,"when":"2020-01-01T00:00:00Z","n":1},"geometry":null"#),
            declaration)
        #expect(data.fields.map(\.name) == ["OBJECTID", "code", "when", "n", "more"])
        #expect(data.fields[1].alias == "Code" && data.fields[1].type == .smallInteger && data.fields[1].domain != nil)
        #expect(data.features[0].values == [.int(1), .int(3), .number("1577836800000"), .int(1), .null])
    }

    @Test("an Esri FeatureSet brings its fields, aliases, reference, heights and measures")
    func featureSet() throws {
        let data = try Self.data(
            """
            {"objectIdFieldName":"FID","hasZ":true,"hasM":true,"geometryType":"esriGeometryPolyline",
             "spatialReference":{"wkid":25832,"latestWkid":25832},
             "fields":[{"name":"FID","type":"esriFieldTypeOID","alias":"FID"},{"name":"T","type":"esriFieldTypeString","alias":"Text","length":9}],
             "features":[{"attributes":{"FID":7,"T":"x"},"geometry":{"hasZ":true,"hasM":true,"paths":[[[1,2,3,null],[4,5,6,7]]]}},
                         {"attributes":{"FID":2,"T":null}}]}
            """)
        #expect(data.fields.map(\.alias) == ["FID", "Text"])
        #expect(data.reference.wkid == 25832 && data.hasZ && data.hasM)
        #expect(data.features.map(\.objectID) == [2, 7])
        #expect(
            data.features[1].geometry.map { String(decoding: JSONWriter.json($0), as: UTF8.self) }
                == #"{"paths":[[[1.0,2.0,3.0,null],[4.0,5.0,6.0,7.0]]]}"#)
    }

    @Test(
        "points that are not there have no geometry",
        arguments: [#"{"x":"NaN","y":"NaN"}"#, #"{"x":null,"y":null}"#, "null", #"{"rings":[]}"#])
    func nothing(_ geometry: String) throws {
        let data = try Self.data(#"{"features":[{"attributes":{"a":1},"geometry":\#(geometry)}]}"#)
        #expect(data.features[0].geometry == nil)
    }

    @Test(
        "an older GeoJSON names its reference",
        arguments: [
            ("EPSG:3857", 102100), ("urn:ogc:def:crs:EPSG::25832", 25832), ("urn:ogc:def:crs:OGC:1.3:CRS84", 4326),
        ])
    func reference(_ name: String, _ wkid: Int) throws {
        let data = try Self.data(
            #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"\#(name)"}},"features":[]}"#)
        #expect(data.reference.wkid == wkid)
    }

    /// A source, and what its finding says.
    @Test(
        "what is wrong inside is told with its place",
        arguments: [
            (
                #"{"features":[{"attributes":{"OBJECTID":1},"geometry":{"curvePaths":[[[0,0],{"q":[[1,1]]}]]}}]}"#,
                "1:68: error: these curves cannot be read"
            ),
            (#"{"error":{"code":499,"message":"Token Required","details":[]}}"#, "1:10: error: this is an error"),
            (
                "{\"features\":[\n {\"attributes\":{\"id\":1}},\n {\"attributes\":{\"id\":1}}]}",
                "3:22: error: \"id\": the object id 1 is a duplicate of the one in line 2"
            ),
            ("{\"features\":[\n {\"attributes\":{\"id\":\"a\"}}]}", "2:22: error: \"id\" is the object id"),
            (
                "{\"features\":[\n {\"attributes\":{\"id\":1,\"n\":\"many\"}}]}",
                "2:28: error: \"many\" cannot be: expected"
            ),
            (#"{"features":[{"geometry":null}]}"#, "1:14: error: a feature of a FeatureSet has \"attributes\""),
            (#"{"type":"Topology"}"#, "1:1: error: expected a GeoJSON FeatureCollection"),
        ])
    func finding(_ text: String, _ message: String) {
        var declaration = LayerDeclaration()
        declaration.objectIDField = "id"
        declaration.fields = [Field(name: "n", type: .integer)]
        switch LayerSource.read(Array(text.utf8), file: "f.json", declaration) {
        case .success: Issue.record("accepted: \(text)")
        case .failure(let bad): #expect(bad.finding.description.hasPrefix("f.json:\(message)"), "\(bad.finding)")
        }
    }
}
