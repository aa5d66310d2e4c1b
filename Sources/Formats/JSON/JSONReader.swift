// SPDX-License-Identifier: Apache-2.0

import Facts

/// A reader of JSON without positions: strict (RFC 8259), for the wire.
package enum JSONReader {
    package struct Failure: Error, Sendable, Hashable {
        /// What is wrong.
        package var reason: String
    }

    /// Returns the value; throws if the bytes are not JSON or are nested deeper than `Nesting.deepest`.
    package static func read(_ bytes: [UInt8]) throws(Failure) -> JSON {
        try read(bytes, .json)
    }

    /// Returns the value of JSON5 text without positions.
    package static func read(json5 bytes: [UInt8]) throws(Failure) -> JSON {
        try read(bytes, .json5)
    }

    /// Reads an object with a long array. Once `begins` returns `true` for the members before it, the elements are
    /// passed on as they are read, and the object has an empty array in their place.
    package static func read(
        json5 bytes: [UInt8], giving list: String, begins: ([JSON.Member]) -> Bool, each: (JSON) -> Void
    ) throws(Failure) -> JSON {
        try read(bytes, .json5) { reader in
            guard reader.isAt("{") else { return reader.value() }
            var members: [JSON.Member] = []
            let isRead = reader.members(from: reader.mark()) { reader, name, _ in
                guard name == list, reader.isAt("["), begins(members) else {
                    guard let value = reader.value() else { return false }
                    members.append(.init(name, value))
                    return true
                }
                members.append(.init(name, .array([])))
                return reader.elements(from: reader.mark(), each)
            }
            return isRead ? .object(members) : nil
        }
    }

    private static func read(
        _ bytes: [UInt8], _ dialect: JSONDialect, _ root: (inout JSON5Reader<JSON>) -> JSON? = { $0.value() }
    ) throws(Failure) -> JSON {
        var reader = JSON5Reader<JSON>(bytes, file: "", dialect: dialect)
        guard let json = reader.document(root) else {
            throw Failure(reason: reader.findings.first?.message ?? "no JSON")
        }
        return json
    }
}
