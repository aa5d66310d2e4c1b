// SPDX-License-Identifier: Apache-2.0

/// The reason that bytes are not a request.
package struct ReadFailure: Error, Sendable, Hashable {
    /// The status to answer with: 400, 408, 413, 414, 431, 501 or 505.
    package var status: Int
    /// What is wrong, for the journal and the log: "a chunk size is no hexadecimal number".
    package var reason: String
    /// The bytes that were read, at most the first 64 KiB.
    package var raw: [UInt8]
    /// The target, possibly truncated, if it was read.
    package var target: Target?

    package init(status: Int, reason: String, raw: [UInt8] = [], target: Target? = nil) {
        self.status = status
        self.reason = reason
        self.raw = raw
        self.target = target
    }
}
