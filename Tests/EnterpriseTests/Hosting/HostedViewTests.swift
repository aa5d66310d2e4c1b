// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

/// A view shows what its definition lets through, and what it changes is changed in its source.
@Suite("Hosted views")
struct HostedViewTests {
    private static let admin = PublishingFixture.admin
    private static let services = "/arcgis/rest/services/Hosted"

    static func definition(of service: String) -> String {
        #"{"layers":[{"id":0,"name":"Seen","adminLayerInfo":{"viewLayerDefinition":{"sourceServiceName":"\#(service)","sourceLayerId":0,"sourceLayerFields":"*"}}}],"tables":[]}"#
    }

    /// Makes a view V of the hosted service T, and adds a layer.
    static func make(_ fixture: inout PublishingFixture, adding source: String? = "T") -> PortalFixture.Heard {
        let made = fixture.post(
            "\(PublishingFixture.own)/createService",
            [("isView", "true"), ("createParameters", #"{"name":"V","isView":true,"capabilities":"Query,Editing"}"#)])
        if let source {
            _ = fixture.post(
                "\(admin)/V/FeatureServer/addToDefinition", [("addToDefinition", definition(of: source))])
        }
        return made
    }

    private func rows(_ fixture: inout PublishingFixture, _ service: String) -> [JSON] {
        fixture.get("\(Self.services)/\(service)/FeatureServer/0/query", "&where=1%3D1&outFields=*").json?["features"]?
            .elements ?? []
    }

    private func update(_ fixture: inout PublishingFixture, _ json: String) {
        let heard = fixture.post("\(Self.admin)/V/FeatureServer/0/updateDefinition", [("updateDefinition", json)])
        #expect(heard.body == #"{"success":true}"#)
    }

    @Test("shows the rows of its source, as they are now")
    func same() throws {
        var fixture = try PublishingFixture()
        let made = Self.make(&fixture)
        #expect(made.json?["isView"]?.truth == true)
        let all = rows(&fixture, "T").count
        #expect(all > 1)
        #expect(rows(&fixture, "V").count == all)
        #expect(fixture.get("\(Self.services)/V/FeatureServer").json?["isView"]?.truth == true)
        #expect(fixture.get("\(Self.services)/V/FeatureServer/0").json?["isView"]?.truth == true)
        let id = made.json?["itemId"]?.text ?? ""
        let words = fixture.get("\(PublishingFixture.rest)/content/items/\(id)").json?["typeKeywords"]?.elements
        #expect(words?.compactMap(\.text).contains("View Service") == true)
        _ = fixture.post(
            "\(Self.admin)/T/FeatureServer/updateDefinition",
            [("updateDefinition", #"{"capabilities":"Create,Query,Delete,Update,Editing"}"#)])
        let deleted = fixture.post("\(Self.services)/T/FeatureServer/0/deleteFeatures", [("where", "1=1")])
        #expect(rows(&fixture, "T").isEmpty, "\(deleted.body)")
        #expect(rows(&fixture, "V").isEmpty)
    }

    @Test("an edit through a view is one of its source")
    func edits() throws {
        var fixture = try PublishingFixture()
        _ = Self.make(&fixture)
        let name =
            rows(&fixture, "T")[0]["attributes"]?.members?.map(\.name)
            .first { !["objectid", "globalid"].contains($0.lowercased()) } ?? ""
        update(&fixture, #"{"fields":[{"name":"\#(name)","visible":false}]}"#)
        #expect(rows(&fixture, "V")[0]["attributes"]?[name] == nil)
        let count = rows(&fixture, "T").count
        let first = rows(&fixture, "T")[0]["attributes"]
        let id = first?.members?.first { $0.name.lowercased() == "objectid" }?.value.integer ?? 0
        _ = fixture.post("\(Self.services)/V/FeatureServer/0/deleteFeatures", [("objectIds", "\(id)")])
        #expect(rows(&fixture, "T").count == count - 1)
        #expect(rows(&fixture, "V").count == count - 1)
        let added = fixture.post(
            "\(Self.services)/V/FeatureServer/0/addFeatures", [("features", #"[{"attributes":{}}]"#)])
        #expect(added.json?["addResults"]?[0]?["success"]?.truth == true, "\(added.body)")
        #expect(rows(&fixture, "T").count == count)
        #expect(rows(&fixture, "T").last?["attributes"]?.members?.map(\.name) == first?.members?.map(\.name))
    }

    @Test("a large edit through a view is made aside, of what the source is, and passed on when it is committed")
    func aside() throws {
        var fixture = try PublishingFixture()
        _ = Self.make(&fixture)
        _ = rows(&fixture, "V")
        let count = rows(&fixture, "T").count
        let features = "[\((0..<800).map { _ in #"{"attributes":{}}"# }.joined(separator: ","))]"
        let form = [("features", features), ("f", "json"), ("token", fixture.token)]
        var call = Call(
            request: Request(
                method: "POST", target: Target("\(Self.services)/V/FeatureServer/0/addFeatures"),
                fields: Fields([
                    .init("Host", "h.example"), .init("Content-Type", "application/x-www-form-urlencoded"),
                ]), body: Array(Form.encode(form).utf8)), now: fixture.portal.now,
            connection: Connection(
                id: 1, peerAddress: "127.0.0.1", peerPort: 5000, localPort: 443,
                tls: .init(version: "TLSv1.3", serverName: nil, clientCertificate: nil)))
        call.makesEditsAside = true
        func made() throws -> SlowEdit.Made {
            guard case .edit(let edit)? = fixture.portal.deployment.answer(call).errand else {
                throw PortalFixture.Broken(description: "it is made at once")
            }
            return edit.make()
        }
        call.edit = try made()
        #expect(rows(&fixture, "T").count == count && rows(&fixture, "V").count == count)
        // An edit of the source overtakes it.
        _ = fixture.post("\(Self.services)/V/FeatureServer/0/addFeatures", [("features", #"[{"attributes":{}}]"#)])
        call.edit = try made()
        let answer = fixture.portal.deployment.answer(call)
        #expect(answer.errand == nil)
        let results = (try? JSONReader.read(answer.sent.get().response.body))?["addResults"]?.elements
        #expect(results?.count == 800 && results?.allSatisfy { $0["success"]?.truth == true } == true)
        let counted = { (service: String, fixture: inout PublishingFixture) in
            fixture.get("\(Self.services)/\(service)/FeatureServer/0/query", "&where=1%3D1&returnCountOnly=true")
                .json?["count"]?.integer
        }
        #expect(counted("T", &fixture) == count + 801)
        #expect(counted("V", &fixture) == count + 801)
    }

    @Test("who reads a view changes neither it nor its source")
    func reading() throws {
        var fixture = try PublishingFixture()
        _ = Self.make(&fixture)
        _ = rows(&fixture, "V")
        let before = fixture.portal.deployment
        _ = rows(&fixture, "V")
        let services = fixture.portal.deployment.servers[0].services
        #expect(zip(services, before.servers[0].services).allSatisfy { $0.revision === $1.revision })
    }

    @Test("a query and a geometry limit its rows")
    func limits() throws {
        var fixture = try PublishingFixture()
        _ = Self.make(&fixture)
        let row = rows(&fixture, "T")[0]
        let member = row["attributes"]?.members?.first { $0.name.lowercased() == "objectid" }
        update(&fixture, #"{"viewDefinitionQuery":"\#(member?.name ?? "") = \#(member?.value.integer ?? 0)"}"#)
        #expect(rows(&fixture, "V").count == 1)
        update(&fixture, #"{"viewDefinitionQuery":""}"#)
        guard let x = row["geometry"]?["x"]?.double, let y = row["geometry"]?["y"]?.double else { return }
        let box = #"{"xmin":\#(x - 0.0001),"ymin":\#(y - 0.0001),"xmax":\#(x + 0.0001),"ymax":\#(y + 0.0001)}"#
        update(
            &fixture,
            #"{"viewLayerDefinition":{"filter":{"operator":"esriSpatialRelIntersects","value":{"geometryType":"esriGeometryEnvelope","geometry":\#(box)}}}}"#
        )
        let seen = rows(&fixture, "V").count
        #expect(seen >= 1 && seen < rows(&fixture, "T").count)
    }

    @Test("publish moves coordinates to targetSR", arguments: [102100, 3857, 25832])
    func target(_ wkid: Int) throws {
        var fixture = try PublishingFixture()
        let item = fixture.add("a.geojson", "GeoJson", PublishingFixture.points)
        _ = fixture.publish(
            item, "geojson", [("publishParameters", #"{"name":"P","targetSR":{"wkid":\#(wkid)}}"#)])
        fixture.wait()
        let set = fixture.get("\(Self.services)/P/FeatureServer/0/query", "&where=1%3D1").json
        let told = set?["spatialReference"]
        let named = [told?["wkid"]?.integer, told?["latestWkid"]?.integer].contains(wkid)
        #expect(named)
        let x = set?["features"]?[0]?["geometry"]?["x"]?.double ?? 0
        #expect(wkid == 25832 ? x < 0 : abs(x - 111_319.49) < 0.01, "\(x)")
    }
}
