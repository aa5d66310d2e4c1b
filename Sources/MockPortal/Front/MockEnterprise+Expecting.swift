// SPDX-License-Identifier: Apache-2.0

import Trust

extension MockEnterprise {
    /// Requests that were announced and did not come as announced.
    public struct Unmet: Sendable, CustomStringConvertible {
        /// What was expected, what came, and what came near; `nil` if ``incomplete`` says why nobody knows.
        public let verification: Verification?
        /// Why it cannot be told, as the journal dropped too much.
        public let incomplete: JournalIncomplete?
        /// Module and file where it was announced: `AppTests/LoginTests.swift`.
        public let fileID: String
        /// The file where it was announced.
        public let filePath: String
        /// The line there, from 1.
        public let line: Int
        /// The column there, from 1.
        public let column: Int

        /// The verification's words.
        public var description: String { verification?.description ?? incomplete?.description ?? "" }
    }

    struct Expected: Sendable {
        var pattern: RequestPattern
        var times: RequestPattern.Times
        var location: (fileID: String, filePath: String, line: Int, column: Int)
    }

    /// Announces requests that have to come before the test is over; the trait and the test case of `MockPortalTesting` fail
    /// at this line if they did not.
    ///
    /// - Parameters:
    ///   - pattern: Which requests.
    ///   - times: How many of them.
    ///   - fileID: Where it is announced.
    ///   - filePath: Where it is announced.
    ///   - line: Where it is announced.
    ///   - column: Where it is announced.
    public func expect(
        _ pattern: RequestPattern, times: RequestPattern.Times = .atLeast(1), fileID: String = #fileID,
        filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        let expected = Expected(pattern: pattern, times: times, location: (fileID, filePath, line, column))
        expectations.withLock { $0.append(expected) }
    }

    /// What was announced with ``expect(_:times:fileID:filePath:line:column:)`` and did not come so.
    public var unmetExpectations: [Unmet] {
        expectations.withLock { $0 }.compactMap { expected in
            func unmet(_ verification: Verification?, _ incomplete: JournalIncomplete?) -> Unmet {
                Unmet(
                    verification: verification, incomplete: incomplete, fileID: expected.location.fileID,
                    filePath: expected.location.filePath, line: expected.location.line, column: expected.location.column
                )
            }
            do throws(JournalIncomplete) {
                let verification = try verify(expected.pattern, times: expected.times)
                return verification.passed ? nil : unmet(verification, nil)
            } catch {
                return unmet(nil, error)
            }
        }
    }
}
