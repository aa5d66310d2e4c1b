// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Catalogs of image services")
struct CatalogTests {
    private static let footprint = MapDrawingFixture.feature(
        "Polygon", "[[[0,0],[0,10],[20,10],[20,0],[0,0]]]", #"{"Name":"the first raster"}"#)

    private static func question(
        _ parameters: [String: String] = [:], names: [String: String] = [:], method: String = "GET",
        capabilities: String = "Catalog,Image,Edit,Uploads"
    ) -> ServiceQuestion {
        var service = ServiceModel(name: "Photos", layers: [MapDrawingFixture.layer(0, footprint)])
        service.capabilities = capabilities
        service.imagery = Imagery()
        let picture = Picture(width: 2, height: 1, pixels: [10, 20, 30, 255, 40, 80, 120, 255])
        service.imagery?.files = [.init(name: "one.png", size: 1, rasters: [1], bytes: picture.png())]
        var question = ServiceQuestion(
            service: service, kind: .imageServer, version: .newest,
            parameters: parameters.map { .init($0.key, $0.value) }, format: parameters["f"] ?? "json")
        (question.names, question.method) = (names, method)
        return question
    }

    @Test("a raster says what its file is like")
    func info() {
        var question = Self.question(names: ["raster": "1"])
        let info = AirportsLayer.json(question.ask("{raster}/info"))
        #expect(
            info.members?.map(\.name) == [
                "origin", "blockWidth", "blockHeight", "pixelSizeX", "pixelSizeY", "extent", "bandCount", "pixelType",
                "firstPyramidLevel", "maxPyramidLevel", "statistics", "histograms",
            ])
        #expect(info["pixelSizeX"]?.double == 10 && info["origin"]?["y"]?.double == 10)
        #expect(AirportsLayer.json(question.ask("{raster}/info/histograms"))["histograms"]?.elements?.count == 1)
        var unknown = Self.question(names: ["raster": "9"])
        #expect(AirportsLayer.json(unknown.ask("{raster}/info"))["code"]?.integer == 400)
    }

    @Test("its image and its thumbnail show its pixels", arguments: ["{raster}/image", "{raster}/thumbnail"])
    func image(_ path: String) throws {
        var question = Self.question(
            ["f": "image", "format": "png32", "size": "200,100", "interpolation": "RSP_NearestNeighbor"],
            names: ["raster": "1"])
        guard case .success(.file(let reply)) = MapDrawingFixture.finished(question.ask(path)) else {
            throw CancellationError()
        }
        let picture = try #require(Picture(png: reply.bytes))
        #expect(picture.width == 200 && picture.at(2, 5) == [10, 20, 30, 255] && picture.at(8, 5)[0] == 40)
    }

    @Test("an upload becomes a raster, changes and goes")
    func edits() throws {
        var question = Self.question(["rastertype": "Raster Dataset"], method: "POST")
        let bytes = Array("tiff".utf8)
        question.request.files = [.init(name: "file", fileName: "two.tif", type: "image/tiff", bytes: bytes)]
        let upload = AirportsLayer.json(question.ask("uploads/upload"))["item"]?["itemID"]?.text ?? ""
        question.request.parameters.append(.init("itemids", upload))
        let answer = AirportsLayer.json(question.ask("add"))
        let added = answer["addResults"]?[0]
        #expect(added?["success"] == .bool(true), "\(upload): \(answer)")
        let id = try #require(added?["rasterId"]?.integer)
        #expect(question.service.layers[0].store?.feature(id)?.values.contains(.string("two.tif")) == true)
        #expect(question.service.imagery?.files.last?.rasters == [id])
        question.names = ["raster": String(id)]
        question.request.parameters = [
            .init("attributes", #"{"Name":"three"}"#),
            .init("geometry", #"{"rings":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]}"#),
        ]
        #expect(AirportsLayer.json(question.ask("{raster}/update"))["updateResults"]?[0]?["success"] == .bool(true))
        #expect(question.service.layers[0].store?.feature(id)?.envelope?.xmax == 1)
        question.request.parameters = [.init("rasterids", "\(id),99")]
        let deleted = AirportsLayer.json(question.ask("delete"))["deleteResults"]
        #expect(deleted?[0]?["rasterId"]?.integer == id && deleted?[0]?["success"] == .bool(true))
        #expect(deleted?[1]?["success"] == .bool(false) && deleted?[1]?["error"]?["code"] != nil)
        #expect(question.service.layers[0].store?.feature(id) == nil)
    }

    @Test(
        "what cannot be changed is refused",
        arguments: [
            ("add", [:]), ("add", ["rastertype": "Raster Dataset"]),
            ("add", ["rastertype": "Raster Dataset", "itemids": "x"]),
            ("delete", [:]), ("delete", ["rasterids": "x"]), ("update", ["rasterid": "9"]),
            ("update", ["rasterid": "1", "attributes": "x"]),
        ] as [(String, [String: String])])
    func refused(_ path: String, _ parameters: [String: String]) {
        var question = Self.question(parameters, method: "POST")
        #expect(AirportsLayer.json(question.ask(path))["code"]?.integer == 400)
        var plain = Self.question(parameters, method: "POST", capabilities: "Catalog,Image")
        #expect(AirportsLayer.json(plain.ask(path))["code"]?.integer == 400)
    }

    @Test("slices are the product of a variable's dimensions, by what is asked")
    func slices() {
        func slices(_ definition: String) -> [Int] {
            var question = Self.question(["multidimensionaldefinition": definition])
            question.service.canned["multidimensionalInfo"] = .json(
                MapDrawingFixture.json(
                    #"{"multidimensionalInfo":{"variables":[{"name":"salt","dimensions":[{"name":"StdTime","values":[1,2]},{"name":"StdZ","values":[0,-10,-20]}]}]}}"#
                ))
            let answer = AirportsLayer.json(question.ask("slices"))
            return answer["slices"]?.elements?.compactMap { $0["sliceId"]?.integer } ?? []
        }
        #expect(slices("") == [0, 1, 2, 3, 4, 5])
        #expect(slices(#"[{"variableName":"salt","dimensionName":"StdZ","values":[-10]}]"#) == [1, 4])
        #expect(
            slices(#"[{"dimensionName":"StdZ","values":[[-20,-10]]},{"dimensionName":"StdTime","values":[2]}]"#) == [
                4, 5,
            ])
        #expect(slices(#"[{"variableName":"sweet"}]"#) == [])
        var none = Self.question()
        #expect(AirportsLayer.json(none.ask("slices"))["code"]?.integer == 400)
    }
}
