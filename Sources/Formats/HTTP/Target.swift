// SPDX-License-Identifier: Apache-2.0

/// A request target: the text as sent, with its path and query still percent-encoded.
package struct Target: Sendable, Hashable {
    package let raw: String
    /// The encoded path without the query; in absolute form (RFC 9112 section 3.2.2), what follows the authority.
    package let path: String
    /// The text after the first `?`, or `nil` if there is none.
    package let query: String?
    /// The authority in absolute form, which overrides the Host field (RFC 9112 section 3.2.2).
    package let authority: String?

    package init(_ raw: String) {
        self.raw = raw
        var rest = raw[...]
        var authority: String?
        if !raw.utf8.starts(with: "/".utf8), let scheme = raw.firstRange(of: "://") {
            let after = raw[scheme.upperBound...]
            let host = after.prefix { $0 != "/" && $0 != "?" }
            authority = String(host)
            rest = after[host.endIndex...]
        }
        self.authority = authority
        if let mark = Target.index(of: UInt8(ascii: "?"), in: rest) {
            path = String(rest[..<mark])
            query = String(rest[rest.utf8.index(after: mark)...])
        } else {
            path = rest.utf8.count == raw.utf8.count ? raw : String(rest)
            query = nil
        }
    }

    private static func index(of byte: UInt8, in text: Substring) -> String.Index? {
        let bytes = text.utf8.span
        let index = bytes.index(of: byte, 0..<bytes.count)
        return index < bytes.count ? text.utf8.index(text.startIndex, offsetBy: index) : nil
    }

    /// The decoded segments of the path without empty ones, as of a trailing or doubled slash.
    package var segments: [String] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { Percent.decode(Substring($0)) }
    }
}
