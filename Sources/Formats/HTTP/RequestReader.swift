// SPDX-License-Identifier: Apache-2.0

/// Reads HTTP/1 requests: bytes in, events out; no socket and no clock.
///
/// Strict where RFC 9112 lets a server choose, for a double must notice sloppy clients: lines end in CR LF, fields do not
/// fold, and whatever could be read in two ways is refused.
package struct RequestReader: Sendable {
    package enum Event: Sendable {
        case needMore
        /// The client waits for `100 Continue` before it sends the body.
        case continueExpected
        case request(Request)
        /// Nothing more can be read of this connection.
        case failure(ReadFailure)
    }

    enum State: Sendable {
        case head
        case body(Head, length: Int)
        case chunkSize(Head)
        case chunkData(Head, left: Int)
        case chunkEnd(Head)
        case trailer(Head)
        case failed(ReadFailure)
    }

    let limits: Limits
    var buffer: [UInt8] = []
    /// Where the unread bytes begin.
    var start = 0
    /// How far the current head was looked through for its end.
    var scanned = 0
    var state = State.head
    /// What the chunks of the current request held so far.
    var chunks: [UInt8] = []

    package init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// How many bytes wait to be read: a whole request may be among them.
    package var buffered: Int { buffer.count - start }

    /// Whether a request has begun and is not whole: its time is limited.
    package var isInside: Bool {
        if case .head = state { return buffered > 0 }
        return true
    }

    /// Whether the head was read and the body is not whole.
    package var isInBody: Bool {
        switch state {
        case .head, .failed: false
        default: true
        }
    }

    /// The target of the request that is not whole, as far as it was read; `nil` if it has not come to that.
    package var target: Target? {
        switch state {
        case .head:
            let words = buffer[min(start, buffer.count)...].prefix { $0 != 13 && $0 != 10 }
                .split(separator: 32, maxSplits: 2, omittingEmptySubsequences: false)
            return words.count > 1 ? Target(String(decoding: words[1], as: UTF8.self)) : nil
        case .body(let head, _), .chunkSize(let head), .chunkData(let head, _), .chunkEnd(let head),
            .trailer(let head):
            return head.target
        case .failed(let failure): return failure.target
        }
    }

    package mutating func receive(_ bytes: ArraySlice<UInt8>) {
        compact()
        buffer.append(contentsOf: bytes)
    }

    /// Read bytes are dropped in one go, not one request at a time.
    mutating func compact() {
        if start == buffer.count {
            buffer.removeAll(keepingCapacity: true)
            scanned = 0
            start = 0
        } else if start > 64 * 1024 {
            buffer.removeFirst(start)
            scanned -= start
            start = 0
        }
    }

    package mutating func next() -> Event {
        while true {
            switch state {
            case .failed(let failure): return .failure(failure)
            case .head:
                guard let event = readHead() else { continue }
                return event
            case .body(let head, let length):
                guard buffered >= length else { return .needMore }
                return whole(head, take(length))
            case .chunkSize(let head):
                switch line() {
                case .none: return tooLong(16 * 1024, "chunk size line")
                case .some(let range): readChunkSize(range, head)
                }
            case .chunkData(let head, let left):
                guard readChunkData(head, left) else { return .needMore }
            case .chunkEnd(let head):
                guard readChunkEnd(head) else { return .needMore }
            case .trailer(let head):
                switch line() {
                case .none: return tooLong(limits.head, "trailer")
                case .some(let range) where range.isEmpty:
                    let body = chunks
                    chunks = []
                    return whole(head, body)
                case .some(let range):
                    do throws(ReadFailure) {
                        _ = try Head.field(buffer.span, range)
                    } catch {
                        fail(400, "trailer: \(error.reason)")
                    }
                }
            }
        }
    }

    /// The next bytes, which are there.
    mutating func take(_ length: Int) -> [UInt8] {
        defer { start += length }
        return Array(buffer[start..<start + length])
    }

    mutating func whole(_ head: Head, _ body: [UInt8]) -> Event {
        state = .head
        scanned = start
        return .request(
            Request(
                method: head.method, target: head.target, minorVersion: head.minorVersion, fields: head.fields,
                body: body))
    }

    mutating func fail(_ status: Int, _ reason: String) {
        let raw = Array(buffer[min(start, buffer.count)...].prefix(64 * 1024))
        state = .failed(ReadFailure(status: status, reason: reason, raw: raw, target: target))
    }

    /// The next line without its CR LF, which is passed; `nil` while it is not whole. A bare LF fails.
    mutating func line() -> Range<Int>? {
        guard let end = buffer[scanned...].firstIndex(of: 10) else {
            scanned = buffer.count
            return nil
        }
        guard end > start, buffer[end - 1] == 13 else {
            fail(400, "a line ends in LF without CR")
            return start..<start
        }
        let range = start..<end - 1
        start = end + 1
        scanned = start
        return range
    }

    mutating func tooLong(_ limit: Int, _ what: String) -> Event {
        if case .failed(let failure) = state { return .failure(failure) }
        guard buffered > limit else { return .needMore }
        fail(400, "\(what) longer than \(limit) bytes")
        return next()
    }
}
