// SPDX-License-Identifier: Apache-2.0

import Trust
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What of the log could not be written yet: standard error may be a pipe that nobody reads, and then a write would wait
/// for ever.
struct LogBacklog: Sendable {
    private let descriptor: Int32
    private var bytes: [UInt8] = []
    /// A Boolean value that indicates whether the thread is writing what was taken out.
    private var isWriting = false
    private var hasThread = false
    private var dropped = 0

    /// The bytes that may wait.
    private static let room = 1 << 20
    /// What a pipe that takes something takes whole (PIPE_BUF, pipe(7)).
    private static let piece = 4096

    init(_ descriptor: Int32 = 2) { self.descriptor = descriptor }

    var isEmpty: Bool { bytes.isEmpty && !isWriting }

    /// Writes lines as far as that is possible at once, and keeps the rest; returns whether a thread has to be started
    /// for it.
    mutating func write(_ lines: [UInt8]) -> Bool {
        if isEmpty {
            let count = writeNow(lines)
            if count == lines.count { return false }
            bytes = Array(lines[count...])
        } else if bytes.count + lines.count > Self.room {
            dropped += 1
        } else {
            bytes += lines
        }
        defer { hasThread = true }
        return !hasThread
    }

    /// Writes what is kept, for ever, and a line for how many entries are missing.
    static func write(_ backlog: ConditionVariable<LogBacklog>, missing line: (Int) -> String) {
        while true {
            let (descriptor, taken) = backlog.wait { backlog -> (Int32, [UInt8])? in
                guard !backlog.bytes.isEmpty else { return nil }
                defer { (backlog.bytes, backlog.isWriting) = ([], true) }
                return (backlog.descriptor, backlog.bytes)
            }
            writeWhole(taken, to: descriptor)
            let missing = backlog.change { backlog in
                defer { backlog.dropped = 0 }
                return backlog.dropped
            }
            if missing > 0 {
                writeWhole(Array("\(line(missing))\n".utf8), to: descriptor)
            }
            backlog.change { $0.isWriting = false }
        }
    }

    /// Returns how much was written without waiting.
    private func writeNow(_ lines: [UInt8]) -> Int {
        var sent = 0
        while sent < lines.count {
            var standard = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            guard unsafe poll(&standard, 1, 0) == 1, standard.revents & Int16(POLLOUT) != 0 else { return sent }
            let piece = Array(lines[sent..<min(lines.count, sent + Self.piece)])
            let count = unsafe Platform.write(descriptor, piece, piece.count)
            // There is no standard error, or it takes nothing any more: nobody will miss the line.
            guard count > 0 else { return errno == EAGAIN || errno == EINTR ? sent : lines.count }
            sent += count
        }
        return sent
    }

    private static func writeWhole(_ lines: [UInt8], to descriptor: Int32) {
        var sent = 0
        while sent < lines.count {
            let piece = Array(lines[sent..<min(lines.count, sent + piece)])
            let count = unsafe Platform.write(descriptor, piece, piece.count)
            if count > 0 {
                sent += count
            } else if errno == EAGAIN {
                usleep(10_000)
            } else if errno != EINTR {
                return
            }
        }
    }
}
