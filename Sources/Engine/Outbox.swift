// SPDX-License-Identifier: Apache-2.0

internal import CLibevent

/// The answers of one turn of an event loop: they are sent together, when all requests of the turn are answered.
///
/// Sending each at once wakes its client between two requests, and has the processor change between the program and
/// the kernel's network for each. With 64 busy connections an eighth more requests are answered in a second; with one
/// there is nothing to wait for. Used on the loop's thread only.
@safe final class Outbox: @unchecked Sendable {
    // Sendable: only the loop's thread uses it.
    /// How many answers wait at most, so that the first does not wait long for the last.
    private static let most = 64
    /// The size of an answer that may wait, and of all of them together, in bytes.
    private static let (small, full) = (8 * 1024, 128 * 1024)

    private var waiting: [(connection: ServerConnection, end: Int)] = []
    private var bytes: [UInt8] = []
    private var event: OpaquePointer?
    /// The kernel's tick at which the first that waits was kept.
    private var since: Int64 = 0

    init(_ base: OpaquePointer) {
        let own = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe event = event_new(
            base, -1, 0,
            { _, _, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<Outbox>.fromOpaque(context).takeUnretainedValue().send()
            }, own)
    }

    /// Keeps an answer until the turn ends, and returns whether it does: a large one is not copied.
    func keeps(_ answer: [UInt8], for connection: ServerConnection) -> Bool {
        guard answer.count <= Outbox.small else { return false }
        // What is made active while others are comes after them, in the same turn.
        if waiting.isEmpty {
            since = MonotonicClock.coarseMilliseconds
            unsafe event_active(event, 0, 0)
        }
        bytes += answer
        waiting.append((connection, bytes.count))
        connection.isInOutbox = true
        if waiting.count >= Outbox.most || bytes.count >= Outbox.full { send() }
        return true
    }

    /// Sends what has waited since an earlier tick: of a turn that takes long, nobody waits for all of it.
    func sendLate() {
        if !waiting.isEmpty, MonotonicClock.coarseMilliseconds != since { send() }
    }

    /// Sends all that waits.
    func send() {
        guard !waiting.isEmpty else { return }
        unsafe bytes.withUnsafeBytes { all in
            guard let first = all.baseAddress else { return }
            var (at, start) = (0, 0)
            while at < waiting.count {
                let (connection, end) = waiting[at]
                connection.isInOutbox = false
                unsafe connection.send(UnsafeRawBufferPointer(start: first + start, count: end - start))
                (at, start) = (at + 1, end)
            }
        }
        waiting.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }
}
