// SPDX-License-Identifier: Apache-2.0

/// The bound on what nests: JSON, clauses, searches.
package enum Nesting {
    /// The deepest level that is read. No document of a real client is half as deep, and what reads, compares, writes or
    /// frees one recursively stays within half of a 512 KiB stack in a debug build: `NestingTests` measure it.
    package static let deepest = 64
}
