// SPDX-License-Identifier: Apache-2.0

/// Request line and fields (RFC 9112 sections 3 and 5).
extension RequestReader {
    /// Reads the head and returns an event if there is one, or `nil` after a change of state.
    mutating func readHead() -> Event? {
        // Skip empty lines before a request line (RFC 9112 section 2.2).
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
        do throws(ReadFailure) {
            let head = try Head.parse(Array(buffer[start..<end]), targetLimit: limits.target)
            start = end
            scanned = start
            return begin(head)
        } catch {
            fail(error.status, error.reason)
            return nil
        }
    }

    private var targetSoFar: Int {
        let line = buffer[start...].prefix { $0 != 13 && $0 != 10 }
        guard let blank = line.firstIndex(of: 32) else { return 0 }
        return line[(blank + 1)...].prefix { $0 != 32 }.count
    }

    /// Returns the index after the empty line that ends the head.
    mutating func headEnd() -> Int? {
        let (end, isGood) = RequestReader.headEnd(buffer.span, start, from: min(max(scanned, start), buffer.count))
        scanned = end ?? buffer.count
        if !isGood { fail(400, "a line ends in LF without CR") }
        return end
    }

    private static func headEnd(_ bytes: Span<UInt8>, _ start: Int, from: Int) -> (end: Int?, isGood: Bool) {
        var at = bytes.index(of: 10, from..<bytes.count)
        while at < bytes.count {
            guard at > start, bytes[at - 1] == 13 else { return (nil, false) }
            if at >= start + 3, bytes[at - 2] == 10 { return (at + 1, true) }
            at = bytes.index(of: 10, at + 1..<bytes.count)
        }
        return (nil, true)
    }

    mutating func begin(_ head: Head) -> Event? {
        let expects = head.minorVersion == 1 && head.fields.has("expect", token: "100-continue")
        switch head.framing {
        case .length(let length) where length <= limits.body && length <= buffered: return whole(head, take(length))
        case .length(let length):
            // Set the state first, because a failure from here on belongs to this request.
            state = .body(head, length: length)
            guard length <= limits.body else {
                fail(413, "the body is longer than \(limits.body) bytes")
                return nil
            }
        case .chunked: state = .chunkSize(head)
        }
        return expects && buffered == 0 ? .continueExpected : nil
    }
}
