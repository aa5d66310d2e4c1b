import Facts
import TestSupport
import Testing

@testable import Enterprise

/// Every rule can be triggered, and says what it looked at. (That no coded error leaves without one, `Desk` checks.)
@Suite("Rules")
struct RuleTests {
    static let service = "/arcgis/rest/services/Airports/MapServer?f=json"
    static let open = "/arcgis/rest/services/Open/MapServer"

    /// A request that the rule refuses; `nil` if there is none for that id.
    private static func trigger(_ id: String) throws -> Desk.Heard? {
        switch id.prefix(while: { $0 != "." }) {
        case "generate-token": try portalDoor(id)
        case "server-token": try otherDoors(id)
        case "oauth": try OAuthDesk.trigger(id)
        case "saml", "idp", "oidc": try SAMLDesk.trigger(id)
        case "token": try token(id)
        case "map", "wms": try MapDesk.trigger(id)
        case "edit", "attachment", "related", "feature": try EditDesk.trigger(id)
        case "geocode", "gp", "image", "tile": try OtherServiceDesk.trigger(id)
        case "admin", "portaladmin": try administration(id)
        case "site", "web-tier", "login": try front(id)
        case "fault": try FaultTests.trigger(id)
        case "sharing": try sharing(id)
        case "query": try query(id)
        default: try resource(id)
        }
    }

    @Test("can be triggered, and say what would have passed", arguments: Explanation.rules.map(\.id))
    func rule(_ id: String) throws {
        let heard = try #require(try Self.trigger(id), "no request here triggers \(id)")
        #expect(heard.rule == id, "\(heard.body.prefix(200))")
        #expect(heard["X-Mock-Portal-Because"]?.hasPrefix(id) == true)
        #expect(heard.because.first?.wouldPass.isEmpty == false)
        guard heard.body.hasPrefix("{\"error\"") || heard.body.hasPrefix("{\"status\":\"error\"") else { return }
        try Golden.expect("refusals.txt", entry: id, heard.body.replacing("\n", with: "⏎"))
    }

    @Test("a new key ends all tokens of its site, and no others")
    func rotation() throws {
        var desk = try Desk.federated()
        let token = desk.token()
        let admin = Self.siteAdmin(&desk)
        desk.deployment.portals[0].issuer.rotate()
        #expect(desk.ask("\(Self.service)&token=\(token)").rule == "token.undecipherable")
        #expect(desk.ask("\(Self.service)&token=\(admin)").rule == "token.site-admin-on-service")
        #expect(desk.ask("\(Self.service)&token=\(desk.token())").because.isEmpty)
    }
}
