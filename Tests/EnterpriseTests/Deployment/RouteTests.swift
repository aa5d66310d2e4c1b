// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Enterprise

/// What no resource may fail at: each answers GET and POST, with a slash at the end and without, in whatever format; browsers may read
/// it; nothing keeps it that depends on a token; and no parameter breaks it.
@Suite("Every resource")
struct RouteTests {
    private static let contexts: [SiteKind: String] = [.portal: "portal", .server: "arcgis", .idp: "idp"]

    /// A path that the row answers, its placeholders filled with what is there.
    private static func path(_ route: Route) -> String {
        let names = [
            "service": "Open", "folder": "Folder", "id": "self", "username": "bert", "layer": "0",
            "file": "iteminfo.xml", "type": "GeometryServer", "operation": "project",
        ]
        let segments = route.path.split(separator: "/").map { segment in
            segment.hasPrefix("{") ? names[String(segment.dropFirst().dropLast())] ?? "0" : String(segment)
        }
        return "/\(contexts[route.kind] ?? "")/\(segments.joined(separator: "/"))"
    }

    private static func fixture() throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: { users: [{ username: "anna", password: "pw", role: "org_admin" }, { username: "bert", password: "pw" }],
                logins: { builtIn: true, saml: { name: "ADFS" }, oidc: { name: "Okta" } },
                items: [{ id: "self", title: "A map", type: "Web Map", access: "public", data: {} }] },
              servers: [{ federated: true, siteAdmin: { username: "psa", password: "psa" }, services: [
                { name: "Open", featureServer: true, access: "public",
                  layers: [{ id: 0, name: "Airports", source: "builtin:data/airports.geojson" }] } ] }] }
            """)
    }

    @Test(
        "answers GET and POST, with a slash at the end and without; a browser may read it and QGIS keeps none of it",
        arguments: [SiteKind.portal, .server, .idp])
    func ways(_ kind: SiteKind) throws {
        var fixture = try Self.fixture()
        for route in Router.routes where route.kind == kind {
            let path = Self.path(route)
            for (target, form) in [
                ("\(path)?f=json", nil), ("\(path)/?f=json", nil), (path, [("f", "json")]),
                ("\(path)/", [("f", "json")]),
            ] as [(String, [(String, String)]?)] {
                let heard = fixture.ask(target, form: form, fields: [("Origin", "https://app.example")])
                let what = "\(route.path): \(form == nil ? "GET" : "POST") \(target)"
                #expect(heard.rule != "http.not-found", "\(what)")
                #expect(heard.status < 500, "\(what): \(heard.status) \(heard.body.prefix(200))")
                #expect(heard["Access-Control-Allow-Origin"] == "https://app.example", "\(what)")
                #expect(heard["Cache-Control"]?.contains("no-") == true, "\(what): \(heard["Cache-Control"] ?? "none")")
                if let error = heard.json?["error"], error.members != nil {
                    #expect(error["code"]?.integer != nil, "\(what): \(heard.body)")
                }
            }
        }
    }

    @Test("speaks JSON, pjson, JSONP and HTML", arguments: [SiteKind.portal, .server])
    func formats(_ kind: SiteKind) throws {
        var fixture = try Self.fixture()
        for route in Router.routes where route.kind == kind {
            let path = Self.path(route)
            let json = fixture.ask("\(path)?f=json")
            guard json.json != nil, json.status == 200 else { continue }
            let pretty = fixture.ask("\(path)?f=pjson")
            #expect(pretty.json != nil, "\(route.path): pjson")
            let type = fixture.ask("\(path)?f=json&callback=a.b.c")["Content-Type"] ?? ""
            let isData = path.hasSuffix("/data") || path.contains("/oauth2/")
            #expect(isData || type.hasPrefix("application/javascript"), "\(route.path): JSONP is \(type)")
            let page = fixture.ask("\(path)?f=html")
            #expect(page.status < 500, "\(route.path): \(page.status)")
        }
    }

    @Test("no parameter breaks it", arguments: 0..<4)
    func random(_ part: Int) throws {
        var fixture = try Self.fixture()
        var dice = SeededGenerator(seed: UInt64(100 + part))
        let tokens = [fixture.token("anna"), fixture.token("bert"), "rubbish", ""]
        let names = [
            "where", "objectIds", "geometry", "geometryType", "spatialRel", "inSR", "outSR", "outFields",
            "orderByFields",
            "outStatistics", "groupByFieldsForStatistics", "resultOffset", "resultRecordCount", "returnIdsOnly",
            "returnCountOnly", "returnExtentOnly", "time", "bbox", "size", "layers", "q", "num", "start", "sortField",
            "token", "features", "adds", "updates", "deletes", "rollbackOnFailure", "expiration", "client", "referer",
            "redirect_uri", "response_type", "state", "code", "grant_type", "refresh_token", "SAMLResponse",
            "RelayState",
            "SAMLRequest", "callback", "title", "type", "extent", "text", "items", "groups", "everyone",
        ]
        let values = [
            "1=1", "'", "NaN", "-1", "99999999999999999999", "1e400", "\u{0}", "😀", "{", "[]",
            "{\"x\":\"NaN\",\"y\":1}",
            "{\"rings\":[[[0,0],[1,1]]]}", "1,2,3,4", "4326", "{\"wkid\":1}", "true", "null", "%", "%00", "a b&c=d",
            "[{\"statisticType\":\"sum\",\"onStatisticField\":\"ELEVATION\"}]", "OBJECTID", "json", "*", "\"",
            String(repeating: "(", count: 5000), String(repeating: "9", count: 4000), "https://h.example/arcgis",
            "code",
            "[{\"attributes\":{\"OBJECTID\":1}}]", "../../etc/passwd", "<script>", "-180,-90,180,90", "0,0",
            "10000,10000",
        ]
        let routes = Router.routes.enumerated().filter { $0.offset % 4 == part }.map(\.element)
        for route in routes {
            for _ in 0..<6 {
                var form: [(String, String)] = [
                    ("f", dice.pick(["json", "pjson", "html", "geojson", "pbf", "image", "woops", ""])),
                    ("token", dice.pick(tokens)),
                ]
                for _ in 0..<Int.random(in: 1...8, using: &dice) { form.append((dice.pick(names), dice.pick(values))) }
                let isPost = Bool.random(using: &dice)
                let path = Self.path(route)
                let heard = fixture.ask(isPost ? path : "\(path)?\(Form.encode(form))", form: isPost ? form : nil)
                // A member who owns something is not deleted; a page has the code of the error as its status.
                if path.hasSuffix("/users/bert/delete"), heard.rule == Sharing.Rules.userOwns.id { continue }
                #expect(heard.status < 500, "\(path) \(form): \(heard.status)")
            }
        }
    }
}
