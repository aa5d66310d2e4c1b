// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import TestSupport
import Testing

@testable import Enterprise

/// Every rule can be triggered, and says what it looked at. (That no coded error leaves without one, `PortalFixture` checks.)
@Suite("Rules")
struct RuleTests {
    static let service = "/arcgis/rest/services/Airports/MapServer?f=json"
    static let open = "/arcgis/rest/services/Open/MapServer"

    /// A request that the rule refuses; `nil` if there is none for that id.
    private static func trigger(_ id: String) throws -> PortalFixture.Heard? {
        switch id.prefix(while: { $0 != "." }) {
        case "generate-token": try portalDoor(id)
        case "server-token": try turnedOff(id) ?? otherDoors(id)
        case "oauth": try OAuthFixture.trigger(id)
        case "saml", "idp", "oidc": try SAMLFixture.trigger(id)
        case "token": try token(id)
        case "map", "wms": try MapFixture.trigger(id)
        case "edit", "attachment", "related", "feature": try EditFixture.trigger(id)
        case "sync": try SyncFixture.trigger(id)
        case "geocode", "gp", "image", "tile", "geometry", "network", "scene": try OtherServiceFixture.trigger(id)
        case "admin", "portaladmin": try administration(id) ?? lifecycle(id)
        case "site", "web-tier", "login": try front(id)
        case "fault": try FaultTests.trigger(id)
        case "sharing": try sharing(id) ?? hosting(id) ?? organization(id) ?? lifecycle(id)
        case "rest-admin": try resource(id) ?? lifecycle(id)
        case "query": try query(id)
        case "replicas": try ReplicasTests.trigger(id)
        default: try resource(id)
        }
    }

    /// All rules, or those that the environment names: the first to which a spoilt body is shown (`make mutate`).
    private static let asked = Explanation.rules.map(\.id).filter { id in
        ProcessInfo.processInfo.environment["MOCK_PORTAL_RULES"]?.split(separator: ",").contains { $0 == id } ?? true
    }

    @Test("can be triggered, and say what would have passed", arguments: asked)
    func rule(_ id: String) throws {
        let heard = try #require(try Self.trigger(id), "no request here triggers \(id)")
        #expect(heard.rule == id, "\(heard.body.prefix(200))")
        #expect(heard["X-Mock-Portal-Because"]?.hasPrefix(id) == true)
        #expect(heard.verdict.first?.wouldPass.isEmpty == false)
        // An error may stand behind the id of what it is about.
        guard
            heard.body.contains("\"error\":{\"code\"") || heard.body.hasPrefix("{\"error\"")
                || heard.body.hasPrefix("{\"status\":\"error\"")
        else { return }
        try Golden.expect("refusals.txt", entry: id, heard.body.replacing("\n", with: "⏎"))
    }

    @Test("a new key ends all tokens of its site, and no others")
    func rotation() throws {
        var fixture = try PortalFixture.federated()
        let token = fixture.token()
        let admin = Self.siteAdmin(&fixture)
        fixture.deployment.portals[0].issuer.rotate()
        #expect(fixture.ask("\(Self.service)&token=\(token)").rule == "token.undecipherable")
        #expect(fixture.ask("\(Self.service)&token=\(admin)").rule == "token.site-admin-on-service")
        #expect(fixture.ask("\(Self.service)&token=\(fixture.token())").verdict.isEmpty)
    }
}
