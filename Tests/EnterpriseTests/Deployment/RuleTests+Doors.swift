// SPDX-License-Identifier: Apache-2.0

@testable import Enterprise

/// The doors that hand out tokens.
extension RuleTests {
    static func portalDoor(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture.federated(
            "11.4", quirks: "'generate-token.plain-http': 'refuse', 'generate-token.unknown-client': 'refuse'")
        func login(
            _ user: String, _ password: String = "pw", _ more: [(String, String)] = [("referer", "x")],
            secure: Bool = true
        ) -> PortalFixture.Heard {
            let form = [("username", user), ("password", password), ("f", "json")] + more
            return fixture.ask("/portal/sharing/rest/generateToken", form: form, secure: secure)
        }
        switch id {
        case "generate-token.disabled-user": return login("gone")
        case "generate-token.password-expired":
            fixture.deployment.portals[0].accounts[1].isPasswordExpired = true
            return fixture.ask(
                "/portal/sharing/rest/generateToken",
                form: [("username", "bert"), ("password", "pw"), ("referer", "x"), ("f", "json")])
        case "generate-token.second-factor":
            fixture.deployment.portals[0].accounts[0].hasSecondFactor = true
            return login("anna")
        case "generate-token.enterprise-login": return login("dirk@CONTOSO")
        case "generate-token.no-form":
            var online = try PortalFixture.federated("online")
            return online.ask("/portal/sharing/rest/generateToken")
        case "generate-token.method": return fixture.ask("/portal/sharing/rest/generateToken?f=json")
        case "generate-token.locked-out":
            for _ in 0..<5 { _ = login("anna", "no") }
            return login("anna")
        case "generate-token.missing-parameter": return login("")
        case "generate-token.no-token-to-exchange":
            return login("anna", "pw", [("serverUrl", "https://h.example/arcgis")])
        case "generate-token.not-federated":
            return exchange(&fixture, fixture.token(), "https://nowhere.example/arcgis")
        case "generate-token.plain-http": return login("anna", secure: false)
        case "generate-token.query-credentials":
            return fixture.ask("/portal/sharing/generateToken?username=anna&password=pw&referer=x&f=json", form: [])
        case "generate-token.unknown-client": return login("anna", "pw", [("client", "1.2.3.4")])
        case "generate-token.unknown-user": return login("nobody")
        case "generate-token.user-case": return login("Anna")
        case "generate-token.wrong-password": return login("anna", "no")
        default: return nil
        }
    }

    static func otherDoors(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture.federated("10.6.1")
        func server(
            _ fixture: inout PortalFixture, _ user: String, _ password: String, _ more: [(String, String)] = []
        ) -> PortalFixture.Heard {
            let form = [("username", user), ("password", password), ("f", "json")] + more
            return fixture.ask("/arcgis/tokens/generateToken", form: form)
        }
        switch id {
        case "server-token.store-unreachable":
            var broken = try PortalFixture("{ portal: null, servers: [{ store: 'unreachable' }] }")
            return server(&broken, "u", "p")
        case "server-token.federated":
            var closed = try PortalFixture.federated("10.6.1", quirks: "'server-token.federated': 'refuse'")
            return server(&closed, "psa", "psa")
        case "server-token.invalid-credentials":
            var alone = try PortalFixture.standalone()
            return server(&alone, "uwe", "no")
        case "server-token.long-without-client": return server(&fixture, "psa", "psa", [("expiration", "600")])
        case "server-token.query-credentials":
            return fixture.ask("/arcgis/tokens/generateToken?username=psa&password=psa&f=json", form: [])
        case "server-token.method": return fixture.ask("/arcgis/tokens/generateToken?f=json")
        case "server-token.portal-users": return server(&fixture, "anna", "pw")
        default: return nil
        }
    }
}
