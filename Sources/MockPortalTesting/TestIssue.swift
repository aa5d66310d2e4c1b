// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// What is wrong after a test, and where that is shown; `nil`: at the test itself.
struct TestIssue {
    var text: String
    var location: (fileID: String, filePath: String, line: Int, column: Int)?

    static func all(
        _ portal: MockEnterprise, failsOn: Set<MockPortalTrait.Failing>, hygiene: Set<Hygiene>
    ) -> [TestIssue] {
        var list = portal.unmetExpectations.map {
            TestIssue(text: $0.description, location: ($0.fileID, $0.filePath, $0.line, $0.column))
        }
        if failsOn.contains(.unmatchedRequests) {
            list += portal.unmatched.map { exchange in
                let hint = exchange.verdict.first.map { ": \($0.wouldPass)" } ?? ""
                return TestIssue(text: "nothing answers #\(exchange.number) \(exchange.line())\(hint)")
            }
        }
        if failsOn.contains(.unusedFaults) {
            list += portal.faults.filter { $0.strikes == 0 }.map {
                TestIssue(text: "fault \($0.id) never struck; \($0.matches) requests matched it")
            }
        }
        if !hygiene.isEmpty { list += portal.hygiene(hygiene).map { TestIssue(text: $0.description) } }
        return list
    }
}
