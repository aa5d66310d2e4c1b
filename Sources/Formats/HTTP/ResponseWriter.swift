// SPDX-License-Identifier: Apache-2.0

/// A writer of HTTP/1.1 responses. It alone writes the framing fields `Content-Length` and `Connection`.
package enum ResponseWriter {
    /// How a client learns where a body ends (RFC 9112 section 6.3).
    package enum Framing: Sendable {
        case length
        /// The body follows in chunks, each with its length.
        case chunked
        /// The body follows and ends with the connection.
        case toTheEnd
    }

    /// Appends a response, of one that has no length the head alone. `isHead` omits the body but not its length (RFC 9110
    /// section 9.3.2).
    package static func write(
        _ response: Response, isHead: Bool = false, framing: Framing = .length, minorVersion: Int = 1,
        keepsAlive: Bool = true, to out: inout [UInt8]
    ) {
        out.reserveCapacity(out.count + 512 + response.body.count)
        if response.status == 200 {
            out.append(text: "HTTP/1.1 200 OK\r\n")
        } else {
            out.append(text: "HTTP/1.1 ")
            number(response.status, to: &out)
            out.append(32)
            out.append(text: reason(response.status))
            line(&out)
        }
        append(response.fields, to: &out)
        // 1xx and 204 have no length (RFC 9110 section 8.6).
        let hasLength = response.status >= 200 && response.status != 204 && framing == .length
        if framing == .chunked {
            out.append(text: "Transfer-Encoding: chunked\r\n")
        } else if hasLength {
            out.append(text: "Content-Length: ")
            number(response.body.count, to: &out)
            line(&out)
        }
        if !keepsAlive {
            out.append(text: "Connection: close\r\n")
        } else if minorVersion == 0 {
            out.append(text: "Connection: keep-alive\r\n")
        }
        line(&out)
        if !isHead, hasLength, response.status != 304 { out += response.body }
    }

    private static func line(_ out: inout [UInt8]) {
        out.append(13)
        out.append(10)
    }

    /// The size of fields that are put together first, in bytes.
    private static let small = 1024

    /// Appends fields without line ends and control characters in names and values, so that none can begin another one.
    private static func append(_ fields: [Response.Field], to out: inout [UInt8]) {
        // An array takes one piece sooner than six a field.
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: small) { piece in
            let fields = fields.span
            var end = 0
            for number in fields.indices where !fields[number].name.isEmpty {
                let (name, value) = (fields[number].name.utf8.span, fields[number].value.utf8.span)
                let size = name.count + value.count + 4
                if end + size > small {
                    unsafe out.append(contentsOf: piece[..<end])
                    end = 0
                }
                if size <= small {
                    unsafe put(name, 58, 32, piece, end)
                    unsafe put(value, 13, 10, piece, end + name.count + 2)
                    if unsafe isPlain(piece.span, end..<end + size - 2) {
                        end += size
                        continue
                    }
                }
                unsafe out.append(contentsOf: piece[..<end])
                end = 0
                append(fields[number], to: &out)
            }
            unsafe out.append(contentsOf: piece[..<end])
        }
    }

    /// Puts a text and two bytes after it where there is room for them.
    @inline(__always)
    private static func put(
        _ text: Span<UInt8>, _ first: UInt8, _ second: UInt8, _ piece: UnsafeMutableBufferPointer<UInt8>, _ at: Int
    ) {
        unsafe text.withUnsafeBytes {
            unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(piece)[at...]).copyMemory(
                from: $0)
        }
        unsafe piece[at + text.count] = first
        unsafe piece[at + text.count + 1] = second
    }

    /// Appends a field that is large, or has bytes that are left out.
    private static func append(_ field: Response.Field, to out: inout [UInt8]) {
        for byte in field.name.utf8 where isField(byte) { out.append(byte) }
        out.append(58)
        out.append(32)
        for byte in field.value.utf8 where isField(byte) { out.append(byte) }
        line(&out)
    }

    private static func isPlain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        bytes.index(
            of: { !isField($0) },
            in: { EightBytes.haveOne(below: 32, $0) || EightBytes.have(127, $0) }, range) == range.upperBound
    }

    private static func isField(_ byte: UInt8) -> Bool {
        byte >= 32 && byte != 127 || byte == 9
    }

    private static func number(_ value: Int, to out: inout [UInt8]) {
        if value >= 10 { number(value / 10, to: &out) }
        out.append(48 + UInt8(value % 10))
    }

    /// Returns the standard reason phrase; 498 and 499 are Esri's.
    package static func reason(_ status: Int) -> String {
        switch status {
        case 100: "Continue"
        case 200: "OK"
        case 201: "Created"
        case 204: "No Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 304: "Not Modified"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 422: "Unprocessable Content"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 498: "Invalid Token"
        case 499: "Token Required"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        case 505: "HTTP Version Not Supported"
        default: "Status"
        }
    }
}
