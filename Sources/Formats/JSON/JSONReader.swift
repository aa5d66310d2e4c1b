// SPDX-License-Identifier: Apache-2.0

import Facts

/// Reads JSON without places: strict (RFC 8259) from the wire.
package enum JSONReader {
    package struct Failure: Error, Sendable, Hashable {
        /// What was wrong.
        package var reason: String
    }

    /// The value; throws if the bytes are no JSON, or nest deeper than 256.
    package static func read(_ bytes: [UInt8]) throws(Failure) -> JSON {
        try read(bytes, .json)
    }

    /// The same of JSON5, for what is read only to be used: where a value stands is not kept.
    package static func read(json5 bytes: [UInt8]) throws(Failure) -> JSON {
        try read(bytes, .json5)
    }

    /// The same of an object with a long list: once `begins` says so of the members before it, its elements are given
    /// away as they are read, and in the object there is an empty list.
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
