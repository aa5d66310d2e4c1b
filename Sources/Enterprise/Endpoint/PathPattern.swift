// SPDX-License-Identifier: Apache-2.0

/// A path below a site's context, in which `{name}` stands for one segment:
/// `rest/services/{service}/MapServer/{layer}`.
package struct PathPattern: Sendable, Hashable {
    package let text: String
    let segments: [String]
    /// The same in lower case, for literal segments match whatever their case.
    private let folded: [String]

    package init(_ text: String) {
        self.text = text
        // As bytes, for two thousand patterns are made when the first path is not found.
        segments = text.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        folded = text.utf8.contains { 65...90 ~= $0 } ? segments.map { $0.lowercased() } : segments
    }

    /// The path with placeholders that have no names, and in lower case: what two patterns have in common that match
    /// the same paths.
    package var shape: String {
        folded.map { $0.hasPrefix("{") && $0 != "{name.type}" ? "{}" : $0 }.joined(separator: "/")
    }

    /// The number of leading segments without a placeholder.
    var literals: Int { segments.prefix { !$0.hasPrefix("{") }.count }

    /// Returns whether another pattern is the same but for the name of the file, which it has.
    func coversFile(_ other: PathPattern) -> Bool {
        folded.count == other.folded.count
            && folded.dropLast().elementsEqual(other.folded.dropLast()) {
                ($0.hasPrefix("{") && $1.hasPrefix("{")) || $0 == $1
            }
    }

    /// Returns what the placeholders stand for, or `nil` if the path is another one. Placeholders take the segment as
    /// it is, for service names are case-sensitive (docs/reference/http.md#rules-of-every-resource).
    func match(_ path: ArraySlice<String>) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        // The last literals tell patterns apart soonest.
        for number in segments.indices.reversed() where !segments[number].hasPrefix("{") {
            let have = path[path.startIndex + number]
            guard have == segments[number] || have.lowercased() == folded[number] else { return nil }
        }
        var names: [String: String] = [:]
        for number in segments.indices where segments[number].hasPrefix("{") {
            let name = String(segments[number].dropFirst().dropLast())
            let have = path[path.startIndex + number]
            guard Self.admits(have, as: name) else { return nil }
            names[name] = have
        }
        return names
    }

    private static let numbers: Set = ["layer", "oid", "raster", "attachment"]

    /// Returns whether a word can be what a placeholder stands for: a word is no layer and no row.
    static func admits(_ word: String, as name: String) -> Bool {
        switch name {
        // The name of a service with its type, `Airports.MapServer`, and a folder beside it, which has no point.
        case "name.type": word.dropFirst().dropLast().contains(".")
        case "plainFolder": !word.contains(".")
        default: !numbers.contains(name) || word.utf8.allSatisfy { 48...57 ~= $0 || $0 == 45 }
        }
    }

    /// Returns whether this pattern says more of a path than another one that matches it too: at the first segment in
    /// which they differ it has the literal.
    func isCloser(than other: PathPattern) -> Bool {
        for (own, others) in zip(segments, other.segments) where own.hasPrefix("{") != others.hasPrefix("{") {
            return others.hasPrefix("{")
        }
        return false
    }
}
