// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Enterprise

@Suite("Portal content")
struct ContentTests {
    private static let sharing = "/portal/sharing/rest"

    private static func fixture(_ version: String = "11.4") throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: { version: "\(version)",
                users: [{ username: "anna", password: "pw", role: "org_admin" }, { username: "bert", password: "pw" },
                        { username: "cleo", password: "pw", role: "org_publisher", fullName: "Cleo of Alexandria" }],
                groups: [{ id: "g1", title: "Team", members: ["bert"], owner: "cleo", access: "private", tags: ["t"] },
                         { id: "g2", title: "All", access: "public" }],
                items: [
                  { id: "m1", title: "A map", type: "Web Map", owner: "bert", access: "public", folder: "Maps",
                    categories: ["/Categories/Transport/Air"],
                    tags: ["airports"], extent: [[-10, 40], [10, 60]],
                    data: { operationalLayers: [{ id: "l", layerType: "ArcGISFeatureLayer",
                      url: "{server}/rest/services/Open/FeatureServer/0" }], portal: "{portal.portal}", text: "{name}" } },
                  { id: "m2", title: "Bert's own", type: "Web Map", owner: "bert", access: "private" },
                  { id: "m3", title: "The team's", type: "PDF", owner: "cleo", access: { groups: ["g1"] }, data: "a.pdf",
                    thumbnail: "t.png" },
                  { id: "s1", title: "Named by hand", type: "Map Service", access: "org",
                    url: "{server.gis}/rest/services/Secured/MapServer" } ] },
              servers: [{ federated: true, hosting: true, version: "\(version)", services: [
                { name: "Open", featureServer: true, access: "public",
                  layers: [{ id: 0, name: "Airports", source: "builtin:data/airports.geojson" }] },
                { name: "Secured", access: "org", layers: [] }, { name: "Mine", access: "private", layers: [] } ] }] }
            """, files: ["a.pdf": "%PDF-1.4", "t.png": "PNG"])
    }

    @Test(
        "what an item and the organization have none of is an empty list, not a page about a missing path",
        arguments: [
            (
                "content/items/m1/comments?num=5",
                #"{"total":0,"start":1,"num":5,"nextStart":-1,"comments":[]}"#
            ),
            (
                "content/items/m1/dependencies?start=0&num=100",
                #"{"total":0,"start":1,"num":100,"nextStart":-1,"list":[]}"#
            ),
            (
                "content/items/m1/dependencies/listDependentsTo",
                #"{"total":0,"start":1,"num":10,"nextStart":-1,"list":[]}"#
            ),
            ("portals/self/categorySchema", #"{"categorySchema":[]}"#),
            (
                "content/users/bert/items/m2/status",
                #"{"status":"completed","statusMessage":"completed","itemId":"m2"}"#
            ),
        ])
    func nothing(_ path: String, _ body: String) throws {
        var fixture = try Self.fixture()
        let mark = path.contains("?") ? "&" : "?"
        let target = "\(Self.sharing)/\(path)\(mark)f=json&token=\(fixture.token("bert"))"
        #expect(fixture.ask(target).body == body)
    }

    @Test("and of an item that the caller may not see there is nothing to say")
    func hidden() throws {
        var fixture = try Self.fixture()
        #expect(fixture.ask("\(Self.sharing)/content/items/m2/comments?f=json").rule == "sharing.item-missing")
        let cleo = "f=json&token=\(fixture.token("cleo"))"
        #expect(
            fixture.ask("\(Self.sharing)/content/users/bert/items/m2/status?\(cleo)").rule == "sharing.others-content")
    }

    private static func titles(
        _ heard: PortalFixture.Heard, _ list: String = "results", _ key: String = "title"
    ) -> [String] {
        (heard.json?[list]?.elements ?? []).map { $0[key]?.text ?? "" }
    }

    @Test("a search leads to an item, its data to a layer, and that to rows")
    func walk() throws {
        var fixture = try Self.fixture()
        let search = fixture.ask("\(Self.sharing)/search?q=airports%20type%3A%22Web%20Map%22&f=json", secure: false)
        let id = try #require(search.json?["results"]?[0]?["id"]?.text)
        let item = fixture.ask("\(Self.sharing)/content/items/\(id)?f=json", secure: false)
        #expect(item.json?["type"]?.text == "Web Map")
        let data = fixture.ask("\(Self.sharing)/content/items/\(id)/data", secure: false)
        #expect(data.json?["portal"]?.text == "http://h.example/portal")
        #expect(data.json?["text"]?.text == "{name}")
        let url = try #require(data.json?["operationalLayers"]?[0]?["url"]?.text)
        #expect(url == "http://h.example/arcgis/rest/services/Open/FeatureServer/0")
        let rows = fixture.ask(
            "\(url.dropFirst("http://h.example".count))/query?where=1%3D1&returnCountOnly=true&f=json", secure: false)
        #expect(rows.body == #"{"count":300}"#)
    }

    static let sight: [(String?, [String])] = [
        (nil, ["A map", "Open", "Open"]),
        ("bert", ["A map", "Bert's own", "The team's", "Named by hand", "Open", "Open"]),
        ("cleo", ["A map", "The team's", "Named by hand", "Open", "Open"]),
        ("anna", ["A map", "Bert's own", "The team's", "Named by hand", "Open", "Open", "Mine"]),
    ]

    @Test("a search finds what the caller may see, and no more", arguments: sight)
    func visible(_ user: String?, _ wanted: [String]) throws {
        var fixture = try Self.fixture()
        let token = user.map { "&token=\(fixture.token($0))" } ?? ""
        let heard = fixture.ask("\(Self.sharing)/search?q=*&num=100&f=json\(token)")
        #expect(Self.titles(heard) == wanted)
        #expect(heard.json?["aggregations"] == nil)
        for title in wanted {
            #expect(
                fixture.ask("\(Self.sharing)/search?f=json&q=title:%22\(title.replacing(" ", with: "%20"))%22\(token)")
                    .json?["total"]?.integer ?? 0 > 0)
        }
    }

    @Test("pages leave no gap, sorted as asked", arguments: ["asc", "desc"])
    func pages(_ order: String) throws {
        var fixture = try Self.fixture()
        let token = fixture.token("anna")
        var titles: [String] = []
        var start = 1
        while start > 0, titles.count < 20 {
            let page = fixture.ask(
                "\(Self.sharing)/search",
                form: [
                    ("q", "*"), ("start", "\(start)"), ("num", "2"), ("sortField", "title"), ("sortOrder", order),
                    ("token", token), ("f", "json"),
                ])
            #expect(page.json?["total"]?.integer == 7)
            titles += Self.titles(page)
            start = page.json?["nextStart"]?.integer ?? -1
        }
        let sorted = ["A map", "Bert's own", "Mine", "Named by hand", "Open", "Open", "The team's"]
        #expect(titles == (order == "asc" ? sorted : sorted.reversed()))
    }

    @Test(
        "a search by category",
        arguments: [("/Categories/Transport", 1), ("/categories/transport/air", 1), ("/Categories/Trans", 0)])
    func category(_ category: String, _ count: Int) throws {
        var fixture = try Self.fixture()
        #expect(fixture.ask("\(Self.sharing)/search?categories=\(category)&f=json").json?["total"]?.integer == count)
    }

    @Test("counts, where they are asked for")
    func counts() throws {
        var fixture = try Self.fixture()
        let heard = fixture.ask(
            "\(Self.sharing)/search?q=*&num=1&countFields=type,%20owner&countSize=2&f=json&token=\(fixture.token("anna"))"
        )
        let counts =
            #"{"counts":[{"fieldName":"type","fieldValues":[{"value":"map service","count":3},{"value":"web map","count":2}]},"#
            + #"{"fieldName":"owner","fieldValues":[{"value":"anna","count":4},{"value":"bert","count":2}]}]}"#
        #expect(heard.json?["aggregations"].map { String(decoding: JSONWriter.json($0), as: UTF8.self) } == counts)
    }

    @Test("a search by place", arguments: [("-5,45,5,50", true), ("100,0,120,10", false)])
    func index(_ box: String, _ isThere: Bool) throws {
        var fixture = try Self.fixture()
        let heard = fixture.ask("\(Self.sharing)/search?bbox=\(box)&f=json&filter=type:%22Web%20Map%22")
        #expect(heard.json?["total"]?.integer == (isThere ? 1 : 0))
    }

    @Test("an item whose URL is a service's is that service's item")
    func named() throws {
        var fixture = try Self.fixture()
        let token = fixture.token("anna")
        let found = fixture.ask("\(Self.sharing)/search?q=type:%22Map%20Service%22&f=json&token=\(token)")
        #expect(Self.titles(found) == ["Named by hand", "Open", "Mine"])
        #expect(found.json?["results"]?[0]?["url"]?.text == "https://h.example/arcgis/rest/services/Secured/MapServer")
    }

    @Test("files: data, thumbnail, description")
    func files() throws {
        var fixture = try Self.fixture()
        let token = fixture.token("bert")
        let item = "\(Self.sharing)/content/items/m3"
        #expect(fixture.ask("\(item)?f=json&token=\(token)").json?["thumbnail"]?.text == "thumbnail/t.png")
        let data = fixture.ask("\(item)/data?token=\(token)")
        #expect(data.body == "%PDF-1.4" && data["Content-Type"] == "application/pdf")
        #expect(fixture.ask("\(item)/info/thumbnail/t.png?token=\(token)").body == "PNG")
        #expect(fixture.ask("\(item)/info/iteminfo.xml?token=\(token)").body.contains("<title>The team's</title>"))
        #expect(fixture.ask("\(Self.sharing)/content/items/m2/data?f=json&token=\(token)").body.isEmpty)
    }

    @Test("groups: who sees them, who is in them, what is in them")
    func groups() throws {
        var fixture = try Self.fixture()
        let (anna, bert, cleo) = (fixture.token("anna"), fixture.token("bert"), fixture.token("cleo"))
        #expect(Self.titles(fixture.ask("\(Self.sharing)/community/groups?q=*&f=json")) == ["All"])
        #expect(Self.titles(fixture.ask("\(Self.sharing)/community/groups?q=team&f=json&token=\(bert)")) == ["Team"])
        let group = fixture.ask("\(Self.sharing)/community/groups/g1?f=json&token=\(bert)")
        #expect(group.json?["userMembership"]?["memberType"]?.text == "member")
        let users = fixture.ask("\(Self.sharing)/community/groups/g1/users?f=json&token=\(anna)")
        #expect(users.body == #"{"owner":"cleo","admins":["cleo"],"users":["bert"]}"#)
        #expect(
            Self.titles(fixture.ask("\(Self.sharing)/content/groups/g1?f=json&token=\(bert)"), "items") == [
                "The team's"
            ])
        #expect(
            Self.titles(fixture.ask("\(Self.sharing)/content/groups/g1/search?f=json&token=\(bert)")) == ["The team's"])
        let own = fixture.ask("\(Self.sharing)/community/self?f=json&token=\(cleo)")
        #expect(own.json?["groups"]?[0]?["userMembership"]?["memberType"]?.text == "owner")
        #expect(own.json?["lastName"]?.text == "Alexandria")
        let shared = fixture.ask("\(Self.sharing)/content/items/m3/groups?f=json&token=\(bert)")
        #expect(shared.json?["member"]?[0]?["id"]?.text == "g1")
        #expect(shared.json?["admin"]?.elements?.isEmpty == true)
    }

    @Test("the groups of a member have the keys of a real portal's")
    func groupKeys() throws {
        var fixture = try Self.fixture("10.7.1")
        let own = fixture.ask("\(Self.sharing)/community/self?f=json&token=\(fixture.token("bert"))")
        let real = try JSONReader.read(Array(try Golden.text("arcgis/terriajs/ArcGisPortal_user-info.json").utf8))
        let keys = real["groups"]?[0]?.members?.map(\.name)
        #expect(keys?.isEmpty == false)
        #expect(own.json?["groups"]?[0]?.members?.map(\.name) == keys)
        #expect(
            own.json?["groups"]?[0]?["userMembership"]?.members?.map(\.name)
                == real["groups"]?[0]?["userMembership"]?.members?.map(\.name))
    }

    @Test("members: found, listed, and with privileges for themselves and administrators alone")
    func members() throws {
        var fixture = try Self.fixture()
        let bert = fixture.token("bert")
        let found = fixture.ask("\(Self.sharing)/community/users?q=alexandria&f=json&token=\(bert)")
        #expect(Self.titles(found, "results", "username") == ["cleo"])
        #expect(found.json?["results"]?[0]?["privileges"] == nil)
        #expect(fixture.ask("\(Self.sharing)/community/users?q=cleo&f=json").json?["total"]?.integer == 0)
        let all = fixture.ask("\(Self.sharing)/portals/self/users?f=json&num=2&token=\(bert)")
        #expect(Self.titles(all, "users", "username") == ["anna", "bert"])
        #expect(all.json?["nextStart"]?.integer == 3)
        #expect(all.json?["users"]?[1]?["privileges"] == nil)
        let own = fixture.ask("\(Self.sharing)/community/users/bert?f=json&token=\(bert)")
        #expect(own.json?["privileges"]?.elements?.isEmpty == false)
        #expect(fixture.ask("\(Self.sharing)/portals/self/users?f=json").rule == "token.required")
        #expect(
            fixture.ask("\(Self.sharing)/portals/0123456789ABCDEF/urls?f=json").body
                == #"{"urls":{"tiles":{"https":["https://h.example/arcgis"]},"features":{"https":["https://h.example/arcgis"]}}}"#
        )
    }

    @Test("a member's content, by folders")
    func own() throws {
        var fixture = try Self.fixture()
        let bert = fixture.token("bert")
        let root = fixture.ask("\(Self.sharing)/content/users/bert?f=json&token=\(bert)")
        #expect(Self.titles(root, "items") == ["Bert's own"])
        let folder = try #require(root.json?["folders"]?[0])
        #expect(folder["title"]?.text == "Maps")
        let inside = fixture.ask("\(Self.sharing)/content/users/bert/\(folder["id"]?.text ?? "")?f=json&token=\(bert)")
        #expect(Self.titles(inside, "items") == ["A map"])
        let item = fixture.ask("\(Self.sharing)/content/users/bert/items/m1?f=json&token=\(bert)")
        #expect(item.json?["sharing"]?["access"]?.text == "public")
        #expect(item.json?["item"]?["ownerFolder"] == folder["id"])
        let users = "\(Self.sharing)/content/users/bert"
        let maps = "\(users)/\(folder["id"]?.text ?? "")/items"
        #expect(fixture.ask("\(maps)/m1?f=json&token=\(bert)").verdict.isEmpty)
        #expect(
            fixture.ask("\(maps)/m2?f=json&token=\(bert)").rule
                == "sharing.not-in-folder")
        #expect(fixture.ask("\(users)?f=json").rule == "token.required")
    }

    @Test("what is added can be found, changed, shared and deleted")
    func edits() throws {
        var fixture = try Self.fixture()
        let (bert, cleo) = (fixture.token("bert"), fixture.token("cleo"))
        func post(_ path: String, _ form: [(String, String)], _ fixture: inout PortalFixture) -> PortalFixture.Heard {
            fixture.ask("\(Self.sharing)/content/users/bert/\(path)", form: form + [("token", bert), ("f", "json")])
        }
        let added = post(
            "addItem", [("title", "Fresh"), ("type", "Web Map"), ("text", "{\"a\":1}"), ("tags", "x, y")], &fixture)
        let id = try #require(added.json?["id"]?.text)
        #expect(id.count == 32)
        #expect(fixture.ask("\(Self.sharing)/content/items/\(id)/data?f=json&token=\(bert)").body == #"{"a":1}"#)
        #expect(fixture.ask("\(Self.sharing)/content/items/\(id)?f=json&token=\(cleo)").rule == "access.not-shared")
        let shared = post("items/\(id)/share", [("org", "true"), ("groups", "")], &fixture)
        #expect(shared.body == "{\"notSharedWith\":[],\"itemId\":\"\(id)\"}")
        #expect(post("items/\(id)/update", [("title", "Fresher")], &fixture).json?["success"]?.truth == true)
        #expect(Self.titles(fixture.ask("\(Self.sharing)/search?q=fresher&f=json&token=\(cleo)")) == ["Fresher"])
        #expect(post("items/\(id)/delete", [], &fixture).json?["success"]?.truth == true)
        #expect(fixture.ask("\(Self.sharing)/content/items/\(id)?f=json&token=\(bert)").rule == "sharing.item-missing")
        let folder = post("createFolder", [("title", "New")], &fixture).json?["folder"]?["id"]?.text ?? ""
        let inside = post("\(folder)/addItem", [("title", "In it"), ("type", "PDF")], &fixture)
        #expect(inside.json?["folder"]?.text == folder)
    }

    @Test("whoever shares a service's item shares the service")
    func sharing() throws {
        var fixture = try Self.fixture()
        let (anna, bert) = (fixture.token("anna"), fixture.token("bert"))
        let service = "/arcgis/rest/services/Mine/MapServer?f=json"
        #expect(fixture.ask("\(service)&token=\(bert)").rule == "access.not-shared")
        let id = Item.id("gis", "Mine", "MapServer")
        let heard = fixture.ask(
            "\(Self.sharing)/content/users/anna/items/\(id)/share",
            form: [("everyone", "true"), ("token", anna), ("f", "json")])
        #expect(heard.verdict.isEmpty)
        #expect(fixture.ask(service).verdict.isEmpty)
        let named = "/arcgis/rest/services/Secured/MapServer?f=json"
        #expect(fixture.ask(named).rule == "token.required")
        let open = "\(Self.sharing)/content/users/anna/items/\(Item.id("gis", "Open", "MapServer"))"
        let groups = fixture.ask(
            "\(open)/share", form: [("org", "true"), ("groups", "g1,nope"), ("token", anna), ("f", "json")])
        #expect(groups.json?["notSharedWith"]?[0]?.text == "nope")
        #expect(
            Self.titles(fixture.ask("\(Self.sharing)/content/groups/g1?f=json&token=\(bert)"), "items") == [
                "The team's", "Open",
            ])
        fixture.ask("\(open)/unshare", form: [("groups", "g1"), ("token", anna), ("f", "json")])
        #expect(
            Self.titles(fixture.ask("\(Self.sharing)/content/groups/g1?f=json&token=\(bert)"), "items") == [
                "The team's"
            ])
        #expect(fixture.ask("/arcgis/rest/services/Open/MapServer?f=json").rule == "token.required")
        fixture.ask(
            "\(Self.sharing)/content/users/anna/items/s1/share",
            form: [("everyone", "true"), ("token", anna), ("f", "json")])
        #expect(fixture.ask(named).verdict.isEmpty)
    }

    private static let views: [(String, String?, [String])] = [
        ("10.3.1", "bert", ["username", "id", "fullName", "firstName"]),
        ("10.8.1", "bert", ["username", "id", "fullName", "firstName"]),
        ("11.4", "bert", ["username", "udn", "id", "fullName", "firstName"]),
        ("11.4", "cleo", ["username", "udn", "id", "fullName", "availableCredits"]),
        ("11.4", nil, ["error"]),
    ]

    @Test("a member's keys begin as the release and the caller have them", arguments: views)
    func memberKeys(_ version: String, _ caller: String?, _ wanted: [String]) throws {
        var fixture = try Self.fixture(version)
        let token = caller.map { "&token=\(fixture.token($0))" } ?? ""
        let heard = fixture.ask("\(Self.sharing)/community/users/bert?f=json\(token)")
        #expect(heard.json?.members?.prefix(wanted.count).map(\.name) == wanted)
        // By the id it is the same member.
        guard let id = heard.json?["id"]?.text else { return }
        #expect(fixture.ask("\(Self.sharing)/community/users/\(id)?f=json\(token)").body == heard.body)
    }

    @Test("a page's links to JSON keep the query")
    func links() throws {
        var fixture = try Self.fixture()
        let page = fixture.ask("\(Self.sharing)/search?q=airports&num=1")
        #expect(page.body.contains(#"href="?q=airports&amp;num=1&amp;f=json""#))
    }

    @Test(
        "the sharing API counts releases otherwise than servers", arguments: [("11.3", "2024.1"), ("10.6.1", "6.2")])
    func version(_ version: String, _ wanted: String) throws {
        var fixture = try Self.fixture(version)
        let root = fixture.ask("\(Self.sharing)?f=json")
        #expect(root.json?["currentVersion"]?.text == wanted)
        #expect((root.json?["enterpriseVersion"] != nil) == (version == "11.3"))
        #expect(fixture.ask("\(Self.sharing)/portals/self?f=json").json?["currentVersion"]?.text == wanted)
    }
}
