// SPDX-License-Identifier: Apache-2.0

/// Where a behavior was seen, and how sure that makes it.
public struct Evidence: Sendable, Hashable {
    /// The source, as a reader can look it up: a page, an issue (`Esri/resource-proxy#511`), a client's file.
    public var source: String
    /// How sure it is.
    public var confidence: Confidence

    /// Makes evidence from a source and how sure it is.
    public init(_ confidence: Confidence, _ source: String) {
        self.source = source
        self.confidence = confidence
    }

    /// Somebody showed real bytes.
    public static func captured(_ source: String) -> Evidence { Evidence(.captured, source) }
    /// Esri's documentation says so.
    public static func documented(_ source: String) -> Evidence { Evidence(.documented, source) }
    /// A client relies on it, or a user reported it.
    public static func reported(_ source: String) -> Evidence { Evidence(.reported, source) }
    /// The sanest guess; `reason` says from what.
    public static func inferred(_ reason: String) -> Evidence { Evidence(.inferred, reason) }
}
