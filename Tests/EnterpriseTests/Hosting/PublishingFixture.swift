// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

@testable import Enterprise

/// A portal with a hosting server, whose publisher `paul` adds files and publishes them.
struct PublishingFixture {
    static let rest = "/portal/sharing/rest"
    static let own = "\(rest)/content/users/paul"
    static let admin = "/arcgis/rest/admin/services/Hosted"

    var portal: PortalFixture
    let token: String

    init(_ version: String = "11.4", publishing: String = "", user: String = "", more: String = "") throws {
        portal = try PortalFixture(
            """
            { portal: { version: "\(version)", publishing: { \(publishing) },
                users: [{ username: "paul", password: "pw", role: "org_publisher" \(user) },
                        { username: "vera", password: "pw" }, { username: "anna", password: "pw", role: "org_admin" }],
                items: [{ id: "m", title: "A map", type: "Web Map", owner: "paul" } \(more)] },
              servers: [{ version: "\(version)", federated: true, hosting: true,
                services: [{ name: "Hosted/T", type: "FeatureServer", owner: "paul",
                  layers: [{ id: 0, name: "Trees", source: "builtin:data/trees.json" }] }] }] }
            """)
        token = portal.token("paul", [("client", "requestip")])
    }

    mutating func post(_ path: String, _ form: [(String, String)] = [], as user: String? = nil) -> PortalFixture.Heard {
        let token = user.map { portal.token($0, [("client", "requestip")]) } ?? token
        return portal.ask(path, form: form + [("f", "json"), ("token", token)])
    }

    mutating func get(_ path: String, _ query: String = "") -> PortalFixture.Heard {
        portal.ask("\(path)?f=json&token=\(token)\(query)")
    }

    /// Posts a file beside parameters.
    mutating func send(
        _ path: String, _ form: [(String, String)], file: String, _ content: String, part: String = "file"
    ) -> PortalFixture.Heard {
        var body = ""
        for (name, value) in form + [("f", "json"), ("token", token)] {
            body += "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body +=
            "--b\r\nContent-Disposition: form-data; name=\"\(part)\"; filename=\"\(file)\"\r\n\r\n\(content)\r\n--b--\r\n"
        return portal.ask(
            path, method: "POST", fields: [("Content-Type", "multipart/form-data; boundary=b")], body: Array(body.utf8))
    }

    /// Adds an item with a file, and returns its id.
    mutating func add(_ file: String, _ type: String, _ content: String) -> String {
        let title = String(file.prefix { $0 != "." })
        let heard = send("\(Self.own)/addItem", [("title", title), ("type", type)], file: file, content)
        return heard.json?["id"]?.text ?? ""
    }

    mutating func publish(_ item: String, _ type: String, _ more: [(String, String)] = []) -> PortalFixture.Heard {
        let standard = more.contains { $0.0 == "publishParameters" } ? [] : [("publishParameters", "{\"name\":\"P\"}")]
        return post("\(Self.own)/publish", [("itemid", item), ("filetype", type)] + standard + more)
    }

    static let points =
        #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"name":"a"}}]}"#

    mutating func wait(_ milliseconds: Int64 = 1_000) { portal.now = portal.now.advanced(milliseconds: milliseconds) }

    /// A request that the rule refuses; `nil` if there is none for that id.
    static func trigger(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PublishingFixture(
            publishing: id == "sharing.job-failed"
                ? "failure: 'No.'" : id == "sharing.data-store" ? "dataStore: 'broken'" : "",
            user: id == "sharing.quota" ? ", storageQuota: 4" : "")
        switch id {
        case "sharing.job-failed":
            let item = fixture.add("a.geojson", "GeoJson", points)
            let entry = fixture.publish(item, "geojson").json?["services"]?[0]
            fixture.wait()
            return fixture.get("\(own)/items/\(entry?["serviceItemId"]?.text ?? "")/status")
        case "sharing.job-missing": return fixture.get("\(own)/items/m/status", "&jobId=j1")
        case "sharing.export-unfinished":
            let item = Item.id("gis", "Hosted/T", "FeatureServer")
            let made = fixture.post("\(own)/export", [("itemId", item), ("exportFormat", "CSV")])
            return fixture.get("\(rest)/content/items/\(made.json?["exportItemId"]?.text ?? "")/data")
        case "sharing.part-missing": return fixture.post("\(own)/items/m/commit")
        case "sharing.relation-missing":
            return fixture.post(
                "\(own)/deleteRelationship",
                [("originItemId", "m"), ("destinationItemId", "m"), ("relationshipType", "Map2Area")])
        case "sharing.comment-missing": return fixture.post("\(rest)/content/items/m/comments/c/delete")
        case "sharing.quota":
            return fixture.send("\(own)/addItem", [("title", "t"), ("type", "CSV")], file: "a.csv", "12345")
        case "sharing.no-publish-parameters":
            return fixture.post("\(own)/publish", [("itemid", "m"), ("filetype", "geojson")])
        case "sharing.not-publishable":
            return fixture.publish(fixture.add("a.zip", "File Geodatabase", "x"), "fileGeodatabase")
        case "sharing.data-store":
            return fixture.post("\(own)/createService", [("createParameters", "{\"name\":\"S\"}")])
        case "sharing.not-exportable":
            return fixture.post("\(own)/export", [("itemId", "m"), ("exportFormat", "CSV")])
        case "sharing.export-format":
            let item = Item.id("gis", "Hosted/T", "FeatureServer")
            return fixture.post("\(own)/export", [("itemId", item), ("exportFormat", "Shapefile")])
        case "sharing.file-unreadable":
            return fixture.post("\(rest)/content/features/generate", [("filetype", "geojson"), ("text", "[")])
        case "rest-admin.bad-layer-definition":
            return fixture.post(
                "\(admin)/T/FeatureServer/0/deleteFromDefinition",
                [("deleteFromDefinition", "{\"fields\":[{\"name\":\"none\"}]}")])
        case "rest-admin.job-missing": return fixture.get("\(admin)/T/FeatureServer/jobs/1")
        default: return nil
        }
    }
}
