// SPDX-License-Identifier: Apache-2.0

/// The limit of nesting in JSON, clauses and searches.
package enum Nesting {
    /// The deepest level that is read. No document of a real client is half as deep, and recursive reading, comparing,
    /// writing or freeing stays within half of a 512 KiB stack in a debug build: `NestingTests` measure it.
    package static let deepest = 64
}
