// SPDX-License-Identifier: Apache-2.0

internal import CLibevent
internal import Trust
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Waiting before a response goes: woken by a change or by the time, and not asked in between.
extension ServerConnection {
    /// Whether the wait is over; if not, the connection is woken to ask again.
    func isOver(_ hold: Hold) -> Bool {
        wait(for: hold.changes)
        let remaining = hold.remaining()
        guard remaining != 0 else {
            stopHolding()
            return true
        }
        setAlarm(remaining)
        return false
    }

    /// Has the connection woken at each change, until `stopHolding`.
    func wait(for changes: ChangeNotifier) {
        guard holding == nil else { return }
        holding = changes
        deadline = MonotonicClock.milliseconds + listener.options.timeouts.idle
        // Observed before it is asked, so that no change in between is missed.
        changes.observe(self) { [loop = listener.loop] in loop.post { self.wake() } }
    }

    private func wake() {
        if holding != nil { act() }
    }

    /// Has the connection woken after that time; `nil`: by a change alone.
    func setAlarm(_ milliseconds: Int64?) {
        guard let milliseconds else {
            if let alarm = unsafe alarm { unsafe event_del(alarm) }
            return
        }
        if unsafe alarm == nil {
            let own = unsafe Unmanaged.passUnretained(self).toOpaque()
            unsafe alarm = event_new(
                listener.loop.base, -1, 0,
                { _, _, context in
                    guard let context = unsafe context else { return }
                    unsafe Unmanaged<ServerConnection>.fromOpaque(context).takeUnretainedValue().wake()
                }, own)
        }
        var time = timeval()
        time.tv_sec = numericCast(milliseconds / 1000)
        time.tv_usec = numericCast(milliseconds % 1000 * 1000)
        unsafe event_add(alarm, &time)
    }

    /// Waits no longer; also for a connection that ends.
    func stopHolding() {
        holding?.forget(self)
        holding = nil
        if let alarm = unsafe alarm { unsafe event_free(alarm) }
        unsafe alarm = nil
    }
}
