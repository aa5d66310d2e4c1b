// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("The services directory and the sharing API")
struct DirectoryTests {
    @Test(
        "bodies of a federated 10.6.1 server",
        arguments: [
            (
                "/arcgis/rest/info?f=json",
                #"{"currentVersion":10.61,"fullVersion":"10.6.1","soapUrl":"https://h.example/arcgis/services","secureSoapUrl":null,"owningSystemUrl":"https://h.example/portal","authInfo":{"isTokenBasedSecurity":true,"tokenServicesUrl":"https://h.example/portal/sharing/rest/generateToken"}}"#
            ),
            (
                "/portal/sharing/rest/info?f=json",
                #"{"owningSystemUrl":"https://h.example/portal","authInfo":{"tokenServicesUrl":"https://h.example/portal/sharing/rest/generateToken","isTokenBasedSecurity":true}}"#
            ),
            ("/portal/sharing/rest?f=json", #"{"currentVersion":"6.2"}"#),
            ("/portal/sharing/rest/?f=json", #"{"currentVersion":"6.2"}"#),
            (
                "/portal/sharing/rest/community/self?f=json",
                #"{"error":{"code":499,"message":"Token Required.","details":[]}}"#
            ),
            (
                "/arcgis/rest/services?f=json",
                #"{"currentVersion":10.61,"folders":[],"services":[{"name":"Open","type":"MapServer"},{"name":"Stopped","type":"MapServer"}]}"#
            ),
            (
                "/arcgis/rest/services/Nope/MapServer?f=json",
                #"{"error":{"code":500,"message":"Service Nope/MapServer not found ","details":[]}}"#
            ),
            (
                "/arcgis/rest/services/Open/MapServer/9?f=json",
                #"{"error":{"code":400,"message":"Invalid or missing input parameters.","details":["Invalid Layer or Table ID: 9."]}}"#
            ),
            (
                "/arcgis/rest/services/Open/MapServer/0/query?where=1%3D1&returnCountOnly=true&f=json",
                #"{"count":300}"#
            ),
        ])
    func bodies(_ target: String, _ body: String) throws {
        var fixture = try PortalFixture.federated("10.6.1")
        #expect(fixture.ask(target).body == body)
        let sides = target.split(separator: "?", maxSplits: 1)
        let form = Form.parse(String(sides[1])).map { ($0.name, $0.value) }
        #expect(fixture.ask(String(sides[0]), form: form).body == body, "by POST")
    }

    @Test("the service is gone with 404 from 10.7.1 on")
    func notFound() throws {
        var fixture = try PortalFixture.federated("10.7.1")
        let heard = fixture.ask("/arcgis/rest/services/Airprots/MapServer?f=json")
        #expect(heard.body == #"{"error":{"code":404,"message":"Service Airprots/MapServer not found ","details":[]}}"#)
        #expect(heard.verdict.first?.wouldPass == "did you mean Airports?")
    }

    @Test(
        "a missing service is named with its own type, but for the MapServer below a FeatureServer",
        arguments: [
            ("11.4", "ImageServer", "Service Nope/ImageServer not found "),
            ("11.4", "GPServer", "Service Nope/GPServer not found "),
            ("11.4", "FeatureServer", "Service Nope/MapServer not found "),
            ("10.0", "ImageServer", "Service 'Nope' of type 'ImageServer' does not exist or is inaccessible."),
        ])
    func typeOfMissing(_ version: String, _ type: String, _ words: String) throws {
        var fixture = try PortalFixture("{ portal: null, servers: [{ version: \"\(version)\" }] }")
        #expect(fixture.ask("/arcgis/rest/services/Nope/\(type)?f=json").body.contains(words))
    }

    @Test("an operation with a slip names the one meant")
    func slip() throws {
        var fixture = try PortalFixture.federated("10.7.1")
        for path in ["0/querry", "exprot"] {
            let heard = fixture.ask("/arcgis/rest/services/Open/MapServer/\(path)?f=json")
            let meant = path == "exprot" ? "export" : "0/query"
            #expect(heard.verdict.first?.wouldPass == "did you mean \(meant)?")
        }
    }

    @Test("a stopped service says so")
    func stopped() throws {
        var fixture = try PortalFixture.federated("11.4")
        let heard = fixture.ask("/arcgis/rest/services/Stopped/MapServer?f=json")
        #expect(
            heard.body == #"{"error":{"code":500,"message":"Service Stopped/MapServer not started ","details":[]}}"#)
        #expect(heard.rule == "service.not-started")
    }

    @Test("the catalog shows what the caller may see")
    func catalog() throws {
        var fixture = try PortalFixture.federated("10.6.1")
        let token = fixture.token("bert")
        let names = fixture.ask("/arcgis/rest/services?f=json&token=\(token)").json?["services"]?.elements?.compactMap {
            $0["name"]?.text
        }
        #expect(names == ["Airports", "Airports", "Open", "Stopped"])
    }

    @Test("a standalone server names its own token service")
    func standalone() throws {
        var fixture = try PortalFixture.standalone("10.5.1")
        #expect(
            fixture.ask("/arcgis/rest/info?f=json").body
                == #"{"currentVersion":10.51,"fullVersion":"10.5.1","soapUrl":"https://h.example/arcgis/services","secureSoapUrl":null,"authInfo":{"isTokenBasedSecurity":true,"tokenServicesUrl":"https://h.example/arcgis/tokens/","shortLivedTokenValidity":60}}"#
        )
    }

    @Test("URLs follow the request's scheme and Host")
    func urls() throws {
        var fixture = try PortalFixture.federated("10.6.1")
        let plain = fixture.ask("/arcgis/rest/info?f=json", fields: [("Host", "other:7443")], secure: false)
        #expect(plain.json?["owningSystemUrl"]?.text == "http://other:7443/portal")
    }

    @Test("portals/self and community/self know the caller")
    func caller() throws {
        var fixture = try PortalFixture.federated("11.4")
        let token = fixture.token("bert")
        let portal = fixture.ask("/portal/sharing/rest/portals/self?f=json&token=\(token)")
        #expect(portal.json?["user"]?["username"]?.text == "bert")
        #expect(portal.json?["allSSL"]?.truth == true)
        #expect(fixture.ask("/portal/sharing/rest/portals/self?f=json").json?["user"] == nil)
        let own = fixture.ask("/portal/sharing/rest/community/self?f=json&token=\(token)")
        #expect(own.json?["username"]?.text == "bert")
        let bad = fixture.ask("/portal/sharing/rest/portals/self?f=json&token=x")
        #expect(bad.body == #"{"error":{"code":498,"message":"Invalid token.","details":[]}}"#)
    }

    @Test("rows can be paged, in pieces that have no gap")
    func paging() throws {
        var fixture = try PortalFixture.federated("11.4")
        var ids: [Int] = []
        var offset = 0
        while true {
            let heard = fixture.ask(
                "/arcgis/rest/services/Open/MapServer/0/query",
                form: [
                    ("where", "1=1"), ("outFields", "OBJECTID"), ("resultOffset", "\(offset)"),
                    ("resultRecordCount", "70"), ("returnGeometry", "false"), ("f", "json"),
                ])
            let features = heard.json?["features"]?.elements ?? []
            ids += features.compactMap { $0["attributes"]?["OBJECTID"]?.integer }
            offset += features.count
            if heard.json?["exceededTransferLimit"]?.truth != true { break }
        }
        #expect(ids == Array(1...300))
        let only = fixture.ask("/arcgis/rest/services/Open/MapServer/0/query?where=1%3D1&returnIdsOnly=true&f=json")
        #expect(only.json?["objectIds"]?.elements?.count == 300)
        #expect(only.json?["objectIdFieldName"]?.text == "OBJECTID")
    }
}
