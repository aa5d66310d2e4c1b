// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("A server's token doors")
struct ServerTokenTests {
    private static let invalid =
        #"{"error":{"code":401,"message":"You are not authorized to access this information","details":"Invalid credentials"}}"#

    @Test("tokens/generateToken: 64 letters, a number, for an hour")
    func success() throws {
        var fixture = try PortalFixture.standalone()
        let heard = fixture.ask(
            "/arcgis/tokens/generateToken",
            form: [("username", "uwe"), ("password", "pw"), ("client", "requestip"), ("f", "json")])
        #expect(heard.body == "{\"token\":\"\(heard.token)\",\"expires\":1453832940000}")
        #expect(heard.token.wholeMatch(of: /[A-Za-z0-9_-]{64}/) != nil)
        #expect(fixture.ask("/arcgis/rest/services/Airports/MapServer?f=json&token=\(heard.token)").verdict.isEmpty)
    }

    @Test("details are a bare string when the credentials are wrong")
    func wrong() throws {
        var fixture = try PortalFixture.standalone()
        for (user, password) in [("uwe", "no"), ("nobody", "pw"), ("", "")] {
            let heard = fixture.ask(
                "/arcgis/tokens/generateToken", form: [("username", user), ("password", password), ("f", "json")])
            #expect(heard.body == Self.invalid)
            #expect(heard.rule == "server-token.invalid-credentials")
        }
    }

    @Test("GET is off; the bare path is a form and hands out nothing")
    func get() throws {
        var fixture = try PortalFixture.standalone()
        #expect(
            fixture.ask("/arcgis/tokens/generateToken?username=uwe&password=pw&f=json").rule == "server-token.method")
        #expect(fixture.ask("/arcgis/tokens/").body.contains("<form"))
        #expect(fixture.ask("/arcgis/tokens/generateToken").body.contains("<form"))
    }

    @Test("a long life wants a client")
    func longLife() throws {
        var fixture = try PortalFixture.standalone()
        let form = [("username", "uwe"), ("password", "pw"), ("expiration", "1440"), ("f", "json")]
        let refused = fixture.ask("/arcgis/tokens/generateToken", form: form)
        #expect(
            refused.body
                == #"{"error":{"code":400,"message":"Failed to generate a token for the user.","details":["Client ID is required for long expiration tokens."]}}"#
        )
        let long = fixture.ask("/arcgis/tokens/generateToken", form: form + [("client", "requestip")])
        #expect(long.json?["expires"]?.double == Double(fixture.now.milliseconds + 1440 * 60_000))
        let clamped = fixture.ask(
            "/arcgis/tokens/generateToken",
            form: [
                ("username", "uwe"), ("password", "pw"), ("expiration", "99999"), ("client", "requestip"),
                ("f", "json"),
            ])
        #expect(clamped.json?["expires"]?.double == Double(fixture.now.milliseconds + 1440 * 60_000))
    }

    @Test("federated, it serves the site administrator alone, and services want none of that")
    func federated() throws {
        var fixture = try PortalFixture.federated("10.6.1")
        let member = fixture.ask(
            "/arcgis/tokens/generateToken",
            form: [("username", "anna"), ("password", "pw"), ("client", "requestip"), ("f", "json")])
        #expect(member.body == Self.invalid)
        #expect(member.rule == "server-token.portal-users")
        let admin = fixture.ask(
            "/arcgis/tokens/generateToken",
            form: [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")])
        #expect(admin.token.utf8.count == 64)
        let read = fixture.ask("/arcgis/rest/services/Airports/MapServer?f=json&token=\(admin.token)")
        #expect(read.body == #"{"error":{"code":498,"message":"Invalid Token","details":[]}}"#)
        #expect(read.rule == "token.site-admin-on-service")
    }

    @Test("admin/generateToken: expires is a string")
    func admin() throws {
        for var fixture in [try PortalFixture.standalone(), try PortalFixture.federated("10.4")] {
            let form = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
            let heard = fixture.ask("/arcgis/admin/generateToken", form: form)
            #expect(heard.body == "{\"token\":\"\(heard.token)\",\"expires\":\"1453832940000\"}")
            let wrong = fixture.ask(
                "/arcgis/admin/generateToken", form: [("username", "anna"), ("password", "pw"), ("f", "json")])
            #expect(wrong.json?["status"]?.text == "error")
            #expect(wrong.rule?.hasPrefix("server-token.") == true)
        }
    }
}
