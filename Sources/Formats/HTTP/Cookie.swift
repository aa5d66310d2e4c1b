// SPDX-License-Identifier: Apache-2.0

/// The `Cookie` field (RFC 6265 section 5.4).
package enum Cookie {
    package static func parse(_ header: String) -> [(name: String, value: String)] {
        header.split(separator: ";").compactMap { pair in
            guard let equals = pair.firstIndex(of: "=") else { return nil }
            var value = ASCII.trimmed(pair[pair.index(after: equals)...])
            if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            return (ASCII.trimmed(pair[..<equals]), value)
        }
    }
}
