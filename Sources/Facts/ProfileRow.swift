// SPDX-License-Identifier: Apache-2.0

/// What one release does, with its evidence.
package struct ProfileRow: Sendable, Hashable {
    /// The observed release.
    package var version: Version
    /// What the release does.
    package var choice: Choice
    /// The evidence.
    package var evidence: Evidence
}
