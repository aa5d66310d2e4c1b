// SPDX-License-Identifier: Apache-2.0

/// How sure we are that real systems behave so.
public enum Confidence: String, Sendable, Hashable, CaseIterable, Comparable {
    /// A real response was pasted or recorded.
    case captured
    /// Esri's documentation says so.
    case documented
    /// A shipped client relies on it, or a user reported it.
    case reported
    /// Nobody has shown it: the sanest guess between the facts.
    case inferred

    /// Surer comes first.
    public static func < (one: Confidence, other: Confidence) -> Bool {
        let order: [Confidence] = [.captured, .documented, .reported, .inferred]
        return order.firstIndex(of: one) ?? 0 < order.firstIndex(of: other) ?? 0
    }
}
