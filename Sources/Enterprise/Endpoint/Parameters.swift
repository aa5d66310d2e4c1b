// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// The parameters of a request from the query and a form body. Names are case-insensitive; values are unchanged.
struct Parameters: Sendable {
    /// Where a parameter came.
    enum Source: Sendable {
        case query, body
    }

    /// The parameters in order, with lowercase names.
    private(set) var list: [ServiceRequest.Parameter] = []
    /// The lengths of the names modulo 64, a bit each: most parameters that are asked for were not sent, and are found
    /// missing by their length.
    private var lengths: UInt64 = 0
    /// The number of leading parameters that are from the query.
    private var countInQuery = 0
    /// The files of a multipart body.
    private(set) var files: [ServiceRequest.File] = []

    /// Creates the parameters. The query comes first, as in servlets, and the first of two parameters with the same
    /// name counts (inferred).
    init(_ request: Request) {
        list.reserveCapacity(8)
        if let query = request.target.query { add(Array(query.utf8)) }
        countInQuery = list.count
        guard !request.body.isEmpty else { return }
        if request.fields.has("content-type", "application/x-www-form-urlencoded") {
            add(request.body)
            return
        }
        let type = MediaType(request.fields["content-type"] ?? "")
        switch type?.essence {
        case "application/x-www-form-urlencoded", nil: add(request.body)
        case "multipart/form-data":
            guard let boundary = type?["boundary"], let parts = try? Multipart.parse(request.body, boundary: boundary)
            else { return }
            for part in parts {
                if let fileName = part.fileName {
                    files.append(
                        ServiceRequest.File(
                            name: part.name.lowercased(), fileName: fileName,
                            type: part.mediaType ?? "application/octet-stream", bytes: part.body))
                } else {
                    add(part.name, String(decoding: part.body, as: UTF8.self))
                }
            }
        default:
            return
        }
    }

    private mutating func add(_ form: [UInt8]) {
        Form.each(form) { name, value in add(name, value) }
    }

    private mutating func add(_ name: String, _ value: String) {
        let name = Parameters.isLower(name) ? name : name.lowercased()
        lengths |= Parameters.bit(name)
        list.append(.init(name, value))
    }

    private static func bit(_ name: String) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: name.utf8.count) }

    private static func isLower(_ name: String) -> Bool {
        let bytes = name.utf8.span
        var at = 0
        while at < bytes.count {
            let byte = unsafe bytes[unchecked: at]
            if byte &- 65 < 26 || byte >= 128 { return false }
            at += 1
        }
        return true
    }

    /// Returns the value of the first parameter with a lowercase name, and where it was.
    func first(_ name: String) -> (value: String, source: Source)? {
        guard lengths & Parameters.bit(name) != 0 else { return nil }
        for number in list.indices where list[number].name == name {
            return (list[number].value, number < countInQuery ? .query : .body)
        }
        return nil
    }

    /// Returns the values of all parameters with a lowercase name, from one source or both.
    func all(_ name: String, in source: Source? = nil) -> [String] {
        list.indices.filter { index in
            list[index].name == name && source.map { $0 == (index < countInQuery ? .query : .body) } ?? true
        }.map { list[$0].value }
    }

    /// The value of the first parameter with a lowercase name; an empty value counts.
    subscript(name: String) -> String? { first(name)?.value }

    /// Returns the value of a parameter unless it is empty.
    func given(_ name: String) -> String? {
        guard let value = first(name)?.value, !value.isEmpty else { return nil }
        return value
    }
}
