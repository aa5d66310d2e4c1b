// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("query")
struct QueryTests {
    private func ask(
        _ parameters: [String: String], kind: ServiceKind = .mapServer,
        store: FeatureStore = AirportsLayer.awkward
    ) -> JSON {
        AirportsLayer.json(AirportsLayer.query(AirportsLayer.reading(parameters, store: store, kind: kind)))
    }

    @Test("gives fields, geometry and attributes in the captured order")
    func whole() {
        let json = ask(["where": "n=1", "outfields": "*"])
        #expect(
            String(decoding: JSONWriter.json(json), as: UTF8.self)
                == #"{"displayFieldName":"name","fieldAliases":{"OBJECTID":"OBJECTID","name":"name","n":"n","x":"x","quote":"quote"},"geometryType":"esriGeometryPoint","spatialReference":{"wkid":4326,"latestWkid":4326},"fields":[{"name":"OBJECTID","type":"esriFieldTypeOID","alias":"OBJECTID"},{"name":"name","type":"esriFieldTypeString","alias":"name","length":1},{"name":"n","type":"esriFieldTypeInteger","alias":"n"},{"name":"x","type":"esriFieldTypeDouble","alias":"x"},{"name":"quote","type":"esriFieldTypeString","alias":"quote","length":4}],"features":[{"attributes":{"OBJECTID":1,"name":"a","n":1,"x":0.5,"quote":"it's"},"geometry":{"x":1.0,"y":2.0}}]}"#
        )
    }

    @Test("counts and lists ids; the count wins")
    func countsAndIDs() {
        #expect(ask(["where": "1=1", "returncountonly": "true"])["count"]?.integer == 4)
        #expect(ask(["where": "1=1", "returncountonly": "TRUE", "returnidsonly": "true"])["count"]?.integer == 4)
        #expect(ask(["where": "1=2", "returnidsonly": "true"])["objectIds"] == .null)
        #expect(
            ask(["objectids": "4, 2", "returnidsonly": "true"])["objectIds"]?.elements?.compactMap(\.integer) == [2, 4])
        #expect(ask(["where": "n>1", "objectids": "1,2", "returncountonly": "true"])["count"]?.integer == 1)
    }

    @Test("orders and pages")
    func pages() {
        func ids(_ more: [String: String]) -> [Int] {
            let json = ask(["where": "1=1", "outfields": "OBJECTID"].merging(more) { $1 })
            return json["features"]?.elements?.compactMap { $0["attributes"]?["OBJECTID"]?.integer } ?? []
        }
        #expect(ids(["orderbyfields": "n DESC"]) == [4, 2, 1, 3])
        #expect(ids(["orderbyfields": "n"]) == [3, 1, 2, 4])
        #expect(ids(["orderbyfields": "n DESC", "resultoffset": "1", "resultrecordcount": "2"]) == [2, 1])
        #expect(ids(["resultoffset": "3"]) == [4])
        #expect(ids(["resultoffset": "9"]) == [])
        #expect(ask(["where": "1=1", "resultrecordcount": "3"])["exceededTransferLimit"]?.truth == true)
        #expect(ask(["where": "1=1", "resultrecordcount": "4"])["exceededTransferLimit"] == nil)
    }

    @Test(
        "asks for a field that is not there, or for something not emulated: refused, not ignored",
        arguments: [
            ["outfields": "nope"], ["orderbyfields": "nope"], ["orderbyfields": "n upwards"], ["resultoffset": "-1"],
            ["resultrecordcount": "x"], ["objectids": "1,x"], ["time": "1,x"], ["outsr": "999999"],
            ["quantizationparameters": "x"], ["geometryprecision": "x"], ["maxallowableoffset": "-1"],
            ["geometry": "1,2", "geometrytype": "esriGeometryPoint", "distance": "x"], ["f": "amf"],
        ])
    func refused(_ more: [String: String]) {
        #expect(ask(["where": "1=1"].merging(more) { $1 })["code"]?.integer == 400)
    }

    @Test("no filter at all is refused")
    func noFilter() {
        #expect(ask([:])["code"]?.integer == 400)
    }

    @Test("an empty parameter is none")
    func empty() {
        #expect(
            ask(["where": "1=1", "time": "", "outsr": "", "geometry": "", "returncountonly": "true"])["count"]?.integer
                == 4)
    }

    @Test("web Mercator")
    func mercator() throws {
        let json = ask(["where": "n=1", "outsr": "102100"])
        let geometry = try #require(json["features"]?[0]?["geometry"])
        #expect(abs((geometry["x"]?.double ?? 0) - 111_319.490793) < 1e-5)
        #expect(abs((geometry["y"]?.double ?? 0) - 222_684.208506) < 1e-5)
        #expect(json["spatialReference"]?["wkid"]?.integer == 102_100)
    }

    @Test("GeoJSON")
    func geoJSON() {
        let json = ask(["where": "n=1", "outfields": "n", "f": "geojson"])
        #expect(
            String(decoding: JSONWriter.json(json), as: UTF8.self)
                == #"{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[1.0,2.0]},"properties":{"n":1}}]}"#
        )
    }

    @Test("the extent of what was found")
    func extent() {
        let extent = ask(["where": "1=1", "returnextentonly": "true"])["extent"]
        #expect(extent?["xmin"]?.double == -5)
        #expect(extent?["ymax"]?.double == 6)
        #expect(ask(["where": "1=2", "returnextentonly": "true"])["extent"]?["xmin"]?.text == "NaN")
    }

    @Test("a layer that is not there")
    func noLayer() {
        for id in ["1", "x", "-1", "99999999999999999999"] {
            #expect(
                AirportsLayer.json(AirportsLayer.query(AirportsLayer.reading(["where": "1=1"]), layer: id))["code"]?
                    .integer == 400)
        }
    }

    @Test("only what looks at many rows leaves the event loop; a column that was asked for once is looked up")
    func slow() {
        // A store of its own: others ask theirs at the same time.
        let store = FeatureStore(AirportsLayer.airports.layer)
        func isSlow(_ parameters: [String: String]) -> Bool {
            var reading = AirportsLayer.reading(parameters, store: store)
            guard case .success(let plan) = reading.plan(layer: "0") else {
                return false
            }
            let quick = try? plan.quickResult()
            return quick == nil
        }
        #expect(isSlow(["where": "1=1"]))
        #expect(isSlow(["where": "1=1", "returnidsonly": "true"]))
        #expect(isSlow(["where": "1=1", "resultrecordcount": "21"]))
        #expect(isSlow(["objectids": (1...21).map(String.init).joined(separator: ",")]))
        #expect(!isSlow(["where": "1=1", "resultrecordcount": "20"]))
        #expect(!isSlow(["where": "1=1", "returncountonly": "true"]))
        #expect(!isSlow(["objectids": "1"]))
        #expect(isSlow(["where": "1=1", "orderbyfields": "IATA"]))
        #expect(isSlow(["where": "IATA='LAX'"]))
        let parameters = ["where": "IATA='LAX'", "outfields": "IATA"]
        let first = AirportsLayer.json(AirportsLayer.query(AirportsLayer.reading(parameters, store: store)))
        #expect(!isSlow(["where": "IATA='LAX'"]))
        var reading = AirportsLayer.reading(parameters, store: store)
        guard case .success(let plan) = reading.plan(layer: "0"),
            let quick = try? plan.quickResult()
        else {
            Issue.record("not looked up")
            return
        }
        #expect(AirportsLayer.json(.success(quick)) == first)
        #expect(isSlow(["where": "IATA LIKE 'L%'"]))
        #expect(isSlow(["where": "IATA='LAX'", "orderbyfields": "IATA"]))
    }
}
