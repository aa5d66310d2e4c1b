// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Packages of tiles")
struct TileExportTests {
    private static func question(
        _ parameters: [String: String], allows: Bool = true, version: String = "11.4"
    ) -> ServiceQuestion {
        var service = ServiceModel(
            name: "Folder/World", layers: [.init(id: 0, name: "Airports", store: AirportsLayer.airports)])
        service.cache = TileCache(levels: 5)
        service.cache?.allowsExport = allows
        var question = ServiceQuestion(
            service: service, kind: .mapServer, version: Version(version) ?? .newest,
            parameters: parameters.map { .init($0.key, $0.value) }, format: "json")
        question.server = "https://gis.example/arcgis"
        return question
    }

    /// Begins a job, waits until it is done, and returns the value of its result.
    private static func result(_ operation: String, _ question: inout ServiceQuestion) throws -> JSON {
        let begun = AirportsLayer.json(question.ask(operation))
        #expect(begun["jobStatus"]?.text == "esriJobSubmitted")
        question.names = ["job": try #require(begun["jobId"]?.text), "parameter": "out_service_url"]
        #expect(AirportsLayer.json(question.ask("\(operation)/jobs/{job}"))["jobStatus"]?.text == "esriJobExecuting")
        #expect(AirportsLayer.json(question.ask("jobs/{job}/results/{parameter}"))["code"]?.integer == 400)
        question.now = question.now.advanced(milliseconds: 2_000)
        let job = AirportsLayer.json(question.ask("jobs/{job}"))
        #expect(job.members?.map(\.name) == ["jobId", "jobStatus", "results", "inputs", "messages"])
        #expect(job["results"]?["out_service_url"]?["paramUrl"]?.text == "results/out_service_url")
        let result = AirportsLayer.json(question.ask("\(operation)/jobs/{job}/results/{parameter}"))
        #expect(result["dataType"]?.text == "GPString")
        return try #require(result["value"])
    }

    /// The path of a URL below the directory of the service.
    private static func path(_ url: String?) -> String {
        (url ?? "").replacing(
            "https://gis.example/arcgis/rest/directories/arcgisoutput/Folder/World_MapServer/", with: "")
    }

    private static func files(_ parameters: [String: String]) throws -> (name: String, archive: ZIPArchive) {
        var question = question(["tilepackage": "true", "levels": "0-2"].merging(parameters) { $1 })
        let directory = path(try result("exportTiles", &question).text)
        #expect(directory.hasPrefix("_agsLMapCache"))
        let list = AirportsLayer.json(question.output(directory))
        let file = try #require(list["files"]?[0])
        #expect(list["folders"] == .array([]))
        guard
            case .success(.file(let reply)) = MapDrawingFixture.finished(question.output(path(file["url"]?.text))),
            let archive = ZIPArchive(reply.bytes)
        else { throw CancellationError() }
        return (file["name"]?.text ?? "", archive)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    @Test("a package of the second kind has each tile of its levels, as tile draws it")
    func second() throws {
        let (name, archive) = try Self.files(["storageformattype": "esriMapCacheStorageModeCompactV2"])
        #expect(name == "World.tpkx")
        let root = try JSONReader.read(try #require(archive.entries.first { $0.name == "root.json" }?.bytes))
        #expect(root["minLOD"]?.integer == 0 && root["maxLOD"]?.integer == 2)
        #expect(root["tileInfo"]?["lods"]?.elements?.count == 6)
        let bundle = try #require(archive.entries.first { $0.name == "tile/L02/R0000C0000.bundle" }?.bytes)
        #expect(Self.number(bundle[0..<4]) == 3 && Self.number(bundle[24..<32]) == bundle.count)
        // Level 2, row 1, column 0.
        let entry = Self.number(bundle[64 + 128 * 8..<64 + 129 * 8])
        let (place, size) = (entry & 0xFF_FFFF_FFFF, entry >> 40)
        let tile = Array(bundle[place..<place + size])
        #expect(Self.number(bundle[place - 4..<place]) == size)
        var question = Self.question([:])
        question.names = ["level": "2", "row": "1", "column": "0"]
        guard
            case .success(.file(let drawn)) = MapDrawingFixture.finished(
                question.ask("tile/{level}/{row}/{column}"))
        else { throw CancellationError() }
        #expect(tile == drawn.bytes)
    }

    @Test("a package of the first kind has its scheme, its extent, and an index column by column")
    func first() throws {
        let (name, archive) = try Self.files(["storageformattype": "esriMapCacheStorageModeCompact"])
        #expect(name == "World.tpk")
        func file(_ name: String) throws -> [UInt8] {
            try #require(archive.entries.first { $0.name == "v101/World/\(name)" }?.bytes, "\(name)")
        }
        let scheme = String(decoding: try file("conf.xml"), as: UTF8.self)
        #expect(scheme.contains("<StorageFormat>esriMapCacheStorageModeCompact</StorageFormat>"))
        #expect(String(decoding: try file("conf.cdi"), as: UTF8.self).contains("<XMin>"))
        let (bundle, index) = (
            try file("_alllayers/L02/R0000C0000.bundle"), try file("_alllayers/L02/R0000C0000.bundlx")
        )
        #expect(index.count == 16 + 5 * 16_384 + 16)
        // Row 1, column 0 is the second place.
        let place = Self.number(index[16 + 5..<16 + 10])
        let size = Self.number(bundle[place..<place + 4])
        #expect(Picture(png: Array(bundle[place + 4..<place + 4 + size]))?.width == 256)
        // A tile that is not there has the place of an empty size.
        let empty = Self.number(index[16 + 5 * 100..<16 + 5 * 101])
        #expect(Self.number(bundle[empty..<empty + 4]) == 0)
    }

    @Test("before 10.7 there is only the first kind")
    func early() throws {
        var question = Self.question(
            ["tilepackage": "true", "levels": "0", "storageformattype": "esriMapCacheStorageModeCompactV2"],
            version: "10.5")
        let directory = Self.path(try Self.result("exportTiles", &question).text)
        #expect(AirportsLayer.json(question.output(directory))["files"]?[0]?["name"]?.text == "World.tpk")
    }

    @Test("without a package the files lie in a folder; after ten minutes they are gone")
    func folder() throws {
        var question = Self.question(["levels": "0"])
        let directory = Self.path(try Self.result("exportTiles", &question).text)
        let list = AirportsLayer.json(question.output(directory))
        let folder = AirportsLayer.json(question.output(Self.path(list["folders"]?[0]?["url"]?.text)))
        let names = folder["files"]?.elements?.compactMap { $0["name"]?.text } ?? []
        #expect(names == ["conf.xml", "conf.cdi", "_alllayers/L00/R0000C0000.bundle"])
        for file in folder["files"]?.elements ?? [] {
            guard
                case .success(.file(let reply)) = MapDrawingFixture.finished(
                    question.output(Self.path(file["url"]?.text)))
            else { throw CancellationError() }
            #expect(reply.status == 200 && !reply.bytes.isEmpty)
        }
        question.now = question.now.advanced(milliseconds: 600_001)
        #expect(AirportsLayer.json(question.output(directory))["files"] == nil)
    }

    @Test("an estimate says how many tiles there are, and about how large")
    func estimate() throws {
        var question = Self.question(["levels": "0-2"])
        let size = try Self.result("estimateExportTilesSize", &question)
        #expect(size.members?.map(\.name) == ["totalSize", "totalTilesToExport"])
        let tiles = try #require(size["totalTilesToExport"]?.integer)
        #expect(tiles > 3 && tiles <= 21 && (size["totalSize"]?.integer ?? 0) > tiles * 100)
    }

    @Test(
        "levels by number, resolution and scale, within an extent and an area",
        arguments: [
            (["levels": "1"], 1), (["levels": "0,1"], 2), (["levels": "0-1"], 2), (["levels": "1-0"], 2),
            (["levels": "78271.516964", "exportby": "Resolution"], 1),
            (["levels": "591657527.59-295828763.79", "exportby": "scale"], 2),
            (["levels": "0", "exportextent": "DEFAULT"], 1),
            (
                [
                    "levels": "0",
                    "exportextent": #"{"xmin":-100,"ymin":30,"xmax":-90,"ymax":40,"spatialReference":{"wkid":4326}}"#,
                ], 1
            ),
            (
                [
                    "levels": "5",
                    "areaofinterest":
                        #"{"features":[{"geometry":{"rings":[[[-100,35],[-100,36],[-99,36],[-99,35],[-100,35]]],"spatialReference":{"wkid":4326}}}]}"#,
                ], 1
            ),
        ])
    func chosen(_ parameters: [String: String], _ levels: Int) throws {
        var question = Self.question(parameters)
        let begun = AirportsLayer.json(question.ask("exportTiles"))
        #expect(begun["jobId"] != nil, "\(begun)")
        let export = try #require(question.service.tileJobs.last?.package?.export)
        #expect(export.levels.count == levels)
        if parameters["areaofinterest"] != nil { #expect(export.count == 1) }
    }

    @Test(
        "what cannot be packed is refused",
        arguments: [
            ["levels": "9"], ["levels": "x"], ["levels": "0", "exportextent": "1,2"],
            ["levels": "0", "exportextent": "0,19000000,1000000,20000000"],
            ["levels": "0", "areaofinterest": "{"], ["levels": "0", "areaofinterest": #"{"x":1,"y":2}"#],
        ])
    func refused(_ parameters: [String: String]) {
        var question = Self.question(parameters)
        #expect(AirportsLayer.json(question.ask("exportTiles"))["code"]?.integer == 400)
        #expect(question.service.tileJobs.isEmpty)
    }

    @Test("a cache that its publisher does not give away is refused, and the root says so", arguments: [true, false])
    func allowed(_ allows: Bool) {
        var question = Self.question(["levels": "0"], allows: allows)
        let root = AirportsLayer.json(question.ask(""))
        #expect(root["exportTilesAllowed"] == .bool(allows) && (root["maxExportTilesCount"] != nil) == allows)
        #expect((AirportsLayer.json(question.ask("exportTiles"))["jobId"] != nil) == allows)
    }
}
