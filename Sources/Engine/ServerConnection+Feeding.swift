// SPDX-License-Identifier: Apache-2.0

internal import CLibevent

/// A response that goes on: what is new is sent as it comes, until either side ends the connection.
extension ServerConnection {
    /// The number of unsent bytes beyond which nothing more is asked of a feed: the client does not read.
    private static let unread = 64 * 1024
    /// How many pieces go at once, before others on the loop have their turn.
    private static let turn = 8

    /// Sends what a feed has, and returns whether it is over: the client has ended the connection.
    func isOver(_ feed: Feed) -> Bool {
        guard !hasEnded else {
            stopHolding()
            return true
        }
        wait(for: feed.changes)
        for _ in 0..<ServerConnection.turn where !isUnread {
            let bytes = feed.next()
            guard !bytes.isEmpty else { break }
            sendFed(bytes)
        }
        if MonotonicClock.milliseconds - actedAt >= feed.interval, !isUnread { sendFed(feed.heartbeat) }
        setAlarm(feed.interval)
        return false
    }

    private func sendFed(_ bytes: [UInt8]) {
        unsafe ServerConnection.outBytes = bytes
        send()
        actedAt = MonotonicClock.milliseconds
    }

    var isUnread: Bool {
        guard let stream = unsafe stream else { return true }
        return unsafe evbuffer_get_length(bufferevent_get_output(stream)) > ServerConnection.unread
    }

    /// A Boolean value that indicates whether the connection has a response that goes on.
    var isFed: Bool {
        if case .feed = acts.first { true } else { false }
    }
}
