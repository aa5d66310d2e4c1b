// SPDX-License-Identifier: Apache-2.0

internal import CLibevent
internal import CThreads
internal import Trust

/// An `event_base` and the thread that runs it.
///
/// A connection never leaves its loop. Other threads only post work and activate the wake event; they call nothing else
/// of libevent.
@safe package final class EventLoop: @unchecked Sendable {
    // Sendable: only its own thread uses the base; a lock guards the queue.
    let base: OpaquePointer
    let outbox: Outbox
    private var wake: OpaquePointer?
    private let queue = Lock<[@Sendable () -> Void]>([])
    /// The work to do every 50 ms. Coarse time-outs cost nothing per request.
    private let sweeps = Lock<[ObjectIdentifier: @Sendable (Int64) -> Void]>([:])
    private var tick: OpaquePointer?

    /// The loop that all listeners of the process share.
    package static let shared = EventLoop()

    private init() {
        // This comes first: libevent creates its locks with its first base.
        evthread_use_pthreads()
        guard let base = unsafe event_base_new() else { preconditionFailure("no event base: out of memory") }
        unsafe self.base = base
        unsafe outbox = Outbox(base)
        let own = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe wake = event_new(
            base, -1, Int16(EV_PERSIST),
            { _, _, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<EventLoop>.fromOpaque(context).takeUnretainedValue().drain()
            }, own)
        unsafe event_add(wake, nil)
        unsafe tick = event_new(
            base, -1, Int16(EV_PERSIST),
            { _, _, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<EventLoop>.fromOpaque(context).takeUnretainedValue().sweep()
            }, own)
        let failure = unsafe mp_thread_start(
            { context in
                guard let context = unsafe context else { return }
                let loop = unsafe Unmanaged<EventLoop>.fromOpaque(context).takeUnretainedValue()
                unsafe event_base_loop(loop.base, EVLOOP_NO_EXIT_ON_EMPTY)
            }, own, "mock-loop")
        precondition(failure == 0, "no thread for the event loop")
    }

    /// Schedules work on the loop's thread.
    package func post(_ work: @escaping @Sendable () -> Void) {
        let isFirst = queue.withLock { queue in
            queue.append(work)
            return queue.count == 1
        }
        if isFirst { unsafe event_active(wake, 0, 0) }
    }

    private func drain() {
        let work = queue.withLock { queue in
            let all = queue
            queue.removeAll(keepingCapacity: true)
            return all
        }
        for item in work {
            outbox.sendLate()
            item()
        }
    }

    /// Calls `body` every 50 ms with the time of a monotonic clock, in milliseconds. Call this on the loop's thread
    /// only.
    package func everyTick(_ owner: AnyObject, _ body: @escaping @Sendable (Int64) -> Void) {
        let isFirst = sweeps.withLock { sweeps in
            sweeps[ObjectIdentifier(owner)] = body
            return sweeps.count == 1
        }
        guard isFirst else { return }
        var interval = timeval(tv_sec: 0, tv_usec: 50_000)
        unsafe event_add(tick, &interval)
    }

    package func noMoreTicks(_ owner: AnyObject) {
        let isLast = sweeps.withLock { sweeps in
            sweeps[ObjectIdentifier(owner)] = nil
            return sweeps.isEmpty
        }
        if isLast { unsafe event_del(tick) }
    }

    private func sweep() {
        let now = MonotonicClock.milliseconds
        for body in sweeps.withLock({ Array($0.values) }) { body(now) }
    }
}
