// SPDX-License-Identifier: Apache-2.0

/// When to say that the log has become large since the last snapshot: a new replica has to read all of that.
struct LogGrowth: Sendable {
    /// The bytes at which it is said first.
    static let large = 256 << 20

    private var next = LogGrowth.large

    /// Returns what is to be said of so many bytes: once, and again whenever they have doubled.
    mutating func warning(at bytes: Int) -> String? {
        guard bytes >= next else { return nil }
        while next <= bytes { next *= 2 }
        let size = "the log of the replicas has \(bytes >> 20) MiB without a snapshot; why none was kept stands above"
        return "\(size). A new replica reads all of it: reset, or begin anew with another key in --state"
    }
}
