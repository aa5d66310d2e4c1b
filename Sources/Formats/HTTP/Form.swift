// SPDX-License-Identifier: Apache-2.0

/// `application/x-www-form-urlencoded`: pairs of names and values, in order.
package enum Form {
    /// The number of pairs that are read; more are passed over, as Tomcat does (docs/reference/http.md#size-of-forms).
    package static let limit = 10_000

    package static func parse(_ text: String) -> [(name: String, value: String)] {
        parse(Array(text.utf8))
    }

    package static func parse(_ bytes: [UInt8]) -> [(name: String, value: String)] {
        var list: [(name: String, value: String)] = []
        each(bytes) { name, value in list.append((name, value)) }
        return list
    }

    /// Passes the first ``limit`` pairs to `body` one by one. Building an array for each request would be expensive.
    package static func each(_ bytes: [UInt8], _ body: (_ name: String, _ value: String) -> Void) {
        let span = bytes.span
        var start = 0
        var equals: Int?
        var isCoded = false
        var index = 0
        var count = 0
        while index <= span.count, count < limit {
            // What means something stands before the letters.
            while index < span.count, unsafe span[unchecked: index] > UInt8(ascii: "=") { index += 1 }
            let byte = index < span.count ? span[index] : UInt8(ascii: "&")
            if byte == UInt8(ascii: "&") {
                if index > start {
                    count += 1
                    let end = equals ?? index
                    body(
                        text(span.extracting(start..<end), isCoded),
                        end < index ? text(span.extracting((end + 1)..<index), isCoded) : "")
                }
                start = index + 1
                equals = nil
                isCoded = false
            } else if byte == UInt8(ascii: "=") {
                if equals == nil { equals = index }
            } else if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+") {
                isCoded = true
            }
            index += 1
        }
    }

    private static func text(_ bytes: Span<UInt8>, _ isCoded: Bool) -> String {
        guard isCoded else {
            return unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
        }
        return unsafe String(unsafeUninitializedCapacity: bytes.count) { text in
            unsafe Percent.decode(bytes, plusIsSpace: true, into: text)
        }
    }

    package static func encode(_ list: [(String, String)]) -> String {
        list.map { "\(Percent.encode($0.0))=\(Percent.encode($0.1))" }.joined(separator: "&")
    }
}
