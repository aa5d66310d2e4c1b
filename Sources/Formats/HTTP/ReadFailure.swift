// SPDX-License-Identifier: Apache-2.0

/// Why bytes were not a request.
package struct ReadFailure: Error, Sendable, Hashable {
    /// What to answer: 400, 408, 413, 414, 431, 501, 505.
    package var status: Int
    /// What was wrong, for the journal and the log: "chunk size is no hexadecimal number".
    package var reason: String
    /// The bytes that were read of it, at most the first 64 KiB.
    package var raw: [UInt8]
    /// Where it was going, if so much could be read; it may be cut short.
    package var target: Target?

    package init(status: Int, reason: String, raw: [UInt8] = [], target: Target? = nil) {
        self.status = status
        self.reason = reason
        self.raw = raw
        self.target = target
    }
}
