// SPDX-License-Identifier: Apache-2.0

/// How certain it is that real systems behave this way.
public enum Confidence: String, Sendable, Hashable, CaseIterable, Comparable {
    /// A real response was published or recorded.
    case captured
    /// Esri's documentation says so.
    case documented
    /// A released client relies on it, or a user reported it.
    case reported
    /// Nobody has shown it: the most plausible conclusion from the known facts.
    case inferred

    /// Returns whether the first is more certain than the second.
    public static func < (one: Confidence, other: Confidence) -> Bool {
        let order: [Confidence] = [.captured, .documented, .reported, .inferred]
        return order.firstIndex(of: one) ?? 0 < order.firstIndex(of: other) ?? 0
    }
}
