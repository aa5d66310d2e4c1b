// SPDX-License-Identifier: Apache-2.0

import MockPortal
import MockPortalTesting
import XCTest

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

final class TestCaseTests: MockPortalTestCase {
    override var scenario: MockEnterprise.Scenario { .standalone(version: "10.5.1") }
    override var failsOn: Set<MockPortalTrait.Failing> { [.unmatchedRequests] }

    func testEachTestHasAPortal() async throws {
        let url = try XCTUnwrap(URL(string: portal.server().overHTTP.infoURL + "?f=json"))
        let (data, _) = try await URLSession.shared.data(from: url)
        XCTAssertTrue(String(decoding: data, as: UTF8.self).contains("10.51"))
        XCTAssertEqual(try portal.count(), 1)
    }

    func testItsOwn() throws { XCTAssertEqual(try portal.count(), 0) }
}
