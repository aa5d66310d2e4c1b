// SPDX-License-Identifier: Apache-2.0

/// Header fields as received, with their order, case and repetition. Strings are created on access.
package struct Fields: Sendable {
    struct Bounds: Sendable {
        var nameStart: Int32
        var nameEnd: Int32
        var valueStart: Int32
        var valueEnd: Int32
    }

    /// The bytes of the whole head.
    let head: [UInt8]
    let ranges: [Bounds]
    /// The lengths of the names modulo 64, a bit each: most fields that are asked for were not sent, and are found missing
    /// by their length.
    private let lengths: UInt64

    init(head: [UInt8], ranges: [Bounds]) {
        self.head = head
        self.ranges = ranges
        var lengths: UInt64 = 0
        let span = ranges.span
        for number in span.indices { lengths |= Fields.bit(Int(span[number].nameEnd - span[number].nameStart)) }
        self.lengths = lengths
    }

    private static func bit(_ length: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: length) }

    /// Creates fields that were not read from a connection.
    package init(_ list: [Response.Field] = []) {
        var head: [UInt8] = []
        var ranges: [Bounds] = []
        for field in list {
            let start = Int32(head.count)
            head += Array(field.name.utf8)
            let middle = Int32(head.count)
            head += Array(field.value.utf8)
            ranges.append(
                Bounds(nameStart: start, nameEnd: middle, valueStart: middle, valueEnd: Int32(head.count)))
        }
        self.init(head: head, ranges: ranges)
    }

    package var count: Int { ranges.count }

    /// All fields in order. Bytes that are not UTF-8 appear as the replacement character.
    package var list: [Response.Field] {
        ranges.map { Response.Field(text($0.nameStart, $0.nameEnd), text($0.valueStart, $0.valueEnd)) }
    }

    /// The value of the first field with a name, given in lowercase.
    package subscript(name: String) -> String? {
        guard let bounds = bounds(name) else { return nil }
        return text(bounds.valueStart, bounds.valueEnd)
    }

    /// Returns the values of all fields with a name, given in lowercase.
    package func all(_ name: String) -> [String] {
        let wanted = name.utf8.span
        var found: [Bounds] = []
        for bounds in ranges where isNamed(bounds, wanted) { found.append(bounds) }
        return found.map { text($0.valueStart, $0.valueEnd) }
    }

    /// Returns whether the first field with a name lists a token among its comma-separated ones. Both are given in
    /// lowercase.
    package func has(_ name: String, token: String) -> Bool {
        count(of: name) > 0
            && all(name).contains { value in
                value.utf8.split(separator: UInt8(ascii: ",")).contains {
                    ASCII.equal(ASCII.trimmed(Substring($0)), token)
                }
            }
    }

    /// Returns whether the first field with a name, given in lowercase, has exactly a value. No text is made of it.
    package func has(_ name: String, _ value: String) -> Bool {
        guard let bounds = bounds(name) else { return false }
        let (start, end) = (Int(bounds.valueStart), Int(bounds.valueEnd))
        let (wanted, bytes) = (value.utf8.span, head.span)
        guard end - start == wanted.count else { return false }
        let found = bytes.extracting(start..<end)
        for at in wanted.indices where unsafe found[unchecked: at] != wanted[unchecked: at] { return false }
        return true
    }

    /// Returns the number of fields with a name, given in lowercase.
    func count(of name: String) -> Int {
        let (ranges, wanted) = (ranges.span, name.utf8.span)
        guard lengths & Fields.bit(wanted.count) != 0 else { return 0 }
        var count = 0
        for number in ranges.indices where isNamed(ranges[number], wanted) { count += 1 }
        return count
    }

    /// Returns the bytes of the first field's value.
    func bytes(of name: String) -> ArraySlice<UInt8> {
        bounds(name).map { head[Int($0.valueStart)..<Int($0.valueEnd)] } ?? []
    }

    func bounds(_ name: String) -> Bounds? {
        let (ranges, wanted) = (ranges.span, name.utf8.span)
        guard lengths & Fields.bit(wanted.count) != 0 else { return nil }
        for number in ranges.indices where isNamed(ranges[number], wanted) { return ranges[number] }
        return nil
    }

    /// `wanted` is in lowercase.
    @inline(__always)
    private func isNamed(_ bounds: Bounds, _ wanted: Span<UInt8>) -> Bool {
        guard Int(bounds.nameEnd - bounds.nameStart) == wanted.count else { return false }
        let found = head.span.extracting(Int(bounds.nameStart)..<Int(bounds.nameEnd))
        for at in wanted.indices where unsafe ASCII.lower(found[unchecked: at]) != wanted[unchecked: at] {
            return false
        }
        return true
    }

    private func text(_ start: Int32, _ end: Int32) -> String {
        String(decoding: head[Int(start)..<Int(end)], as: UTF8.self)
    }
}
