// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
    /// Appends the bytes of a text in one piece, which its UTF-8 view, a general collection, does not do.
    mutating func append(text: String) {
        var text = text
        text.withUTF8 { unsafe append(contentsOf: $0) }
    }
}
