@testable import Enterprise

/// The portal's content, and who may see it.
extension RuleTests {
    static func sharing(_ id: String) throws -> Desk.Heard? {
        var desk = try Desk.federated("11.4")
        let rest = "/portal/sharing/rest"
        let bert = "f=json&token=\(desk.token("bert"))"
        switch id {
        case "sharing.no-query": return desk.ask("\(rest)/search?f=json")
        case "sharing.bad-query": return desk.ask("\(rest)/search?f=json&q=%22a")
        case "sharing.others-content": return desk.ask("\(rest)/content/users/anna?\(bert)")
        case "sharing.folder-missing": return desk.ask("\(rest)/content/users/bert/nope?\(bert)")
        case "sharing.not-in-folder":
            return desk.ask("\(rest)/content/users/bert/items/\(Item.id("gis", "Open", "MapServer"))?\(bert)")
        case "sharing.file-missing":
            return desk.ask("\(rest)/content/items/\(Item.id("gis", "Open", "MapServer"))/info/thumbnail/x.png?f=json")
        case "sharing.not-given": return desk.ask("\(rest)/content/users/bert/addItem?\(bert)", form: [])
        case "sharing.method": return desk.ask("\(rest)/content/users/bert/addItem?\(bert)")
        case "sharing.plain-http": return desk.ask("/portal/sharing/rest/portals/self?f=json", secure: false)
        case "sharing.item-missing": return desk.ask("/portal/sharing/rest/content/items/0?f=json")
        case "sharing.group-missing": return desk.ask("/portal/sharing/rest/community/groups/g1?f=json")
        case "sharing.server-missing":
            return desk.ask("/portal/sharing/servers/nope/rest/services/Airports/MapServer?f=json")
        case "sharing.portal-missing":
            return desk.ask("/portal/sharing/rest/portals/nope/servers?f=json&token=\(desk.token())")
        case "sharing.user-missing":
            return desk.ask("/portal/sharing/rest/community/users/nobody?f=json&token=\(desk.token())")
        default: return nil
        }
    }
}
