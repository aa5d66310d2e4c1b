// SPDX-License-Identifier: Apache-2.0

@testable import Enterprise

/// The portal's content, and who may see it.
extension RuleTests {
    static func sharing(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture.federated("11.4")
        let rest = "/portal/sharing/rest"
        let bert = "f=json&token=\(fixture.token("bert"))"
        switch id {
        case "sharing.no-query": return fixture.ask("\(rest)/search?f=json")
        case "sharing.bad-query": return fixture.ask("\(rest)/search?f=json&q=%22a")
        case "sharing.others-content": return fixture.ask("\(rest)/content/users/anna?\(bert)")
        case "sharing.folder-missing": return fixture.ask("\(rest)/content/users/bert/nope?\(bert)")
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
            return fixture.ask("/portal/sharing/rest/portals/nope/servers?f=json&token=\(fixture.token())")
        case "sharing.user-missing":
            return fixture.ask("/portal/sharing/rest/community/users/nobody?f=json&token=\(fixture.token())")
        default: return nil
        }
    }
}
