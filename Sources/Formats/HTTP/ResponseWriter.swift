// SPDX-License-Identifier: Apache-2.0

/// A writer of HTTP/1.1 responses. It alone writes the framing fields `Content-Length` and `Connection`.
package enum ResponseWriter {
    /// Appends a response. `isHead` omits the body but not its length (RFC 9110 section 9.3.2); one that `goesOn` has no
    /// length, and ends with the connection (RFC 9112 section 6.3).
    package static func write(
        _ response: Response, isHead: Bool = false, goesOn: Bool = false, minorVersion: Int = 1,
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
        for field in response.fields where !field.name.isEmpty {
            append(field.name, to: &out)
            out.append(58)
            out.append(32)
            append(field.value, to: &out)
            line(&out)
        }
        // 1xx and 204 have no length (RFC 9110 section 8.6).
        let hasLength = response.status >= 200 && response.status != 204 && !goesOn
        if hasLength {
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

    /// Appends a field value without line ends and control characters, so that it cannot begin another field.
    private static func append(_ text: String, to out: inout [UInt8]) {
        let bytes = text.utf8.span
        let plain = bytes.index(
            of: { !isField($0) },
            in: { EightBytes.haveOne(below: 32, $0) || EightBytes.have(127, $0) }, 0..<bytes.count)
        // Nearly all values can be written as they are, in one piece.
        if plain == bytes.count { return out.append(text: text) }
        for byte in text.utf8 where isField(byte) { out.append(byte) }
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
