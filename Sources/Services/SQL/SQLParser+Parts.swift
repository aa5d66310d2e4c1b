// SPDX-License-Identifier: Apache-2.0

extension SQLParser {
    /// Returns the parts between commas, except those inside parentheses or quotes: `COUNTRY, CAST(x AS VARCHAR(2)),
    /// ROUND(y, 2)`.
    static func parts(_ text: String) -> [String] {
        var (parts, part): ([String], [UInt8]) = ([], [])
        var (depth, quote): (Int, UInt8?) = (0, nil)
        for byte in text.utf8 {
            if let open = quote {
                if byte == open { quote = nil }
            } else {
                switch byte {
                case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"): depth -= 1
                case UInt8(ascii: ",") where depth <= 0:
                    parts.append(String(decoding: part, as: UTF8.self))
                    part = []
                    continue
                default: break
                }
            }
            part.append(byte)
        }
        parts.append(String(decoding: part, as: UTF8.self))
        return parts.filter { $0.contains { $0 != " " } }
    }
}
