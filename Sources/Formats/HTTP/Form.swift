/// `application/x-www-form-urlencoded`: names and values in their order.
package enum Form {
    package static func parse(_ text: String) -> [(name: String, value: String)] {
        parse(Array(text.utf8))
    }

    package static func parse(_ bytes: [UInt8]) -> [(name: String, value: String)] {
        var list: [(name: String, value: String)] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let value = equals < pair.endIndex ? pair[(equals + 1)...] : []
            list.append((text(pair[..<equals]), text(value)))
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
