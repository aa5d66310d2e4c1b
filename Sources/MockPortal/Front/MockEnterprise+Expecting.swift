// SPDX-License-Identifier: Apache-2.0

public import Enterprise
import Trust

extension MockEnterprise {
    /// Announces requests that have to come before the test is over.
    ///
    /// The trait of `MockPortalTesting` and the test case of `MockPortalXCTest` fail at this line if they did not come so.
    ///
    /// - Parameters:
    ///   - pattern: Which requests.
    ///   - times: How many of them.
    ///   - fileID: Where it is announced.
    ///   - filePath: Where it is announced.
    ///   - line: Where it is announced.
    ///   - column: Where it is announced.
    /// - Throws: ``MockEnterpriseError`` if the pattern names what does not exist.
    public func expect(
        _ pattern: RequestPattern, times: RequestPattern.Times = .atLeast(1), fileID: String = #fileID,
        filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) throws(MockEnterpriseError) {
        try check(pattern)
        let expected = Expected(pattern: pattern, times: times, location: (fileID, filePath, line, column))
        expectations.withLock { $0.append(expected) }
    }

    struct Expected: Sendable {
        var pattern: RequestPattern
        var times: RequestPattern.Times
        var location: Complaint.Location
    }

    /// What was announced with ``expect(_:times:fileID:filePath:line:column:)`` and did not come so, each in some lines.
    public var unmetExpectations: [String] { unmet.map(\.text) }

    private var unmet: [Complaint] {
        expectations.withLock { $0 }.compactMap { expected in
            do throws(JournalIncomplete) {
                let verification = try state.withLock { $0.journal }.verify(expected.pattern, times: expected.times)
                guard !verification.passed else { return nil }
                return Complaint(text: verification.description, location: expected.location)
            } catch {
                return Complaint(text: error.description, location: expected.location)
            }
        }
    }

    /// What is wrong after a test, and where that is shown; `nil`: at the test itself.
    package struct Complaint: Sendable {
        package typealias Location = (fileID: String, filePath: String, line: Int, column: Int)

        package var text: String
        package var location: Location?
    }

    /// What fails a test besides its own expectations.
    package func complaints(failsOn: Set<FailureCondition>, hygiene: Set<Hygiene>) -> [Complaint] {
        var list = unmet
        if failsOn.contains(.unmatchedRequests) {
            list += unmatched.map { exchange in
                let hint = exchange.verdict.first.map { ": \($0.wouldPass)" } ?? ""
                return Complaint(text: "nothing answers #\(exchange.number) \(exchange.line())\(hint)")
            }
        }
        if failsOn.contains(.unusedFaults) {
            list += faults.filter { $0.strikes == 0 }.map {
                Complaint(text: "fault \($0.id) never struck; \($0.matches) requests matched it")
            }
        }
        if !hygiene.isEmpty { list += self.hygiene(hygiene).map { Complaint(text: $0.description) } }
        return list
    }
}
