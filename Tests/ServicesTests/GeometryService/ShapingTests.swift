// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Geometry services")
struct ShapingTests {
    /// An operation, its parameters, and its answer.
    struct Row: Sendable, CustomTestStringConvertible {
        var operation: String
        var parameters: [String: String]
        var answer: String
        var testDescription: String { "\(operation) \(parameters)" }

        init(_ operation: String, _ parameters: [String: String], _ answer: String) {
            (self.operation, self.parameters, self.answer) = (operation, parameters, answer)
        }
    }

    static func ask(
        _ operation: String, _ parameters: [String: String], version: Version = .v11_4
    ) -> ServiceQuestion.Answer {
        var question = ServiceQuestion(
            service: ServiceModel(name: "Utilities/Geometry", layers: []), kind: .geometryServer, version: version,
            parameters: parameters.map { ServiceRequest.Parameter($0.key.lowercased(), $0.value) }, format: "json")
        return ServiceQuestion.finished(question.ask(operation))
    }

    /// The answer as text, or the rule that refused.
    static func heard(_ operation: String, _ parameters: [String: String]) -> String {
        switch ask(operation, parameters) {
        case .success(.json(let json)): String(decoding: JSONWriter.json(json), as: UTF8.self)
        case .success: "no JSON"
        case .failure(let error): error.verdict.rule.id
        }
    }

    private static let square = #"{"rings":[[[0,0],[0,2],[2,2],[2,0],[0,0]]]}"#
    private static let polygons = #"{"geometryType":"esriGeometryPolygon","geometries":[\#(square)]}"#
    private static let cross = #"{"geometryType":"esriGeometryPolyline","geometries":[{"paths":[[[0,0],[4,0]]]}]}"#

    static let rows: [Row] = [
        // What crosses itself is two areas (documented: simplify, its example; there the rings begin at other corners).
        Row(
            "simplify",
            ["geometries": #"[{"rings":[[[-117,34],[-115,36],[-115,33],[-117,36],[-117,34]]]}]"#, "sr": "4326"],
            #"{"geometries":[{"rings":[[[-116.2,34.8],[-115.0,36.0],[-115.0,33.0],[-116.2,34.8]],"#
                + #"[[-116.2,34.8],[-117.0,34.0],[-117.0,36.0],[-116.2,34.8]]]}]}"#),
        Row("simplify", ["geometries": "1,2"], #"{"geometries":[{"x":1.0,"y":2.0}]}"#),
        Row(
            "simplify", ["geometries": #"[{"points":[[1,1],[1,1],[2,2]]}]"#],
            #"{"geometries":[{"points":[[1.0,1.0],[2.0,2.0]]}]}"#),
        Row(
            "union", ["geometries": "1,1,1,1"],
            #"{"geometryType":"esriGeometryMultipoint","geometry":{"points":[[1.0,1.0]]}}"#),
        Row(
            "union", ["geometries": #"[{"paths":[[[0,0],[1,0]]]},{"paths":[[[1,0],[2,0]]]}]"#],
            #"{"geometryType":"esriGeometryPolyline","geometry":{"paths":[[[0.0,0.0],[1.0,0.0],[2.0,0.0]]]}}"#),
        // (documented: convex-hull, its example)
        Row(
            "convexHull", ["geometries": "-117,34,-116.5,34.5,-116,33", "sr": "4326"],
            #"{"geometryType":"esriGeometryPolygon","geometry":{"rings":[[[-116.0,33.0],[-117.0,34.0],[-116.5,34.5],[-116.0,33.0]]]}}"#
        ),
        Row(
            "convexHull", ["geometries": "0,0,1,1,2,2"],
            #"{"geometryType":"esriGeometryPolyline","geometry":{"paths":[[[0.0,0.0],[2.0,2.0]]]}}"#),
        Row("convexHull", ["geometries": "1,1"], #"{"geometryType":"esriGeometryPoint","geometry":{"x":1.0,"y":1.0}}"#),
        // Of the lower dimension: what of a point is in an area, or nothing.
        Row(
            "intersect", ["geometries": "1,1,5,5", "geometry": square],
            #"{"geometryType":"esriGeometryPoint","geometries":[{"x":1.0,"y":1.0},{"x":"NaN","y":"NaN"}]}"#),
        Row(
            "intersect", ["geometries": polygons, "geometry": #"{"paths":[[[1,-1],[1,3]]]}"#],
            #"{"geometryType":"esriGeometryPolyline","geometries":[{"paths":[[[1.0,0.0],[1.0,2.0]]]}]}"#),
        Row(
            "intersect", ["geometries": polygons, "geometry": #"{"rings":[[[9,9],[9,10],[10,10],[9,9]]]}"#],
            #"{"geometryType":"esriGeometryPolygon","geometries":[{"rings":[]}]}"#),
        // Heights stay, and lie between those of the ends.
        Row(
            "intersect",
            [
                "geometries": #"[{"paths":[[[0,0,0],[4,0,8]]]}]"#,
                "geometry": #"{"rings":[[[1,-1],[1,1],[3,1],[3,-1],[1,-1]]]}"#,
            ],
            #"{"geometryType":"esriGeometryPolyline","geometries":[{"hasZ":true,"paths":[[[1.0,0.0,2.0],[3.0,0.0,6.0]]]}]}"#
        ),
        Row(
            "union", ["geometries": #"[{"paths":[[[0,0,1],[1,0,2]]]},{"paths":[[[1,0,2],[2,0,3]]]}]"#],
            #"{"geometryType":"esriGeometryPolyline","geometry":{"hasZ":true,"paths":[[[0.0,0.0,1.0],[1.0,0.0,2.0],[2.0,0.0,3.0]]]}}"#
        ),
        Row(
            "difference", ["geometries": cross, "geometry": #"{"paths":[[[1,0],[2,0]]]}"#],
            #"{"geometryType":"esriGeometryPolyline","geometries":[{"paths":[[[0.0,0.0],[1.0,0.0]],[[2.0,0.0],[4.0,0.0]]]}]}"#
        ),
        Row(
            "generalize", ["geometries": #"[{"paths":[[[0,0],[1,0.1],[2,0]]]}]"#, "maxDeviation": "0.5"],
            #"{"geometryType":"esriGeometryPolyline","geometries":[{"paths":[[[0.0,0.0],[2.0,0.0]]]}]}"#),
        Row(
            "densify", ["geometries": #"[{"paths":[[[0,0,0],[4,0,8]]]}]"#, "maxSegmentLength": "2"],
            #"{"geometryType":"esriGeometryPolyline","geometries":[{"hasZ":true,"paths":[[[0.0,0.0,0.0],[2.0,0.0,4.0],[4.0,0.0,8.0]]]}]}"#
        ),
        // To the right of its direction, and to the left.
        Row(
            "offset", ["geometries": cross, "offsetDistance": "1"],
            #"{"geometryType":"esriGeometryPolyline","geometries":[{"paths":[[[0.0,-1.0],[4.0,-1.0]]]}]}"#),
        Row(
            "offset", ["geometries": cross, "offsetDistance": "-1"],
            #"{"geometryType":"esriGeometryPolyline","geometries":[{"paths":[[[0.0,1.0],[4.0,1.0]]]}]}"#),
        Row(
            "offset", ["geometries": polygons, "offsetDistance": "0.5", "offsetHow": "esriGeometryOffsetMitered"],
            #"{"geometryType":"esriGeometryPolygon","geometries":[{"rings":[[[0.5,0.5],[0.5,1.5],[1.5,1.5],[1.5,0.5],[0.5,0.5]]]}]}"#
        ),
        // What is left of the cutter, then the rest; what it does not meet is in no answer.
        Row(
            "cut", ["target": cross, "cutter": #"{"paths":[[[1,-1],[1,1]]]}"#],
            #"{"geometryType":"esriGeometryPolyline","cutIndexes":[0,0],"geometries":[{"paths":[[[0.0,0.0],[1.0,0.0]]]},{"paths":[[[1.0,0.0],[4.0,0.0]]]}]}"#
        ),
        Row(
            "cut", ["target": cross, "cutter": #"{"paths":[[[1,1],[1,-1]]]}"#],
            #"{"geometryType":"esriGeometryPolyline","cutIndexes":[0,0],"geometries":[{"paths":[[[1.0,0.0],[4.0,0.0]]]},{"paths":[[[0.0,0.0],[1.0,0.0]]]}]}"#
        ),
        Row(
            "cut", ["target": cross, "cutter": #"{"paths":[[[9,-1],[9,1]]]}"#],
            #"{"geometryType":"esriGeometryPolyline","cutIndexes":[],"geometries":[]}"#),
        // The left of the guide remains; what it does not meet is extended to it; or it is empty.
        Row(
            "trimExtend",
            [
                "polylines": #"[{"paths":[[[0,0],[4,0]]]},{"paths":[[[-2,1],[-1,1]]]},{"paths":[[[0,9],[4,9]]]}]"#,
                "trimExtendTo": #"{"paths":[[[1,-2],[1,2]]]}"#,
            ],
            #"{"geometries":[{"paths":[[[0.0,0.0],[1.0,0.0]]]},{"paths":[[[-2.0,1.0],[-1.0,1.0],[1.0,1.0]]]},{"paths":[]}]}"#
        ),
        Row(
            "trimExtend",
            [
                "polylines": #"[{"paths":[[[2,1],[3,1]]]}]"#, "trimExtendTo": #"{"paths":[[[1,-2],[1,2]]]}"#,
                "extendHow": "1",
            ],
            #"{"geometries":[{"paths":[[[1.0,1.0],[3.0,1.0]]]}]}"#),
        Row(
            "trimExtend",
            [
                "polylines": #"[{"paths":[[[2,1],[3,1]]]}]"#, "trimExtendTo": #"{"paths":[[[1,-2],[1,2]]]}"#,
                "extendHow": "8",
            ],
            #"{"geometries":[{"paths":[]}]}"#),
        Row(
            "reshape",
            [
                "target": #"{"geometryType":"esriGeometryPolyline","geometry":{"paths":[[[0,0],[4,0]]]}}"#,
                "reshaper": #"{"paths":[[[1,-1],[1,1],[3,1],[3,-1]]]}"#,
            ],
            #"{"geometryType":"esriGeometryPolyline","geometry":{"paths":[[[0.0,0.0],[1.0,0.0],[1.0,1.0],[3.0,1.0],[3.0,0.0],[4.0,0.0]]]}}"#
        ),
        Row(
            "reshape", ["target": square, "reshaper": #"{"paths":[[[0,0.5],[-1,1],[0,1.5]]]}"#],
            #"{"geometryType":"esriGeometryPolygon","geometry":{"rings":[[[0.0,0.0],[0.0,0.5],[-1.0,1.0],[0.0,1.5],[0.0,2.0],[2.0,2.0],[2.0,0.0],[0.0,0.0]]]}}"#
        ),
        Row(
            "autoComplete", ["polygons": "[\(square)]", "polylines": #"[{"paths":[[[2,0],[3,0],[3,2],[2,2]]]}]"#],
            #"{"geometries":[{"rings":[[[2.0,0.0],[2.0,2.0],[3.0,2.0],[3.0,0.0],[2.0,0.0]]]}]}"#),
        Row(
            "labelPoints", ["polygons": "[\(square),{\"rings\":[[[0,0],[0,4],[4,4],[4,3],[1,3],[1,0],[0,0]]]}]"],
            #"{"labelPoints":[{"x":1.0,"y":1.0},{"x":0.5,"y":1.5}]}"#),
        Row("lengths", ["polylines": #"[{"paths":[[[0,0],[3,4]]]}]"#, "sr": "3857"], #"{"lengths":[5.0]}"#),
        Row(
            "lengths", ["polylines": #"[{"paths":[[[0,0],[3,4]]]}]"#, "sr": "3857", "lengthUnit": "9036"],
            #"{"lengths":[0.005]}"#),
        // A ring with the direction of a hole has less than no area.
        Row(
            "areasAndLengths", ["polygons": "[\(square),{\"rings\":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}]", "sr": "3857"],
            #"{"areas":[4.0,-4.0],"lengths":[8.0,8.0]}"#),
        Row(
            "areasAndLengths",
            [
                "polygons": "[\(square)]", "sr": "3857", "areaUnit": #"{"areaUnit":"esriHectares"}"#,
                "lengthUnit": "9036",
            ],
            #"{"areas":[4.0e-4],"lengths":[0.008]}"#),
        Row("distance", ["geometry1": square, "geometry2": #"{"x":5,"y":6}"#], #"{"distance":5.0}"#),
        Row(
            "distance", ["geometry1": square, "geometry2": #"{"x":1,"y":1}"#, "geodesic": "true"], #"{"distance":0.0}"#),
        Row(
            "relation", ["geometries1": "1,1,5,5,0,0", "geometries2": polygons],
            #"{"relations":[{"geometry1Index":0,"geometry2Index":0},{"geometry1Index":2,"geometry2Index":0}]}"#),
        Row(
            "project", ["geometries": "0,0", "inSR": "4326", "outSR": "3857"],
            #"{"geometries":[{"x":0.0,"y":-7.081154551613622e-10}]}"#),
        Row("findTransformations", ["inSR": "4326", "outSR": "3857"], #"{"transformations":[]}"#),
    ]

    @Test("each operation answers", arguments: rows)
    func operations(_ row: Row) { #expect(Self.heard(row.operation, row.parameters) == row.answer) }

    @Test(
        "each relation is what Esri's enumeration says",
        arguments: [
            ("Cross", "[1]"), ("Disjoint", "[2]"), ("In", "[0]"), ("Within", "[0,3]"),
            ("InteriorIntersection", "[0,1]"),
            ("Intersection", "[0,1,3]"), ("LineCoincidence", "[1,3]"), ("LineTouch", "[3]"), ("PointTouch", "[]"),
            ("Touch", "[3]"), ("Overlap", "[]"),
        ])
    func relations(_ name: String, _ found: String) {
        // In the square, through it, beside it, on its rim.
        let lines =
            #"[{"paths":[[[0.5,0.5],[1,1]]]},{"paths":[[[-1,1],[3,1]]]},{"paths":[[[5,5],[6,6]]]},{"paths":[[[0,0],[0,2]]]}]"#
        let parameters = [
            "geometries1": lines, "geometries2": Self.polygons, "relation": "esriGeometryRelation\(name)",
        ]
        guard case .success(.json(let json)) = Self.ask("relation", parameters) else {
            Issue.record("no answer")
            return
        }
        let indexes = json["relations"]?.elements?.compactMap { $0["geometry1Index"]?.integer }
        #expect("\(indexes ?? [])".replacing(" ", with: "") == found)
    }

    @Test("a matrix may be turned around")
    func matrices() {
        #expect(ShapeRelation(parameter: "RELATE(G1, G2, 'FFFTTT***')") == .matrix("FFFTTT***"))
        #expect(ShapeRelation(parameter: "relate(G2,G1,\"T*F**F***\")") == .matrix("T*****FF*"))
        #expect(ShapeRelation(parameter: "T*F**F***") == .matrix("T*F**F***"))
        #expect(ShapeRelation(parameter: "G1 touches G2") == nil)
    }

    @Test("points with texts for numbers are read (Esri/arcgis-python-api#523)")
    func texts() {
        let point = #"[{"x":"768727.2590672647","y":"4165411.8416050677"}]"#
        #expect(
            Self.heard("simplify", ["geometries": point])
                == #"{"geometries":[{"x":768727.2590672647,"y":4165411.8416050677}]}"#)
        #expect(
            Self.heard("simplify", ["geometries": #"[{"x":"NaN","y":"NaN"}]"#])
                == #"{"geometries":[{"x":"NaN","y":"NaN"}]}"#)
    }

    @Test("a root is its description alone, in each release", arguments: [Version.v10_0_0, .v10_5, .v11_4])
    func root(_ version: Version) {
        var service = ServiceModel(name: "Utilities/Geometry", layers: [])
        service.description = "Shapes"
        var question = ServiceQuestion(
            service: service, kind: .geometryServer, version: version, parameters: [], format: "json")
        guard case .success(.json(let json)) = question.ask("") else {
            Issue.record("no answer")
            return
        }
        #expect(String(decoding: JSONWriter.json(json), as: UTF8.self) == #"{"serviceDescription":"Shapes"}"#)
    }
}
