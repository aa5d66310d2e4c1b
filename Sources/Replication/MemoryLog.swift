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
        var isGone = false
        var swallowsConfirmations = 0
        var now: Int64
    }

    private let state: Lock<State>

    /// Creates a log whose time begins at a moment and goes on by a millisecond with each entry.
    package init(milliseconds: Int64 = 1_700_000_000_000) {
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

    private static let gone = EngineFailure(.gone, "the log in memory is gone")

    package func begin(_ bytes: [UInt8]) throws(EngineFailure) -> [UInt8] {
        let first = state.withLock { state -> [UInt8]? in
            guard !state.isGone else { return nil }
            if state.entries.isEmpty { state.entries.append(LogEntry(.beginning, bytes)) }
            return state.entries[0].bytes
        }
        guard let first else { throw Self.gone }
        return first
    }

    package func beginning() throws(EngineFailure) -> [UInt8]? {
        let (isGone, first) = state.withLock { ($0.isGone, $0.entries.first?.bytes) }
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
            let (isGone, found) = state.withLock { state in
                (state.isGone, Array(state.entries.drop { $0.position <= position }))
            }
            if isGone { throw Self.gone }
            if !found.isEmpty { return found }
            var time = timespec(tv_sec: 0, tv_nsec: 1_000_000)
            unsafe nanosleep(&time, nil)
        }
        return []
    }
}
