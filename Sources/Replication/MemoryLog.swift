// SPDX-License-Identifier: Apache-2.0

internal import Trust
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A log in memory, for replicas of one process: what tests stand in for the engine, which can also be gone, slow to
/// confirm, or take an entry and not say so.
package final class MemoryLog: SharedLog {
    private struct State {
        var entries: [LogEntry] = []
        var kept: [UInt8]?
        var others: [String: MemoryLog] = [:]
        var isGone = false
        var swallowsConfirmations = 0
        var now: Int64
    }

    private let state: Lock<State>
    package let patience: Patience

    /// Creates a log whose time begins at a moment and goes on by a millisecond with each entry.
    package init(milliseconds: Int64 = 1_700_000_000_000, patience: Patience = .long) {
        self.patience = patience
        state = Lock(State(now: milliseconds))
    }

    package let description = "a log in memory"

    package var isGone: Bool {
        get { state.withLock { $0.isGone } }
        set { state.withLock { $0.isGone = newValue } }
    }

    /// Has the next entries be added without their writer hearing of it.
    package func swallowConfirmations(_ count: Int) { state.withLock { $0.swallowsConfirmations = count } }

    /// Moves its time.
    package func advance(milliseconds: Int64) { state.withLock { $0.now += milliseconds } }

    package var count: Int { state.withLock { $0.entries.count } }
    /// The place of the first entry that was not forgotten.
    package var first: LogPosition? { state.withLock { $0.entries.first?.position } }

    private static let gone = EngineFailure(.gone, "the log in memory is gone")

    package func begin(_ bytes: [UInt8]) throws(EngineFailure) -> [UInt8] {
        let first = state.withLock { state -> [UInt8]? in
            guard !state.isGone else { return nil }
            if state.entries.isEmpty { state.entries.append(LogEntry(.beginning, bytes)) }
            return state.entries[0].position == .beginning ? state.entries[0].bytes : nil
        }
        guard let first else { throw Self.gone }
        return first
    }

    package func beginning() throws(EngineFailure) -> [UInt8]? {
        let (isGone, first) = state.withLock { state -> (Bool, [UInt8]?) in
            guard let first = state.entries.first else { return (state.isGone, nil) }
            if first.position == .beginning { return (state.isGone, first.bytes) }
            return (state.isGone, state.kept.flatMap { try? LogSnapshot($0) }?.beginning)
        }
        if isGone { throw Self.gone }
        return first
    }

    package func milliseconds() throws(EngineFailure) -> Int64 {
        let (isGone, now) = state.withLock { ($0.isGone, $0.now) }
        if isGone { throw Self.gone }
        return now
    }

    package func append(_ bytes: [UInt8]) throws(EngineFailure) {
        let isKept = state.withLock { state in
            guard !state.isGone else { return false }
            state.now += 1
            state.entries.append(LogEntry(LogPosition(state.now, 0), bytes))
            guard state.swallowsConfirmations > 0 else { return true }
            state.swallowsConfirmations -= 1
            return false
        }
        if !isKept { throw Self.gone }
    }

    package func entries(after position: LogPosition) throws(EngineFailure) -> [LogEntry] {
        // Looked at every millisecond, as long as a twentieth of a second: whoever reads has to look up now and then.
        for _ in 0..<50 {
            let (isGone, head, found) = state.withLock { state in
                (
                    state.isGone, state.kept.flatMap(LogSnapshot.Head.init),
                    Array(state.entries.drop { $0.position <= position })
                )
            }
            if isGone { throw Self.gone }
            if let head, head.trimmed > position { throw EngineFailure(.behind, "entries were forgotten") }
            if !found.isEmpty { return found }
            var time = timespec(tv_sec: 0, tv_nsec: 1_000_000)
            unsafe nanosleep(&time, nil)
        }
        return []
    }

    package func snapshot() throws(EngineFailure) -> LogSnapshot? {
        let (isGone, kept) = state.withLock { ($0.isGone, $0.kept) }
        if isGone { throw Self.gone }
        return kept.flatMap { try? LogSnapshot($0) }
    }

    package func keep(_ snapshot: LogSnapshot) throws(EngineFailure) -> Bool {
        let isKept = state.withLock { state -> Bool? in
            guard !state.isGone else { return nil }
            let older = state.kept.flatMap(LogSnapshot.Head.init)
            if let older, older.position >= snapshot.place.position { return false }
            let (bytes, head) = snapshot.bytes(after: older)
            state.kept = bytes
            state.entries.removeAll { $0.position < head.trimmed }
            return true
        }
        guard let isKept else { throw Self.gone }
        return isKept
    }

    package func beside(_ name: String) -> any SharedLog {
        state.withLock { state in
            if let known = state.others[name] { return known }
            let log = MemoryLog(milliseconds: state.now, patience: patience)
            state.others[name] = log
            return log
        }
    }

    package func forget() throws(EngineFailure) {
        state.withLock { ($0.entries, $0.kept) = ([], nil) }
    }
}
