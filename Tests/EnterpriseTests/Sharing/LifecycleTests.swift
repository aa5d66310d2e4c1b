// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// What is deleted comes back, what is done is remembered and told, and what is packed is unpacked.
@Suite("The life of content, and its witnesses")
struct LifecycleTests {
    private static let own = PublishingFixture.own
    private static let rest = PublishingFixture.rest

    private func bin(_ fixture: inout PublishingFixture) -> [String] {
        let heard = fixture.get(Self.own, "&inRecycleBin=true&foldersContent=true")
        return heard.json?["items"]?.elements?.compactMap { $0["id"]?.text } ?? []
    }

    private func enable(_ fixture: inout PublishingFixture) {
        _ = fixture.post("\(Self.rest)/portals/self/update", [("recycleBinEnabled", "true")], as: "anna")
    }

    @Test("a deleted item is in the bin, and comes back with its service")
    func recycled() throws {
        var fixture = try PublishingFixture()
        enable(&fixture)
        let id = Item.id("gis", "Hosted/T", "FeatureServer")
        #expect(fixture.get("\(Self.own)/items/\(id)/canRecycle").json?["success"]?.truth == true)
        #expect(fixture.post("\(Self.own)/items/\(id)/delete").json?["success"]?.truth == true)
        #expect(fixture.get("\(Self.rest)/content/items/\(id)").rule == "sharing.item-missing")
        #expect(fixture.get("/arcgis/rest/services/Hosted/T/FeatureServer").rule == "service.not-found")
        #expect(bin(&fixture) == [id])
        #expect(fixture.get("\(Self.own)/items/\(id)/canRestore").json?["success"]?.truth == true)
        #expect(fixture.post("\(Self.own)/items/\(id)/restore").body == #"{"itemId":"\#(id)","success":true}"#)
        #expect(bin(&fixture).isEmpty)
        #expect(fixture.get("/arcgis/rest/services/Hosted/T/FeatureServer").verdict.isEmpty)
        #expect(fixture.get("\(Self.rest)/content/items/\(id)").verdict.isEmpty)
    }

    @Test("what is deleted for good, or long ago, does not come back")
    func permanent() throws {
        var fixture = try PublishingFixture()
        enable(&fixture)
        _ = fixture.post("\(Self.own)/items/m/delete", [("permanentDelete", "true")])
        #expect(bin(&fixture).isEmpty)
        let item = fixture.add("a.csv", "CSV", "a\n1\n")
        _ = fixture.post("\(Self.own)/deleteItems", [("items", item)])
        #expect(bin(&fixture) == [item])
        #expect(fixture.post("\(Self.own)/items/\(item)/delete").json?["success"]?.truth == true)
        #expect(bin(&fixture).isEmpty)
        let other = fixture.add("b.csv", "CSV", "a\n1\n")
        _ = fixture.post("\(Self.own)/items/\(other)/delete")
        fixture.wait(15 * 86_400_000)
        #expect(bin(&fixture).isEmpty)
    }

    @Test("releases before 11.3 have no recycle bin")
    func before() throws {
        var fixture = try PublishingFixture("11.2")
        enable(&fixture)
        #expect(fixture.get("\(Self.own)/items/m/canRecycle").rule == "sharing.no-resource")
        _ = fixture.post("\(Self.own)/items/m/delete")
        #expect(bin(&fixture) == [Item.id("gis", "Hosted/T", "FeatureServer")], "a listing as ever")
    }

    @Test("a webhook is told what it asked for, and its deliveries are listed")
    func webhook() throws {
        var fixture = try PublishingFixture()
        let path = "\(Self.rest)/portals/self/webhooks"
        _ = fixture.post(
            "\(path)/createWebhook",
            [("name", "w"), ("url", "http://127.0.0.1:9/hook"), ("events", "/items/share,/groups"), ("secret", "s")],
            as: "anna")
        let hook = fixture.post(path, as: "anna").json?["webhooks"]?[0]?["id"]?.text ?? ""
        _ = fixture.post("\(Self.own)/items/m/update", [("title", "Other")])
        #expect(fixture.portal.deployment.takeDeliveries().isEmpty)
        _ = fixture.post("\(Self.own)/items/m/share", [("org", "true")])
        let sent = fixture.portal.deployment.takeDeliveries()
        #expect(sent.count == 1)
        #expect(fixture.portal.deployment.takeDeliveries().isEmpty)
        let delivery = try #require(sent.first?.delivery)
        let payload = try JSONReader.read(delivery.request.body)
        #expect(payload["info"]?["webhookId"]?.text == hook)
        #expect(payload["info"]?["secret"]?.text == "s")
        let event = payload["events"]?[0]
        #expect(
            event?.members?.map(\.name) == ["username", "userId", "when", "operation", "source", "id", "properties"])
        #expect(event?["operation"]?.text == "share")
        #expect(event?["properties"]?["sharedToGroups"]?.text == "[Organization]")
        fixture.portal.deployment.delivered(
            .answer(status: 200, body: Array(#"{"success":"true"}"#.utf8)), number: delivery.number, portal: 0)
        let told = fixture.post("\(path)/\(hook)/notificationStatus", as: "anna").json?["WebhookStatus"]?[0]
        #expect(told?["isInvoked"]?.truth == true)
        #expect(told?["responseText"]?.text == #"{"success":"true"}"#)
    }

    @Test("a webhook that nobody receives is paused")
    func paused() throws {
        var fixture = try PublishingFixture()
        let path = "\(Self.rest)/portals/self/webhooks"
        _ = fixture.post(
            "\(path)/createWebhook", [("name", "w"), ("url", "http://localhost:9/"), ("changes", "allChanges")],
            as: "anna")
        for number in 1...6 {
            _ = fixture.post("\(Self.own)/items/m/update", [("title", "T\(number)")])
            for (portal, delivery) in fixture.portal.deployment.takeDeliveries() {
                fixture.portal.deployment.delivered(.failure("refused"), number: delivery.number, portal: portal)
            }
        }
        #expect(fixture.post(path, as: "anna").json?["webhooks"]?[0]?["isActive"]?.truth == false)
    }

    @Test("history tells what members did, as CSV and JSON")
    func history() throws {
        var fixture = try PublishingFixture()
        _ = fixture.post("\(Self.own)/items/m/update", [("title", "Other")])
        let json = fixture.post("\(Self.rest)/portals/self/history", [("num", "100")], as: "anna").json?["items"]
        #expect(json?.elements?.contains { $0["action"]?.text == "update" && $0["id"]?.text == "m" } == true)
        let token = fixture.portal.token("anna", [("client", "requestip")])
        let csv = fixture.portal.ask("\(Self.rest)/portals/self/history", form: [("f", "csv"), ("token", token)])
        #expect(csv["Content-Type"]?.hasPrefix("text/csv") == true)
        #expect(csv.body.hasPrefix("id,idType,created,actor,action,owner,ip\n"))
        #expect(fixture.post("\(Self.rest)/portals/self/history").rule == "sharing.not-administrator")
    }

    @Test("usage counts the requests to a service")
    func usage() throws {
        var fixture = try PublishingFixture()
        for _ in 1...3 { _ = fixture.get("/arcgis/rest/services/Hosted/T/FeatureServer/0") }
        fixture.wait(60_000)
        let id = Item.id("gis", "Hosted/T", "FeatureServer")
        let heard = fixture.post(
            "\(Self.rest)/portals/self/usage", [("name", id), ("period", "1d"), ("vars", "num")], as: "anna")
        let counts = heard.json?["data"]?[0]?["num"]?.elements ?? []
        #expect(counts.count == 7)
        #expect(counts.reduce(0) { $0 + (Int($1[1]?.text ?? "") ?? 0) } == 3, "\(heard.body)")
    }

    @Test("a service takes the place of another, whose content is kept")
    func replaced() throws {
        var fixture = try PublishingFixture()
        let item = fixture.add("a.geojson", "GeoJson", PublishingFixture.points)
        let new = fixture.publish(item, "geojson").json?["services"]?[0]?["serviceItemId"]?.text ?? ""
        fixture.wait()
        let old = Item.id("gis", "Hosted/T", "FeatureServer")
        let services = "/arcgis/rest/services/Hosted"
        func count(_ name: String) -> Int? {
            fixture.get("\(services)/\(name)/FeatureServer/0/query", "&where=1%3D1&returnCountOnly=true").json?[
                "count"]?
                .integer
        }
        let before = count("T")
        let heard = fixture.post(
            "\(Self.own)/replaceService",
            [("toReplaceItemId", old), ("replacementItemId", new), ("replacedServiceName", "Kept")])
        #expect(heard.body == #"{"success":true}"#)
        #expect(count("T") == 1)
        #expect(count("Kept") == before)
        #expect(fixture.get("\(Self.rest)/content/items/\(new)").json?["title"]?.text == "Kept")
    }

    @Test("a group is packed, and unpacked")
    func packed() throws {
        var fixture = try PublishingFixture()
        let made = fixture.post("\(Self.rest)/community/createGroup", [("title", "G")])
        let group = "\(Self.rest)/community/groups/\(made.json?["group"]?["id"]?.text ?? "")"
        let item = fixture.add("a.csv", "CSV", "a\n1\n")
        _ = fixture.post("\(Self.own)/items/\(item)/share", [("groups", made.json?["group"]?["id"]?.text ?? "")])
        let job = fixture.post("\(group)/export", [("async", "true")]).json
        let status = "\(Self.rest)/portals/self/jobs/\(job?["jobId"]?.text ?? "")"
        #expect(fixture.get(status).json?["status"]?.text == "processing")
        fixture.wait()
        let package = fixture.get(status).json?["result"]?["itemId"]?.text ?? ""
        _ = fixture.post("\(Self.own)/items/\(item)/delete")
        let loaded = fixture.post("\(group)/import", [("itemId", package)])
        #expect(loaded.body == #"{"success":true,"itemsImported":1,"itemsSkipped":0,"itemsFailed":0}"#)
        #expect(fixture.get("\(Self.rest)/content/items/\(item)/data").body == "a\n1\n")
        let again = fixture.post("\(group)/import", [("itemId", package)])
        #expect(again.json?["itemsSkipped"]?.integer == 1)
    }

    @Test("the groups of an item are listed for a member who may not open them")
    func groups() throws {
        var fixture = try PublishingFixture()
        let made = fixture.post("\(Self.rest)/community/createGroup", [("title", "G"), ("access", "private")])
        let group = made.json?["group"]?["id"]?.text ?? ""
        _ = fixture.post("\(Self.own)/items/m/share", [("org", "true"), ("groups", group)])
        let listed = fixture.post("\(Self.rest)/content/items/m/groups", as: "vera").json?["other"]
        #expect(listed?.elements?.map { $0["id"]?.text } == [group])
        #expect(fixture.post("\(Self.rest)/community/groups/\(group)", as: "vera").rule == "sharing.group-forbidden")
    }

    @Test("resources are exported as a ZIP file")
    func resources() throws {
        var fixture = try PublishingFixture()
        for name in ["a.json", "b.json"] {
            _ = fixture.send("\(Self.own)/items/m/addResources", [("fileName", name)], file: name, "{}")
        }
        let heard = fixture.portal.ask("\(Self.own)/items/m/resources/export?f=zip&token=\(fixture.token)")
        #expect(ZIPArchive(heard.bytes)?.entries.map(\.name) == ["a.json", "b.json"])
    }
}
