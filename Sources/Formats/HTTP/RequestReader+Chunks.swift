// SPDX-License-Identifier: Apache-2.0

/// Chunked bodies (RFC 9112 section 7.1).
extension RequestReader {
    mutating func readChunkSize(_ range: Range<Int>, _ head: Head) {
        if case .failed = state { return }
        // Skip extensions (RFC 9112 section 7.1.1), but not whitespace before them, which some recipients read
        // differently.
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
        guard size >= 0, size <= limits.body, chunks.count + size <= limits.body else {
            return fail(413, "the body is longer than \(limits.body) bytes")
        }
        state = size == 0 ? .trailer(head) : .chunkData(head, left: size)
    }

    /// Reads the data of a chunk and returns `false` if it is incomplete.
    mutating func readChunkData(_ head: Head, _ left: Int) -> Bool {
        let count = min(left, buffered)
        chunks += buffer[start..<start + count]
        start += count
        scanned = start
        state = count == left ? .chunkEnd(head) : .chunkData(head, left: left - count)
        return count == left
    }

    /// Reads the CR LF after a chunk and returns `false` if it is incomplete.
    mutating func readChunkEnd(_ head: Head) -> Bool {
        let isWrong = buffered > 0 && buffer[start] != 13 || buffered > 1 && buffer[start + 1] != 10
        if isWrong {
            fail(400, "a chunk does not end in CR LF")
            return true
        }
        guard buffered >= 2 else { return false }
        start += 2
        scanned = start
        state = .chunkSize(head)
        return true
    }
}
