// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

@Suite("Login pages")
struct LoginPageTests {
    @Test(
        "send a browser back to a path of this host, and nowhere else",
        arguments: [
            ("/arcgis/rest/services/Airports/MapServer?f=html", true), ("//evil.example", false),
            ("https://evil.example", false), ("/\\evil.example", false), ("javascript:alert(1)", false),
            ("/a\r\nSet-Cookie: x=y", false), ("/ä", false), ("", false),
        ])
    func redirect(_ wish: String, _ isTaken: Bool) throws {
        var fixture = try PortalFixture.federated("11.4")
        let form = [("username", "bert"), ("password", "pw"), ("redirect", wish)]
        let heard = fixture.ask("/arcgis/rest/login", form: form)
        #expect(heard.status == 302)
        #expect(heard["Location"] == "https://h.example\(isTaken ? wish : "/arcgis/rest/services")")
    }

    @Test("escape what they repeat")
    func escapes() throws {
        var fixture = try PortalFixture.federated("11.4")
        let page = fixture.ask("/arcgis/rest/login?redirect=%22%3E%3Cscript%3E").body
        #expect(!page.contains("<script>"))
        #expect(page.contains("&quot;&gt;&lt;script&gt;"))
    }

    @Test("give a cookie that opens what the user may see")
    func cookie() throws {
        var fixture = try PortalFixture.federated("11.4")
        let first = fixture.ask("/arcgis/rest/services/Airports/MapServer")
        #expect(first.status == 302)
        let form = [
            ("username", "bert"), ("password", "pw"), ("redirect", "/arcgis/rest/services/Airports/MapServer"),
        ]
        let cookie = fixture.ask("/arcgis/rest/login", form: form)["Set-Cookie"]?.prefix { $0 != ";" }
        let fields = [("Cookie", String(cookie ?? ""))]
        let page = fixture.ask("/arcgis/rest/services/Airports/MapServer", fields: fields)
        #expect(page.status == 200 && page.verdict.isEmpty)
        #expect(page.user == "bert")
    }

    @Test("of the administrator directories: the site administrator, and a portal's administrator")
    func administrators() throws {
        var fixture = try PortalFixture.federated("11.4")
        #expect(fixture.ask("/arcgis/admin/").status == 302)
        let admin = fixture.ask("/arcgis/admin/login", form: [("username", "psa"), ("password", "psa")])
        let cookie = String(admin["Set-Cookie"]?.prefix { $0 != ";" } ?? "")
        #expect(fixture.ask("/arcgis/admin/", fields: [("Cookie", cookie)]).verdict.isEmpty)
        let portal = fixture.ask("/portal/portaladmin/login", form: [("username", "anna"), ("password", "pw")])
        let other = String(portal["Set-Cookie"]?.prefix { $0 != ";" } ?? "")
        #expect(fixture.ask("/portal/portaladmin", fields: [("Cookie", other)]).verdict.isEmpty)
        #expect(
            fixture.ask("/arcgis/admin/login", form: [("username", "anna"), ("password", "pw")]).rule == "login.refused"
        )
    }
}
