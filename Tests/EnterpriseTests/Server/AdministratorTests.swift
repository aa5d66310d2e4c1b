// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("A server's administrator directory")
struct AdministratorTests {
    private static func admin(_ fixture: inout PortalFixture) -> String {
        let form = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
        return fixture.ask("/arcgis/admin/generateToken", form: form).token
    }

    private static let undecipherable =
        #"{"status":"error","messages":["Could not decrypt token. Token may not be valid."],"code":498}"#

    @Test("the recorded bodies of 10.5.1, to the byte")
    func recorded() throws {
        var fixture = try PortalFixture.standalone("10.5.1")
        let none = fixture.ask("/arcgis/admin/?f=json")
        #expect(
            none.body
                == #"{"status":"error","messages":["Unauthorized access. Token not found. You can generate a token using the 'generateToken' operation."],"code":499}"#
        )
        #expect(none.body.utf8.count == 144)
        #expect(none["Content-Type"] == "text/plain;charset=UTF-8")
        let form = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
        #expect(fixture.ask("/arcgis/admin/generateToken", form: form).body.utf8.count == 102)
        let root = fixture.ask("/arcgis/admin/?f=json&token=\(Self.admin(&fixture))")
        #expect(
            root.body
                == #"{"resources":["machines","clusters","system","services","security","data","uploads","logs","mode","usagereports"],"currentVersion":10.51,"fullVersion":"10.5.1","acceptLanguage":null}"#
        )
        #expect(root.body.utf8.count == 182)
        #expect(fixture.ask("/arcgis/admin/?f=json&token=rubbish").body == Self.undecipherable)
        let token = Self.admin(&fixture)
        fixture.now = fixture.now.advanced(minutes: 61)
        #expect(
            fixture.ask("/arcgis/admin/?f=json&token=\(token)").body
                == #"{"status":"error","messages":["Token Expired."],"code":498}"#)
    }

    @Test("a machine without a site")
    func noSite() throws {
        var fixture = try PortalFixture(
            "{ portal: null, servers: [{ version: '10.5.1', site: false, siteAdmin: { username: 'psa', password: 'psa' } }] }"
        )
        let directory = fixture.ask("/arcgis/admin/?f=json")
        #expect(
            directory.body
                == #"{"status":"error","messages":["Server machine 'ARCGIS.INTERNAL.LOCAL' does not participate in any Site. Create a new Site or join an existing Site."],"code":404,"acceptLanguage":null}"#
        )
        #expect(directory.body.utf8.count == 183)
        let token = fixture.ask(
            "/arcgis/admin/generateToken", form: [("username", "psa"), ("password", "psa"), ("f", "json")])
        #expect(
            token.body
                == #"{"status":"error","messages":["Local machine 'ARCGIS.INTERNAL.LOCAL' is not participating in any Site. Please create a new Site or join an existing Site."],"code":500}"#
        )
        #expect(token.body.utf8.count == 167)
    }

    @Test("without the last slash a redirect, query and all")
    func slash() throws {
        var fixture = try PortalFixture.standalone("10.5.1")
        let heard = fixture.ask("/arcgis/admin?f=json")
        #expect(heard.status == 302)
        #expect(heard["Location"] == "https://h.example/arcgis/admin/?f=json")
    }

    @Test(
        "the token in a body only: not seen by 10.3.1",
        arguments: [("10.3.1", 499), ("10.5.1", nil)] as [(String, Int?)])
    func body(_ version: String, _ code: Int?) throws {
        var fixture = try PortalFixture.standalone(version)
        let token = Self.admin(&fixture)
        #expect(fixture.ask("/arcgis/admin/", form: [("f", "json"), ("token", token)]).json?["code"]?.integer == code)
        #expect(fixture.ask("/arcgis/admin/?token=\(token)", form: [("f", "json")]).json?["code"] == nil)
    }

    @Test("once federated: the site administrator, or a portal administrator or publisher with a referer-bound token")
    func federated() throws {
        var fixture = try PortalFixture.federated("10.6.1")
        func ask(_ token: String) -> String? { fixture.ask("/arcgis/admin/?f=json&token=\(token)").rule }
        #expect(ask(Self.admin(&fixture)) == nil)
        #expect(ask(fixture.token("anna")) == nil)
        #expect(ask(fixture.token("bert")) == "admin.not-administrator")
        #expect(ask(fixture.token("anna", [("client", "requestip")])) == "admin.address-bound")
        #expect(ask(fixture.appToken()) == "admin.not-administrator")
        #expect(ask("rubbish") == "token.undecipherable")
        #expect(
            fixture.ask(
                "/arcgis/admin/?f=json&token=\(fixture.token("anna"))", fields: [("Referer", "https://other.example")]
            ).body == Self.undecipherable)
        // Esri/arcgis-cookbook asks so once a server is federated.
        let federate = "/arcgis/admin/services/federate?f=json&token=\(fixture.token("anna"))"
        #expect(fixture.ask(federate, form: []).body == #"{"status":"success"}"#)
    }
}
