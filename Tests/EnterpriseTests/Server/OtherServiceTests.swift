// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("Services that are no maps")
struct OtherServiceTests {
    private static let root = "/arcgis/rest/services"

    @Test("are in the catalog with their types")
    func catalog() throws {
        var fixture = try OtherServiceFixture.standalone()
        fixture.deployment.servers[0].services[4].access = .everyone
        let list = fixture.ask("\(Self.root)?f=json").json?["services"]?.elements ?? []
        #expect(
            Set(list.compactMap { $0["type"]?.text }) == [
                "GeocodeServer", "GPServer", "ImageServer", "VectorTileServer", "NAServer", "SceneServer",
            ])
    }

    @Test("answers that a scenario gives are given word for word, also where the double has no such operation")
    func canned() throws {
        var fixture = try OtherServiceFixture.standalone()
        #expect(fixture.ask("\(Self.root)/Photos/ImageServer/legend?f=json").body == #"{"layers":[]}"#)
        #expect(fixture.ask("\(Self.root)/Photos/ImageServer/computeStatistics?f=json").body == #"{"a":1}"#)
        #expect(fixture.ask("\(Self.root)/Photo/ImageServer/legend?f=json").json?["layers"]?.elements?.count == 1)
    }

    @Test("a vector tile service without f: JSON, and a missing token in a 200")
    func vectorTiles() throws {
        var fixture = try OtherServiceFixture.standalone()
        let refused = fixture.ask("\(Self.root)/Tiles/VectorTileServer")
        #expect(refused.status == 200)
        #expect(refused.body == #"{"error":{"code":499,"message":"Token Required","details":[]}}"#)
        fixture.deployment.servers[0].services[4].access = .everyone
        let root = fixture.ask("\(Self.root)/Tiles/VectorTileServer")
        #expect(root["Content-Type"] == "application/json;charset=utf-8")
        #expect(root.json?["type"]?.text == "indexedVector")
    }

    @Test("keeping what a locator finds is refused to a role without the privilege, and finding is not")
    func storage() throws {
        #expect(try OtherServiceFixture.storage().rule == "geocode.storage")
        #expect(try OtherServiceFixture.storage(forStorage: false).rule == nil)
        let may = try OtherServiceFixture.storage(privileges: "'premium:user:geocode:stored'")
        #expect(may.rule == nil && may.json?["candidates"]?.elements?.count == 1)
    }

    @Test("a job outlives its token: each look at it needs one that is good")
    func jobTokens() throws {
        var fixture = try PortalFixture(
            """
            { portal: { users: [{ username: "bert", password: "pw" }] }, servers: [{ federated: true, services: [
                { name: "Tools", type: "GPServer", access: "org", tasks: [{ name: "Slow", executes: "PT3H" }] } ] }] }
            """)
        let token = fixture.token()
        let task = "\(Self.root)/Tools/GPServer/Slow"
        let job = fixture.ask("\(task)/submitJob?f=json&token=\(token)").json?["jobId"]?.text ?? ""
        #expect(fixture.ask("\(task)/jobs/\(job)?f=json").rule == "token.required")
        #expect(fixture.ask("\(task)/jobs/\(job)?f=json&token=\(token)").json?["jobStatus"]?.text == "esriJobExecuting")
        fixture.now = fixture.now.advanced(minutes: 150)
        #expect(fixture.ask("\(task)/jobs/\(job)?f=json&token=\(token)").rule == "token.expired")
        #expect(fixture.ask("\(task)/jobs/\(job)?f=json&token=\(fixture.token())").verdict.isEmpty)
    }

    @Test("edits are the deployment's own: another from the same scenario does not see them")
    func isolation() throws {
        var one = try EditFixture.standalone()
        var other = try EditFixture.standalone()
        _ = one.ask("\(EditFixture.layer)/deleteFeatures", form: [("objectIds", "1"), ("f", "json")])
        let count = "\(EditFixture.layer)/query?where=1%3D1&returnCountOnly=true&f=json"
        #expect(one.ask(count).body == #"{"count":299}"#)
        #expect(other.ask(count).body == #"{"count":300}"#)
        let map = "/arcgis/rest/services/Grove/MapServer/0/query?where=1%3D1&returnCountOnly=true&f=json"
        #expect(one.ask(map).body == #"{"count":299}"#)
    }
}
