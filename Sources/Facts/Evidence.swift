// SPDX-License-Identifier: Apache-2.0

/// The source of a fact and how certain that makes it.
public struct Evidence: Sendable, Hashable, Codable {
    /// The source that a reader can look up: a page, an issue (`Esri/resource-proxy#511`), a client's file.
    public package(set) var source: String
    /// How certain the fact is.
    public package(set) var confidence: Confidence

    /// Creates evidence from a source and a confidence.
    package init(_ confidence: Confidence, _ source: String) {
        self.source = source
        self.confidence = confidence
    }

    /// Returns evidence from published bytes.
    package static func captured(_ source: String) -> Evidence { Evidence(.captured, source) }
    /// Returns evidence from Esri's documentation.
    package static func documented(_ source: String) -> Evidence { Evidence(.documented, source) }
    /// Returns evidence from a client that relies on it, or a user's report.
    package static func reported(_ source: String) -> Evidence { Evidence(.reported, source) }
    /// Returns evidence for a conclusion; `reason` says what it is drawn from.
    package static func inferred(_ reason: String) -> Evidence { Evidence(.inferred, reason) }
}
