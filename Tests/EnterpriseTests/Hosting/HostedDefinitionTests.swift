// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// The administration of hosted services: what it answers, and what is so afterwards.
@Suite("Hosted administration")
struct HostedDefinitionTests {
    private static let layer = "\(PublishingFixture.admin)/T/FeatureServer/0"
    private static let query = "/arcgis/rest/services/Hosted/T/FeatureServer/0"

    private static func fields(_ fixture: inout PublishingFixture) -> [String] {
        (fixture.get(query).json?["fields"]?.elements ?? []).compactMap { $0["name"]?.text }
    }

    @Test("fields are added, renamed for people, and removed")
    func fields() throws {
        var fixture = try PublishingFixture()
        let before = Self.fields(&fixture)
        let add = #"{"fields":[{"name":"NOTE","type":"esriFieldTypeString","alias":"Note","length":9}]}"#
        #expect(
            fixture.post("\(Self.layer)/addToDefinition", [("addToDefinition", add)]).body == #"{"success":true}"#)
        #expect(Self.fields(&fixture) == before + ["NOTE"])
        #expect(
            fixture.post("\(Self.layer)/addToDefinition", [("addToDefinition", add)]).rule
                == "rest-admin.bad-layer-definition")
        let change = #"{"fields":[{"name":"NOTE","alias":"Remark"}]}"#
        _ = fixture.post("\(Self.layer)/updateDefinition", [("updateDefinition", change)])
        let alias = fixture.get(Self.query).json?["fields"]?.elements?.last?["alias"]?.text
        #expect(alias == "Remark")
        let gone = #"{"fields":[{"name":"NOTE"}]}"#
        _ = fixture.post("\(Self.layer)/deleteFromDefinition", [("deleteFromDefinition", gone)])
        #expect(Self.fields(&fixture) == before)
    }

    @Test("truncate leaves no rows, and ids are not used again")
    func truncate() throws {
        var fixture = try PublishingFixture()
        let capabilities = #"{"capabilities":"Create,Query,Delete,Update,Editing"}"#
        _ = fixture.post(
            "\(PublishingFixture.admin)/T/FeatureServer/updateDefinition", [("updateDefinition", capabilities)])
        #expect(fixture.post("\(Self.layer)/truncate").body == #"{"success":true}"#)
        #expect(fixture.get("\(Self.query)/query", "&where=1=1&returnCountOnly=true").body == #"{"count":0}"#)
        let added = fixture.post("\(Self.query)/addFeatures", [("features", "[{\"attributes\":{}}]")])
        #expect((added.json?["addResults"]?[0]?["objectId"]?.integer ?? 0) > 1)
    }

    @Test(
        "a largest number of rows that nobody can count to is counted as far as one can",
        arguments: [
            "-5", "0", "9223372036854775807",
        ])
    func uncountable(_ number: String) throws {
        var fixture = try PublishingFixture()
        let change = #"{"maxRecordCount":\#(number)}"#
        for path in [Self.layer, "\(PublishingFixture.admin)/T/FeatureServer"] {
            _ = fixture.post("\(path)/updateDefinition", [("updateDefinition", change)])
        }
        for more in ["&where=1=1", "&where=1=1&orderByFields=OBJECTID", "&where=1=1&resultRecordCount=1&f=pbf"] {
            #expect(fixture.get("\(Self.query)/query", more).body.isEmpty == false)
        }
        let rows = fixture.get("\(Self.query)/query", "&where=1=1").json?["features"]?.elements?.count ?? 0
        #expect((rows > 0) == (number.count > 2))
    }

    @Test("a layer has the number that it asks for, if layers can have it and none does")
    func numbers() throws {
        var fixture = try PublishingFixture()
        let numbers = ["9223372036854775807", "9223372036854775807", "7", "7", "-1"].map { id in
            let layer =
                #"{"layers":[{"id":\#(id),"name":"L","type":"Feature Layer","geometryType":"esriGeometryPoint"}]}"#
            let path = "\(PublishingFixture.admin)/T/FeatureServer/addToDefinition"
            return fixture.post(path, [("addToDefinition", layer)]).json?["layers"]?[0]?["id"]?.integer
        }
        #expect(numbers == [1, 2, 7, 8, 9])
    }

    @Test("async=true answers with where the status is, with /status or without")
    func later() throws {
        var fixture = try PublishingFixture()
        let heard = fixture.post("\(Self.layer)/truncate", [("async", "true")])
        let url = try #require(heard.json?["statusURL"]?.text)
        let path = url.replacing("https://h.example", with: "")
        #expect(fixture.get(path).json?["status"]?.text == "InProgress")
        fixture.wait()
        #expect(fixture.get("\(path)/status").json?["status"]?.text == "Completed")
    }

    @Test("layers are removed, and the service is stopped and started")
    func service() throws {
        var fixture = try PublishingFixture()
        let service = "\(PublishingFixture.admin)/T/FeatureServer"
        #expect(fixture.post("\(service)/stop").body == #"{"success":true}"#)
        #expect(fixture.get(Self.query).rule == "service.not-started")
        _ = fixture.post("\(service)/start")
        #expect(fixture.get(service).json?["adminServiceInfo"]?["status"]?.text == "Started")
        let gone = #"{"layers":[{"id":"0"}]}"#
        #expect(
            fixture.post("\(service)/deleteFromDefinition", [("deleteFromDefinition", gone)]).body
                == #"{"success":true}"#)
        #expect(fixture.get("/arcgis/rest/services/Hosted/T/FeatureServer").json?["layers"]?.elements?.isEmpty == true)
    }

    @Test("who is neither the owner nor an administrator is refused; an administrator is not")
    func others() throws {
        var fixture = try PublishingFixture()
        #expect(fixture.post("\(Self.layer)/truncate", as: "vera").rule == "access.not-shared")
        #expect(fixture.post("\(Self.layer)/refresh", as: "anna").body == #"{"success":true}"#)
    }

    @Test("rows are appended from an item, from an upload in parts and from the request")
    func append() throws {
        var fixture = try PublishingFixture()
        let capabilities = #"{"capabilities":"Create,Query,Delete,Update,Editing,Uploads"}"#
        let service = "/arcgis/rest/services/Hosted/T/FeatureServer"
        _ = fixture.post(
            "\(PublishingFixture.admin)/T/FeatureServer/updateDefinition", [("updateDefinition", capabilities)])
        _ = fixture.post("\(Self.layer)/truncate")
        let item = fixture.add("a.geojson", "GeoJson", PublishingFixture.points)
        var heard = fixture.post("\(Self.query)/append", [("appendItemId", item), ("appendUploadFormat", "geojson")])
        let path = try #require(heard.json?["statusUrl"]?.text).replacing("https://h.example", with: "")
        #expect(fixture.get(path).json?["status"]?.text == "InProgress")
        fixture.wait()
        let status = fixture.get(path).json
        #expect(status?["status"]?.text == "Completed")
        #expect(status?["recordCount"]?.integer == 1)
        let registered = fixture.post("\(service)/uploads/register", [("itemName", "a.csv")])
        let upload = registered.json?["item"]?["itemID"]?.text ?? ""
        #expect(registered.json?["item"]?["committed"]?.truth == false)
        for (number, text) in [("1", "lat,lon\n"), ("2", "1,2\n3,4\n")] {
            _ = fixture.send("\(service)/uploads/\(upload)/uploadPart", [("partId", number)], file: "p", text)
        }
        #expect(fixture.post("\(service)/uploads/\(upload)/commit", [("parts", "1,2")]).json?["success"]?.truth == true)
        heard = fixture.post(
            "\(Self.query)/append", [("appendUploadId", upload), ("appendUploadFormat", "csv")])
        #expect(heard.json?["statusUrl"] != nil)
        let edits =
            #"{"layerDefinition":{"geometryType":"esriGeometryPoint"},"featureSet":{"features":[{"attributes":{},"geometry":{"x":1,"y":2}}]}}"#
        _ = fixture.post(
            "\(service)/append",
            [("edits", edits), ("appendUploadFormat", "featureCollection"), ("layerMappings", "[{\"id\":0}]")])
        fixture.wait()
        #expect(fixture.get("\(Self.query)/query", "&where=1=1&returnCountOnly=true").body == #"{"count":4}"#)
    }
}
