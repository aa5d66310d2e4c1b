/// `application/x-www-form-urlencoded`: names and values in their order.
package enum Form {
    package static func parse(_ text: String) -> [(name: String, value: String)] {
        parse(Array(text.utf8))
    }

    package static func parse(_ bytes: [UInt8]) -> [(name: String, value: String)] {
        var list: [(name: String, value: String)] = []
        each(bytes) { name, value in list.append((name, value)) }
        return list
    }

    /// Hands out the pairs one by one: a list of them is dear where it is made for every request.
    package static func each(_ bytes: [UInt8], _ body: (_ name: String, _ value: String) -> Void) {
        let span = bytes.span
        var start = 0
        var equals: Int?
        var isCoded = false
        var place = 0
        while place <= span.count {
            let byte = place < span.count ? span[place] : UInt8(ascii: "&")
            if byte == UInt8(ascii: "&") {
                if place > start {
                    let end = equals ?? place
                    body(
                        text(bytes[start..<end], isCoded),
                        end < place ? text(bytes[(end + 1)..<place], isCoded) : "")
                }
                start = place + 1
                equals = nil
                isCoded = false
            } else if byte == UInt8(ascii: "=") {
                if equals == nil { equals = place }
            } else if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+") {
                isCoded = true
            }
            place += 1
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>, _ isCoded: Bool) -> String {
        String(decoding: isCoded ? Percent.decode(bytes, plusIsBlank: true)[...] : bytes, as: UTF8.self)
    }

    package static func encode(_ list: [(String, String)]) -> String {
        list.map { "\(Percent.encode($0.0))=\(Percent.encode($0.1))" }.joined(separator: "&")
    }
}
