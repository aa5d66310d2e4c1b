// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing

@testable import MockPortal

/// What `serve` shows on a terminal: Tests/Golden/welcome.txt.
@Suite("The start screen")
struct WelcomeTests {
    private func shown(
        _ scenario: MockEnterprise.Scenario, _ options: MockEnterprise.Options = .init()
    ) throws -> String {
        let portal = try MockEnterprise.startAndWait(scenario, options: options)
        defer { portal.stopAndWait() }
        return Welcome(portal).text.replacing(/:[0-9]{4,5}\b/, with: ":PORT")
    }

    @Test(
        "says where everything is, who may sign in, and what to try",
        arguments: ["start/federated", "start/standalone"])
    func builtIn(_ name: String) throws {
        let text = try shown(.init(stringLiteral: name))
        try Golden.expect("welcome.txt", entry: name, text.replacing("\n", with: "⏎"))
    }

    @Test("shows no passwords where others reach it, or where a token guards it")
    func passwords() throws {
        var guarded = MockEnterprise.Options()
        guarded.controlToken = "secret"
        var named = MockEnterprise.Options()
        named.names = ["portal.test"]
        var open = MockEnterprise.Options()
        open.hosts = ["0.0.0.0"]
        for options in [guarded, named, open] {
            let text = try shown("start/federated", options)
            #expect(!text.contains("known-only-to-the-idp") && !text.contains("mocksecret"), "\(text)")
            #expect(text.contains("/_mock/ready"))
        }
    }

    @Test("counts the users that do not fit")
    func many() throws {
        let users = (1...40).map { MockEnterprise.Scenario.User("user\($0)", password: "p") }
        let text = try shown(MockEnterprise.Scenario(portals: [.init("portal", users: users)]))
        #expect(text.contains("user12 / p") && !text.contains("user13") && text.contains("… and 28 more"), "\(text)")
    }
}
