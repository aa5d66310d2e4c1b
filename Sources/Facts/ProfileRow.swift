// SPDX-License-Identifier: Apache-2.0

/// What one release does, and how we know.
public struct ProfileRow: Sendable, Hashable {
    /// The release that was seen.
    public var version: Version
    /// What it does.
    public var choice: Choice
    /// How we know.
    public var evidence: Evidence
}
