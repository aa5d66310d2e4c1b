// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Numbers of a raster")
struct RasterStatisticsTests {
    /// Two pixels by two on the square from 0 to 10 degrees: red 200, green 200, blue 200, and nothing.
    private static func heard(_ operation: String, _ parameters: [String: String] = [:]) -> JSON {
        var service = ServiceModel(name: "Photo", layers: [])
        service.imagery = Imagery(
            properties: MapDrawingFixture.json(
                #"{"extent":{"xmin":0,"ymin":0,"xmax":10,"ymax":10,"spatialReference":{"wkid":4326}}}"#
            ).members ?? [])
        let pixels: [UInt8] = [200, 0, 0, 255, 0, 200, 0, 255, 0, 0, 200, 255, 0, 0, 0, 0]
        service.imagery?.picture = Picture(width: 2, height: 2, pixels: pixels)
        var question = ServiceQuestion(
            service: service, kind: .imageServer, version: .newest,
            parameters: parameters.map { .init($0.key.lowercased(), $0.value) }, format: "json")
        switch ServiceQuestion.finished(question.ask(operation)) {
        case .success(.json(let json)): return json
        case .success: return .null
        case .failure(let error): return .string(error.verdict.rule.id)
        }
    }

    @Test("statistics are of all pixels that are there")
    func statistics() {
        let bands = Self.heard("statistics")["statistics"]?.elements ?? []
        #expect(bands.count == 3)
        #expect(bands[0]["min"]?.double == 0 && bands[0]["max"]?.double == 200)
        #expect(abs((bands[0]["mean"]?.double ?? 0) - 200.0 / 3) < 1e-9)
    }

    @Test("a histogram has 256 bins, and counts each pixel once")
    func histograms() {
        let bands = Self.heard("histograms")["histograms"]?.elements ?? []
        #expect(bands.map { $0["counts"]?.elements?.count } == [256, 256, 256])
        #expect(bands[1]["counts"]?[200]?.integer == 1 && bands[1]["counts"]?[0]?.integer == 2)
    }

    @Test("of an area only the pixels in it count")
    func areas() {
        let left = #"{"xmin":0,"ymin":0,"xmax":5,"ymax":10}"#
        let both = Self.heard(
            "computeStatisticsHistograms", ["geometry": left, "geometryType": "esriGeometryEnvelope"])
        #expect(both["statistics"]?[0]?["count"]?.double == 2)
        #expect(both["statistics"]?[0]?["mean"]?.double == 100)
        #expect(both["histograms"]?[2]?["counts"]?[200]?.integer == 1)
        let corner = #"{"rings":[[[0,5],[0,10],[5,10],[0,5]]]}"#
        let red = Self.heard("computeHistograms", ["geometry": corner, "geometryType": "esriGeometryPolygon"])
        #expect(red["histograms"]?[0]?["counts"]?[200]?.integer == 1)
        #expect(Self.heard("computeHistograms") == .string("image.bad-parameter"))
    }

    @Test("samples are at points, and along a line as many as asked for")
    func samples() {
        let one = Self.heard("getSamples", ["geometry": "2,8", "geometryType": "esriGeometryPoint"])
        #expect(one["samples"]?[0]?["value"]?.text == "200 0 0")
        #expect(one["samples"]?[0]?["resolution"]?.double == 5)
        let line = #"{"paths":[[[1,8],[9,8]]]}"#
        let many = Self.heard("getSamples", ["geometry": line, "sampleCount": "5"])["samples"]?.elements ?? []
        #expect(many.compactMap { $0["location"]?["x"]?.double } == [1, 3, 5, 7, 9])
        #expect(many.compactMap { $0["value"]?.text }.first == "200 0 0")
        #expect(Self.heard("getSamples", ["geometry": "x"]) == .string("image.bad-parameter"))
    }

    @Test("measures are on the ellipsoid")
    func measures() {
        let square = #"{"rings":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]}"#
        let area = Self.heard(
            "measure",
            [
                "fromGeometry": square, "measureOperation": "esriMensurationAreaAndPerimeter",
                "areaUnit": "esriSquareKilometers", "linearUnit": "esriKilometers",
            ])
        #expect(abs((area["area"]?["value"]?.double ?? 0) - 12_308.778) < 0.01)
        #expect(abs((area["perimeter"]?["value"]?.double ?? 0) - 443.770) < 0.01)
        let distance = Self.heard(
            "measure",
            [
                "fromGeometry": #"{"x":0,"y":0}"#, "toGeometry": #"{"x":1,"y":0}"#,
                "measureOperation": "esriMensurationDistanceAndAngle",
            ])
        #expect(abs((distance["distance"]?["value"]?.double ?? 0) - 111_319.491) < 0.01)
        #expect(distance["azimuthAngle"]?["value"]?.double == 90)
        let center = Self.heard("measure", ["fromGeometry": square, "measureOperation": "esriMensurationCentroid"])
        #expect(center["point"]?["value"]?["x"]?.double == 0.5)
        #expect(Self.heard("measure", ["fromGeometry": square]) == .string("image.bad-parameter"))
    }

    @Test("what nobody described is said in the shape that clients read")
    func descriptions() {
        #expect(Self.heard("rasterFunctionInfos")["rasterFunctionInfos"]?[0]?["name"]?.text == "None")
        #expect(Self.heard("keyProperties")["BandProperties"]?.elements?.count == 3)
    }
}
