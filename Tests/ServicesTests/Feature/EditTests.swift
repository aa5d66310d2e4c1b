// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// What edits do to rows.
@Suite("Edits")
struct EditTests {
    @Test("rows are added, changed and deleted, and queries see it; the source does not")
    func roundTrip() {
        var grove = TreesService("10.2")
        let source = grove.service.layers[0].source
        #expect(
            grove.text(
                "0/addFeatures",
                [("features", #"[{"attributes":{"NAME":"new","height":3,"state":"good"},"geometry":{"x":5,"y":6}}]"#)]
            )
            .hasPrefix(#"{"addResults":[{"objectId":3,"globalId":"{"#))
        #expect(grove.values("name") == [.string("tree 1"), .string("tree 2"), .string("new")])
        let update = grove.text("0/updateFeatures", [("features", #"[{"attributes":{"OBJECTID":1,"height":7}}]"#)])
        #expect(
            update
                == #"{"updateResults":[{"objectId":1,"globalId":"{00000000-0000-4000-8000-000000000001}","success":true}]}"#
        )
        #expect(grove.values("height") == [.int(7), .int(20), .int(3)])
        #expect(grove.values("name", "height = 7") == [.string("tree 1")])
        let delete = grove.text("0/deleteFeatures", [("objectIds", "2")])
        #expect(
            delete
                == #"{"deleteResults":[{"objectId":2,"globalId":"{00000000-0000-4000-8000-000000000002}","success":true}]}"#
        )
        #expect(grove.values("OBJECTID") == [.int(1), .int(3)])
        #expect(grove.service.layers[0].source === source)
        #expect(source?.layer.features.count == 2)
        let extent = grove.service.layers[0].data?.extent
        #expect(extent == Envelope(xmin: 1, ymin: 2, xmax: 5, ymax: 6))
        // An id is not given twice.
        #expect(
            grove.ask("0/deleteFeatures", [("where", "OBJECTID = 3")]).json == .object([.init("success", .bool(true))]))
        #expect(
            grove.text("0/addFeatures", [("features", #"[{"attributes":{"state":"x"}}]"#)]).contains(#""objectId":4"#))
    }

    @Test("deletes by geometry as queries do")
    func deleteByGeometry() {
        var grove = TreesService()
        _ = grove.ask("0/deleteFeatures", [("geometry", "1.5,0,9,9"), ("geometryType", "esriGeometryEnvelope")])
        #expect(grove.values("OBJECTID") == [.int(1)])
    }

    @Test("applyEdits gives three lists; a layer without global ids tells none")
    func lists() {
        var grove = TreesService()
        #expect(
            grove.text("0/applyEdits", [("adds", "[]")])
                == #"{"addResults":[],"updateResults":[],"deleteResults":[]}"#)
        #expect(
            grove.text("0/applyEdits") == #"{"error":{"code":400,"message":"","details":["Invalid parameters"]}}"#)
        #expect(
            grove.text("1/applyEdits", [("adds", #"[{"attributes":{"words":"hm"}}]"#), ("deletes", "[1, 2]")])
                == #"{"addResults":[{"objectId":4,"success":true}],"updateResults":[],"deleteResults":[{"objectId":1,"success":true},{"objectId":2,"success":true}]}"#
        )
    }

    @Test("geometries in Web Mercator are projected into the layer")
    func projects() {
        var grove = TreesService()
        let feature =
            #"[{"attributes":{},"geometry":{"x":111319.49079327358,"y":0,"spatialReference":{"wkid":102100}}}]"#
        _ = grove.ask("0/addFeatures", [("features", feature)])
        let row = grove.service.layers[0].store?.feature(3)
        #expect(abs((row?.geometry?["x"]?.double ?? 0) - 1) < 1e-9)
        #expect(row?.geometry?["spatialReference"] == nil)
    }

    @Test("tracks who wrote a row and when, whatever the client says")
    func tracking() {
        var grove = TreesService()
        _ = grove.ask("0/addFeatures", [("features", #"[{"attributes":{"created_by":"liar"}}]"#)])
        (grove.user, grove.now) = (nil, Instant(milliseconds: 2_000_000))
        _ = grove.ask("0/updateFeatures", [("features", #"[{"attributes":{"OBJECTID":3,"height":2}}]"#)])
        let row = grove.service.layers[0].store?.feature(3)?.values
        #expect(
            row?.suffix(4) == [
                .string("anna"), .number("1000000"), .string("Esri_Anonymous"), .number("2000000"),
            ])
    }

    @Test("global ids come from the generator: the same seed, the same ids")
    func seeded() {
        var (one, other) = (TreesService(), TreesService())
        let edit = [("features", #"[{"attributes":{"state":"x"}}]"#)]
        #expect(one.text("0/addFeatures", edit) == other.text("0/addFeatures", edit))
        var hosted = TreesService("online")
        let id = hosted.ask("0/addFeatures", edit).json["addResults"]?[0]?["globalId"]?.text ?? ""
        #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }
}
