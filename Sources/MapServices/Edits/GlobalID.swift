import Facts
import Formats
import Trust

/// Global ids: `{5F5CE9A3-…}` in capital letters on a server, in small letters without braces on ArcGIS Online
/// (services-bug-reports D27).
enum GlobalID {
    /// As rows hold it; `nil` if it is no GUID.
    static func normal(_ text: String) -> String? {
        var digits = Substring(text.uppercased())
        if digits.hasPrefix("{"), digits.hasSuffix("}") { digits = digits.dropFirst().dropLast() }
        guard digits.wholeMatch(of: /[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}/) != nil else {
            return nil
        }
        return "{\(digits)}"
    }

    /// A new one, by the deployment's generator: version 4 of RFC 9562 section 5.4.
    static func make(_ generator: inout Generator) -> String {
        var bytes = generator.bytes(16)
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

    /// As that release writes it.
    static func written(_ id: String, _ version: Version) -> String {
        version.isOnline ? String(id.dropFirst().dropLast()).lowercased() : id
    }
}
