// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("WMS")
struct WMSTests {
    private static let square =
        "{\"type\":\"simple\",\"symbol\":{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":[200,0,0,255],\"size\":12}}"

    private func ask(_ more: [String: String]) -> FileResponse? {
        let plain = [
            "service": "WMS", "version": "1.3.0", "layers": "0", "styles": "", "width": "100", "height": "100",
            "format": "image/png",
        ]
        var service = MapDrawingFixture(
            MapDrawingFixture.layer(5, MapDrawingFixture.feature("Point", "[3,7]", "{\"name\":\"a & b\"}"), Self.square)
        ).service
        service.hasWMS = true
        var reading = ServiceQuestion(
            service: service, kind: .mapServer, version: .newest,
            parameters: plain.merging(more) { $1 }.map { .init($0.key, $0.value) }, format: "html")
        reading.server = "https://h/arcgis"
        guard case .success(.file(let reply)) = MapDrawingFixture.finished(reading.ask(WMS.resource.answer)) else {
            return nil
        }
        return reply
    }

    @Test(
        "1.3.0 says latitude first where the system does, 1.1.1 never",
        arguments: [
            ["version": "1.3.0", "crs": "EPSG:4326", "bbox": "0,0,10,10"],
            ["version": "1.3.0", "crs": "CRS:84", "bbox": "0,0,10,10"],
            ["version": "1.1.1", "srs": "EPSG:4326", "bbox": "0,0,10,10"],
            ["version": "1.3.0", "crs": "EPSG:4326", "bbox": "5,0,10,5"],
            ["version": "1.3.0", "crs": "CRS:84", "bbox": "0,5,5,10"],
            ["version": "1.1.1", "srs": "EPSG:4326", "bbox": "0,5,5,10"],
        ])
    func axes(_ more: [String: String]) throws {
        let reply = try #require(ask(more.merging(["request": "GetMap"]) { $1 }))
        let picture = try #require(Picture(png: reply.bytes))
        let isHalf = more["bbox"] != "0,0,10,10"
        #expect(picture.at(isHalf ? 6 : 3, isHalf ? 4 : 7) == [200, 0, 0, 255])
        #expect(picture.at(1, 1) == [255, 255, 255, 255])
    }

    @Test("versions have their own capabilities; unknown ones get the nearest", arguments: ["1.1.1", "1.3.0", "1.0.0"])
    func capabilities(_ version: String) throws {
        let reply = try #require(ask(["request": "GetCapabilities", "version": version]))
        let text = String(decoding: reply.bytes, as: UTF8.self)
        #expect(
            text.contains(
                version == "1.3.0" ? "<WMS_Capabilities version=\"1.3.0\"" : "<WMT_MS_Capabilities version=\"1.1.1\""))
        #expect(text.contains("<Name>0</Name><Title>L5</Title>"))
        #expect(text.contains("https://h/arcgis/services/S/MapServer/WMSServer?\""))
        #expect(text.contains("EX_GeographicBoundingBox") == (version == "1.3.0"))
    }

    @Test(
        "GetFeatureInfo tells what is under a pixel",
        arguments: [
            ("text/plain", "  name: a & b\n"), ("text/xml", "name=\"a &amp; b\""), ("text/html", "<td>a &amp; b</td>"),
            ("application/geo+json", "\"name\":\"a & b\""),
        ])
    func info(_ format: String, _ part: String) throws {
        let more = [
            "request": "GetFeatureInfo", "crs": "CRS:84", "bbox": "0,0,10,10", "query_layers": "0", "i": "30",
            "j": "30",
            "info_format": format,
        ]
        let reply = try #require(ask(more))
        #expect(String(decoding: reply.bytes, as: UTF8.self).contains(part))
        let beside = try #require(ask(more.merging(["i": "80"]) { $1 }))
        #expect(!String(decoding: beside.bytes, as: UTF8.self).contains(part))
    }

    @Test(
        "what is wrong is a ServiceException",
        arguments: [
            (["layers": "9"], "LayerNotDefined"), (["crs": "EPSG:2154"], "InvalidCRS"),
            (["format": "image/emf"], "InvalidFormat"),
            (["request": "GetTile"], "OperationNotSupported"), (["width": "0"], "WIDTH"), (["bbox": "1,2"], "BBOX"),
            (["bbox": ""], "BBOX is missing"), (["service": "WFS"], "WMS"),
            (["request": "GetFeatureInfo", "query_layers": "0", "i": "500", "j": "1"], "InvalidPoint"),
        ])
    func exceptions(_ more: [String: String], _ part: String) throws {
        let plain = ["request": "GetMap", "crs": "EPSG:4326", "bbox": "0,0,10,10"]
        let reply = try #require(ask(plain.merging(more) { $1 }))
        let text = String(decoding: reply.bytes, as: UTF8.self)
        #expect(text.contains("<ServiceExceptionReport version=\"1.3.0\"") && text.contains(part), "\(text)")
        #expect(reply.verdict.first?.rule.id == "wms.exception")
    }
}
