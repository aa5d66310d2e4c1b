// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// What is published is there: a service that can be queried, edited, described, administered and deleted with its item.
@Suite("Publishing")
struct PublishingTests {
    @Test("publish answers with a job, and the service answers when it has ended")
    func job() throws {
        var fixture = try PublishingFixture()
        let item = fixture.add("a.geojson", "GeoJson", PublishingFixture.points)
        let heard = fixture.publish(item, "geojson")
        let entry = try #require(heard.json?["services"]?[0])
        #expect(entry.members?.map(\.name) == ["type", "serviceurl", "size", "jobId", "serviceItemId"])
        #expect(entry["serviceurl"]?.text == "https://h.example/arcgis/rest/services/Hosted/P/FeatureServer")
        let (id, job) = (entry["serviceItemId"]?.text ?? "", entry["jobId"]?.text ?? "")
        let status = "\(PublishingFixture.own)/items/\(id)/status"
        let query = "/arcgis/rest/services/Hosted/P/FeatureServer/0/query"
        #expect(
            fixture.get(status, "&jobId=\(job)&jobType=publish").body
                == #"{"status":"processing","statusMessage":"processing","itemId":"\#(id)"}"#)
        #expect(fixture.get(query, "&where=1=1").rule == "service.not-started")
        fixture.wait()
        #expect(
            fixture.get(status, "&jobId=\(job)").body
                == #"{"status":"completed","statusMessage":"completed","itemId":"\#(id)"}"#)
        #expect(fixture.get(query, "&where=name='a'&returnCountOnly=true").body == #"{"count":1}"#)
        let related = fixture.get("\(PublishingFixture.rest)/content/items/\(id)/relatedItems", "&direction=forward")
        #expect(related.json?["relatedItems"]?[0]?["id"]?.text == item)
        let parameters = fixture.get("\(PublishingFixture.rest)/content/items/\(id)/info/publishParameters.json")
        #expect(parameters.body == #"{"name":"P"}"#)
        #expect(fixture.post("\(PublishingFixture.own)/items/\(id)/delete").json?["success"]?.truth == true)
        #expect(fixture.get(query, "&where=1=1").rule == "service.not-found")
    }

    private static let files: [(String, String, String, String, String)] = [
        ("a.csv", "CSV", "csv", "name,lat,lon\na,2,1\n\"b, c\",4,3\n", #"{"count":2}"#),
        ("b.csv", "CSV", "csv", "code;value\n01;2,5\n", #"{"count":1}"#),
        (
            "c.json", "Feature Collection", "featureCollection",
            #"{"layers":[{"layerDefinition":{"name":"L","geometryType":"esriGeometryPoint","fields":[{"name":"n","type":"esriFieldTypeInteger"}]},"featureSet":{"features":[{"attributes":{"n":1},"geometry":{"x":1,"y":2}}]}}]}"#,
            #"{"count":1}"#
        ),
    ]

    @Test("files are read as what they are", arguments: files)
    func file(_ name: String, _ type: String, _ fileType: String, _ content: String, _ count: String) throws {
        var fixture = try PublishingFixture(publishing: "duration: 'PT0S'")
        let item = fixture.add(name, type, content)
        #expect(fixture.publish(item, fileType).json?["services"]?[0]?["jobId"] != nil)
        let query = "/arcgis/rest/services/Hosted/P/FeatureServer/0/query"
        #expect(fixture.get(query, "&where=1=1&returnCountOnly=true").body == count)
    }

    @Test("a file that cannot be read fails in the end, and the items stay")
    func unreadable() throws {
        var fixture = try PublishingFixture("10.4.1")
        let item = fixture.add("a.geojson", "GeoJson", "{}")
        let id = fixture.publish(item, "geojson").json?["services"]?[0]?["serviceItemId"]?.text ?? ""
        fixture.wait()
        let status = fixture.get("\(PublishingFixture.own)/items/\(id)/status")
        #expect(status.json?["status"]?.text == "failed")
        #expect(
            status.json?["statusMessage"]?.text
                == "ERROR 001369: Failed to create the service. Failed to execute (PublishServiceDefinition).  Failed to execute (Publish Portal Service). Failed."
        )
        #expect(status.rule == "sharing.job-failed")
        #expect(fixture.get("\(PublishingFixture.rest)/content/items/\(item)").json?["id"]?.text == item)
    }

    @Test("a file comes in parts, in whatever order, and is partial until it is committed")
    func parts() throws {
        var fixture = try PublishingFixture()
        let own = PublishingFixture.own
        let added = fixture.post(
            "\(own)/addItem", [("title", "P"), ("type", "CSV"), ("multipart", "true"), ("filename", "p.csv")])
        let id = added.json?["id"]?.text ?? ""
        let item = "\(own)/items/\(id)"
        #expect(fixture.get("\(item)/status").json?["status"]?.text == "partial")
        for (number, text) in [("2", "b\n"), ("1", "a,")] {
            #expect(
                fixture.send("\(item)/addPart", [("partNum", number)], file: "p.split", text).body
                    == #"{"success":true}"#)
        }
        #expect(fixture.get("\(item)/parts").body == #"{"parts":[1,2]}"#)
        #expect(fixture.get("\(item)/partCount").body == #"{"count":2}"#)
        #expect(fixture.post("\(item)/commit").body == #"{"success":true,"id":"\#(id)"}"#)
        #expect(fixture.get("\(item)/status").json?["status"]?.text == "processing")
        fixture.wait()
        #expect(fixture.get("\(item)/status").json?["status"]?.text == "completed")
        #expect(fixture.get("\(PublishingFixture.rest)/content/items/\(id)/data").body == "a,b\n")
    }

    @Test("a part that is missing fails the upload; one that is given up is gone")
    func gap() throws {
        var fixture = try PublishingFixture()
        let own = PublishingFixture.own
        func begin(_ name: String, _ fixture: inout PublishingFixture) -> String {
            let form = [("title", name), ("type", "CSV"), ("multipart", "true"), ("filename", "\(name).csv")]
            return "\(own)/items/\(fixture.post("\(own)/addItem", form).json?["id"]?.text ?? "")"
        }
        let item = begin("a", &fixture)
        _ = fixture.send("\(item)/addPart", [("partNum", "2")], file: "p.split", "x")
        _ = fixture.post("\(item)/commit")
        fixture.wait()
        #expect(fixture.get("\(item)/status").json?["status"]?.text == "failed")
        let other = begin("b", &fixture)
        #expect(fixture.post("\(other)/cancel").json?["success"]?.truth == true)
        #expect(fixture.get("\(other)/status").rule == "sharing.item-missing")
    }

    @Test("publish with overwrite keeps the item and the service; without it the name is taken")
    func overwrite() throws {
        var fixture = try PublishingFixture(publishing: "duration: 'PT0S'")
        let item = fixture.add("a.csv", "CSV", "name\na\n")
        let id = fixture.publish(item, "csv").json?["services"]?[0]?["serviceItemId"]
        #expect(
            fixture.publish(item, "csv").body
                == #"{"services":[{"type":"Feature Service","success":false,"error":{"code":400,"message":"Service name 'P' already exists for '0123456789ABCDEF'","details":[]}}]}"#
        )
        _ = fixture.send("\(PublishingFixture.own)/items/\(item)/update", [], file: "a.csv", "name\nb\nc\n")
        #expect(fixture.publish(item, "csv", [("overwrite", "true")]).json?["services"]?[0]?["serviceItemId"] == id)
        let query = "/arcgis/rest/services/Hosted/P/FeatureServer/0/query"
        #expect(fixture.get(query, "&where=1=1&returnCountOnly=true").body == #"{"count":2}"#)
    }

    @Test("an export is an item of its own, and its data are there when its job has ended")
    func export() throws {
        var fixture = try PublishingFixture()
        let item = Item.id("gis", "Hosted/T", "FeatureServer")
        let heard = fixture.post("\(PublishingFixture.own)/export", [("itemId", item), ("exportFormat", "GeoJson")])
        #expect(
            heard.json?.members?.map(\.name)
                == ["type", "size", "jobId", "exportItemId", "serviceItemId", "exportFormat"])
        let made = heard.json?["exportItemId"]?.text ?? ""
        fixture.wait()
        let data = fixture.get("\(PublishingFixture.rest)/content/items/\(made)/data")
        #expect(data.json?["type"]?.text == "FeatureCollection")
    }
}
