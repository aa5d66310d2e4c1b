import Facts

/// Reads strict JSON (RFC 8259) from the wire.
package enum JSONReader {
    package struct Failure: Error, Sendable, Hashable {
        /// What was wrong.
        package var reason: String
    }

    /// The value; throws if the bytes are no JSON, or nest deeper than 256.
    package static func read(_ bytes: [UInt8]) throws(Failure) -> JSON {
        var reader = JSON5Reader(bytes, file: "", dialect: .json)
        guard let node = reader.document() else { throw Failure(reason: reader.findings.first?.message ?? "no JSON") }
        return node.json
    }
}
