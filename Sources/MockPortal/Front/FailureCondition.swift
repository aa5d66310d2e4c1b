// SPDX-License-Identifier: Apache-2.0

/// What fails a test besides its own expectations.
public struct FailureCondition: Sendable, Hashable {
    private let name: String

    private init(_ name: String) { self.name = name }

    /// A request that nothing answers.
    public static let unmatchedRequests = FailureCondition("unmatchedRequests")
    /// A fault that never struck.
    public static let unusedFaults = FailureCondition("unusedFaults")
}
