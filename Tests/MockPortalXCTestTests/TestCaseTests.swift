// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalXCTest
import XCTest

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

final class TestCaseTests: MockEnterpriseTestCase {
    override var scenario: MockEnterprise.Scenario { .standalone(version: "10.5.1") }
    override var failsOn: Set<FailureCondition> { [.unmatchedRequests] }

    func testEachTestHasAPortal() async throws {
        let info = try mock.server.overHTTP.infoURL
        let url = info.appending(queryItems: [URLQueryItem(name: "f", value: "json")])
        let (data, _) = try await URLSession.shared.data(from: url)
        XCTAssertTrue(String(decoding: data, as: UTF8.self).contains("10.51"))
        XCTAssertEqual(try mock.requests.count, 1)
    }

    func testItsOwn() throws { XCTAssertEqual(try mock.requests.count, 0) }
}
