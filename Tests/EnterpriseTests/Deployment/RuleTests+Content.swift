// SPDX-License-Identifier: Apache-2.0

@testable import Enterprise

/// The portal's content, and who may see it.
extension RuleTests {
    static func sharing(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture.federated("11.4")
        let rest = "/portal/sharing/rest"
        let bert = "f=json&token=\(fixture.token("bert"))"
        switch id {
        case "sharing.no-site":
            var bare = try PortalFixture("{ portal: { site: false } }")
            return bare.ask("\(rest)/portals/self?f=json")
        case "sharing.no-query": return fixture.ask("\(rest)/search?f=json")
        case "sharing.bad-query": return fixture.ask("\(rest)/search?f=json&q=%22a")
        case "sharing.others-content": return fixture.ask("\(rest)/content/users/anna?\(bert)")
        case "sharing.folder-missing":
            return fixture.ask("\(rest)/content/users/bert/\(String(repeating: "0", count: 32))?\(bert)")
        case "sharing.not-in-folder":
            return fixture.ask("\(rest)/content/users/bert/items/\(Item.id("gis", "Open", "MapServer"))?\(bert)")
        case "sharing.file-missing":
            return fixture.ask(
                "\(rest)/content/items/\(Item.id("gis", "Open", "MapServer"))/info/thumbnail/x.png?f=json")
        case "sharing.not-given": return fixture.ask("\(rest)/content/users/bert/addItem?\(bert)", form: [])
        case "sharing.method": return fixture.ask("\(rest)/content/users/bert/addItem?\(bert)")
        case "sharing.plain-http": return fixture.ask("/portal/sharing/rest/portals/self?f=json", secure: false)
        case "sharing.item-missing": return fixture.ask("/portal/sharing/rest/content/items/0?f=json")
        case "sharing.group-missing": return fixture.ask("/portal/sharing/rest/community/groups/g1?f=json")
        case "sharing.server-missing":
            return fixture.ask("/portal/sharing/servers/nope/rest/services/Airports/MapServer?f=json")
        case "sharing.portal-missing":
            return fixture.ask("/portal/sharing/rest/portals/0000000000000000/servers?f=json&token=\(fixture.token())")
        case "sharing.user-missing":
            return fixture.ask("/portal/sharing/rest/community/users/nobody?f=json&token=\(fixture.token())")
        default: return try operations(id)
        }
    }

    /// Operations that change items, groups, members and the organization.
    private static func operations(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture(
            """
            { portal: { version: "11.4", org: { canShareGroupsPublic: false
                  \(id == "sharing.subscription-disabled" ? ", subscription: 'disabled'" : "") },
                users: [{ username: "anna", password: "pw", role: "org_admin" }, { username: "bert", password: "pw" }],
                groups: [{ id: "g1", owner: "anna", access: "private" }, { id: "g2", owner: "bert", access: "public" }],
                items: [{ id: "m", title: "A", type: "Web Map", owner: "bert" },
                        { id: "f", title: "F", type: "CSV", owner: "bert", data: "a.csv", name: "a.csv" }] },
              servers: [{ federated: true, services: [
                { name: "S", access: "public", layers: [], item: { serviceProxyParams: { credentials: "dead" } } }] }] }
            """, files: ["a.csv": "x"])
        let rest = "/portal/sharing/rest"
        let own = "\(rest)/content/users/bert"
        let (anna, bert) = (fixture.token("anna"), fixture.token("bert"))
        func post(_ path: String, _ form: [(String, String)], _ token: String) -> PortalFixture.Heard {
            fixture.ask(path, form: form + [("f", "json"), ("token", token)])
        }
        let users = (0...25).map { "u\($0)" }.joined(separator: ",")
        switch id {
        case "sharing.subscription-disabled": return fixture.ask("\(rest)/content/items/m?f=json&token=\(bert)")
        case "sharing.dead-credentials":
            return fixture.ask(
                "/portal/sharing/servers/\(Item.id("gis", "S", "MapServer"))/rest/services/S/MapServer?f=json")
        case "sharing.file-name-taken":
            let body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nx\r\n--b--\r\n"
            return fixture.ask(
                "\(own)/addItem?f=json&title=t&type=CSV&token=\(bert)", method: "POST",
                fields: [("Content-Type", "multipart/form-data; boundary=b")], body: Array(body.utf8))
        case "sharing.text-not-json": return post("\(own)/items/m/update", [("text", "{bad")], bert)
        case "sharing.folder-taken":
            _ = post("\(own)/createFolder", [("title", "Maps")], bert)
            return post("\(own)/createFolder", [("title", "MAPS")], bert)
        case "sharing.same-folder": return post("\(own)/items/f/move", [("folder", "/")], bert)
        case "sharing.target-user": return post("\(own)/items/m/reassign", [("targetUsername", "nobody")], bert)
        case "sharing.protected":
            _ = post("\(own)/items/m/protect", [], bert)
            return post("\(own)/items/m/delete", [], bert)
        case "sharing.resource-type": return post("\(own)/items/m/addResources", [("fileName", "a")], bert)
        case "sharing.resource-exists":
            _ = post("\(own)/items/m/addResources", [("fileName", "a.txt"), ("text", "x")], bert)
            return post("\(own)/items/m/addResources", [("fileName", "a.txt"), ("text", "x")], bert)
        case "sharing.resource-missing":
            return fixture.ask("\(rest)/content/items/m/resources/a.txt?f=json&token=\(bert)")
        case "sharing.group-forbidden": return fixture.ask("\(rest)/community/groups/g1?f=json&token=\(bert)")
        case "sharing.group-to-public":
            return post("\(rest)/community/createGroup", [("title", "t"), ("access", "public")], bert)
        case "sharing.owner-leaves": return post("\(rest)/community/groups/g2/leave", [], bert)
        case "sharing.not-group-manager":
            fixture.deployment.portals[0].groups[1].owner = "anna"
            return post("\(rest)/community/groups/g2/update", [], bert)
        case "sharing.too-many-users": return post("\(rest)/community/groups/g1/addUsers", [("users", users)], anna)
        case "sharing.invitation-missing":
            return post("\(rest)/community/users/bert/invitations/G1/accept", [], bert)
        case "sharing.not-administrator": return post("\(rest)/community/users/anna/disable", [], bert)
        case "sharing.user-owns": return post("\(rest)/community/users/bert/delete", [], anna)
        case "sharing.not-emulated": return fixture.ask("\(rest)/tools?f=json&token=\(bert)")
        case "sharing.no-resource": return fixture.ask("\(rest)/woods?f=json")
        case "sharing.no-privilege": return post("\(own)/createService", [], bert)
        default: return nil
        }
    }
}
