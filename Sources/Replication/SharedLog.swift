// SPDX-License-Identifier: Apache-2.0

/// A log that replicas share: entries in one order, the same for all.
///
/// One thread appends, and another reads; both wait.
package protocol SharedLog: Sendable, CustomStringConvertible {
    /// How long those who share it wait for it.
    var patience: Patience { get }

    /// Makes the first entry, or returns the one that is there.
    func begin(_ bytes: [UInt8]) throws(EngineFailure) -> [UInt8]

    /// Returns the first entry, or `nil` where nobody has begun.
    func beginning() throws(EngineFailure) -> [UInt8]?

    /// Returns the milliseconds since 1970 by the engine, which the positions of entries count.
    func milliseconds() throws(EngineFailure) -> Int64

    /// Adds an entry at the end, and returns once it is kept.
    ///
    /// - Throws: If that is not certain. The entry may have been added nevertheless.
    func append(_ bytes: [UInt8]) throws(EngineFailure)

    /// Returns the entries after a position, as soon as there is one, or nothing after a while.
    ///
    /// - Throws: `behind` if some of them were forgotten.
    func entries(after position: LogPosition) throws(EngineFailure) -> [LogEntry]

    /// Returns the snapshot that is kept of this log, or `nil`.
    func snapshot() throws(EngineFailure) -> LogSnapshot?

    /// Keeps a snapshot in place of an older one, and forgets the entries before that.
    ///
    /// - Returns: Whether it did; `false`: a newer one is kept.
    func keep(_ snapshot: LogSnapshot) throws(EngineFailure) -> Bool

    /// Returns another log of the same engine.
    func beside(_ name: String) -> any SharedLog

    /// Forgets the log and its snapshot.
    func forget() throws(EngineFailure)
}

extension SharedLog {
    package var patience: Patience { Patience() }
}
