// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

@Suite("The pages that a person types first")
struct HomeTests {
    private static let hostile = "<script>document.title='owned'</script>\\\"'&"

    private static func fixture() throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: { version: "11.4", org: { name: "\(hostile)" }, logins: { builtIn: true, saml: { name: "ADFS" } },
                users: [{ username: "anna", password: "pw", role: "org_admin" }, { username: "bert", password: "pw" },
                        { username: "\(hostile)", password: "pw", fullName: "\(hostile)", access: "public" }],
                groups: [{ id: "g1", title: "\(hostile)", members: ["bert"], access: "private" }],
                items: [{ id: "11111111111111111111111111111111", title: "\(hostile)", type: "Web Map", access: "public",
                          owner: "bert", snippet: "\(hostile)", url: "javascript:alert(1)", data: {} },
                        { id: "22222222222222222222222222222222", title: "Inner map", type: "Web Map", access: "org",
                          owner: "bert", data: {} },
                        { id: "33333333333333333333333333333333", title: "Team map", type: "Web Map",
                          access: { groups: ["g1"] }, owner: "bert", data: {} }] },
              servers: [{ federated: true, siteAdmin: { username: "psa", password: "psa" }, services: [
                { name: "Open", access: "public", layers: [] }, { name: "Stopped", state: "stopped", layers: [] }] }] }
            """)
    }

    /// Follows what a browser follows, with its cookies.
    private final class Browser {
        var fixture: PortalFixture
        /// By path and name.
        var cookies: [(path: String, pair: String)] = []

        init(fixture: PortalFixture) { self.fixture = fixture }

        func go(_ target: String, form: [(String, String)]? = nil) -> PortalFixture.Heard {
            var (target, form) = (target, form)
            for _ in 0..<10 {
                let sent = cookies.filter { target.hasPrefix($0.path) }.map(\.pair).joined(separator: "; ")
                let heard = fixture.ask(target, form: form, fields: sent.isEmpty ? [] : [("Cookie", sent)])
                for field in heard.fields where ASCII.equal(field.name, "set-cookie") {
                    let parts = field.value.split(separator: ";").map { ASCII.trimmed($0) }
                    let path = parts.first { $0.hasPrefix("Path=") }.map { String($0.dropFirst(5)) } ?? "/"
                    let name = parts[0].prefix { $0 != "=" }
                    cookies.removeAll { $0.path == path && $0.pair.hasPrefix("\(name)=") }
                    if !field.value.contains("Max-Age=0") { cookies.append((path, parts[0])) }
                }
                guard let location = heard["Location"] else { return heard }
                target = String(location.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" })
                form = nil
            }
            return fixture.ask("/too/many/redirects")
        }
    }

    private static func href(_ page: PortalFixture.Heard, _ id: String) -> String {
        let tail = page.body.firstRange(of: "id=\"\(id)\" href=\"https://h.example").map { page.body[$0.upperBound...] }
        return String(tail?.prefix { $0 != "\"" } ?? "").replacing("&amp;", with: "&")
    }

    @Test("nobody, then a member by the sign-in page and back, then nobody again")
    func signIn() throws {
        let browser = Browser(fixture: try Self.fixture())
        let first = browser.go("/portal/home/item.html?id=22222222222222222222222222222222")
        #expect(first.body.contains("Nobody is signed in.") && first.rule == "sharing.item-missing")
        let page = browser.go(Self.href(first, "signin"))
        let key = page.body.firstMatch(of: /name="oauth_state" value="([^"]*)"/).map { String($0.1) } ?? ""
        let wrong = browser.go(
            "/portal/sharing/oauth2/signin", form: [("oauth_state", key), ("username", "anna"), ("password", "no")])
        #expect(wrong.body.contains("Invalid username or password."))
        let back = browser.go(
            "/portal/sharing/oauth2/signin", form: [("oauth_state", key), ("username", "anna"), ("password", "pw")])
        #expect(back.body.contains("anna is signed in.") && back.body.contains("<h1>Inner map</h1>"))
        let home = browser.go("/portal/home")
        for title in ["Inner map", "Team map", "Open"] { #expect(home.body.contains(title), "\(title)") }
        // The token of the cookie is a member's at the API, too.
        #expect(browser.go("/portal/sharing/rest/community/self?f=json").json?["username"]?.text == "anna")
        let out = browser.go(Self.href(home, "signout"))
        #expect(out.body.contains("Nobody is signed in.") && !out.body.contains("Inner map"))
    }

    @Test("the portal's address leads a browser there, and nobody else")
    func address() throws {
        var fixture = try Self.fixture()
        for path in ["/portal", "/portal/", "/Portal"] {
            let led = fixture.ask(path, fields: [("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")])
            #expect(led.status == 302 && led["Location"]?.hasSuffix("ortal/home/") == true, "\(path)")
            #expect(fixture.ask("\(path)?f=json", fields: [("Accept", "*/*")]).rule == "http.not-found", "\(path)")
        }
    }

    @Test("a code is good once, for the portal's own pages, and leads to no page of elsewhere")
    func codes() throws {
        let browser = Browser(fixture: try Self.fixture())
        for next in [
            "https://evil.example/", "//evil.example/", "/portal/home/../../x y", "/arcgis/", "/portal/home\\evil",
        ] {
            let asked = browser.fixture.ask("/portal/home/signin.html?error=access_denied&next=\(Percent.encode(next))")
            #expect(asked["Location"] == "https://h.example/portal/home/", "\(next)")
        }
        #expect(browser.go("/portal/home/signin.html?code=invented").rule == "oauth.code-invalid")
        let page = browser.go("/portal/home/signin.html")
        let key = page.body.firstMatch(of: /name="oauth_state" value="([^"]*)"/).map { String($0.1) } ?? ""
        let sent = browser.fixture.ask(
            "/portal/sharing/oauth2/signin", form: [("oauth_state", key), ("username", "bert"), ("password", "pw")])
        let location = try #require(sent["Location"]).dropFirst("https://h.example".count)
        #expect(browser.go(String(location)).body.contains("bert is signed in."))
        #expect(browser.fixture.ask(String(location)).rule == "oauth.code-invalid")
    }

    @Test("members, groups and items are shown to those who may see them")
    func sharing() throws {
        let browser = Browser(fixture: try Self.fixture())
        let open = browser.go("/portal/home/")
        #expect(!open.body.contains("Inner map") && !open.body.contains("bert</a>"))
        #expect(browser.go("/portal/home/group.html?id=g1").rule == "sharing.group-missing")
        #expect(browser.go("/portal/home/user.html?user=bert").rule == "sharing.user-missing")
        browser.cookies = [
            ("/", "esri_auth=" + Percent.encode("{\"token\":\"\(try token(&browser.fixture, "bert"))\"}"))
        ]
        #expect(browser.go("/portal/home/group.html?id=g1").body.contains("Team map"))
        let own = browser.go("/portal/home/user.html")
        #expect(own.body.contains("<dd>bert</dd>") && own.body.contains("Team map"))
    }

    private func token(_ fixture: inout PortalFixture, _ user: String) throws -> String {
        try fixture.deployment.issue(TokenOrder(.user(user)), at: fixture.now).string
    }

    @Test("no name, title or address is markup")
    func hostile() throws {
        let browser = Browser(fixture: try Self.fixture())
        let name = Percent.encode(Self.hostile.replacing("\\\"", with: "\""))
        for target in [
            "/portal/home/", "/portal/home/item.html?id=11111111111111111111111111111111",
            "/portal/home/user.html?user=\(name)",
            "/portal/home/item.html?id=\(name)", "/portal/home/\(name)", "/portal/home/signin.html?code=\(name)",
            "/arcgis/manager?\(name)",
        ] {
            let page = browser.go(target)
            #expect(!page.body.contains("<script>document"), "\(target)")
            #expect(!page.body.contains("href=\"javascript:"), "\(target)")
        }
    }

    @Test("the manager asks who is there, and leads on")
    func manager() throws {
        let browser = Browser(fixture: try Self.fixture())
        let form = browser.go("/arcgis/manager")
        #expect(form.body.contains("<form method=\"post\">"))
        let redirect = form.body.firstMatch(of: /name="redirect" value="([^"]*)"/).map { String($0.1) } ?? ""
        let inside = browser.go(
            "/arcgis/admin/login", form: [("redirect", redirect), ("username", "psa"), ("password", "psa")])
        #expect(inside.body.contains("psa is signed in.") && inside.body.contains("(MapServer), stopped"))
        #expect(
            browser.go("/arcgis/admin/").body.contains("<a href=\"/arcgis/admin/services\">"),
            "the directory knows who is there")
        // The services directory does not: the site administrator is no member of the portal.
        #expect(browser.go("/arcgis/rest/services?f=json").rule == nil)
        // Whoever signs in for the directory alone has no cookie of the manager.
        let plain = browser.fixture.ask("/arcgis/admin/login", form: [("username", "psa"), ("password", "psa")])
        #expect(plain.fields.count { ASCII.equal($0.name, "set-cookie") } == 1)
    }

    @Test("the administrator directory's login leads on, and every resource it names is there")
    func portalAdmin() throws {
        let browser = Browser(fixture: try Self.fixture())
        let form = browser.go("/portal/portaladmin")
        let redirect = form.body.firstMatch(of: /name="redirect" value="([^"]*)"/).map { String($0.1) } ?? ""
        let root = browser.go(
            "/portal/portaladmin/login", form: [("redirect", redirect), ("username", "anna"), ("password", "pw")])
        let links = root.body.matches(of: /href="(\/portal\/portaladmin\/[^"?]*)"/).map { String($0.1) }
        #expect(links.count > 3)
        for link in links {
            let page = browser.go(link)
            #expect(page.status == 200 && page.rule == nil, "\(link): \(page.rule ?? "")")
        }
    }
}
