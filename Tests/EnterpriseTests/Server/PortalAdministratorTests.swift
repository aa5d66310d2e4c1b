// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("portaladmin, and the servers of a portal")
struct PortalAdministratorTests {
    private static let invalid =
        #"{"error":{"code":498,"message":"Invalid Token.","details":["Token would have expired, regenerate token and send the request again.","If the token is generated based on the referrer make sure the referrer information is available with every request in header."]}}"#

    @Test("says what it wants, in the words of 11.1")
    func refusals() throws {
        var fixture = try PortalFixture.federated("11.1")
        let target = "/portal/portaladmin/federation/servers?f=json"
        #expect(fixture.ask(target).body == #"{"error":{"code":499,"message":"Token Required.","details":[]}}"#)
        #expect(fixture.ask("\(target)&token=rubbish").body == Self.invalid)
        let token = fixture.token("anna")
        #expect(fixture.ask("\(target)&token=\(token)").verdict.isEmpty)
        #expect(fixture.ask("\(target)&token=\(token)", fields: [("Referer", "https://app.example/")]).verdict.isEmpty)
        let other = fixture.ask("\(target)&token=\(token)", fields: [("Referer", "https://other.example/")])
        #expect(other.body == Self.invalid)
        #expect(other.rule == "token.other-referer")
        #expect(
            fixture.ask("\(target)&token=\(fixture.token("bert", [("client", "requestip")]))").rule
                == "admin.not-portal-administrator")
    }

    @Test("a missing Referer passes", arguments: ["10.3.1", "10.6.1", "10.9.1", "11.1", "11.4"])
    func before(_ version: String) throws {
        var fixture = try PortalFixture.federated(version)
        #expect(fixture.ask("/portal/portaladmin?f=json&token=\(fixture.token("anna"))").verdict.isEmpty)
    }

    @Test("lists the federated servers")
    func servers() throws {
        var fixture = try PortalFixture.federated("10.6.1")
        let token = fixture.token("anna")
        let admin = fixture.ask("/portal/portaladmin/federation/servers?f=json&token=\(token)").json?["servers"]?[0]
        #expect(
            admin?.members?.map(\.name) == [
                "id", "name", "url", "isHosted", "adminUrl", "serverRole", "serverFunction", "serverType",
                "webgisServerTrustKey",
            ])
        let own = fixture.ask("/portal/sharing/rest/portals/self/servers?f=json&token=\(token)")
        let server = own.json?["servers"]?[0]
        #expect(
            server?.members?.map(\.name) == [
                "id", "name", "adminUrl", "url", "isHosted", "serverKey", "serverType", "serverRole", "serverFunction",
            ])
        #expect(server?["url"]?.text == "https://h.example/arcgis")
        #expect(server?["serverFunction"]?.text?.isEmpty == true)
        #expect(server?["id"]?.text?.wholeMatch(of: /[A-Za-z0-9]{16}/) != nil)
        #expect(
            fixture.ask("/portal/sharing/rest/portals/0123456789ABCDEF/servers?f=json&token=\(token)").body == own.body)
        #expect(fixture.ask("/portal/sharing/rest/portals/self/servers?f=json").json?["error"]?["code"]?.integer == 499)
    }
}
