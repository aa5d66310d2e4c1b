// SPDX-License-Identifier: Apache-2.0

/// A response before it is written. The writer adds what the connection decides: `Content-Length` or chunks,
/// `Connection`, content coding.
package struct Response: Sendable {
    package var status: Int
    /// The fields in the order they are written; names keep their spelling.
    package var fields: [Field]
    package var body: [UInt8]

    package struct Field: Sendable, Hashable, Codable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(status: Int, fields: [Field] = [], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}
