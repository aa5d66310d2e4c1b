// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@Suite("Pages of the services directory")
struct ServicesPageTests {
    private static let services = "/arcgis/rest/services"

    private static func fixture(_ version: String = "10.7.1", evil: String = "") throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ version: "\(version)", siteAdmin: { username: "psa", password: "psa" },
                services: [
                  { name: "Town/Map & Co", access: "public", description: "\(evil)", layers: [
                      { id: 4, name: "All", type: "Group Layer" },
                      { id: 5, name: "Places\(evil)", parentLayerId: 4, source: "a.json",
                        copyrightText: "\(evil)", description: "\(evil)" },
                      { id: 6, name: "Notes", source: "b.json" } ] },
                  { name: "Edits", type: "FeatureServer", access: "public", layers: [
                      { id: 0, source: "a.json", capabilities: "Query,Create" } ] },
                  { name: "Secret", layers: [] }, { name: "Where", type: "GeocodeServer", access: "public",
                    locations: [{ address: "Nowhere 1", x: 1, y: 2 }] } ] }] }
            """,
            files: [
                "a.json":
                    #"{"features":[{"attributes":{"NAME":"Ulm \#(evil)"},"geometry":{"x":1.5,"y":2}},{"attributes":{"NAME":"Bonn"},"geometry":{"x":3,"y":4}}]}"#,
                "b.json": #"{"features":[{"attributes":{"A":1}}]}"#,
            ])
    }

    @Test(
        "what is on them",
        arguments: [
            (
                "",
                [
                    "<h2>Folder: /</h2>", "<a href=\"/arcgis/rest/services/Town\">Town</a>",
                    "<a href=\"/arcgis/rest/services/Edits/FeatureServer\">Edits</a> (FeatureServer)",
                    "<b>Current Version:</b> 10.71", "<a href=\"?f=pjson\">JSON</a>", ">Login</a>",
                ]
            ),
            (
                "/Town",
                [
                    "<h2>Folder: Town</h2>", "&gt; <a href=\"/arcgis/rest/services/Town\">Town</a></nav>",
                    "<a href=\"/arcgis/rest/services/Town/Map%20%26%20Co/MapServer\">Town/Map &amp; Co</a> (MapServer)",
                ]
            ),
            (
                "/Town/Map%20%26%20Co/MapServer",
                [
                    "<h2>Map &amp; Co (MapServer)</h2>", "/MapServer/layers\">All Layers and Tables</a>",
                    "/MapServer/4\">All</a> (4)<ul><li><a href=\"/arcgis/rest/services/Town/Map%20%26%20Co/MapServer/5\">Places</a> (5)</li></ul>",
                    "<h3>Tables:</h3>", "<b>Max Record Count:</b> 1000", "<b>Supported Operations:</b>",
                    "/MapServer/export\">Export Map Image</a>", "/MapServer/identify\">Identify</a>",
                    "/MapServer/find\">Find</a>",
                ]
            ),
            (
                "/Town/Map%20%26%20Co/MapServer/5",
                [
                    "<h2>Layer: Places (ID: 5)</h2>", "<b>Parent Layer:</b> <a href=",
                    "<li>OBJECTID ( type: esriFieldTypeOID, alias: OBJECTID )</li>",
                    "/MapServer/5/query\">Query</a>",
                    "Town</a> &gt; <a href=\"/arcgis/rest/services/Town/Map%20%26%20Co/MapServer\">Map &amp; Co (MapServer)</a> &gt; <a href=\"/arcgis/rest/services/Town/Map%20%26%20Co/MapServer/5\">5</a>",
                ]
            ),
            ("/Town/Map%20%26%20Co/MapServer/6", ["<h2>Table: Notes (ID: 6)</h2>"]),
            (
                "/Town/Map%20%26%20Co/MapServer/5/query",
                [
                    "<h2>Query</h2>", "<label for=\"where\">Where:</label>", "<textarea id=\"where\" name=\"where\"",
                    "<label for=\"outFields\">Out Fields:</label>", "<label for=\"text\">Text:</label>",
                    "formmethod=\"get\">Query (GET)</button>", "formmethod=\"post\">Query (POST)</button>",
                    "<option>geojson</option>", "name=\"resultOffset\"",
                ]
            ),
            (
                "/Town/Map%20%26%20Co/MapServer/5/query?where=1%3D1&outFields=NAME&returnGeometry=false&f=html",
                [
                    "<form method=\"get\" action=\"/arcgis/rest/services/Town/Map%20%26%20Co/MapServer/5/query\">",
                    "rows=\"2\">1=1</textarea>", "name=\"outFields\" value=\"NAME\"",
                    "name=\"returnGeometry\" id=\"returnGeometry-no\" value=\"false\" checked", "<p># records: 2</p>",
                    "<b>NAME:</b> Bonn",
                    "href=\"?where=1%3D1&amp;outFields=NAME&amp;returnGeometry=false&amp;f=pjson\"",
                ]
            ),
            (
                "/Town/Map%20%26%20Co/MapServer/5/query?where=nope",
                ["rows=\"2\">nope</textarea>", "Error: Failed to execute query.<br>\nCode: 400"]
            ),
            (
                "/Town/Map%20%26%20Co/MapServer/export?bbox=0,0,5,5&f=html",
                ["<h2>Export Map Image</h2>", "<img src=\"https://h.example/arcgis/rest/directories/arcgisoutput/"]
            ),
            (
                "/Edits/FeatureServer/0",
                ["/FeatureServer/0/addFeatures\">Add Features</a>", "/FeatureServer/0/query\">Query</a>"]
            ),
            (
                "/Edits/FeatureServer/0/query?where=1%3D1&returnIdsOnly=true",
                ["<a href=\"/arcgis/rest/services/Edits/FeatureServer/0/1\">1</a>"]
            ),
            (
                "/Edits/FeatureServer/0/addFeatures",
                [
                    "<label for=\"features\">Features:</label>",
                    "<button type=\"submit\" formmethod=\"post\">Add Features (POST)",
                ]
            ),
            (
                "/Edits/FeatureServer/0/1/addAttachment",
                ["type=\"file\"", "formenctype=\"multipart/form-data\""]
            ),
            ("/Where/GeocodeServer/findAddressCandidates", ["name=\"SingleLine\""]),
            (
                "/Where/GeocodeServer/findAddressCandidates?SingleLine=nowhere",
                ["value=\"nowhere\"", "<b>address:</b> Nowhere 1"]
            ),
            ("/Nope/MapServer", ["Error: Service Nope/MapServer not found <br>\nCode: 404"]),
        ] as [(String, [String])])
    func pages(_ path: String, _ parts: [String]) throws {
        var fixture = try Self.fixture()
        let heard = fixture.ask(Self.services + path)
        #expect(heard["Content-Type"] == "text/html;charset=utf-8")
        for part in parts { #expect(heard.body.contains(part), "\(part) in \(heard.body)") }
    }

    @Test("a form alone asks nothing; with an empty field it asks, and hears what is missing")
    func form() throws {
        var fixture = try Self.fixture()
        let query = Self.services + "/Edits/FeatureServer/0/query"
        #expect(fixture.ask(query).verdict.isEmpty)
        #expect(fixture.ask("\(query)?where=&f=html").rule == "query.no-filter")
        #expect(fixture.ask("\(query)?f=json").rule == "query.no-filter")
        let features = #"[{"attributes":{"NAME":"Köln"},"geometry":{"x":7,"y":51}}]"#
        let made = fixture.ask(
            Self.services + "/Edits/FeatureServer/0/addFeatures", form: [("features", features), ("f", "html")])
        #expect(made.body.contains("<b>success:</b> true"), "\(made.body)")
        #expect(!made.body.contains("f=pjson"), "what was posted has no URL")
        #expect(fixture.ask("\(query)?where=NAME%3D'K%C3%B6ln'").body.contains("<p># records: 1</p>"))
    }

    @Test("fields are those that the release knows", arguments: [("10.0", false), ("10.7.1", true)])
    func releases(_ version: String, _ has: Bool) throws {
        var fixture = try Self.fixture(version)
        let page = fixture.ask(Self.services + "/Town/Map%20%26%20Co/MapServer/5/query").body
        #expect(page.contains("name=\"outStatistics\"") == has)
        #expect(page.contains("name=\"resultOffset\"") == has)
        #expect(page.contains("<option>geojson</option>") == has)
        #expect(page.contains("name=\"where\""))
    }

    @Test("operations that change rows are offered where rows can be changed")
    func editable() throws {
        var fixture = try Self.fixture()
        #expect(!fixture.ask(Self.services + "/Town/Map%20%26%20Co/MapServer/5").body.contains("addFeatures"))
    }

    @Test("a browser without a token is sent to sign in, and comes back as somebody")
    func login() throws {
        var fixture = try Self.fixture()
        let away = fixture.ask(Self.services + "/Secret/MapServer")
        #expect(away.status == 302)
        #expect(away["Location"]?.hasPrefix("https://h.example/arcgis/rest/login?redirect=") == true)
        let back = fixture.ask(
            "/arcgis/rest/login",
            form: [("username", "psa"), ("password", "psa"), ("redirect", Self.services + "/Secret/MapServer")])
        #expect(back["Location"] == "https://h.example/arcgis/rest/services/Secret/MapServer")
        let cookie = back["Set-Cookie"].map { String($0.prefix { $0 != ";" }) } ?? ""
        let page = fixture.ask(Self.services + "/Secret/MapServer", fields: [("Cookie", cookie)])
        #expect(page.status == 200)
        #expect(page.body.contains("Logged in as: psa"))
        #expect(!page.body.contains(">Login</a>"))
    }

    @Test("whoever signed in may sign out again: the cookie goes, and the browser comes to the catalog")
    func logout() throws {
        var fixture = try Self.fixture()
        let form = [("username", "psa"), ("password", "psa"), ("redirect", Self.services)]
        let signedIn = fixture.ask("/arcgis/rest/login", form: form)
        let cookie = signedIn["Set-Cookie"].map { String($0.prefix { $0 != ";" }) } ?? ""
        let page = fixture.ask(Self.services, fields: [("Cookie", cookie)])
        #expect(page.body.contains(#"Logged in as: psa | <a href="/arcgis/rest/logout">Logout</a>"#))
        #expect(!fixture.ask(Self.services).body.contains("Logout"))
        let out = fixture.ask("/arcgis/rest/logout", fields: [("Cookie", cookie)])
        #expect(out.status == 302)
        #expect(out["Location"] == "https://h.example/arcgis/rest/services")
        #expect(out["Set-Cookie"] == "agstoken=; Path=/arcgis; Max-Age=0; HttpOnly")
    }

    @Test("f=jsapi of a map service is a page with its picture; of nothing else")
    func viewer() throws {
        var fixture = try Self.fixture()
        let map = Self.services + "/Town/Map%20%26%20Co/MapServer"
        let page = fixture.ask("\(map)?f=jsapi")
        #expect(page.status == 200)
        let picture =
            page.body.firstMatch(of: /<img src="([^"]+)"/).map { String($0.1).replacing("&amp;", with: "&") } ?? ""
        #expect(fixture.ask(String(picture))["Content-Type"] == "image/png")
        #expect(fixture.ask("\(map)/5?f=jsapi").rule == "service.format")
        #expect(fixture.ask("\(map)?f=lyr").rule == "service.format")
    }

    @Test("nothing that comes from outside is markup")
    func escaping() throws {
        let evil = "</textarea><script>alert(1)</script>'><img src=x onerror=alert(1)>"
        var fixture = try Self.fixture(evil: evil)
        let map = Self.services + "/Town/Map%20%26%20Co/MapServer"
        let coded = Percent.encode("\"" + evil)
        for target in [
            Self.services, map, "\(map)/5", "\(map)/layers", "\(map)/legend", "\(map)/info/iteminfo",
            "\(map)/5/query?where=1%3D1&outFields=*", "\(map)/5/query?where=\(coded)&outFields=\(coded)&text=\(coded)",
            "\(map)/5/query?where=1%3D1&\(coded)=\(coded)", "\(map)/\(coded)", "\(Self.services)/\(coded)",
            "\(Self.services)/\(coded)/MapServer", "\(map)?f=\(coded)",
            "\(map)/identify?geometry=1.5,2&tolerance=9&mapExtent=0,0,5,5&imageDisplay=100,100,96&layers=all&sr=\(coded)",
            "\(map)/identify?geometry=1.5,2&tolerance=9&mapExtent=0,0,5,5&imageDisplay=100,100,96&layers=all",
            "\(Self.services)/Edits/FeatureServer/0/1?f=html",
        ] {
            let body = fixture.ask(target).body
            #expect(!body.contains("<script"), "\(target): \(body)")
            #expect(!body.contains("<img src=x"), "\(target): \(body)")
        }
        let posted = fixture.ask("\(map)/5/query", form: [("where", evil), ("token", ""), ("f", "html")])
        #expect(!posted.body.contains("<script"))
    }

    @Test("links are to the same host, or to http; never to a script")
    func links() throws {
        var fixture = try Self.fixture(evil: "javascript:alert(1)")
        let page = fixture.ask(Self.services + "/Town/Map%20%26%20Co/MapServer/5").body
        #expect(page.contains("javascript:alert(1)"))
        #expect(!page.contains("href=\"javascript"))
    }
}
