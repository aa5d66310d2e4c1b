// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// Services that are no maps, asked below their URL.
@Suite("Other services")
struct OtherServiceTests {
    private static func town() -> TreesService {
        var grove = TreesService()
        grove.kind = .geocodeServer
        grove.service.locator = Locator(locations: [
            Locator.Location(
                address: "4 Avenue Gustave Eiffel, Paris", x: .double(2.29562), y: .double(48.85813),
                attributes: [.init("Address", .string("4 Avenue Gustave Eiffel")), .init("Score", .int(100))],
                extent: Envelope(xmin: 2, ymin: 48, xmax: 3, ymax: 49)),
            Locator.Location(address: "Avenue Road, London", x: .double(-0.17), y: .double(51.54)),
        ])
        return grove
    }

    @Test("candidates in the captured order, best first")
    func candidates() {
        var town = Self.town()
        #expect(
            town.text("findAddressCandidates", [("SingleLine", "4 avenue gustave eiffel paris")])
                == #"{"spatialReference":{"wkid":4326,"latestWkid":4326},"candidates":[{"address":"4 Avenue Gustave Eiffel, Paris","location":{"x":2.29562,"y":48.85813},"score":100,"attributes":{},"extent":{"xmin":2.0,"ymin":48.0,"xmax":3.0,"ymax":49.0}}]}"#
        )
        #expect(
            town.text("findAddressCandidates", [("singleLine", "nowhere")])
                == #"{"spatialReference":{"wkid":4326,"latestWkid":4326},"candidates":[]}"#)
        func scores(_ more: [(String, String)]) -> [JSON?] {
            town.ask("findAddressCandidates", more).json["candidates"]?.elements?.map { $0["score"] } ?? []
        }
        #expect(scores([("SingleLine", "Avenue")]) == [.int(100), .int(100)])
        #expect(scores([("SingleLine", "Avenue"), ("maxLocations", "1")]) == [.int(100)])
        #expect(scores([("SingleLine", "Avenue"), ("searchExtent", "-1,51,1,52")]) == [.int(100)])
        #expect(scores([("SingleLine", "London Avenue Road 7")]) == [.int(75)])
        #expect(scores([("Address", "Avenue Road"), ("City", "London")]) == [.int(100)])
        let fields = town.ask("findAddressCandidates", [("SingleLine", "eiffel"), ("outFields", "Score")]).json
        #expect(fields["candidates"]?[0]?["attributes"] == .object([.init("Score", .int(100))]))
        let mercator = town.ask("findAddressCandidates", [("SingleLine", "eiffel"), ("outSR", "102100")]).json
        #expect(mercator["spatialReference"]?["wkid"] == .int(102_100))
        #expect((mercator["candidates"]?[0]?["location"]?["y"]?.double ?? 0) > 6_000_000)
        #expect(town.ask("findAddressCandidates").rules == ["geocode.no-address"])
        #expect(
            town.ask("findAddressCandidates", [("SingleLine", "x"), ("outSR", "999999")]).rules == [
                "geocode.unknown-reference"
            ])
    }

    @Test("a suggestion's key finds its place")
    func suggestions() {
        var town = Self.town()
        let list = town.ask("suggest", [("text", "avenue r")]).json["suggestions"]
        #expect(list?.elements?.count == 1)
        #expect(list?[0]?.members?.map(\.name) == ["text", "magicKey", "isCollection"])
        let key = list?[0]?["magicKey"]?.text ?? ""
        let found = town.ask("findAddressCandidates", [("magicKey", key)]).json
        #expect(found["candidates"]?[0]?["address"] == .string("Avenue Road, London"))
        #expect(town.ask("suggest").rules == ["geocode.no-address"])
    }

    @Test("reverse: the nearest place, or the captured refusal")
    func reverse() {
        var town = Self.town()
        #expect(
            town.text("reverseGeocode", [("location", "2.2956,48.8581")])
                == #"{"address":{"Match_addr":"4 Avenue Gustave Eiffel, Paris","LongLabel":"4 Avenue Gustave Eiffel, Paris","ShortLabel":"4 Avenue Gustave Eiffel","Addr_type":"PointAddress","Address":"4 Avenue Gustave Eiffel","Score":100},"location":{"x":2.29562,"y":48.85813,"spatialReference":{"wkid":4326,"latestWkid":4326}}}"#
        )
        let mercator = #"{"x":255548,"y":6250859,"spatialReference":{"wkid":102100}}"#
        #expect(town.ask("reverseGeocode", [("location", mercator)]).rules.isEmpty)
        #expect(
            town.text("reverseGeocode", [("location", "13067768.6,6052424.2")])
                == #"{"error":{"code":400,"message":"Cannot perform query. Invalid query parameters.","details":["Unable to find address for the specified location."]}}"#
        )
        #expect(town.ask("reverseGeocode", [("location", "x")]).rules == ["geocode.bad-parameter"])
        #expect(town.ask("reverseGeocode", [("location", "2.302,48.86")]).rules == ["geocode.no-address-there"])
        #expect(town.ask("reverseGeocode", [("location", "2.302,48.86"), ("distance", "900")]).rules.isEmpty)
    }

    @Test("many addresses: matched and unmatched keep their ids")
    func batch() {
        var town = Self.town()
        let records =
            #"{"records":[{"attributes":{"OBJECTID":7,"SingleLine":"eiffel"}},{"attributes":{"OBJECTID":8,"SingleLine":"zzz"}}]}"#
        let list = town.ask("geocodeAddresses", [("addresses", records)]).json["locations"]
        #expect(list?.elements?.compactMap { $0["attributes"]?["Status"]?.text } == ["M", "U"])
        #expect(list?.elements?.compactMap { $0["attributes"]?["ResultID"]?.integer } == [7, 8])
        #expect(town.ask("geocodeAddresses", [("addresses", "{")]).rules == ["geocode.bad-parameter"])
        #expect(
            town.ask("").json.members?.map(\.name) == [
                "currentVersion", "serviceDescription", "addressFields", "singleLineAddressField", "candidateFields",
                "intersectionCandidateFields", "spatialReference", "locatorProperties", "locators", "capabilities",
            ])
    }

    private static func workshop(_ version: String = "11.4") -> TreesService {
        var grove = TreesService(version)
        grove.kind = .gpServer
        var buffer = GPTask(name: "Buffer")
        buffer.parameters = [
            .object([.init("name", .string("Distance")), .init("dataType", .string("GPDouble"))]),
            .object([
                .init("name", .string("Note")), .init("parameterType", .string("esriGPParameterTypeOptional")),
            ]),
            .object([
                .init("name", .string("Area")), .init("dataType", .string("GPDouble")),
                .init("direction", .string("esriGPParameterDirectionOutput")),
            ]),
        ]
        buffer.results = [.init("Area", .double(3.5))]
        (buffer.waits, buffer.executes) = (1_000, 2_000)
        var now = buffer
        (now.name, now.isSynchronous) = ("Now", true)
        var failing = buffer
        (failing.name, failing.outcome) = ("Failing", .failed)
        grove.service.tasks = [buffer, now, failing]
        return grove
    }

    @Test("a job goes through its states as the clock does")
    func job() {
        var shop = Self.workshop()
        let begun = shop.ask("Buffer/submitJob", [("Distance", "5"), ("Note", "hi")], method: "GET").json
        let id = begun["jobId"]?.text ?? ""
        #expect(id.wholeMatch(of: /j[0-9a-f]{32}/) != nil)
        #expect(begun.members?.map(\.name) == ["jobId", "jobStatus"])
        #expect(
            shop.text("Buffer/jobs/\(id)")
                == #"{"jobId":"\#(id)","jobStatus":"esriJobSubmitted","messages":[{"type":"esriJobMessageTypeInformative","description":"Submitted."}]}"#
        )
        #expect(shop.ask("Buffer/jobs/\(id)/results/Area").rules == ["gp.no-result"])
        shop.now = shop.now.advanced(milliseconds: 1_500)
        let executing = shop.ask("Buffer/jobs/\(id)").json
        #expect(executing["jobStatus"] == .string("esriJobExecuting"))
        #expect(executing["progress"]?["type"] == .string("default"))
        shop.now = shop.now.advanced(milliseconds: 1_500)
        #expect(
            shop.text("Buffer/jobs/\(id)", [("returnMessages", "false")])
                == #"{"jobId":"\#(id)","jobStatus":"esriJobSucceeded","results":{"Area":{"paramUrl":"results/Area"}},"inputs":{"Distance":{"paramUrl":"inputs/Distance"},"Note":{"paramUrl":"inputs/Note"}},"messages":[]}"#
        )
        #expect(
            shop.text("Buffer/jobs/\(id)/results/Area") == #"{"paramName":"Area","dataType":"GPDouble","value":3.5}"#)
        #expect(
            shop.text("Buffer/jobs/\(id)/inputs/Distance")
                == #"{"paramName":"Distance","dataType":"GPDouble","value":5}"#)
        #expect(
            shop.text("Buffer/jobs/\(id)/inputs/Note") == #"{"paramName":"Note","dataType":"GPString","value":"hi"}"#)
        #expect(shop.ask("Now/jobs/\(id)").rules == ["gp.unknown-job"])
    }

    @Test("a failed job: byte for byte as captured at 10.2")
    func failed() {
        var shop = Self.workshop("10.2")
        let id = shop.ask("Failing/submitJob", [("Distance", "5")]).json["jobId"]?.text ?? ""
        shop.now = shop.now.advanced(milliseconds: 1_500)
        #expect(shop.ask("Failing/jobs/\(id)").json["progress"] == nil)
        shop.now = shop.now.advanced(milliseconds: 5_000)
        #expect(
            shop.text("Failing/jobs/\(id)")
                == #"{"jobId":"\#(id)","jobStatus":"esriJobFailed","messages":[{"type":"esriJobMessageTypeInformative","description":"Submitted."},{"type":"esriJobMessageTypeInformative","description":"Executing..."},{"type":"esriJobMessageTypeError","description":"Failed."}]}"#
        )
    }

    @Test("what is missing fails the job, not its submission")
    func missing() {
        var shop = Self.workshop()
        let id = shop.ask("Buffer/submitJob").json["jobId"]?.text ?? ""
        shop.now = shop.now.advanced(milliseconds: 1_000)
        let json = shop.ask("Buffer/jobs/\(id)").json
        #expect(json["jobStatus"] == .string("esriJobFailed"))
        #expect(json["messages"]?[2]?["description"] == .string("ERROR 000735: Distance: Value is required"))
    }

    @Test(
        "values are held against data types and lists of choices",
        arguments: [
            ("Distance", "5", nil), ("Distance", " 5.5", nil), ("Distance", "far", "gp.input-type"),
            ("Unit", "meters", nil), ("Unit", "Miles", "gp.not-a-choice"), ("Count", "3", nil),
            ("Count", "3.0", nil), ("Count", "3.5", "gp.input-type"), ("Count", "4000000000", "gp.input-type"),
        ] as [(String, String, String?)])
    func values(_ name: String, _ value: String, _ rule: String?) {
        var shop = Self.workshop()
        let optional = JSON.Member("parameterType", .string("esriGPParameterTypeOptional"))
        let choices = JSON.array([.string("Meters"), .string("Feet")])
        shop.service.tasks[1].parameters += [
            .object([.init("name", .string("Unit")), optional, .init("choiceList", choices)]),
            .object([.init("name", .string("Count")), optional, .init("dataType", .string("GPLong"))]),
        ]
        let given = name == "Distance" ? [(name, value)] : [("Distance", "1"), (name, value)]
        #expect(shop.ask("Now/execute", given).rules == (rule.map { [$0] } ?? []))
    }

    @Test("a job is cancelled, unless it is over")
    func cancelled() {
        var shop = Self.workshop()
        func begin() -> String { shop.ask("Buffer/submitJob", [("Distance", "5")]).json["jobId"]?.text ?? "" }
        func status(_ path: String) -> String { shop.ask(path).json["jobStatus"]?.text ?? "" }
        let id = begin()
        #expect(status("Buffer/jobs/\(id)/cancel") == "esriJobCancelling")
        shop.now = shop.now.advanced(milliseconds: 1_000)
        #expect(status("Buffer/jobs/\(id)") == "esriJobCancelled")
        let other = begin()
        shop.now = shop.now.advanced(milliseconds: 3_000)
        #expect(status("Buffer/jobs/\(other)/cancel") == "esriJobSucceeded")
    }

    @Test("execute answers at once; the other way round is refused")
    func execute() {
        var shop = Self.workshop()
        #expect(
            shop.text("Now/execute", [("Distance", "1")])
                == #"{"results":[{"paramName":"Area","dataType":"GPDouble","value":3.5}],"messages":[]}"#)
        #expect(shop.ask("Now/execute").rules == ["gp.missing-parameter"])
        #expect(shop.ask("Now/submitJob").rules == ["gp.execution-type"])
        #expect(shop.ask("Buffer/execute").rules == ["gp.execution-type"])
        #expect(shop.ask("Bufer").refused?.verdict.wouldPass == "did you mean Buffer?")
        shop.service.tasks[1].outcome = .failed
        #expect(shop.ask("Now/execute", [("Distance", "1")]).rules == ["gp.failed"])
        #expect(shop.ask("").json["tasks"] == .array([.string("Buffer"), .string("Now"), .string("Failing")]))
        #expect(
            shop.ask("Buffer").json["parameters"]?[0]?.members?.map(\.name) == [
                "name", "dataType", "displayName", "description", "direction", "defaultValue", "parameterType",
                "category",
            ])
    }

    @Test("images: pixels, catalog, files and the scenario's picture")
    func images() {
        var grove = TreesService()
        grove.kind = .imageServer
        grove.service.imagery = Imagery(
            properties: [.init("bandCount", .int(4))], pixel: "8",
            files: [Imagery.File(name: "a.tif", size: 3, rasters: [1], bytes: [1, 2, 3])])
        #expect(grove.ask("").json["bandCount"] == .int(4))
        #expect(
            grove.text("identify", [("geometry", #"{"x":1.5,"y":2}"#)])
                == #"{"objectId":0,"name":"Pixel","value":"8","location":{"x":1.5,"y":2.0,"spatialReference":{"wkid":4326,"latestWkid":4326}},"properties":null,"catalogItems":null,"catalogItemVisibilities":[]}"#
        )
        #expect(grove.ask("identify", [("geometry", "9,9")]).json["value"] == .string("NoData"))
        #expect(grove.ask("identify").rules == ["image.bad-parameter"])
        #expect(
            grove.ask("query", [("where", "height > 15"), ("returnIdsOnly", "true")]).json["objectIds"]
                == .array([.int(2)]))
        #expect(grove.ask("1").json.members?.map(\.name) == ["attributes", "geometry"])
        #expect(
            grove.text("3") == #"{"error":{"code":400,"message":"Unable to complete operation.","details":[]}}"#)
        #expect(
            grove.text("download", [("rasterIds", "1")])
                == #"{"rasterFiles":[{"id":"a.tif","size":3,"rasterIds":[1]}]}"#)
        #expect(
            grove.ask("file", [("id", "a.tif"), ("rasterId", "1")]).json
                == .array([.string("application/octet-stream"), .int(3)]))
        grove.service.imagery?.pixel = nil
        #expect(grove.ask("exportImage", [("bbox", "0,0,1,1")]).rules == ["image.no-picture"])
        grove.service.canned["exportImage"] = .bytes([9, 9], type: "image/png")
        let picture = grove.ask("exportImage", [("bbox", "0,0,1,1"), ("size", "10,20")]).json
        #expect(picture.members?.map(\.name) == ["href", "width", "height", "extent", "scale"])
        #expect(grove.ask("exportImage").rules == ["image.bad-parameter"])
        grove.service.layers = []
        #expect(grove.ask("query", [("where", "1=1")]).rules == ["image.no-catalog"])
    }

    @Test("vector tiles: the root is JSON even without f")
    func tiles() {
        var grove = TreesService()
        grove.kind = .vectorTileServer
        #expect(grove.ask("").json["tiles"] == .array([.string("tile/{z}/{y}/{x}.pbf")]))
        #expect(grove.ask("tile/0/0/0.pbf").refused?.status == 404)
    }
}
