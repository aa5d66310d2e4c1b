// SPDX-License-Identifier: Apache-2.0

/// What one release does, with its evidence.
public struct ProfileRow: Sendable, Hashable {
    /// The observed release.
    public var version: Version
    /// What the release does.
    public var choice: Choice
    /// The evidence.
    public var evidence: Evidence
}
