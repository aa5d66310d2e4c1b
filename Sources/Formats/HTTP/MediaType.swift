// SPDX-License-Identifier: Apache-2.0

/// A media type with its parameters (RFC 9110 section 8.3.1).
package struct MediaType: Sendable, Hashable {
    /// The type without parameters, in lowercase: `text/plain`.
    package var essence: String
    private var parameters: [String: String] = [:]

    /// Parses a media type, or returns `nil` if the text is not one.
    package init?(_ text: String) {
        var isQuoted = false
        let parts = text.utf8.split(omittingEmptySubsequences: false) { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ";") && !isQuoted
        }.map { Substring($0) }
        essence = ASCII.trimmed(parts[0]).lowercased()
        guard essence.split(separator: "/").count == 2, !essence.contains(" ") else { return nil }
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            var value = ASCII.trimmed(part[part.index(after: equals)...])
            if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            parameters[ASCII.trimmed(part[..<equals]).lowercased()] = value
        }
    }

    package subscript(parameter: String) -> String? { parameters[parameter] }
}
