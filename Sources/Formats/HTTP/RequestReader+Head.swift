/// Request line and fields: RFC 9112 sections 3 and 5.
extension RequestReader {
    /// `nil` if the state went on; an event if there is one to give.
    mutating func readHead() -> Event? {
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
    mutating func headEnd() -> Int? {
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

    mutating func begin(_ head: Head) -> Event? {
        let request = Request(
            method: head.method, target: Target(head.target), minorVersion: head.minorVersion, fields: head.fields)
        let expects = head.minorVersion == 1 && head.fields.has("expect", token: "100-continue")
        switch head.framing {
        case .length(0): return whole(request)
        case .length(let length):
            // First, for a failure is one of this request.
            state = .body(request, length: length)
            guard length <= limits.body else {
                fail(413, "the body is longer than \(limits.body) bytes")
                return nil
            }
        case .chunked: state = .chunkSize(request)
        }
        return expects && buffered == 0 ? .continueExpected : nil
    }
}
