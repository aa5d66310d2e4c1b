// SPDX-License-Identifier: Apache-2.0

/// A reader of HTTP/1 responses for the client of `check`: bytes in, one response out.
package struct ResponseReader: Sendable {
    package enum Event: Sendable, Hashable {
        case needMore
        case response(Received)
        case failure(String)
    }

    package struct Received: Sendable, Hashable {
        package var status: Int
        package var fields: [Response.Field]
        package var body: [UInt8]
        /// A Boolean value that indicates whether the connection can be reused.
        package var keepsAlive: Bool

        /// The value of the first field with that name, in any case.
        package subscript(name: String) -> String? { fields.first { ASCII.equal($0.name, name) }?.value }
    }

    private var buffer: [UInt8] = []
    /// The head of the response with the body so far, or `nil` while the head is incomplete.
    package private(set) var unfinished: Received?
    private let isHead: Bool

    /// Creates a reader. `isHead` says that the request was HEAD, so no body follows.
    package init(isHead: Bool) {
        self.isHead = isHead
    }

    package mutating func receive(_ bytes: some Collection<UInt8>) { buffer += bytes }

    package var isEmpty: Bool { buffer.isEmpty }

    /// Returns the next event. `ended` says that the other side sent FIN, which ends a body without a length.
    package mutating func next(ended: Bool) -> Event {
        while true {
            guard let end = find([13, 10, 13, 10], from: 0) else {
                return ended ? .failure("the connection ended inside the head") : .needMore
            }
            let lines = String(decoding: buffer[..<end], as: UTF8.self).split(
                separator: "\r\n", omittingEmptySubsequences: false)
            let words = lines[0].split(separator: " ", maxSplits: 2)
            guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
                return .failure("no status line: \(lines[0].prefix(80))")
            }
            if (100..<200).contains(status) {
                buffer.removeFirst(end + 4)
                continue
            }
            var fields: [Response.Field] = []
            for line in lines.dropFirst() {
                guard let colon = line.firstIndex(of: ":") else { return .failure("a field without a colon: \(line)") }
                fields.append(.init(String(line[..<colon]), ASCII.trimmed(line[line.index(after: colon)...])))
            }
            var received = Received(status: status, fields: fields, body: [], keepsAlive: true)
            received.keepsAlive = words[0] == "HTTP/1.1" && !ASCII.equal(received["connection"] ?? "", "close")
            return body(received, from: end + 4, ended: ended)
        }
    }

    private mutating func body(_ head: Received, from start: Int, ended: Bool) -> Event {
        var received = head
        if isHead || head.status == 204 || head.status == 304 { return .response(received) }
        if ASCII.equal(head["transfer-encoding"] ?? "", "chunked") {
            return chunks(received, from: start, ended: ended)
        }
        if let text = head["content-length"] {
            unfinished = received
            unfinished?.body = Array(buffer[start...])
            guard let length = Int(text), length >= 0 else { return .failure("Content-Length is no number: \(text)") }
            let have = buffer.count - start
            if have >= length {
                received.body = Array(buffer[start..<start + length])
                return .response(received)
            }
            return ended ? .failure("the body ended after \(have) of \(length) bytes") : .needMore
        }
        received.keepsAlive = false
        received.body = Array(buffer[start...])
        guard ended else {
            unfinished = received
            return .needMore
        }
        return .response(received)
    }

    private mutating func chunks(_ head: Received, from start: Int, ended: Bool) -> Event {
        var received = head
        var at = start
        while let end = find([13, 10], from: at) {
            let size = buffer[at..<end].prefix { $0 != UInt8(ascii: ";") }
            guard let count = Int(String(decoding: size, as: UTF8.self), radix: 16), count >= 0 else {
                return .failure("a chunk size is no number")
            }
            at = end + 2
            if count == 0 {
                guard let last = find([13, 10], from: at) else { break }
                if last == at { return .response(received) }
                guard find([13, 10, 13, 10], from: at) != nil else { break }
                return .response(received)
            }
            guard buffer.count >= at + count + 2 else { break }
            received.body += buffer[at..<at + count]
            at += count + 2
        }
        unfinished = received
        return ended ? .failure("the connection ended inside the chunks") : .needMore
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard buffer.count >= pattern.count else { return nil }
        var at = start
        while at <= buffer.count - pattern.count {
            if buffer[at] == pattern[0], buffer[at..<at + pattern.count].elementsEqual(pattern) { return at }
            at += 1
        }
        return nil
    }
}
