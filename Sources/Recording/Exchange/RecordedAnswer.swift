// SPDX-License-Identifier: Apache-2.0

package import Formats

/// An answer as somebody recorded it, with its body in plain.
package struct RecordedAnswer: Sendable {
    package var status: Int
    package var fields: [Response.Field]
    /// The body without transfer and content coding; empty if it is no text, or was left out.
    package var body: [UInt8]
    /// A Boolean value that indicates whether `body` is not all that came.
    package var isCut = false

    package init(status: Int, fields: [Response.Field] = [], body: [UInt8] = [], isCut: Bool = false) {
        self.status = status
        self.fields = fields
        self.body = body
        self.isCut = isCut
    }

    /// Returns the value of the first field with that name, in any case.
    package func field(_ name: String) -> String? { fields.first { ASCII.equal($0.name, name) }?.value }

    /// The body as JSON, or `nil` if it is none.
    package var json: JSON? { isCut || body.isEmpty ? nil : try? JSONReader.read(body) }

    /// The code of the error in the body: `{"error": {"code": 498, …}}`.
    package var errorCode: Int? { json?["error"]?["code"]?.integer ?? (json?["status"]?.text == "error" ? 0 : nil) }
}
