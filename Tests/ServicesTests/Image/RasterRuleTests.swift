// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Raster functions")
struct RasterRuleTests {
    /// Heights of three by three pixels, ten units wide, rising to the east by ten a pixel.
    private static let ramp = RasterBands(
        width: 3, height: 3, bands: [[0, 10, 20, 0, 10, 20, 0, 10, 20]],
        hasData: [Bool](repeating: true, count: 9), cell: (10, 10))
    private static let extent = Envelope(xmin: 0, ymin: 0, xmax: 30, ymax: 30)

    private static func rule(_ text: String, bands: Int = 1) throws -> RasterRule {
        let json = try JSONReader.read(Array(text.utf8))
        return try RasterRuleReader(reference: .wgs84, bands: bands).read(json)
    }

    private static func made(
        _ name: String, _ arguments: String = "{}", of raster: RasterBands = ramp
    ) throws -> RasterBands {
        try rule(
            #"{"rasterFunction":"\#(name)","rasterFunctionArguments":\#(arguments)}"#, bands: raster.bands.count
        ).applied(to: raster, extent)
    }

    private static func middle(_ raster: RasterBands) -> Double { raster.bands[0][4] }

    @Test("a ramp of one in one: 45 degrees, a hundred percent, looking west")
    func terrain() throws {
        #expect(abs(Self.middle(try Self.made("Slope")) - 45) < 1e-9)
        #expect(abs(Self.middle(try Self.made("Slope", #"{"SlopeType":2}"#)) - 100) < 1e-9)
        #expect(abs(Self.middle(try Self.made("Slope", #"{"ZFactor":0}"#))) < 1e-9)
        #expect(abs(Self.middle(try Self.made("Aspect")) - 270) < 1e-9)
        var flat = Self.ramp
        flat.bands = [[Double](repeating: 7, count: 9)]
        #expect(Self.middle(try Self.made("Aspect", of: flat)) == -1)
        // On flat ground the light of 45 degrees has its sine.
        #expect(Self.middle(try Self.made("Hillshade", of: flat)) == (255 * 0.5.squareRoot()).rounded())
        // A slope that faces the sun is as bright as can be, the other side is dark.
        #expect(Self.middle(try Self.made("Hillshade", #"{"Azimuth":270}"#)) == 255)
        #expect(Self.middle(try Self.made("Hillshade", #"{"Azimuth":90}"#)) == 0)
    }

    @Test(
        "the example of how hillshade works",
        arguments: [("Hillshade", 154.0)])
    func documented(_ name: String, _ value: Double) throws {
        // pro.arcgis.com, how hillshade works: a cell of five units whose neighbors are these.
        let raster = RasterBands(
            width: 3, height: 3, bands: [[2450, 2461, 2483, 2452, 2461, 2483, 2447, 2455, 2477]],
            hasData: [Bool](repeating: true, count: 9), cell: (5, 5))
        #expect(abs(Self.middle(try Self.made(name, of: raster)) - value) <= 1)
    }

    @Test(
        "values",
        arguments: [
            ("Remap", #"{"InputRanges":[0,10,10,20],"OutputValues":[1,2]}"#, [1, 2, 20]),
            ("Remap", #"{"InputRanges":[0,10],"OutputValues":[1],"NoDataRanges":[10,11]}"#, [1, nil, 20]),
            ("Remap", #"{"InputRanges":[0,10],"OutputValues":[1],"AllowUnmatched":false}"#, [1, nil, nil]),
            ("Stretch", #"{"StretchType":5}"#, [0, 128, 255]),
            ("Stretch", #"{"StretchType":5,"Statistics":[[0,40,0,0]]}"#, [0, 64, 128]),
            ("Stretch", #"{"StretchType":5,"Min":10,"Max":20}"#, [10, 15, 20]),
            ("Stretch", #"{"StretchType":5,"UseGamma":true,"Gamma":[0.5]}"#, [0, 64, 255]),
            ("Stretch", #"{"StretchType":0}"#, [0, 10, 20]),
            ("Colormap", #"{"Colormap":[[0,1,2,3],[20,4,5,6]]}"#, [1, nil, 4]),
            ("Colormap", #"{"ColormapName":"Gray"}"#, [0, 10, 20]),
            (
                "Clip", #"{"ClippingGeometry":{"xmin":0,"ymin":0,"xmax":20,"ymax":30}}"#, [0, 10, nil]
            ),
            (
                "Clip",
                #"{"ClippingType":2,"ClippingGeometry":{"rings":[[[0,0],[0,30],[10,30],[10,0],[0,0]]]}}"#,
                [nil, 10, 20]
            ),
            ("Grayscale", "{}", [0, 10, 20]), ("Identity", "{}", [0, 10, 20]),
            ("ExtractBand", #"{"BandIDs":[0]}"#, [0, 10, 20]),
            (
                "Stretch",
                #"{"StretchType":5,"Raster":{"rasterFunction":"Remap","rasterFunctionArguments":{"InputRanges":[20,21],"OutputValues":[100]}}}"#,
                [0, 26, 255]
            ),
        ] as [(String, String, [Double?])])
    func values(_ name: String, _ arguments: String, _ expected: [Double?]) throws {
        let made = try Self.made(name, arguments)
        #expect((0..<3).map { made.hasData[$0] ? made.bands[0][$0] : nil } == expected)
    }

    @Test("bands")
    func bands() throws {
        let raster = RasterBands(
            width: 1, height: 1, bands: [[30], [60], [90]], hasData: [true], cell: (1, 1))
        // (90 - 30) / 120 times 100 plus 100.
        let vegetation = try Self.made("NDVI", #"{"VisibleBandID":0,"InfraredBandID":2}"#, of: raster)
        #expect(vegetation.bands == [[150]])
        #expect(try Self.made("Grayscale", of: raster).bands[0][0] == 60)
        #expect(try Self.made("Grayscale", #"{"ConversionParameters":[1,0,0]}"#, of: raster).bands == [[30]])
        #expect(try Self.made("ExtractBand", #"{"BandIDs":[2,0]}"#, of: raster).bands == [[90], [30]])
        #expect(try Self.made("ExtractBand", #"{"BandIDs":[2,0]}"#, of: raster).picture.pixels == [90, 90, 90, 255])
    }

    @Test(
        "what cannot be computed is told before anything is",
        arguments: [
            #"{"rasterFunction":"Slope","rasterFunctionArguments":{"SlopeType":3}}"#,
            #"{"rasterFunction":"Slope","rasterFunctionArguments":{"SlopeType":9}}"#,
            #"{"rasterFunction":"Slope","rasterFunctionArguments":{"ZFactor":"steep"}}"#,
            #"{"rasterFunction":"Stretch","rasterFunctionArguments":{"StretchType":99}}"#,
            #"{"rasterFunction":"Colormap"}"#, #"{"rasterFunction":"Clip"}"#,
            #"{"rasterFunction":"Colormap","rasterFunctionArguments":{"ColormapName":"Elevation"}}"#,
            #"{"rasterFunction":"ExtractBand","rasterFunctionArguments":{"BandIDs":[5]}}"#,
            #"{"rasterFunction":"NDVI","rasterFunctionArguments":{"VisibleBandID":9}}"#,
            #"{"rasterFunction":"MyTemplate"}"#, #"{"rasterFunctionDefinition":{}}"#, #"{"a":1}"#,
            #"{"rasterFunction":"Slope","rasterFunctionArguments":{"Raster":{"rasterFunction":"Nope"}}}"#,
        ])
    func refused(_ text: String) { #expect(throws: RasterRuleReader.Problem.self) { try Self.rule(text) } }

    @Test("identify, samples and statistics have the values that are shown")
    func everywhere() throws {
        var service = ServiceModel(name: "Photo", layers: [])
        service.imagery = Imagery(
            properties: MapDrawingFixture.json(
                #"{"extent":{"xmin":0,"ymin":0,"xmax":10,"ymax":10,"spatialReference":{"wkid":4326}}}"#
            ).members ?? [])
        service.imagery?.picture = Picture(
            width: 2, height: 1, pixels: [10, 20, 30, 255, 40, 80, 120, 255])
        func ask(_ path: String, _ more: [String: String]) -> JSON {
            var question = ServiceQuestion(
                service: service, kind: .imageServer, version: .newest,
                parameters: ["renderingrule": #"{"rasterFunction":"Grayscale"}"#].merging(more) { $1 }
                    .map { .init($0.key, $0.value) }, format: "json")
            return AirportsLayer.json(question.ask(path))
        }
        #expect(ask("identify", ["geometry": "2,5"])["value"]?.text == "20")
        #expect(ask("identify", ["geometry": "2,5", "renderingrule": ""])["value"]?.text == "10, 20, 30")
        #expect(ask("getSamples", ["geometry": "7,5"])["samples"]?[0]?["value"]?.text == "80")
        let statistics = ask("statistics", [:])["statistics"]
        #expect(statistics?.elements?.count == 1 && statistics?[0]?["mean"]?.double == 50)
        let half = #"{"rasterFunction":"Remap","rasterFunctionArguments":{"InputRanges":[0,200],"OutputValues":[0.5]}}"#
        #expect(ask("statistics", ["renderingrule": half])["statistics"]?[0]?["max"]?.double == 0.5)
        #expect(ask("rasterAttributeTable", [:])["code"]?.integer == 400)
        service.imagery?.properties.append(.init("hasRasterAttributeTable", .bool(true)))
        let rows = ask("rasterAttributeTable", [:])["features"]?.elements ?? []
        #expect(rows.compactMap { $0["attributes"]?["Value"]?.integer } == [20, 80])
    }
}
