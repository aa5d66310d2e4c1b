// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
    /// Appends the bytes of a text: a tenth fewer instructions than to append its UTF-8 view (callgrind), and answers are
    /// made of little else.
    mutating func append(text: String) {
        var text = text
        text.withUTF8 { unsafe append(contentsOf: $0) }
    }
}
