// SPDX-License-Identifier: Apache-2.0

/// A request as it was received. It keeps the raw bytes because a test double must notice sloppy clients.
///
/// It is a class because it never changes and is passed on often.
package final class Request: Sendable {
    /// The method as sent, with its case: `GET`.
    package let method: String
    package let target: Target
    /// The minor version: 1 for HTTP/1.1, 0 for HTTP/1.0.
    package let minorVersion: Int
    package let fields: Fields
    /// The body after transfer decoding; a content coding such as gzip remains.
    package let body: [UInt8]

    package init(
        method: String, target: Target, minorVersion: Int = 1, fields: Fields = Fields(), body: [UInt8] = []
    ) {
        self.method = method
        self.target = target
        self.minorVersion = minorVersion
        self.fields = fields
        self.body = body
    }

    /// A Boolean value that indicates whether the connection persists after the response (RFC 9112 section 9.3).
    package var keepsAlive: Bool {
        if minorVersion == 0 { return fields.has("connection", token: "keep-alive") }
        return !fields.has("connection", token: "close")
    }
}
