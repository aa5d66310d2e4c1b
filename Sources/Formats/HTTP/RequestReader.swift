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

    private enum State: Sendable {
        case head
        case body(Request, length: Int)
        case chunkSize(Request)
        case chunkData(Request, left: Int)
        case chunkEnd(Request)
        case trailer(Request)
        case failed(ReadFailure)
    }

    private let limits: Limits
    private var buffer: [UInt8] = []
    /// Where the unread bytes begin.
    private var start = 0
    /// How far the current head was looked through for its end.
    private var scanned = 0
    private var state = State.head

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

    package mutating func receive(_ bytes: some Collection<UInt8>) {
        compact()
        buffer.append(contentsOf: bytes)
    }

    /// Read bytes are dropped in one go, not one request at a time.
    private mutating func compact() {
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
            case .body(var request, let length):
                guard buffered >= length else { return .needMore }
                request.body = Array(buffer[start..<start + length])
                start += length
                return whole(request)
            case .chunkSize(let request):
                switch line() {
                case .none: return tooLong(16 * 1024, "chunk size line")
                case .some(let range): readChunkSize(range, request)
                }
            case .chunkData(var request, let left):
                let count = min(left, buffered)
                request.body += buffer[start..<start + count]
                start += count
                guard count == left else {
                    state = .chunkData(request, left: left - count)
                    return .needMore
                }
                state = .chunkEnd(request)
            case .chunkEnd(let request):
                guard buffered >= 2 else {
                    guard buffered == 0 || buffer[start] == 13 else {
                        fail(400, "a chunk does not end in CR LF")
                        continue
                    }
                    return .needMore
                }
                guard buffer[start] == 13, buffer[start + 1] == 10 else {
                    fail(400, "a chunk does not end in CR LF")
                    continue
                }
                start += 2
                scanned = start
                state = .chunkSize(request)
            case .trailer(let request):
                switch line() {
                case .none: return tooLong(limits.head, "trailer")
                case .some(let range) where range.isEmpty: return whole(request)
                case .some(let range):
                    if let reason = Head.fieldFault(buffer[range]) { fail(400, "trailer: \(reason)") }
                }
            }
        }
    }

    private mutating func whole(_ request: Request) -> Event {
        state = .head
        scanned = start
        return .request(request)
    }

    private mutating func fail(_ status: Int, _ reason: String) {
        let raw = Array(buffer[min(start, buffer.count)...].prefix(64 * 1024))
        state = .failed(ReadFailure(status: status, reason: reason, raw: raw))
    }

    /// The next line without its CR LF, which is passed; `nil` while it is not whole. A bare LF fails.
    private mutating func line() -> Range<Int>? {
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

    private mutating func tooLong(_ limit: Int, _ what: String) -> Event {
        if case .failed(let failure) = state { return .failure(failure) }
        guard buffered > limit else { return .needMore }
        fail(400, "\(what) longer than \(limit) bytes")
        return next()
    }

    // MARK: Head

    /// `nil` if the state went on; an event if there is one to give.
    private mutating func readHead() -> Event? {
        // RFC 9112 section 2.2: empty lines before a request line are passed over.
        while buffered >= 2, buffer[start] == 13, buffer[start + 1] == 10 {
            start += 2
            scanned = max(scanned, start)
        }
        guard let end = headEnd() else {
            if case .failed = state { return nil }
            if buffered > limits.head {
                fail(431, "the head is longer than \(limits.head) bytes")
                return nil
            }
            if targetSoFar > limits.target {
                fail(414, "the target is longer than \(limits.target) bytes")
                return nil
            }
            return .needMore
        }
        guard end - start <= limits.head else {
            fail(431, "the head is longer than \(limits.head) bytes")
            return nil
        }
        let head = Array(buffer[start..<end])
        let parsed: Head
        switch Head.parse(head, targetLimit: limits.target) {
        case .failure(let failure):
            fail(failure.status, failure.reason)
            return nil
        case .success(let good): parsed = good
        }
        start = end
        scanned = start
        return begin(parsed)
    }

    private var targetSoFar: Int {
        let line = buffer[start...].prefix { $0 != 13 && $0 != 10 }
        guard let blank = line.firstIndex(of: 32) else { return 0 }
        return line[(blank + 1)...].prefix { $0 != 32 }.count
    }

    /// One past the empty line that ends the head.
    private mutating func headEnd() -> Int? {
        var at = max(scanned, start)
        while at < buffer.count {
            guard let feed = buffer[at...].firstIndex(of: 10) else {
                at = buffer.count
                break
            }
            guard feed > start, buffer[feed - 1] == 13 else {
                fail(400, "a line ends in LF without CR")
                return nil
            }
            if feed >= start + 3, buffer[feed - 2] == 10 {
                scanned = feed + 1
                return feed + 1
            }
            at = feed + 1
        }
        scanned = at
        return nil
    }

    private mutating func begin(_ head: Head) -> Event? {
        let request = Request(
            method: head.method, target: Target(head.target), minorVersion: head.minorVersion, fields: head.fields)
        let expects = head.minorVersion == 1 && head.fields.has("expect", token: "100-continue")
        switch head.framing {
        case .length(0): return whole(request)
        case .length(let length):
            guard length <= limits.body else {
                fail(413, "the body is longer than \(limits.body) bytes")
                return nil
            }
            state = .body(request, length: length)
        case .chunked: state = .chunkSize(request)
        }
        return expects && buffered == 0 ? .continueExpected : nil
    }

    private mutating func readChunkSize(_ range: Range<Int>, _ request: Request) {
        if case .failed = state { return }
        // Extensions are read over (RFC 9112 section 7.1.1); blanks before them are not, for some read them otherwise.
        let digits = buffer[range].prefix { $0 != UInt8(ascii: ";") }
        guard !digits.isEmpty, digits.count <= 16 else {
            return fail(400, "a chunk size is \(digits.isEmpty ? "missing" : "too large")")
        }
        guard buffer[range].allSatisfy({ $0 >= 32 && $0 != 127 || $0 == 9 }) else {
            return fail(400, "control character in a chunk extension")
        }
        var size = 0
        for digit in digits {
            guard let value = Hex.value(digit) else { return fail(400, "a chunk size is no hexadecimal number") }
            let (next, overflow) = size.multipliedReportingOverflow(by: 16)
            guard !overflow else { return fail(413, "a chunk is longer than \(limits.body) bytes") }
            size = next | Int(value)
        }
        guard size >= 0, size <= limits.body, request.body.count + size <= limits.body else {
            return fail(413, "the body is longer than \(limits.body) bytes")
        }
        state = size == 0 ? .trailer(request) : .chunkData(request, left: size)
    }
}
