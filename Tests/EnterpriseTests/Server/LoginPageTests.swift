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
        var desk = try Desk.federated("11.4")
        let form = [("username", "bert"), ("password", "pw"), ("redirect", wish)]
        let heard = desk.ask("/arcgis/rest/login", form: form)
        #expect(heard.status == 302)
        #expect(heard["Location"] == "https://h.example\(isTaken ? wish : "/arcgis/rest/services")")
    }

    @Test("escape what they repeat")
    func escapes() throws {
        var desk = try Desk.federated("11.4")
        let page = desk.ask("/arcgis/rest/login?redirect=%22%3E%3Cscript%3E").body
        #expect(!page.contains("<script>"))
        #expect(page.contains("&quot;&gt;&lt;script&gt;"))
    }

    @Test("give a cookie that opens what the user may see")
    func cookie() throws {
        var desk = try Desk.federated("11.4")
        let first = desk.ask("/arcgis/rest/services/Airports/MapServer")
        #expect(first.status == 302)
        let form = [
            ("username", "bert"), ("password", "pw"), ("redirect", "/arcgis/rest/services/Airports/MapServer"),
        ]
        let cookie = desk.ask("/arcgis/rest/login", form: form)["Set-Cookie"]?.prefix { $0 != ";" }
        let fields = [("Cookie", String(cookie ?? ""))]
        let page = desk.ask("/arcgis/rest/services/Airports/MapServer", fields: fields)
        #expect(page.status == 200 && page.because.isEmpty)
        #expect(page.user == "bert")
    }

    @Test("of the administrator directories: the site administrator, and a portal's administrator")
    func administrators() throws {
        var desk = try Desk.federated("11.4")
        #expect(desk.ask("/arcgis/admin/").status == 302)
        let admin = desk.ask("/arcgis/admin/login", form: [("username", "psa"), ("password", "psa")])
        let cookie = String(admin["Set-Cookie"]?.prefix { $0 != ";" } ?? "")
        #expect(desk.ask("/arcgis/admin/", fields: [("Cookie", cookie)]).because.isEmpty)
        let portal = desk.ask("/portal/portaladmin/login", form: [("username", "anna"), ("password", "pw")])
        let other = String(portal["Set-Cookie"]?.prefix { $0 != ";" } ?? "")
        #expect(desk.ask("/portal/portaladmin", fields: [("Cookie", other)]).because.isEmpty)
        #expect(
            desk.ask("/arcgis/admin/login", form: [("username", "anna"), ("password", "pw")]).rule == "login.refused")
    }
}
