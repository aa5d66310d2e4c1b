/// `application/x-www-form-urlencoded`: names and values in their order.
package enum Form {
    package static func parse(_ text: String) -> [(name: String, value: String)] {
        parse(Array(text.utf8))
    }

    package static func parse(_ bytes: [UInt8]) -> [(name: String, value: String)] {
        var list: [(name: String, value: String)] = []
        list.reserveCapacity(8)
        var start = 0
        var equals: Int?
        for place in 0...bytes.count {
            if place == bytes.count || bytes[place] == UInt8(ascii: "&") {
                if place > start {
                    let end = equals ?? place
                    list.append((text(bytes[start..<end]), end < place ? text(bytes[(end + 1)..<place]) : ""))
                }
                start = place + 1
                equals = nil
            } else if equals == nil, bytes[place] == UInt8(ascii: "=") {
                equals = place
            }
        }
        return list
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let isPlain = !bytes.contains { $0 == 37 || $0 == 43 }
        return String(decoding: isPlain ? bytes : Percent.decode(bytes, plusIsBlank: true)[...], as: UTF8.self)
    }

    package static func encode(_ list: [(String, String)]) -> String {
        list.map { "\(Percent.encode($0.0))=\(Percent.encode($0.1))" }.joined(separator: "&")
    }
}
