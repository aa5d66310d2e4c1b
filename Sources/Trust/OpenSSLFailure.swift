// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL

/// An error with what OpenSSL reported. Creating it empties OpenSSL's error queue.
package struct OpenSSLFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package var what: String
    package var reasons: [String]

    package init(_ what: String) {
        self.what = what
        reasons = []
        while case let code = ERR_get_error(), code != 0 {
            var text = [CChar](repeating: 0, count: 256)
            unsafe ERR_error_string_n(code, &text, text.count)
            reasons.append(String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        }
    }

    package var description: String { reasons.isEmpty ? what : "\(what): \(reasons.joined(separator: "; "))" }
}
