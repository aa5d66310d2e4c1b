// SPDX-License-Identifier: Apache-2.0

/// `multipart/form-data` (RFC 7578, RFC 2046 section 5.1).
package enum Multipart {
    package struct Part: Sendable, Hashable {
        package var name: String
        package var fileName: String?
        package var mediaType: String?
        package var body: [UInt8]
    }

    package struct Failure: Error, Sendable, Hashable {
        package var reason: String
    }

    /// Returns the parts in order, at most 1,000.
    package static func parse(_ bytes: [UInt8], boundary: String) throws(Failure) -> [Part] {
        let delimiter = Array("--\(boundary)".utf8)
        guard !boundary.isEmpty, boundary.utf8.count <= 70 else { throw Failure(reason: "the boundary is no boundary") }
        guard var at = find(delimiter, bytes, from: 0) else { throw Failure(reason: "the boundary never comes") }
        let inner = [13, 10] + delimiter
        var parts: [Part] = []
        while true {
            at += delimiter.count
            if bytes[at...].starts(with: "--".utf8) { return parts }
            while at < bytes.count, bytes[at] == 32 || bytes[at] == 9 { at += 1 }
            guard bytes[at...].starts(with: [13, 10]) else { throw Failure(reason: "no line end after the boundary") }
            at += 2
            guard let end = find(inner, bytes, from: max(at - 2, 0)) else {
                throw Failure(reason: "the last boundary never comes")
            }
            guard parts.count < 1000 else { throw Failure(reason: "more than 1,000 parts") }
            parts.append(try part(bytes[at..<max(at, end)]))
            at = end + 2
        }
    }

    private static func part(_ bytes: ArraySlice<UInt8>) throws(Failure) -> Part {
        guard let split = find([13, 10, 13, 10], Array(bytes), from: 0) else {
            throw Failure(reason: "a part has no empty line after its fields")
        }
        let head = String(decoding: bytes.prefix(split), as: UTF8.self)
        var part = Part(name: "", body: Array(bytes.dropFirst(split + 4)))
        var isNamed = false
        for line in head.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { throw Failure(reason: "a part's field has no colon") }
            let value = ASCII.trimmed(line[line.index(after: colon)...])
            switch ASCII.trimmed(line[..<colon]).lowercased() {
            case "content-type": part.mediaType = value
            case "content-disposition":
                guard let type = MediaType("form/" + value), type.essence == "form/form-data", let name = type["name"]
                else { throw Failure(reason: "a part is no form-data with a name") }
                part.name = name
                part.fileName = type["filename"]
                isNamed = true
            default: break
            }
        }
        guard isNamed else { throw Failure(reason: "a part has no Content-Disposition") }
        return part
    }

    private static func find(_ pattern: [UInt8], _ bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        var at = start
        while at <= bytes.count - pattern.count {
            guard let next = bytes[at...].firstIndex(of: pattern[0]), next <= bytes.count - pattern.count else {
                return nil
            }
            if bytes[next..<next + pattern.count].elementsEqual(pattern) { return next }
            at = next + 1
        }
        return nil
    }
}
