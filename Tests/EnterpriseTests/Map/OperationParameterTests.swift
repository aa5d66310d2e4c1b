// SPDX-License-Identifier: Apache-2.0

import Formats
import Services
import Testing

@testable import Enterprise

@Suite("Each parameter of the operations of services, in every form that clients write")
struct OperationParameterTests {
    private static let all = ServiceCatalog.parameters
    private static let scenario = """
        { portal: null, seed: 7, servers: [{ version: "11.4", services: [
            { name: "Map", access: "public", layers: [
                { id: 0, name: "Airports", source: "builtin:data/airports.geojson" },
                { id: 1, name: "States", source: "builtin:data/states.geojson" }] },
            { name: "Tiles", access: "public", cached: { levels: 5, blankTiles: true }, layers: [
                { id: 0, name: "States", source: "builtin:data/states.geojson" }] },
            { name: "Photo", type: "ImageServer", access: "public", image: { source: "builtin:data/quarters.png",
                properties: { extent: { xmin: -180, ymin: -90, xmax: 180, ymax: 90 } } } },
            { name: "Places", type: "GeocodeServer", access: "public", locations: [
                { address: "1411 E Mission Ave, Spokane", x: -117.3866, y: 47.6716, attributes: { City: "Spokane" } },
                { address: "Mission Park, Spokane", x: -117.3833, y: 47.6727, attributes: { City: "Spokane" } }] },
            { name: "Tools", type: "GPServer", access: "public", tasks: [
                { name: "Slow", parameters: [{ name: "In" }] },
                { name: "Quick", executionType: "esriExecutionTypeSynchronous", parameters: [{ name: "In" }] }] },
            { name: "Shapes", type: "GeometryServer", access: "public" } ] }] }
        """

    /// What is asked besides the parameter, so that its effect can be seen.
    private static let base: [String: [(String, String)]] = [
        "MapServer/export": [("bbox", "-125,30,-70,50"), ("size", "60,40"), ("f", "image")],
        "MapServer/identify": [
            ("geometry", "-104.67,39.86"), ("tolerance", "5"), ("mapExtent", "-125,30,-70,50"),
            ("imageDisplay", "400,300,96"), ("f", "json"),
        ],
        "MapServer/find": [("searchText", "Den"), ("layers", "0"), ("f", "json")],
        "MapServer/0/generateRenderer": [
            ("classificationDef", #"{"type":"uniqueValueDef","uniqueValueFields":["COUNTRY"]}"#), ("f", "json"),
        ],
        "ImageServer/computeHistograms": [("geometry", #"{"xmin":0,"ymin":0,"xmax":90,"ymax":45}"#), ("f", "json")],
        "ImageServer/computeStatisticsHistograms": [
            ("geometry", #"{"xmin":0,"ymin":0,"xmax":90,"ymax":45}"#), ("f", "json"),
        ],
        "ImageServer/getSamples": [("geometry", #"{"paths":[[[-100,40],[100,40]]]}"#), ("f", "json")],
        "MapServer/legend": [("f", "json")], "MapServer/tile/4/15/0": [],
        "ImageServer/exportImage": [("bbox", "-120,-60,60,80"), ("size", "40,20"), ("f", "image")],
        "ImageServer/identify": [("geometry", "-100,40"), ("f", "json")],
        "GeocodeServer/findAddressCandidates": [("SingleLine", "Mission Spokane"), ("f", "json")],
        "GeocodeServer/geocodeAddresses": [("addresses", #"{"records":[]}"#), ("f", "json")],
        "GeocodeServer/suggest": [("text", "miss"), ("f", "json")],
        "GeocodeServer/reverseGeocode": [("location", "-117.3866,47.6719"), ("f", "json")],
        "GPServer/Quick/execute": [("In", "1"), ("f", "json")],
        "GPServer/Slow/submitJob": [("In", "1"), ("f", "json")],
    ].merging(shaping) { one, _ in one }

    private static let square = #"[{"rings":[[[0,0],[0,2],[2,2],[2,0],[0,0]]]}]"#
    private static let path = #"[{"paths":[[[0,1],[2,3],[4,1],[4,5]]]}]"#
    private static let line = #"{"paths":[[[1,-1],[1,3]]]}"#
    /// Of a geometry service.
    private static let shaping: [String: [(String, String)]] = [
        "simplify": [("geometries", "0,0,1,1")], "union": [("geometries", "0,0,1,1")],
        "convexHull": [("geometries", "0,0,1,1")],
        "intersect": [("geometries", square), ("geometry", line)],
        "difference": [("geometries", square), ("geometry", square)],
        "relation": [("geometries1", "0,0,1,1"), ("geometries2", square)],
        "areasAndLengths": [("polygons", square), ("sr", "4326"), ("calculationType", "geodesic")],
        "lengths": [("polylines", path)], "labelPoints": [("polygons", square)],
        "distance": [
            ("geometry1", #"{"x":0,"y":0}"#), ("geometry2", #"{"x":1,"y":1}"#), ("sr", "4326"), ("geodesic", "true"),
        ],
        "densify": [("geometries", path), ("maxSegmentLength", "100000"), ("sr", "4326"), ("geodesic", "true")],
        "generalize": [("geometries", path), ("maxDeviation", "1"), ("sr", "3857"), ("deviationUnit", "9001")],
        "offset": [("geometries", path), ("offsetDistance", "0.5"), ("offsetHow", "esriGeometryOffsetBevelled")],
        "cut": [("target", square), ("cutter", line)],
        "trimExtend": [("polylines", #"[{"paths":[[[2,0],[4,0]]]}]"#), ("trimExtendTo", line)],
        "reshape": [("target", path), ("reshaper", #"{"paths":[[[2,0],[2,9]]]}"#)],
        "autoComplete": [("polylines", #"[{"paths":[[[2,0],[3,0],[3,2],[2,2]]]}]"#)],
        "project": [("geometries", "-100,40"), ("inSR", "4326"), ("outSR", "102100")],
        "buffer": [("geometries", "0,0,1000,0"), ("inSR", "3857"), ("distances", "1000"), ("unit", "9001")],
        "findTransformations": [("inSR", "4267"), ("outSR", "4326")],
        "toGeoCoordinateString": [
            ("sr", "4326"), ("coordinates", "[[180,40.49999]]"), ("conversionType", "MGRS"),
        ],
        "fromGeoCoordinateString": [("sr", "4326"), ("strings", #"["361HN37"]"#), ("conversionType", "GARS")],
    ].reduce(into: [:]) { $0["GeometryServer/\($1.key)"] = $1.value + [("f", "json")] }

    private static let services = [
        "MapServer/tile/4/15/0": "Tiles", "MapServer": "Map", "ImageServer": "Photo", "GeocodeServer": "Places",
        "GPServer": "Tools", "GeometryServer": "Shapes",
    ]
    /// Nothing of these services has a time, an alias or another datum; a point is what `geometryType` is by default, and a place is
    /// near.
    private static let unseen: Set = [
        "time", "sr", "geometryType", "returnFieldName", "distance", "layerTimeOptions", "datumTransformations",
        "transformation",
    ]

    private struct Reply: Equatable, CustomStringConvertible {
        var bytes: [UInt8]
        var rule: String?

        var description: String { rule ?? String(decoding: bytes.prefix(200), as: UTF8.self) }
    }

    /// The reply to the base request, its parameter replaced by these; each asked of a server that nobody asked before.
    private static func reply(_ row: OperationParameter, _ asked: [(String, String)]) throws -> Reply {
        var fixture = try PortalFixture(scenario)
        let kind = row.kind.rawValue
        let path = "\(kind)/\(row.operation)"
        let kept = try #require(base[path], "\(path)").filter { !ASCII.equal($0.0, row.name) }
        let query = Form.encode(kept + asked)
        let heard = fixture.ask("/arcgis/rest/services/\(services[path] ?? services[kind] ?? "")/\(path)?\(query)")
        return Reply(bytes: heard.bytes, rule: heard.rule)
    }

    @Test("its name may have any case, empty counts as absent, and of several the first counts", arguments: all.indices)
    func names(_ index: Int) throws {
        let row = Self.all[index]
        let expected = try Self.reply(row, [(row.name, row.example)])
        #expect(try Self.reply(row, [(row.name.uppercased(), row.example)]) == expected)
        #expect(try Self.reply(row, [(row.name.lowercased(), row.example)]) == expected)
        #expect(try Self.reply(row, [(row.name, row.example), (row.name, "?!")]) == expected)
        let absent = try Self.reply(row, [])
        #expect(try Self.reply(row, [(row.name, "")]) == absent)
        #expect((absent.rule != nil) == (row.need == .required), "\(absent)")
    }

    @Test("one that acts changes the answer, one that is ignored does not", arguments: all.indices)
    func effects(_ index: Int) throws {
        let row = Self.all[index]
        let (with, without) = (try Self.reply(row, [(row.name, row.example)]), try Self.reply(row, []))
        switch row.effect {
        case .acts:
            // A tile that is not blank is no tile.
            #expect(with.rule == nil || row.name == "blankTile")
            if !Self.unseen.contains(row.name) { #expect(with != without) }
        case .ignored: #expect(with == without)
        case .refused(_, let rule): #expect(with.rule == rule)
        }
    }

    @Test("values become what the table says", arguments: all.indices)
    func forms(_ index: Int) throws {
        let row = Self.all[index]
        for form in row.forms {
            let heard = try Self.reply(row, [(row.name, form.value)])
            switch form.reading {
            case .absent: #expect(try heard == Self.reply(row, []), "\(row.operation) \(row.name)=\(form.value)")
            case .read(let value):
                #expect(
                    try heard == Self.reply(row, [(row.name, value)]), "\(row.operation) \(row.name)=\(form.value)")
            case .taken: #expect(heard.rule == nil, "\(row.operation) \(row.name)=\(form.value)")
            case .refused(let rule): #expect(heard.rule == rule, "\(row.operation) \(row.name)=\(form.value)")
            }
        }
    }

    @Test(
        "an ImageServer names the parameter, to the byte",
        arguments: [
            ("size=9999,10", "The requested image exceeds the size limit."),
            ("imageSR=999999", "'imageSR' parameter is invalid."),
        ])
    func imageRefusal(_ parameter: String, _ words: String) throws {
        var fixture = try PortalFixture(Self.scenario)
        let heard = fixture.ask(
            "/arcgis/rest/services/Photo/ImageServer/exportImage?bbox=-100,-40,20,50&f=image&format=tiff&\(parameter)")
        #expect(
            heard.body
                == #"{"error":{"code":400,"extendedCode":-2147024809,"#
                + #""message":"Invalid or missing input parameters.","details":["\#(words)"]}}"#)
        #expect(heard["Content-Type"] == "image/tiff")
        let asJSON = fixture.ask(
            "/arcgis/rest/services/Photo/ImageServer/exportImage?bbox=-100,-40,20,50&f=json&\(parameter)")
        #expect(asJSON.body == heard.body && asJSON["Content-Type"]?.contains("json") == true)
    }

    @Test("an ImageServer that does not know the format sends its default under a type that says nothing")
    func unknownFormat() throws {
        var fixture = try PortalFixture(Self.scenario)
        let path = "/arcgis/rest/services/Photo/ImageServer/exportImage?bbox=-100,-40,20,50&f=image"
        let (plain, other) = (fixture.ask(path), fixture.ask(path + "&format=not-a-format"))
        #expect(plain["Content-Type"] == "image/png")
        #expect(other["Content-Type"] == "application/octet-stream")
        #expect(plain.bytes == other.bytes && other.rule == nil)
    }
}
