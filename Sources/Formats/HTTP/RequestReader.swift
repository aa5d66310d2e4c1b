// SPDX-License-Identifier: Apache-2.0

/// A reader of HTTP/1 requests: bytes in, events out; no socket and no clock.
///
/// It is strict where RFC 9112 leaves a choice, because a test double must notice sloppy clients: lines end in CR LF,
/// fields do not fold, and anything ambiguous is refused. There is one for each connection and nobody needs a copy, which
/// would be made for each question to it.
package struct RequestReader: ~Copyable, Sendable {
    package enum Event: Sendable {
        case needMore
        /// The client waits for `100 Continue` before it sends the body.
        case continueExpected
        case request(Request)
        /// Nothing more can be read from this connection.
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
    /// The index of the first unread byte.
    var start = 0
    /// The index up to which the current head was searched for its end.
    var scanned = 0
    var state = State.head
    /// The data of the current request's chunks so far.
    var chunks: [UInt8] = []

    package init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// The number of unread bytes; they may contain a whole request.
    package var buffered: Int { buffer.count - start }

    /// The number of bytes that it has room for, read or not.
    package var room: Int { buffer.capacity + chunks.capacity }

    /// A Boolean value that indicates whether a request has begun and is incomplete, so that its time is limited.
    package var isInside: Bool {
        if case .head = state { return buffered > 0 }
        return true
    }

    /// A Boolean value that indicates whether the head was read and the body is incomplete.
    package var isInBody: Bool {
        switch state {
        case .head, .failed: false
        default: true
        }
    }

    /// The target of the incomplete request, or `nil` if it has not been read.
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

    /// Drops the read bytes in one step, not request by request.
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

    /// Takes the next bytes, which must be available.
    mutating func take(_ length: Int) -> [UInt8] {
        let bytes = Array(buffer[start..<start + length])
        start += length
        // A connection that waits for its next request keeps no room for the last one.
        if start == buffer.count, start > RequestReader.kept { (buffer, start, scanned) = ([], 0, 0) }
        return bytes
    }

    /// The size of a buffer that is kept for the next request, in bytes.
    private static let kept = 128 * 1024

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

    /// Consumes the next line and returns its range without CR LF, or `nil` if it is incomplete. A bare LF fails.
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
