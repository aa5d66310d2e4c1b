// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The status of the answer at a URL.
@discardableResult
private func status(_ url: URL, _ query: String = "f=json") async throws -> Int? {
    let (_, response) = try await URLSession.shared.data(from: try #require(URL(string: "\(url)?\(query)")))
    return (response as? HTTPURLResponse)?.statusCode
}

/// Runs a body as the trait would have it run, within the current test; failures are its own.
private func run(_ trait: MockEnterpriseTrait, _ body: @escaping @Sendable () async throws -> Void) async throws {
    let test = try #require(Test.current)
    try await trait.provideScope(for: test, testCase: nil, performing: body)
}

@Suite("The trait of a suite", .mockEnterprise("start/standalone"))
struct SuiteTraitTests {
    @Test("gives each case a portal of its own", arguments: 1...20)
    func cases(_ number: Int) async throws {
        let portal = try MockEnterprise.current
        for _ in 0..<number {
            #expect(try await status(portal.server.overHTTP.infoURL, "f=json&n=\(number)") == 200)
        }
        #expect(portal.requests.count == number)
        #expect(try portal.requests(.any.query(["n": "\(number)"])).count == number)
        #expect(portal.portals.isEmpty)
    }

    @Test("gives way to the trait of a test", .mockEnterprise("start/federated"))
    func inner() throws { #expect(try MockEnterprise.current.portals.count == 1) }

    @Test(
        "is added to by a trait that names no scenario",
        .mockEnterprise(prepare: { $0.clock.freeze() }))
    func added() throws {
        #expect(try MockEnterprise.current.portals.isEmpty)
        #expect(try MockEnterprise.current.clock.isFrozen)
    }

    @Test("reaches child tasks, and is the same portal whenever it is asked for")
    func tasks() async throws {
        let own = try MockEnterprise.current
        async let child = MockEnterprise.current.httpURL
        #expect(try await child == own.httpURL)
        #expect(try await Task { try MockEnterprise.current.httpURL }.value == own.httpURL)
        await #expect(throws: MockEnterpriseError.self) {
            try await Task.detached { try MockEnterprise.current.httpURL }.value
        }
    }

    @Test("costs nothing where no portal is asked for", .mockEnterprise("no/such/scenario"))
    func lazy() {}
}

@Suite("What fails a test besides its own expectations")
struct FailingTests {
    @Test("without the trait there is no portal")
    func missing() { #expect(throws: MockEnterpriseError.self) { try MockEnterprise.current } }

    @Test("expected requests that did not come, at the line that expected them")
    func unmet() async throws {
        let line = #line + 3
        try await withKnownIssue {
            try await run(.mockEnterprise("start/standalone")) {
                try MockEnterprise.current.expect(.get("/arcgis/rest/info"), times: 1)
            }
        } matching: { issue in
            issue.sourceLocation?.line == line
                && issue.comments.contains { $0.rawValue == "expected GET /arcgis/rest/info once: 0 came" }
        }
        try await run(.mockEnterprise("start/standalone")) {
            let portal = try MockEnterprise.current
            try portal.expect(.get("/arcgis/rest/info"), times: 1)
            try await status(portal.server.overHTTP.infoURL)
        }
    }

    @Test("a verdict that fails tells what came near", .mockEnterprise("start/standalone"))
    func verdict() async throws {
        let portal = try MockEnterprise.current
        try await status(portal.server.overHTTP.infoURL)
        #expect(portal.verify(.get("/arcgis/rest/info"), times: 1).passed)
        withKnownIssue {
            #expect(portal.verify(.post("/arcgis/rest/info"), times: 1).passed)
        } matching: {
            "\($0)".contains("its method is GET, not POST")
        }
    }

    @Test("a verdict on a rule that does not exist, whatever the count", .mockEnterprise("start/standalone"))
    func misspelt() throws {
        let portal = try MockEnterprise.current
        withKnownIssue {
            #expect(portal.verify(.rule("token.expird"), times: .never).passed)
        } matching: {
            "\($0)".contains(#"there is no rule "token.expird"; did you mean "token.expired"?"#)
        }
    }

    @Test("requests that nothing answers")
    func unmatched() async throws {
        let body: @Sendable () async throws -> Void = {
            try await status(MockEnterprise.current.httpURL.appending(path: "arcgis/rest/inof"))
        }
        try await withKnownIssue {
            try await run(.mockEnterprise("start/standalone", failsOn: [.unmatchedRequests]), body)
        } matching: {
            $0.comments.contains { $0.rawValue.contains("did you mean rest/info?") }
        }
        try await run(.mockEnterprise("start/standalone"), body)
    }

    @Test("faults that never struck")
    func unused() async throws {
        try await withKnownIssue {
            try await run(.mockEnterprise("start/standalone", failsOn: [.unusedFaults])) {
                try MockEnterprise.current.inject(.init(.reset(.body), on: .path("/nowhere")))
            }
        } matching: {
            $0.comments.contains { $0.rawValue == "fault f1 never struck; 0 requests matched it" }
        }
    }

    @Test("careless habits")
    func hygiene() async throws {
        try await withKnownIssue {
            try await run(.mockEnterprise("start/standalone", hygiene: [.tokenInURL])) {
                try await status(MockEnterprise.current.server.overHTTP.infoURL, "f=json&token=abcdefghijk")
            }
        } matching: {
            $0.comments.contains { $0.rawValue.hasPrefix("token-in-url: ") && !$0.rawValue.contains("ijk") }
        }
    }

    @Test("a scenario with errors, when it is asked for")
    func broken() async throws {
        await #expect(throws: MockEnterpriseError.self) {
            try await run(.mockEnterprise("start/federatd")) { _ = try MockEnterprise.current }
        }
    }

    @Test("the portal is gone after the test")
    func stopped() async throws {
        actor Kept {
            private(set) var portal: MockEnterprise?
            func keep(_ portal: MockEnterprise) { self.portal = portal }
        }
        let kept = Kept()
        // Its own address: on the one that all share, another test's portal may have its port by now.
        try await run(.mockEnterprise("start/standalone", options: .init(hosts: ["127.0.0.77"]))) {
            let portal = try MockEnterprise.current
            #expect(try await status(portal.server.overHTTP.infoURL) == 200)
            await kept.keep(portal)
        }
        let portal = try #require(await kept.portal)
        #expect(portal.server.overHTTP.infoURL.host() == "127.0.0.77")
        await #expect(throws: URLError.self) { try await status(portal.server.overHTTP.infoURL) }
        #expect(portal.requests.count == 1)
    }
}
