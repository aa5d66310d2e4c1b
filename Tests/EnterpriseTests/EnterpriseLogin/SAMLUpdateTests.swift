// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

/// What a sign-in changes of a member: name, address and groups, where the portal is set up so.
@Suite("SAML, updates at sign-in")
struct SAMLUpdateTests {
    private static let more = """
        groups: [{ id: "editors", providerGroupName: "GIS Editors" }, { id: "viewers", providerGroupName: "GIS Viewers" },
                 { id: "own", members: ["dirk@CONTOSO"] }],
        """

    private func members(_ saml: SAMLFixture) -> [[String]] {
        saml.fixture.fixture.deployment.portals[0].groups.map(\.members)
    }

    @Test("groups follow the provider's, and those of the portal's own stay", arguments: [true, false])
    func groups(_ updates: Bool) throws {
        var saml = try SAMLFixture("updateGroupsAtSignin: \(updates)", more: Self.more)
        saml.fixture.fixture.deployment.portals[0].accounts[2].claims.groups = ["GIS Editors", "Everybody"]
        #expect(try saml.signIn().status == 302)
        #expect(members(saml) == [updates ? ["dirk@CONTOSO"] : [], [], ["dirk@CONTOSO"]])
        saml.fixture.fixture.deployment.portals[0].accounts[2].claims.groups = ["gis editors", "GIS Viewers"]
        #expect(try saml.signIn().status == 302)
        #expect(members(saml) == [[], updates ? ["dirk@CONTOSO"] : [], ["dirk@CONTOSO"]])
    }

    @Test("name and address follow the provider's only where wanted", arguments: [true, false])
    func profile(_ updates: Bool) throws {
        var saml = try SAMLFixture("updateProfileAtSignin: \(updates)")
        saml.fixture.fixture.deployment.portals[0].accounts[2].claims = ProviderClaims(
            givenName: "Dirk", surname: "Gently", email: "dirk@contoso.example")
        #expect(try saml.signIn().status == 302)
        let member = saml.fixture.fixture.deployment.portals[0].accounts[2]
        #expect(member.fullName == (updates ? "Dirk Gently" : "dirk@CONTOSO"))
        #expect(member.email == (updates ? "dirk@contoso.example" : "dirk@example.com"))
    }
}
