// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// Global ids: `{5F5CE9A3-…}` in uppercase on a server, lowercase without braces on ArcGIS Online
/// (docs/reference/reports.md#data).
package enum GlobalID {
    /// Returns the form that rows hold, or `nil` if the text is not a GUID.
    static func normal(_ text: String) -> String? {
        var digits = Substring(text.uppercased())
        if digits.hasPrefix("{"), digits.hasSuffix("}") { digits = digits.dropFirst().dropLast() }
        guard digits.wholeMatch(of: /[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}/) != nil else {
            return nil
        }
        return "{\(digits)}"
    }

    /// Returns a new id from the deployment's generator: version 4 of RFC 9562 section 5.4.
    static func make(_ generator: inout Generator) -> String { spelled(generator.bytes(16)) }

    /// Returns the id of a row or attachment whose source has none. It is the same in every run and portal, so that
    /// tests can rely on it, and looks like those of databases.
    package static func made(of scope: String, _ id: Int) -> String {
        spelled(Array(Digest.sha256(Array("\(scope)/\(id)".utf8)).prefix(16)))
    }

    private static func spelled(_ random: [UInt8]) -> String {
        var bytes = random
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Substring(Hex.encode(bytes).uppercased())
        var parts: [Substring] = []
        var rest = digits
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return "{\(parts.joined(separator: "-"))}"
    }

    /// Returns an id as a release writes it.
    static func written(_ id: String, _ version: Version) -> String {
        version.isOnline ? String(id.dropFirst().dropLast()).lowercased() : id
    }
}
